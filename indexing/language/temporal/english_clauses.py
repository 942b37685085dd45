"""The clause that an English date stands in: its verb tells whether the date is past or to come."""

import re
from itertools import takewhile

from indexing.language.temporal import english_patterns as p

REACH = 120
"""Characters before a date in which its clause is looked for."""

ASIDE_LENGTH = 60
"""Characters; words between two commas that are longer than this are a clause of their own."""

MOST_ASIDES = 3
"""In a row, as in "Gyeongju, North Gyeongsang Province, South Korea,"."""


def clause_before(match: re.Match[str]) -> str:
    """The words of a clause before a date in it.

    A full stop of "6 p.m." or "U.S." ends none, and where only a preposition or a time stands between a comma and the
    date, they belong to the words before that comma, or before the aside that it ends ("will face Japan, the
    champions, on Thursday").
    """
    before = match.string[max(0, match.start() - REACH) : match.start()]
    begin = 0
    for end in p.SENTENCE_END.finditer(before):
        begin = end.end()
    parts = p.COMMA.split(before[begin:])
    last = parts.pop()
    if not parts or not p.ADVERBIAL.fullmatch(last):
        return last
    asides = takewhile(_is_aside, reversed(parts[-MOST_ASIDES:]))
    return parts[max(0, len(parts) - 1 - sum(1 for _ in asides))] + last


def _is_aside(words: str) -> bool:
    if p.RELATIVE.match(words):
        return True
    return len(words) <= ASIDE_LENGTH and not p.FINITE.search(words) and not p.TO_COME.search(words)
