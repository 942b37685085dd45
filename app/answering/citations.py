"""From evidence to citations: exact spans of articles, numbered, with their dates resolved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from app.answering.answer import Citation, DateReading, RetrievedPassage
from indexing.language.temporal import TemporalExpression, find_temporal_expressions


def cite(
    marker: int, passage: RetrievedPassage, quote: str, start: int, dates: Iterable[TemporalExpression]
) -> Citation:
    """A citation.

    Args:
        marker: its number.
        passage: where the quote stands.
        quote: text of the article.
        start: offset of the quote in the article's body.
        dates: temporal expressions of the quote, resolved; offsets count from the quote's beginning.
    """
    readings = tuple(
        DateReading(found.text, found.iso, start + found.start, start + found.end, found.relative) for found in dates
    )
    return Citation(marker, passage, quote, start, start + len(quote), readings)


def dates_of(passage: RetrievedPassage) -> tuple[TemporalExpression, ...]:
    """A passage's temporal expressions, resolved against its article's publication day; offsets in the passage."""
    return find_temporal_expressions(passage.text, published_day(passage))


def dates_within(dates: Iterable[TemporalExpression], start: int, end: int) -> tuple[TemporalExpression, ...]:
    """Those of a text's dates that lie in ``text[start:end]``, with offsets counting from ``start``."""
    return tuple(
        replace(found, start=found.start - start, end=found.end - start)
        for found in dates
        if start <= found.start and found.end <= end
    )


def newest(citations: Sequence[Citation]) -> date | None:
    """Publication day of the newest cited article: as of when the answer holds."""
    days = [day for citation in citations if (day := published_day(citation.passage))]
    return max(days, default=None)


def published_day(passage: RetrievedPassage) -> date | None:
    """The day an article was published."""
    moment = passage.published_at
    return None if moment is None else date(moment.year, moment.month, moment.day)
