"""Days in the place of their month: where an article's lead says "오는 9월" and its second paragraph "9월 29일부터"."""

import calendar
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.answering.spans.span import Span
from app.question.question import Question

_WHEN: Final = "when"
_VAGUE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?", re.ASCII)
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:/\d{4}-\d{2}-\d{2})?", re.ASCII)
_ASKS_VAGUELY: Final = re.compile(
    r"몇\s?(?:년|월|해|학년도)|어느\s?(?:해|달|계절)|연도|\b(?:what|which) (?:year|month|season)\b", re.IGNORECASE
)
_NEARLY: Final = 3.0
"""Evidence this close to the best, in the model's score, tells of the same thing: twenty times less likely."""
_SURE: Final = 0.5


def finer_date(question: Question, holder: Evidence, evidence: Sequence[Evidence]) -> Evidence:
    """The sentence that tells the days where the best tells their month or year; ``holder`` where none does.

    Only one of the same article in which the days were marked, and which was itself read to answer or names all that
    is asked: another date of that month is another thing's. The reading does not know that 메트로폴리스 is what the
    article calls 세계대도시협의회, the evidence does.

    Args:
        question: asks when; one that asks for the month or year is answered with it.
        holder: the sentence that answers best.
        evidence: all sentences, best first.
    """
    period = _vague_period(holder.spans[_WHEN].value)
    if period is None or _ASKS_VAGUELY.search(question.text):
        return holder
    first, last = period
    finer = (
        other
        for other in evidence
        if other.article.article_id == holder.article.article_id
        and (span := other.spans.get(_WHEN)) is not None
        and _is_marked(other, span)
        and (_is_read_to_answer(other, holder) or other.names_all)
        and (day := _first_day(span.value)) is not None
        and first <= day <= last
    )
    return next(finer, holder)


def _vague_period(value: str | None) -> tuple[date, date] | None:
    """The days of a month or year, None for anything finer."""
    match = _VAGUE.fullmatch(value or "")
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 0)
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _first_day(value: str | None) -> date | None:
    match = _DAY.fullmatch(value or "")
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _is_marked(evidence: Evidence, span: Span) -> bool:
    """Whether these words are marked, if anything of the extract answers."""
    marked = evidence.marked
    return marked is not None and marked.share >= _SURE and marked.start < span.end and span.start < marked.end


def _is_read_to_answer(evidence: Evidence, holder: Evidence) -> bool:
    is_sure = evidence.marked is not None and evidence.marked.extract_answers >= _SURE
    return is_sure and evidence.score >= holder.score - _NEARLY
