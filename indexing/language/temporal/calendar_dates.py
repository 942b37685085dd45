"""Dates of the calendar, however much of year, month and day the words state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexing.language.temporal.clocks import day_beside
from indexing.language.temporal.intervals import Interval, day, first_of_month, months, third, year_of
from indexing.language.temporal.likely_dates import (
    carried_day,
    carried_year,
    days_around,
    exists,
    likely_month,
    likely_year,
)
from indexing.language.temporal.nth_weekdays import NthWeekday
from indexing.language.temporal.scene import Counted, Reading, Scene, choose
from indexing.language.temporal.years_of_events import year_of_event

UNSURE_DAYS = 183
"""A date without a year is ambiguous where its likely year is not also the nearest."""

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
"""Years that news writes with four digits; 0012년 or 9999년 is a code or a typing error."""

NEW_YEAR_FROM = 9
"""From this month on the new year is the next one."""

SEARCH_YEARS, LEAP_SEARCH_YEARS = 1, 8
LEAP_DAY = (2, 29)
"""Eight years apart about 1900 and 2100, four otherwise."""

THIRDS = {"first third": 1, "second third": 2, "last third": 3}


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, month or year of the calendar, as far as it is stated; ``likely_dates`` has the rules for the rest.

    Attributes:
        year: stated or counted year.
        month: stated or counted month.
        day: day of the month; one by its weekday needs the month.
        direction: PAST for "지난", FUTURE for "오는", else 0.
        part: "first third", "second third" or "last third" of a month; "vague" for 초, 말, early, late, which
            name no days: the whole unit is kept and the expression is ambiguous.
        behind: the Korean words behind a date, whose tense may tell its month or year.
    """

    year: Counted | None = None
    month: Counted | None = None
    day: int | NthWeekday | None = None
    direction: int = 0
    part: str | None = None
    behind: str = ""

    def in_month_of(self, start: "CalendarDate") -> "CalendarDate":
        """The "5, 2025" of "Nov. 3-5, 2025": the end of a range that leaves its month to its start."""
        lacks_month = self.year is not None and self.month is None and self.day is not None
        return replace(self, month=start.month) if lacks_month else self

    def resolve(self, scene: Scene) -> Reading | None:
        """The days meant."""
        whole = self._whole(scene)
        if whole is None or self.part is None:
            return whole
        if self.part == "vague":
            return replace(whole, ambiguous=True)
        days = third(Interval(whole.first, whole.last), THIRDS[self.part])
        return replace(whole, first=days.first, last=days.last, granularity="range")

    def _whole(self, scene: Scene) -> Reading | None:
        if scene.other_clock and (beside := self._by_another_clock(scene)) is not None:
            return beside
        if self.year is not None:
            return self._in_stated_year(self.year, scene)
        if self.month is None:
            return self._in_likely_month(scene)
        if self.month.base != "calendar":
            return self._in_counted_month(self.month, scene)
        return self._in_likely_year(self.month.value, scene)

    def _by_another_clock(self, scene: Scene) -> Reading | None:
        counted = self.year is not None or (self.month is not None and self.month.base != "calendar")
        if counted or scene.named is None or scene.anchor is None or not isinstance(self.day, int):
            return None
        days = day_beside(scene.named.first, self.month.value if self.month else None, self.day)
        return None if days is None else replace(self._reading(days), aside=True)

    def _in_stated_year(self, year: Counted, scene: Scene) -> Reading | None:
        number = _year_number(year, scene)
        if number is None:
            return None
        relative = _is_relative(year, scene)
        if self.month is None:
            days = year_of(number)
            return None if self.day else Reading(days.first, days.last, "year", relative)
        return self._reading(self._days(number, self.month.value), relative)

    def _in_counted_month(self, month: Counted, scene: Scene) -> Reading | None:
        base = scene.anchor
        if month.base == "text":
            told = scene.counted_from
            base = told.first if told and told.granularity != "year" else None
        if base is None:
            return None
        first = first_of_month(base.year, base.month + month.value)
        return self._reading(self._days(first.year, first.month), _is_relative(month, scene))

    def _in_likely_year(self, month: int, scene: Scene) -> Reading | None:
        if scene.near is None:
            return None
        if self._is_free(scene) and scene.weekday is None and scene.named is not None:
            carried = carried_year(self._options(scene.named.first.year, month), scene)
            if carried is not None:
                return self._reading(carried, ambiguous=scene.named.ambiguous)
        options = self._options(scene.near.year, month)
        likely = None if scene.anchor is None else likely_year(options, scene.anchor)
        if (self._is_free(scene) or not self.behind) and scene.named is not None:
            around = self._options(scene.named.first.year, month)
            if (of_event := year_of_event(around, likely, scene, self.behind)) is not None:
                return self._reading(of_event)
        return self._chosen(options, scene, likely)

    def _in_likely_month(self, scene: Scene) -> Reading | None:
        if self.part is not None and scene.left is not None:  # "내달 초순부터 중순까지"
            start = scene.left
            return replace(self._reading(months(start.first.year, start.first.month)), relative=start.relative)
        if scene.near is None or not isinstance(self.day, int):
            return None
        options = days_around(scene.near, self.day)
        if self._is_free(scene) and scene.weekday is None:
            carried = carried_day(options, scene, self.behind)
            if carried is not None:
                return self._reading(carried, ambiguous=not scene.listed)
        likely = None if scene.anchor is None else likely_month(options, scene.anchor, self.behind)
        return self._chosen(options, scene, likely)

    def _is_free(self, scene: Scene) -> bool:
        """Whether neither the words nor a range say which year or month is meant, so that the sentence may."""
        return self.direction == 0 and scene.anchor is not None and scene.left is None and scene.right is None

    def _chosen(self, options: Sequence[Interval], scene: Scene, likely: Interval | None) -> Reading | None:
        chosen = choose(options, scene, self.direction, likely)
        if chosen is None:
            return None
        end = scene.left or scene.right
        if end is not None:
            return self._reading(chosen, end.relative, end.ambiguous)
        fits_weekday = scene.weekday == chosen.first.weekday()
        return self._reading(
            chosen, ambiguous=self._is_free(scene) and not fits_weekday and self._is_unsure(chosen, scene)
        )

    def _is_unsure(self, chosen: Interval, scene: Scene) -> bool:
        if scene.anchor is None:
            return False
        if self.month is None:
            return chosen.first.month != scene.anchor.month
        far = abs((chosen.first - scene.anchor).days) > UNSURE_DAYS
        return far or chosen.first.year != scene.anchor.year

    def _options(self, year: int, month: int) -> list[Interval]:
        reach = LEAP_SEARCH_YEARS if (month, self.day) == LEAP_DAY else SEARCH_YEARS
        years = range(max(1, year - reach), min(date.max.year, year + reach) + 1)
        return [
            self._days(one, month) for one in years if not isinstance(self.day, int) or exists(one, month, self.day)
        ]

    def _days(self, year: int, month: int) -> Interval:
        if not 1 <= month <= 12:
            raise ValueError(f"There is no month number {month}; a year has 1 to 12.")
        if isinstance(self.day, int):
            return day(year, month, self.day)
        whole = months(year, month)
        return whole if self.day is None else self.day.day_of(whole)

    def _reading(self, days: Interval, relative: bool = True, ambiguous: bool = False) -> Reading:
        if isinstance(self.day, NthWeekday):
            ambiguous |= self.day.is_unsure(months(days.first.year, days.first.month))
        return Reading(days.first, days.last, "month" if self.day is None else "day", relative, ambiguous)


def _year_number(year: Counted, scene: Scene) -> int | None:
    if year.base == "calendar":
        return year.value if EARLIEST_YEAR <= year.value <= LATEST_YEAR else None
    if year.base == "text":
        return scene.counted_from.first.year + year.value if scene.counted_from else None
    if scene.anchor is None:
        return None
    return scene.anchor.year + year.value + (year.base == "new year" and scene.anchor.month >= NEW_YEAR_FROM)


def _is_relative(counted: Counted, scene: Scene) -> bool:
    """Whether the anchor was needed: not for "이듬해" at the end of a range that begins with a stated year."""
    if counted.base == "text" and scene.left is not None:
        return scene.left.relative
    return counted.base != "calendar"
