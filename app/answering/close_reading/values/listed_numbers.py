"""Numbers in a list, each beside what it is of: "교통 2,870억 원, 환경 2,140억 원", "30대(41.9%)와 40대(46.2%)"."""

import re
from collections.abc import Sequence
from typing import Final

from app.answering.spans.quantities import asks_change, unit_of
from app.answering.spans.span import Span
from app.question.concept import squeeze
from indexing.language.detection import QUESTION_CHARACTERS

_LABEL: Final = re.compile(r"(?<![가-힣A-Za-z\d])(?P<label>[가-힣A-Za-z]{1,12}|\d{1,2}대)(?P<mark>\s?\(|\s)$")
_LONGEST: Final = 16
_SUM: Final = "등"
_CONTRASTED: Final = re.compile(r"(?:^|[\s,])(?P<label>[가-힣A-Za-z]{2,12})[은는이가]\s(?:약\s|모두\s|총\s)?$")
"""What a number is told of in a row of contrasts: 외국인은 |6천218억원, 기관은 |1천904억원어치를 순매수했고."""
_TIMES: Final = re.compile(r"(?:[년월일해달주전후말초]|기간|동기)$")
_ITEM: Final = re.compile(r"(?:^|[,·:]\s?|[과와및은는이가]\s)$")
"""Before a label of a list; not in "3명이 숨지고 5명이"."""
_CLAUSE: Final = re.compile(r"[고며서면자데다]$")
_PARTICLE: Final = re.compile(r"[은는이가을를의에도로과와]$")
"""Behind a label it makes a sentence of a list; 도시 and 여가 are labels all the same, but then none is missed."""


def of_label_asked_for(question: str, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """The number beside what a question names, where the one marked stands beside something else, or is the sum.

    Only where a list has both in the same way, and one alone is named: what stands beside a number in a sentence may
    be any part of what is asked.

    Args:
        question: as it was asked.
        sentence: what the spans are of.
        spans: all its numbers.
        span: the one that was marked.
    """
    asked = squeeze(question[:QUESTION_CHARACTERS])
    if contrasted := _contrasted(asked, sentence, spans, span):
        return contrasted
    own = _label(sentence, span)
    if own is None or own[0] in asked or asks_change(question.lower()):
        return span
    named = {
        one.start: one
        for one in spans
        if unit_of(one.text) == unit_of(span.text)
        and (label := _label(sentence, one))
        and (label[1] == own[1] and len(label[0]) > 1 and label[0] in asked)
    }
    return next(iter(named.values())) if len(named) == 1 else span


def _contrasted(asked: str, sentence: str, spans: Sequence[Span], span: Span) -> Span | None:
    """The number of what a question names among contrasts, where the one marked is told of another of them."""
    labels = {one.start: (one, label) for one in spans if (label := _label_of_contrast(sentence, one))}
    marked = labels.get(span.start)
    if marked is None or marked[1] in asked:
        return None
    named = [one for one, label in labels.values() if label in asked and unit_of(one.text) == unit_of(span.text)]
    return named[0] if len(named) == 1 else None


def _label_of_contrast(sentence: str, span: Span) -> str | None:
    before = _CONTRASTED.search(sentence, max(0, span.start - _LONGEST - 4), span.start)
    return before["label"] if before and not _TIMES.search(before["label"]) else None


def _label(sentence: str, span: Span) -> tuple[str, bool] | None:
    """What a number stands beside, and whether in brackets behind it; None in running text and behind a time."""
    beside = _LABEL.search(sentence, max(0, span.start - _LONGEST), span.start)
    if beside is None or _TIMES.search(beside["label"]):
        return None
    is_in_brackets = "(" in beside["mark"]
    if not is_in_brackets and beside["label"] != _SUM:
        is_item = _ITEM.search(sentence, max(0, beside.start() - 2), beside.start())
        if _PARTICLE.search(beside["label"]) or not is_item or _CLAUSE.search(beside["label"]):
            return None
    return beside["label"], is_in_brackets
