"""ISO 8601 dates, months, years and intervals as first and last day, so that ways of writing one span are equal."""

import re
from calendar import monthrange
from datetime import date

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

Interval = tuple[date, date]
"""First and last day, both included."""


def parse_interval(text: str) -> Interval | None:
    """The days that a date, month ("2025-09"), year ("2025") or interval ("2025-09-29/2025-10-01") covers.

    None where the text is none of these, names a day that does not exist, or ends before it begins.
    """
    parts = [_period(part) for part in text.strip().split("/")]
    if len(parts) > 2 or parts[0] is None or parts[-1] is None:
        return None
    first, last = parts[0][0], parts[-1][1]
    return (first, last) if first <= last else None


def _period(text: str) -> Interval | None:
    match = DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:  # the pattern fits but the calendar has no such day
        return None
    return first, _last_day(first, whole_year=month is None, whole_month=day is None)


def _last_day(first: date, *, whole_year: bool, whole_month: bool) -> date:
    if whole_year:
        return first.replace(month=12, day=31)
    return first.replace(day=monthrange(first.year, first.month)[1]) if whole_month else first
