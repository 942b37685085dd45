"""A box of links between two paragraphs of an article: "[관련기사]" and headlines below it, where the text goes on.

A section head ends an article, and mostly stands below it. What tells a box inside is all around it: a sentence just
above, a few headlines, then whole sentences again that share words with those above, down to the reporter's byline or
the copyright line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from indexing.reading.text.line import Kind, Line

MAX_LINKS = 6
"""Headlines in the largest box."""

MIN_SHARED = 2
"""Words that the text below a box shares with that above."""

_LINKS = (Kind.SHORT, Kind.ITEM)
_WITHIN = (Kind.PROSE, Kind.SHORT, Kind.ITEM, Kind.FACT, Kind.CAPTION, Kind.TOOL, Kind.INSET)
_SILENT = (Kind.CAPTION, Kind.TOOL, Kind.INSET)
_WHOLE = re.compile(r"[.!?。][\"”’'」』)\]]*$|[\"”’」』]$")
_WORD = re.compile(r"[가-힣]{2}|(?<![A-Za-z])[a-z]{3,}", re.IGNORECASE)
_OF_ANY_NEWS = frozenset(
    "밝혔 밝힌 말했 있다 했다 한다 된다 연다 오는 지난 이번 위해 위한 대해 대한 따르 통해 것으 것이 올해 내년 작년 다음"
    " 가운 하지 그러 the and for that with from will would this have has had was were are been their they his her its"
    " who which not but said says told than more also after before over about into when year years could should".split()
)
"""Words, Korean ones by their first two syllables, that two articles of anything share."""


def with_insets(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, boxes of links inside an article marked; from the last one up, as a box may have others below it."""
    marked = list(lines)
    for index in range(len(marked) - 1, 0, -1):
        for number in _box(marked, index):
            reason = "section head" if number == index else "headline of another article"
            marked[number] = replace(marked[number], kind=Kind.INSET, reason=reason)
    return tuple(marked)


def _box(lines: Sequence[Line], head: int) -> range:
    """Indices of a section head and its links, if the article goes on below them."""
    if lines[head].kind is not Kind.HEAD or lines[head].reason != "section head":
        return range(0)
    links = list(takewhile(lambda line: line.kind in _LINKS, lines[head + 1 : head + 2 + MAX_LINKS]))
    if not 1 <= len(links) <= MAX_LINKS:
        return range(0)
    start = head + 1 + len(links)
    above = _paragraphs_above(lines, head)
    return range(head, start) if above and _goes_on(lines, start, above) else range(0)


def _paragraphs_above(lines: Sequence[Line], head: int) -> str:
    """The sentences just above a section head, empty where something else stands there."""
    texts: list[str] = []
    for line in reversed(lines[:head]):
        if line.kind not in (*_WITHIN, Kind.HEAD) or (not texts and line.kind not in (Kind.PROSE, *_SILENT)):
            break  # another box may stand further up
        if line.kind is Kind.PROSE:
            texts.append(line.text)
    return "\n".join(texts)


def _goes_on(lines: Sequence[Line], start: int, above: str) -> bool:
    """Whether whole sentences follow down to a byline or copyright line, and are of the same article as those above."""
    below = list(takewhile(lambda line: line.kind in _WITHIN, lines[start:]))
    end = start + len(below)
    if not below or below[0].kind is not Kind.PROSE or end == len(lines):
        return False
    prose = [line.text for line in below if line.kind is Kind.PROSE]
    heads = sum(line.kind in _LINKS for line in below)
    if lines[end].kind not in (Kind.BYLINE, Kind.STOP) or 2 * heads > len(prose) or not all(map(_WHOLE.search, prose)):
        return False
    return len(_words(above) & _words("\n".join(prose))) >= MIN_SHARED


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - _OF_ANY_NEWS
