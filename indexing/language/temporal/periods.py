"""Weeks, weekdays, halves, quarters, seasons and decades. Weeks run from Monday to Sunday, as news counts them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from indexing.language.temporal.intervals import Interval, half, quarter, season, week
from indexing.language.temporal.scene import FUTURE, PAST, Counted, Meaning, Reading, Scene

WEDNESDAY = 2
SATURDAY = 5
SEARCH_YEARS = range(-2, 3)
EARNINGS_MONTHS = 3
"""Until March "4분기" is the one that just ended: that is when companies report it."""


@dataclass(frozen=True, slots=True)
class Week:
    """이번 주, 지난주, next week; with ``weekend`` only its Saturday and Sunday."""

    shift: int
    weekend: bool = False

    def resolve(self, scene: Scene) -> Reading | None:
        """The week so many weeks from the anchor's."""
        if scene.anchor is None:
            return None
        days = week(scene.anchor, self.shift)
        if self.weekend:
            return Reading(days.first + timedelta(days=SATURDAY), days.last, "range")
        return Reading(days.first, days.last, "week")


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week of Nov. 10: the one that a day lies in."""

    day: Meaning

    def resolve(self, scene: Scene) -> Reading | None:
        """Monday to Sunday around the day."""
        of = self.day.resolve(scene)
        if of is None:
            return None
        days = week(of.first)
        return Reading(days.first, days.last, "week", of.relative, of.ambiguous)


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend, without saying which: on one, that one; else the last, or where ``coming``, the next.

    With ``coming`` None it is the last until Tuesday, and then the next.
    """

    coming: bool | None = None

    def resolve(self, scene: Scene) -> Reading | None:
        """Its Saturday and Sunday."""
        if scene.anchor is None:
            return None
        today = scene.anchor.weekday()
        coming = today >= WEDNESDAY if self.coming is None else self.coming
        days = week(scene.anchor, 0 if coming or today >= SATURDAY else -1)
        return Reading(days.first + timedelta(days=SATURDAY), days.last, "range", ambiguous=True)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day named by its weekday (Monday 0), of a counted week, or else the nearest in a direction.

    Without a week, PAST is the latest before the anchor ("지난 화요일", "last Tuesday") and FUTURE the first after
    it ("오는 토요일"). Direction 0 is a bare "Tuesday": the latest up to the anchor's own day, because news tells
    what has happened; ``coming`` turns that round ("by Tuesday", "will meet Tuesday").
    """

    weekday: int
    week: int | None = None
    direction: int = 0
    coming: bool = False

    def in_week_of(self, end: "Weekday") -> "Weekday":
        """The start of a range that leaves its week to its end: "Tuesday through Friday next week"."""
        return replace(self, week=end.week) if self.week is None and not self.direction else self

    def resolve(self, scene: Scene) -> Reading | None:
        """The day meant."""
        anchor = scene.anchor
        if anchor is None:
            return None
        if self.week is not None:
            meant = week(anchor, self.week).first + timedelta(days=self.weekday)
            return Reading(meant, meant, "day")
        meant = self._after_range_start(scene.left) if scene.left else self._nearest(anchor)
        return Reading(meant, meant, "day", ambiguous=self.direction == 0)

    def _after_range_start(self, left: Reading) -> date:
        return left.first + timedelta(days=(self.weekday - left.first.weekday()) % 7)

    def _nearest(self, anchor: date) -> date:
        ahead = (self.weekday - anchor.weekday()) % 7
        if self.direction == FUTURE:
            return anchor + timedelta(days=ahead or 7)
        if self.direction == PAST:
            return anchor + timedelta(days=ahead - 7)
        if self.coming or ahead == 0:
            return anchor + timedelta(days=ahead)
        return anchor + timedelta(days=ahead - 7)


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A half, quarter or season.

    Without a year, PAST is the latest that is over, FUTURE the first not yet over ("오는 하반기"; for a season the
    first not yet begun), and 0 the anchor's year's; except that a fourth quarter until March is the one just
    ended, and a winter until March is the one that began last December.

    Attributes:
        unit: which part.
        name: "1" to "4" for halves and quarters, else "spring", "summer", "autumn", "winter".
        year: stated or counted year; that a season begins in.
        direction: PAST, FUTURE or 0.
    """

    unit: Literal["half", "quarter", "season"]
    name: str
    year: Counted | None = None
    direction: int = 0

    def resolve(self, scene: Scene) -> Reading | None:
        """The days of the part."""
        relative = self.year is None or self.year.base != "calendar"
        days = self._chosen(scene)
        if days is None:
            return None
        return Reading(days.first, days.last, self.unit, relative, self._is_unsure())

    def _is_unsure(self) -> bool:
        return self.year is None and (self.direction == 0 or (self.unit == "season" and self.direction == FUTURE))

    def _chosen(self, scene: Scene) -> Interval | None:
        if self.year is not None and self.year.base == "calendar":
            return self._of(self.year.value)
        if scene.anchor is None:
            return None
        if self.year is not None:
            named = scene.named.first if self.year.base == "text" and scene.named else scene.anchor
            return self._of(named.year + self.year.value)
        if self.direction == 0:
            return self._of(scene.anchor.year - self._began_last_year(scene.anchor))
        return self._in_direction([self._of(scene.anchor.year + shift) for shift in SEARCH_YEARS], scene.anchor)

    def _in_direction(self, options: list[Interval], anchor: date) -> Interval | None:
        if self.direction == PAST:
            return next((one for one in reversed(options) if one.last < anchor), None)
        if self.unit == "season":
            return next((one for one in options if one.first > anchor), None)
        return next((one for one in options if one.last >= anchor), None)

    def _began_last_year(self, anchor: date) -> bool:
        ends_the_year = (self.unit, self.name) in (("quarter", "4"), ("season", "winter"))
        return ends_the_year and anchor.month <= EARNINGS_MONTHS

    def _of(self, year: int) -> Interval:
        build: dict[str, Callable[[], Interval]] = {
            "half": lambda: half(year, int(self.name)),
            "quarter": lambda: quarter(year, int(self.name)),
            "season": lambda: season(year, self.name),
        }
        return build[self.unit]()


@dataclass(frozen=True, slots=True)
class Quarter:
    """지난 분기, this quarter: counted from the anchor's."""

    shift: int

    def resolve(self, scene: Scene) -> Reading | None:
        """The quarter so many quarters from the anchor's."""
        if scene.anchor is None:
            return None
        years, number = divmod((scene.anchor.month - 1) // 3 + self.shift, 4)
        days = quarter(scene.anchor.year + years, number + 1)
        return Reading(days.first, days.last, "quarter")


@dataclass(frozen=True, slots=True)
class Decade:
    """1990년대, the 1990s."""

    first_year: int

    def resolve(self, scene: Scene) -> Reading | None:
        """Its ten years."""
        return Reading(date(self.first_year, 1, 1), date(self.first_year + 9, 12, 31), "range", relative=False)
