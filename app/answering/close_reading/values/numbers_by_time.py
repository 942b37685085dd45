"""Numbers that a sentence gives for several times: "지난달 거래는 2,184건으로 7월(1,763건)보다 늘었다"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.answering.spans.quantities import asks_change, unit_of
from app.answering.spans.span import Span
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.temporal import TemporalExpression, find_temporal_expressions

_TO_NUMBER: Final = re.compile(
    r"(?:\s?(?:같은\s?(?:기간|때|달|시기|분기)|동기|이맘때|말|초))?의?\s?(?P<bracket>\()?(?:the\s)?"
)
"""Between a time and its number: 지난해 같은 기간(|41억 달러), 지난해 |5만4,800t보다."""
_TO_TIME: Final = re.compile(
    r"(?:\s(?!and|to|from|by|but|or)[A-Za-z]{2,15}){0,2}\s(?:(?:in|of|for|during)\s)?(?:the\s)?"
)
"""Between an English number and its time: "2.01 million| TEU |a year earlier", "the 108,000| of |2024"."""
_COMPARED: Final = re.compile(r"\)?(?:\([^()]{1,12}\))?\)?(?:보다|에\s?비해|에\s?비하면|\s?대비|에서\s)")
_COMPARED_BEFORE: Final = re.compile(r"\b(?:from|than|with|against|versus|vs\.?|times(?: the)?) $")
_ASKS_FORMER: Final = re.compile(
    r"이전|기존|종전|원래|당초|애초|예전|직전|지난번|처음|전에|전[엔년월달주날]|전\s(?:분기|시즌|조사)"
    r"|\b(?:before|previous(?:ly)?|earlier|former(?:ly)?|used to|prior|ago|from)\b"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A number, the time it is given for where one stands beside it, and whether others are only measured by it."""

    span: Span
    time: TemporalExpression | None
    is_compared: bool


def of_asked_time(question: Question, evidence: Evidence, spans: Sequence[Span], span: Span) -> Span:
    """The number of the time that is asked for, where the one marked is given for another time.

    A question without any time wants no number that others are only compared with ("7월(1,763건)보다").

    Args:
        question: what is asked.
        evidence: the sentence.
        spans: all its numbers, best first.
        span: the one that was marked.
    """
    asked_text = question.text[:QUESTION_CHARACTERS]
    if not evidence.dates or asks_change(asked_text.lower()):
        return span
    asked = find_temporal_expressions(asked_text, evidence.article.published_on)
    # numbers of other things are given for other reasons
    told = [_told(evidence, one) for one in spans if unit_of(one.text) == unit_of(span.text)]
    own = next((one for one in told if one.span == span), None)
    if own is None or len(asked) > 1:
        return span
    if not asked:
        is_former = own.is_compared and not _ASKS_FORMER.search(asked_text.lower())
        return _main(told, span) if is_former else span
    if own.time is not None:
        return span if asked[0].overlaps(own.time) else _other(evidence, told, asked[0], span)
    base = next((one for one in told if one.is_compared and one.time and asked[0].overlaps(one.time)), None)
    return span if base is None or _is_of(evidence, told, asked[0]) else base.span


def _other(evidence: Evidence, told: Sequence[_Told], asked: TemporalExpression, span: Span) -> Span:
    """The number given for the time asked for, or else the sentence's main one where the sentence is of that time."""
    own = next((one.span for one in told if one.time and asked.overlaps(one.time)), None)
    return own or (_main(told, span) if _is_of(evidence, told, asked) else span)


def _main(told: Sequence[_Told], span: Span) -> Span:
    """The best number with no time of its own, and which is no change: those come last."""
    return next((one.span for one in told if one.time is None), span)


def _is_of(evidence: Evidence, told: Sequence[_Told], asked: TemporalExpression) -> bool:
    """Whether a sentence names the time asked for without giving it to one number: "지난달 거래는 …"."""
    given = [one.time for one in told if one.time]
    return any(asked.overlaps(found) for found in evidence.dates if found not in given)


def _told(evidence: Evidence, span: Span) -> _Told:
    text = evidence.text
    for found in evidence.dates:
        before = _TO_NUMBER.fullmatch(text, found.end, span.start) if found.end <= span.start else None
        if before:
            return _Told(span, found, bool(before["bracket"] or _COMPARED.match(text, span.end)))
        if span.end <= found.start and _TO_TIME.fullmatch(text, span.end, found.start):
            return _Told(span, found, bool(_COMPARED_BEFORE.search(text, 0, span.start)))
    return _Told(span, None, False)
