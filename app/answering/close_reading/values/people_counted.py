"""Whom a number counts: of "2명이 숨지고 17명이 다쳤다" the dead where they are asked for, and not a part of them.

What became of people stands behind their number in Korean, and before or behind it in English. "다친 사람 중 5명은
중상" counts a part of those who were hurt, which answers only what it tells of that part.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from app.answering.spans.quantities import unit_of
from app.answering.spans.span import Span
from app.question.concept import Concept, TextView
from indexing.language.detection import QUESTION_CHARACTERS

_FATES: Final = (
    (
        (r"사망|숨[지진졌]|죽[은었]|목숨", r"(?:killed|killing|kills)", r"(?:killed|died|dead)\b"),
        (r"부상|다[치친쳐쳤]|중상|경상", r"(?:injured|injuring|hurt|wounded)", r"(?:injured|hurt|wounded)\b"),
    ),
    (
        (r"찬성", "", r"(?:voted for|(?:voted )?in favou?r)\b"),
        (r"반대", "", r"(?:voted against|opposed)\b"),
        (r"기권", "", r"abstained\b"),
    ),
)
"""What may become of people, by groups: as Korean tells it, and English before and behind a number."""
_ASKED: Final = tuple(
    tuple(
        re.compile("|".join(filter(None, (korean, before, rf"\b{behind}"))), re.IGNORECASE)
        for korean, before, behind in group
    )
    for group in _FATES
)
_BEHIND: Final = tuple(
    tuple(
        re.compile(
            rf"\s?(?:[이가은도]\s?|\s)?(?:[가-힣]{{1,6}}[로에]\s)?(?:{korean})(?!자?\s?\d)"
            rf"|\s(?:(?!and\b|but\b)[a-z]+\s){{0,2}}?(?:were\s|was\s)?{behind}",
            re.IGNORECASE,
        )
        for korean, _, behind in group
    )
    for group in _FATES
)
_BEFORE: Final = tuple(
    tuple(
        re.compile(
            rf"(?:{korean})자?[은는이가]?\s?(?:모두\s|총\s)?$"
            + (rf"|\b{before}\s(?:at least\s|about\s|some\s)?$" if before else ""),
            re.IGNORECASE,
        )
        for korean, before, _ in group
    )
    for group in _FATES
)
"""부상자는 17명, 찬성 24명, "killed 12 people"."""
_LONGEST: Final = 40
_PART: Final = re.compile(r"(?P<whole>[^\d,.]{2,16}?)\s?(?:(?<![가-힣])중|가운데)(?:에서|에)?\s(?:[가-힣]{1,6}\s)?$")
"""Of so many, whose number is told ("78명 가운데 69명"), a part is what is asked for more often than not."""
_PART_ASKED: Final = re.compile(
    r"(?<![가-힣])중(?![가-힣]{2})|가운데|\b(?:of (?:the|them|those|these)|among)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"[^,.]{0,60}")


def of_those_asked_for(question: str, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """The number of those asked for, where the one marked counts others.

    Args:
        question: as it was asked.
        sentence: what the spans are of.
        spans: all its numbers.
        span: the one that was marked.
    """
    group, asked = _asked(question)
    if asked is None or _fate(sentence, span, group) in (None, asked):
        return span
    own = (one for one in spans if _fate(sentence, one, group) == asked and unit_of(one.text) == unit_of(span.text))
    return min(own, key=lambda one: one.start, default=span)


def counts_others(question: str, sentence: str, span: Span) -> bool:
    """Whether a number counts those of whom something else became than is asked."""
    group, asked = _asked(question)
    return asked is not None and _fate(sentence, span, group) not in (None, asked)


def counts_a_part(question: str, concepts: Sequence[Concept], sentence: str, span: Span) -> bool:
    """Whether a number is of some among those asked for, and what it tells of these is not asked.

    Args:
        question: as it was asked.
        concepts: what it is about.
        sentence: what the span is of.
        span: the number.
    """
    group, asked = _asked(question)
    if asked is None or _PART_ASKED.search(question[:QUESTION_CHARACTERS]):
        return False
    part = _PART.search(sentence, max(0, span.start - _LONGEST), span.start)
    if part is None or not _ASKED[group][asked].search(part["whole"]):
        return False
    behind = _CLAUSE.match(sentence, span.end)
    told = TextView(behind.group() if behind else "")
    return not any(map(told.names, concepts))


@lru_cache(maxsize=16)
def _asked(question: str) -> tuple[int, int | None]:
    """The group and the fate that a question names, None where it names none or several."""
    text = question[:QUESTION_CHARACTERS]
    for group, fates in enumerate(_ASKED):
        named = [fate for fate, pattern in enumerate(fates) if pattern.search(text)]
        if named:
            return group, named[0] if len(named) == 1 else None
    return 0, None


def _fate(sentence: str, span: Span, group: int) -> int | None:
    """What became of those whom a number counts, None where the sentence does not tell beside it, or two things."""
    told = {
        fate
        for fate, (behind, before) in enumerate(zip(_BEHIND[group], _BEFORE[group], strict=True))
        if behind.match(sentence, span.end) or before.search(sentence, max(0, span.start - _LONGEST), span.start)
    }
    return told.pop() if len(told) == 1 else None
