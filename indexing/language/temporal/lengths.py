"""Periods that are told by their first day and their length: "14일부터 사흘간", "for two weeks from Nov. 14"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from indexing.language.temporal.intervals import DAYS_PER_WEEK, first_of_month, months
from indexing.language.temporal.scene import Reading

REACH = 48
"""Characters before a day in which its length is looked for."""

_POSSESSIVE = ("'s", "’s")
"""Behind a day: it is that day's thing that is counted from ("fell for three days from Friday's high")."""

_UNITS_FROM: Final = {
    "day": ("day", "week", "month", "year"),
    "week": ("week",),
    "month": ("month", "year"),
    "year": ("year",),
}
"""The units that are counted from each: two months from 14 September or from September, not from 2025."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts: 사흘, two weeks."""

    count: int
    unit: Literal["day", "week", "month", "year"]
    ambiguous: bool = False

    def beginning_with(self, start: Reading) -> Reading | None:
        """The period that begins with a day, week, month or year, that one counted; None where it cannot be counted.

        Three days from the 14th are the 14th to the 16th, a month is the 14th to the 13th of the next.

        Raises:
            ValueError: it ends after the year 9999.
            OverflowError: likewise.
        """
        if self.count < 1 or self.unit not in _UNITS_FROM.get(start.granularity, ()):
            return None
        last = max(start.last, self._day_after(start.first) - timedelta(days=1))
        granularity = start.granularity if last == start.last else "range"
        return replace(start, last=last, granularity=granularity, ambiguous=start.ambiguous or self.ambiguous)

    def _day_after(self, first: date) -> date:
        if self.unit in ("day", "week"):
            return first + timedelta(days=self.count * (DAYS_PER_WEEK if self.unit == "week" else 1))
        month = first_of_month(first.year, first.month + self.count * (12 if self.unit == "year" else 1))
        last = months(month.year, month.month).last
        return month.replace(day=first.day) if first.day <= last.day else last + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LengthWords:
    """How a language says a length with the day that it begins on.

    Attributes:
        behind: what follows the day: "부터 사흘간", " for three days".
        opening: what has to stand before the day for that, ended with ``$``: "from "; None for nothing.
        before: what stands before the day instead, ended with ``$``: "for three days from "; None where nothing does.
        read: the length that a match of ``behind`` or ``before`` tells.
    """

    behind: re.Pattern[str]
    read: Callable[[re.Match[str]], Length]
    opening: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None

    def find(self, text: str, begin: int, start: int, end: int) -> tuple[int, int, Length] | None:
        """Where the words for a day from ``start`` to ``end`` begin and end with its length, and that length.

        Args:
            text: the whole text.
            begin: where words that are not spent begin.
            start: of the day.
            end: of the day.
        """
        begin = max(begin, start - REACH)
        match = self.behind.match(text, end)
        if match is not None and (self.opening is None or self.opening.search(text[begin:start])):
            return start, match.end(), self.read(match)
        if self.before is None or text.startswith(_POSSESSIVE, end):
            return None
        match = self.before.search(text[begin:start])
        return (begin + match.start(), end, self.read(match)) if match is not None else None
