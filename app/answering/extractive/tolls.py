"""Tolls that grow from report to report: 2명 in the flash, 4명 at noon, 5명 the next day. The latest report answers."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Final

from app.answering.claims.figures import find_figures
from app.answering.claims.victims import KINDS, Victims
from app.answering.evidence.evidence import Evidence
from app.answering.extractive.disagreement import DAYS_APART, gives_another_number, is_of_the_same
from app.question.question import Question
from indexing.article import Article

_COUNTED: Final = "how_many"


def latest_toll(question: Question, holder: Evidence, evidence: Sequence[Evidence]) -> Evidence:
    """The sentence with the toll of the latest report on the same happening; ``holder`` where none is later.

    A question that names a time asks for the toll as it was then.

    Args:
        question: asks for a number.
        holder: the sentence that answers best.
        evidence: all sentences, best first.
    """
    victims = next((one for one in KINDS if one.asked.search(question.text)), None)
    if victims is None or question.periods or not _counts(victims, holder):
        return holder
    later = [
        other
        for other in evidence
        if _is_later(holder.article, other.article)
        and _counts(victims, other)
        and is_of_the_same(holder, other)
        and gives_another_number(holder, other)
    ]
    return max(later, key=lambda other: (_moment(other.article), other.score), default=holder)


def _counts(victims: Victims, evidence: Evidence) -> bool:
    """Whether the number that answers is one of such victims, and not of others beside them."""
    span = evidence.spans.get(_COUNTED)
    if span is None or not find_figures(span.text):
        return False
    return victims.are_counted(evidence.text, span.start, span.end)


def _is_later(one: Article, other: Article) -> bool:
    """Whether another article came out after one, within days."""
    ours, theirs = one.published_on, other.published_on
    if ours is None or theirs is None or not 0 <= (theirs - ours).days <= DAYS_APART:
        return False
    return theirs > ours or _moment(other) > _moment(one)


def _moment(article: Article) -> datetime:
    """When an article came out, on its outlet's clock; the beginning of its day where no time is known."""
    published = article.published_at
    if isinstance(published, datetime):
        return published.replace(tzinfo=None)
    return datetime.combine(published, time.min) if published else datetime.min
