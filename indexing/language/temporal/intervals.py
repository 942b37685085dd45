"""Calendar arithmetic: the days of a month, a quarter, a season, a week.

Everything raises ``ValueError`` or ``OverflowError`` where the calendar has no such day (30 February, year 0);
``finding`` treats that as "not an expression".
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

MONTHS_PER_YEAR = 12
DAYS_PER_WEEK = 7
FIRST_SHORT_YEAR = 70
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season; a season has three months, so winter ends in February of the next year."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A run of days, both ends included."""

    first: date
    last: date


def day(year: int, month: int, number: int) -> Interval:
    """One day."""
    only = date(year, month, number)
    return Interval(only, only)


@lru_cache(maxsize=1024)
def months(year: int, month: int, count: int = 1) -> Interval:
    """The days of ``count`` months from ``month`` on; ``month`` may run past 12 into later years."""
    first = first_of_month(year, month)
    if first.year == date.max.year and first.month + count > MONTHS_PER_YEAR:
        return Interval(first, date.max)
    return Interval(first, first_of_month(year, month + count) - timedelta(days=1))


def first_of_month(year: int, month: int) -> date:
    """The first of a month; ``month`` 0 is December of the year before, 13 January of the year after."""
    years, zero_based = divmod(month - 1, MONTHS_PER_YEAR)
    return date(year + years, zero_based + 1, 1)


def year_of(year: int) -> Interval:
    """The days of a calendar year."""
    return Interval(date(year, 1, 1), date(year, 12, 31))


def full_year(last_figures: int) -> int:
    """The year of '97 or '25: from 1970 to 2069."""
    return last_figures + (1900 if last_figures >= FIRST_SHORT_YEAR else 2000)


def half(year: int, number: int) -> Interval:
    """The first (1) or second (2) half of a year."""
    _check(number, 2, "half")
    return months(year, 6 * number - 5, 6)


def quarter(year: int, number: int) -> Interval:
    """A calendar quarter, 1 to 4."""
    _check(number, 4, "quarter")
    return months(year, 3 * number - 2, 3)


def season(year: int, name: str) -> Interval:
    """The three months of a season; ``year`` is the one that it begins in."""
    return months(year, SEASON_STARTS[name], 3)


def week(of: date, shift: int = 0) -> Interval:
    """Monday to Sunday of the week that holds ``of``, ``shift`` weeks on."""
    monday = of + timedelta(days=DAYS_PER_WEEK * shift - of.weekday())
    return Interval(monday, monday + timedelta(days=DAYS_PER_WEEK - 1))


def nth_weekday(month: Interval, nth: int, weekday: int) -> Interval:
    """The first (1) to fourth (4) or the last (-1) such weekday of a month; Monday is 0."""
    if nth > 0:
        ahead = (weekday - month.first.weekday()) % DAYS_PER_WEEK
        meant = month.first + timedelta(days=ahead + DAYS_PER_WEEK * (nth - 1))
    else:
        meant = month.last - timedelta(days=(month.last.weekday() - weekday) % DAYS_PER_WEEK)
    return Interval(meant, meant)


def third(month: Interval, number: int) -> Interval:
    """초순 (1st to 10th), 중순 (11th to 20th) or 하순 (21st to the end) of a month."""
    first = month.first.replace(day=10 * number - 9)
    return Interval(first, month.last if number == 3 else month.first.replace(day=10 * number))


def months_between(start: date, end: date) -> int:
    """Calendar months from ``start`` to ``end``, days of the month ignored."""
    return (end.year - start.year) * MONTHS_PER_YEAR + end.month - start.month


def _check(number: int, highest: int, unit: str) -> None:
    if not 1 <= number <= highest:
        raise ValueError(f"A year has no {unit} number {number}; it has 1 to {highest}.")
