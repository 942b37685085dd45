"""Spans that answer "when"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Final

from app.answering.spans.asked_time import asked_value, asks_both_ends, asks_hour
from app.answering.spans.hours import find_hours
from app.answering.spans.span import SentenceContext, Span
from indexing.language.temporal import TemporalExpression

_HAPPENING: Final = re.compile(
    r"열[린릴려리렸]|개최|개막|진행|시작|시행|착공|준공|개통|개관|개장|운영|출범|선출|취임|체결|발생|접수|실시|마감|완공|문을|치러|앞두|예정|까지|부터"
    r"|\b(?:held|open|opens|opened|begin|begins|began|start|starts|started|runs?|ran|take[sn]? place|took place|scheduled|until|launch)\b"
)
_REPORTING: Final = re.compile(
    r"^\s?(?:오전|오후)?[^가-힣]{0,6}(?:이?같이\s)?(?:밝혔|말했|전했|발표했|설명했|강조했)|^\s?(?:said|announced|told)\b"
)
_COMPARED: Final = re.compile(r"^(?:에\s이어|보다|에\s비해|[과와]\s비교|\s?대비|\s?같은\s기간)")
_VERB_WITHIN: Final = 30
_REPORTED: Final = re.compile(r"고\s[^.]{0,20}(?:밝혔|말했|전했|발표했|설명했)")
_PRECISION: Final = {
    "range": 0.35,
    "day": 0.25,
    "week": 0.15,
    "month": 0.1,
    "season": 0.05,
    "half": 0.05,
    "quarter": 0.05,
    "year": 0.0,
}
_ASKS_PAST: Final = re.compile(
    r"\b(?:did|was|were|had)\b|[았었했였됐났렸졌혔왔갔섰셨](?:어|나|니|지|습|을|던|는)|[가-힣](?:난|한|된|던)\s(?:날|해|때)"
)
_ASKS_FUTURE: Final = re.compile(
    r"다음|\bnext\b|\bwill\b|\bgoing to\b|예정|[될릴할갈올설쳐질]\s?(?:까|거|예정|때)|할래|열릴"
)
_SINCE: Final = (re.compile(r"언제부터|며칠부터|since when|how long has"), re.compile(r"부터|이후|since|from"))
_UNTIL: Final = (re.compile(r"언제까지|며칠까지|until when|by when"), re.compile(r"까지|until|by|through"))
_LIST: Final = re.compile(r"\s?(?:[,·ㆍ]|과|와|및|,? ?and|&)\s?")
_OPENED: Final = re.compile(r"\s(?:[가-힣]{1,8}\s)?(?:개막|개회|시작|막을\s올|막이\s오|문을\s연)")
_CLOSED: Final = re.compile(r"\s(?:[가-힣]{1,8}\s)?(?:폐막|폐회|끝|막을\s내|막이\s내|마무리|마쳤|종료)")
_LONGEST: Final = timedelta(days=92)
"""Between the first and the last day of what is told to have begun and ended."""
_BESIDE_HOURS: Final = 0.4
_LASTING: Final = re.compile(r"(?:동안|간|연속|걸쳐)$|\bfor\b")
"""A period told by its length has an end, too."""
_DAY_ALONE: Final = re.compile(r"며칠|[가-힣]일은?\s?언제|몇\s?일|무슨\s?요일|날짜|\b(?:what|which) (?:day|date)\b")
_WEEKDAY: Final = re.compile(r"요일|\b(?:what|which) (?:day of the week|weekday)\b")
_YEAR: Final = re.compile(r"몇\s?(?:년|학년도|회계연도)|어느\s?해|(?<!계)연도|해[는가]\s|(?:what|which) year")


def find_dates(context: SentenceContext) -> list[Span]:
    """Dates of the sentence, best first.

    A date is a better answer the nearer it stands to what is asked about, the more precise it is and when a verb
    of happening follows; the day on which somebody "said" it is hardly ever meant.
    """
    hours = find_hours(context)
    periods = _opened_and_closed(context) if asks_both_ends(context.question.text.lower()) else ()
    days = [_span(context, one) for one in (*periods, *_days_in_a_row(context), *context.dates)]
    if hours:  # the hour is asked for, and told by itself
        days = [day if day.time else replace(day, score=day.score - _BESIDE_HOURS) for day in days]
    return sorted((*days, *hours), key=lambda span: -span.score)


def _days_in_a_row(context: SentenceContext) -> Iterator[TemporalExpression]:
    """Days one after the other that are listed, as the period that they are: "Oct. 3 and 4", 11·12일."""
    row: list[TemporalExpression] = []
    for day in context.dates:
        follows = row and row[-1].last + timedelta(days=1) == day.first == day.last
        if follows and not day.time and _LIST.fullmatch(context.text, row[-1].end, day.start):
            row.append(day)
        else:
            yield from _joined(context, row)
            row = [day] if day.granularity == "day" and not day.time else []
    yield from _joined(context, row)


def _opened_and_closed(context: SentenceContext) -> Iterator[TemporalExpression]:
    """The period between the days on which something began and ended: 15일 개막한 총회가 18일 폐막했다."""
    for first, last in pairwise(context.dates):
        days = first.granularity == last.granularity == "day" and first.first < last.first <= first.first + _LONGEST
        if days and _OPENED.match(context.text, first.end) and _CLOSED.match(context.text, last.end):
            text = context.text[first.start : last.end]
            yield replace(first, text=text, end=last.end, last=last.last, granularity="range", time=None, until=None)


def _joined(context: SentenceContext, row: Sequence[TemporalExpression]) -> Iterator[TemporalExpression]:
    if len(row) > 1:
        first, last = row[0], row[-1]
        text = context.text[first.start : last.end]
        yield replace(first, text=text, end=last.end, last=last.last, granularity="range")


def _span(context: SentenceContext, expression: TemporalExpression) -> Span:
    after = _up_to_next_date(context, expression)
    score = 0.3 + 0.5 * context.nearness(expression.start, expression.end)
    score += _PRECISION.get(expression.granularity, 0.0)
    score += 0.25 if context.governed(expression.start, expression.end, bool(_HAPPENING.search(after))) else 0.0
    score -= 0.4 if _wrong_tense(context, expression) else 0.0
    score -= 0.5 if _REPORTING.search(after) else 0.0
    score -= 0.4 if _COMPARED.search(after) else 0.0
    score -= 0.25 if _is_day_of_report(context, expression) else 0.0
    score -= 0.3 if context.asked(expression.start, expression.end) else 0.0
    question = context.question.text.lower()
    around = context.text[max(0, expression.start - 6) : expression.end + 10]
    lasts = expression.granularity == "range" and _LASTING.search(expression.text) is not None
    for (asked, said), is_said in ((_SINCE, False), (_UNTIL, lasts)):
        if asked.search(question):
            score += 0.4 if is_said or said.search(around) else -0.1
    score += 0.3 if expression.time and asks_hour(question) else 0.0
    score += 0.2 if expression.granularity == "year" and _YEAR.search(question) else 0.0
    value = asked_value(question, expression)
    time, until = (None, None) if _DAY_ALONE.search(question) else _times(value, expression)
    of_week = _WEEKDAY.search(question) is not None
    return Span(expression.start, expression.end, expression.text, score, value, time, until, of_week=of_week)


def _times(value: str, expression: TemporalExpression) -> tuple[str | None, str | None]:
    """The times of day that go with the whole expression, or with the one end of it that is asked for."""
    if value == expression.iso:
        return expression.time, expression.until
    ends = {expression.first.isoformat(): expression.time, expression.last.isoformat(): expression.until}
    return ends.get(value), None


def _wrong_tense(context: SentenceContext, expression: TemporalExpression) -> bool:
    """A past tense ("when did they meet?") does not ask for a day to come, nor a future one for a day gone by."""
    if context.published_on is None:
        return False
    question = context.question.text.lower()
    if expression.first > context.published_on:
        return bool(_ASKS_PAST.search(question))
    return expression.last <= context.published_on and bool(_ASKS_FUTURE.search(question))


def _up_to_next_date(context: SentenceContext, expression: TemporalExpression) -> str:
    """The words after a date that can belong to it."""
    following = [other.start for other in context.dates if other.start >= expression.end]
    return context.text[expression.end : min([expression.end + _VERB_WITHIN, *following])]


def _is_day_of_report(context: SentenceContext, expression: TemporalExpression) -> bool:
    """시는 21일 … 열린다고 밝혔다: the day beside the publication is the announcement's."""
    if context.published_on is None or not _REPORTED.search(context.text) or len(context.dates) < 2:
        return False
    return expression.first == expression.last and abs((expression.first - context.published_on).days) <= 1
