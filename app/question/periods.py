"""Time in retrieval: is an article about the period a question names, and does a question ask about now?"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from indexing.article import Article
from indexing.language.temporal import TemporalExpression, find_temporal_expressions

_PRESENT: Final = (
    r"현재|지금|요즘|요새|최근|최신|올해|금년"
    r"|\b(?:current(?:ly)?|now(?:adays)?|today|latest|recent(?:ly)?|newest|this year|these days|at present)\b"
)
_NAMES_PRESENT: Final = re.compile(_PRESENT, re.IGNORECASE)
_ABOUT_NOW: Final = re.compile(
    rf"{_PRESENT}|이번|이달|다음|내년|앞으로|이제|\b(?:next|upcoming|so far|this (?:month|time))\b", re.IGNORECASE
)
"""The present, and what looks ahead from it."""
_LAST_YEAR: Final = re.compile(r"지난해|작년|전년|\blast year\b|\bprevious year\b", re.IGNORECASE)
_NEXT_YEAR: Final = re.compile(r"내년|이듬해|다음 해|\bnext year\b", re.IGNORECASE)
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)


def asks_about_now(text: str) -> bool:
    """Whether a question wants the newest state of things: 현재, 올해, "current", "the next"."""
    return _ABOUT_NOW.search(text) is not None


def names_the_present(text: str) -> bool:
    """Whether a question says that it means the present, which an old article may miss: 현재, "these days"."""
    return _NAMES_PRESENT.search(text) is not None


def names_periods(periods: Sequence[TemporalExpression], article: Article, text: str) -> bool:
    """Whether a passage names all of the periods of a question; true where there are none.

    A year is named by its number, or by 지난해 or "next year" in an article of the year beside it; a month or day, by a
    date that lies in it.
    """
    named = f"{article.title}\n{text}"
    return all(_names(period, article.published_on, named) for period in periods)


def says_year(year: int, text: str) -> bool:
    """Whether a text holds the number of a year; 12024 does not hold 2024."""
    return re.search(rf"(?<!\d){year}(?!\d)", text) is not None


def published_in(periods: Sequence[TemporalExpression], article: Article) -> bool:
    """Whether the article came out in all of the periods; true where there are none."""
    day = article.published_on
    return all(day is not None and period.first <= day <= period.last for period in periods)


def headline_agrees(periods: Sequence[TemporalExpression], article: Article) -> float:
    """How far the times of a headline are those of a question, -1..1: 1 where they overlap, -1 where they do not.

    A headline tells what year an article is about when its day of publication does not: "내년 예산 2조 4,080억" of
    December 2024 is the budget of 2025, and that of 2026 is another one. 0 for a headline that names no time, or a
    question that names none; the mean over its periods where it names several.
    """
    if not periods:
        return 0.0
    named = find_temporal_expressions(article.title, article.published_on)
    return sum(_agrees(period, named) for period in periods) / len(periods)


def recency(days: Iterable[date | None]) -> dict[date | None, float]:
    """How new each of some days is among them: 0 for the oldest, 1 for the newest, evenly between; 0 for none."""
    order = sorted({day for day in days if day})
    return {None: 0.0} | {day: place / max(len(order) - 1, 1) for place, day in enumerate(order)}


def _agrees(period: TemporalExpression, named: Sequence[TemporalExpression]) -> int:
    if not named:
        return 0
    return 1 if any(map(period.overlaps, named)) else -1


def _names(period: TemporalExpression, published: date | None, text: str) -> bool:
    if period.granularity == "year":
        return _names_year(period.first.year, published, text)
    return _may_name_month(period, text) and _names_day(period, published, text)


def _names_year(year: int, published: date | None, text: str) -> bool:
    if says_year(year, text):
        return True
    if published is None:
        return False
    return (published.year == year + 1 and _LAST_YEAR.search(text) is not None) or (
        published.year == year - 1 and _NEXT_YEAR.search(text) is not None
    )


def _may_name_month(period: TemporalExpression, text: str) -> bool:
    """A cheap look before the dates of a text are read, which takes a hundred times as long."""
    lowered = text.lower()
    last = period.last.month if period.last.year == period.first.year else len(_MONTHS)
    months = range(period.first.month, last + 1)
    if any(f"{month}월" in text or _MONTHS[month - 1] in lowered for month in months):
        return True
    return "일" in text or str(period.first.year) in text


def _names_day(period: TemporalExpression, published: date | None, text: str) -> bool:
    dates = find_temporal_expressions(text, published)
    return any(period.first <= found.first and found.last <= period.last for found in dates)
