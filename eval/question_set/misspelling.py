"""Keys of a row that no format knows, though they are nearly one that is read: gold lost to a typing error."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from app.commands.terminal import counted
from eval.question_set.question import Question
from eval.question_set.row import ALIASES, excerpt

FLAG_OF_SQUAD: Final = "is_impossible"

OTHERS: Final = frozenset({"contexts", "data", "plausible_answers"})
"""Columns of other formats that are near to a key and mean something else: what was retrieved (ragas), any payload."""

NOT_COMPARED: Final = frozenset({"id"})
"""Fields whose keys are too short to be told from others, idx and uid; a row without an id is scored all the same."""

FIELDS: Final = MappingProxyType(
    {alias: name for name, aliases in ALIASES.items() for alias in aliases} | {FLAG_OF_SQUAD: "answerable"}
)
"""Every key that is read, to the field that it is read into."""

MISTAKEN: Final = MappingProxyType({"unanswerable": "answerable", "impossible": "answerable"})
"""Keys that say the opposite of one."""

MOST_SHUFFLED: Final = 3
"""Letters within which their order may be wrong: awnsers."""

MOST_REMARKS: Final = 20
"""Most misspelt keys that are named."""

LONGEST: Final = 40
"""Characters of a key that is looked at."""


def misspelt_keys(row: Mapping[str, object]) -> tuple[str, ...]:
    """What is wrong with the row's keys, a sentence each: those that are nearly a key of a field the row lacks.

    Other formats have columns of their own, so a key that is near to none, or to a field that the row has under a
    known key (``query_by`` beside ``query``), is not ours to judge.
    """
    stated = {FIELDS[key] for key in row if key in FIELDS}
    return tuple(
        f"unknown key {excerpt(key)}; did you mean {meant!r}?"
        for key in row
        if (meant := _meant(key[: LONGEST + 1])) and FIELDS[meant] not in stated
    )


def remarks_on_keys(questions: Iterable[Question]) -> list[str]:
    """One sentence for every misspelt key of a set, however many rows have it."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for question in questions:
        for problem in question.misspelt:
            places[problem].append(question.place)
    told = [f"{counted(len(rows), 'row')} from {rows[0]} on: {problem}" for problem, rows in places.items()]
    return told[:MOST_REMARKS] + ([f"and {len(told) - MOST_REMARKS} more"] if told[MOST_REMARKS:] else [])


@lru_cache(maxsize=1024)
def _meant(key: str) -> str | None:
    """The key that was meant, None for one that is known or like none."""
    plain = _plain(key)
    if key in FIELDS or key in OTHERS or len(key) > LONGEST or not plain:
        return None
    known = {_plain(one): one for one in reversed(FIELDS)} | MISTAKEN  # of two the first in its field's list
    near = (one for name, one in known.items() if FIELDS[one] not in NOT_COMPARED and _is_slip(plain, name))
    return known.get(plain) or next(near, None)


def _plain(key: str) -> str:
    """However a format or a spreadsheet joins words: expected_answer, expectedAnswer, Expected Answer."""
    return re.sub(r"[\W_]", "", key).casefold()


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter is missing, too many or another, or a few stand in the wrong order."""
    if abs(len(one) - len(other)) > 1:
        return False
    first, last, shorter = 0, 0, min(len(one), len(other))
    while first < shorter and one[first] == other[first]:
        first += 1
    while last < shorter - first and one[-1 - last] == other[-1 - last]:
        last += 1
    left, right = one[first : len(one) - last], other[first : len(other) - last]
    return max(len(left), len(right)) <= 1 or (len(left) <= MOST_SHUFFLED and sorted(left) == sorted(right))
