"""Of the values of a sentence the one that is asked for, where its words tell them apart better than the mark."""

import re
from typing import Final

from app.answering.close_reading.values.amounts_in_row import with_its_row
from app.answering.close_reading.values.changes import by_how_much
from app.answering.close_reading.values.counterparts import asked_for
from app.answering.close_reading.values.court_instances import of_court_asked_for
from app.answering.close_reading.values.former_values import came_to
from app.answering.close_reading.values.listed_numbers import of_label_asked_for
from app.answering.close_reading.values.numbers_by_time import of_asked_time
from app.answering.close_reading.values.people_counted import of_those_asked_for
from app.answering.close_reading.values.told_apart import of_topic_asked_for
from app.answering.evidence.evidence import Evidence
from app.answering.spans.asked_time import asks_both_ends
from app.answering.spans.comparisons import asks_difference, is_compared
from app.answering.spans.quantities import asks_rank
from app.answering.spans.span import Span
from app.question.question import Question

_COUNTED: Final = (
    ("명", "사람", "인", "people"),
    ("마리",), ("대",), ("척",), ("권",), ("채",), ("그루",), ("가구", "세대"), ("세", "살"),
)  # fmt: skip
_COUNTER: Final = re.compile(
    r"(?<!몇)몇\s?(명|사람|마리|대(?!\s?몇)|척|권|채|그루|가구|세대|살|세)(?![가-힣]{2})|\bhow many (people)\b"
)
_COUNTS: Final = re.compile(r"(?<=[\d조억만천여\s])(?:명|사람|인|마리|대|척|권|채|그루|가구|세대|세|살)$")
"""Counters that count one kind of thing each, in a question and at the end of an answer."""
_THINGS: Final = re.compile(r"(?<![가-힣])(?P<things>[가-힣]{2,8}?)(?:[은는이가을를]\s?|\s)몇\s?개(?!월)")
"""What is asked for by the counter of anything: 탈삼진은 몇 개?"""
_NUMBER_ALONE: Final = re.compile(r"\d[\d,.]*[조억만천]?(?:여|개)?\s?")
_RANK: Final = re.compile(r"\d(?:위|등)$|[금은동]메달$|우승$")


def value_meant(question: Question, evidence: Evidence, kind: str, span: Span) -> Span:
    """Of the values of a sentence the one that is asked for, where its words tell them apart better than the mark."""
    span = _counting(question, evidence, kind, span)
    spans = evidence.alternatives[kind]
    span = came_to(question.text, evidence.text, spans, span)
    span = of_court_asked_for(question.text, evidence.text, spans, span)
    if kind in ("when", "how_many"):
        span = of_topic_asked_for(question.text, evidence.text, spans, span)
    if kind == "when" and asks_both_ends(question.text.lower()):
        return next((one for one in spans if "/" in (one.value or "") and _holds(one, span)), span)
    if kind == "when" and is_compared(evidence.text, span) and not asks_difference(question.text):
        return next((one for one in spans if not is_compared(evidence.text, one)), span)
    if kind != "how_many":
        return span
    span = of_label_asked_for(question.text, evidence.text, spans, span)
    span = asked_for(question.text, evidence.text, spans, span)
    span = of_those_asked_for(question.text, evidence.text, spans, span)
    span = by_how_much(question.text, evidence.text, spans, span)
    span = of_asked_time(question, evidence, spans, span)
    return with_its_row(question, evidence.text, spans, span)


def _holds(period: Span, span: Span) -> bool:
    return period.start <= span.start and span.end <= period.end


def _counting(question: Question, evidence: Evidence, kind: str, span: Span) -> Span:
    """Of "인력 540여 명과 수색견 5마리" the people where people are asked for, although the dogs are marked.

    Of "공 101개를 던져 9탈삼진" the number right before what is asked for ("탈삼진 몇 개?"), of "48초77로 은메달" a
    rank.
    """
    if kind == "how_many" and asks_rank(question.text.lower()):
        ranks = (one for one in evidence.alternatives[kind] if _RANK.search(one.text))
        return span if _RANK.search(span.text) else next(ranks, span)
    things = _THINGS.search(question.text) if kind == "how_many" else None
    if things and not span.text.endswith(things["things"]):
        direct = [one for one in evidence.alternatives[kind] if _is_number_of(things["things"], one.text)]
        return direct[0] if len(direct) == 1 else span
    asked = _COUNTER.search(question.text.lower()) if kind == "how_many" else None
    counter = asked and next((names for names in _COUNTED if asked.group(asked.lastindex or 0) in names), None)
    if not counter or not (told := _COUNTS.search(span.text)) or told.group() in counter:
        return span
    fitting = (
        one for one in evidence.alternatives[kind] if (said := _COUNTS.search(one.text)) and said.group() in counter
    )
    return next(fitting, span)


def _is_number_of(things: str, text: str) -> bool:
    return text.endswith(things) and _NUMBER_ALONE.fullmatch(text.removesuffix(things)) is not None
