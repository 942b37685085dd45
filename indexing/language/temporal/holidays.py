"""Seollal and Chuseok, whose days follow the lunar calendar: a table, and the meaning "추석 연휴"."""

from dataclasses import dataclass
from datetime import date, timedelta

from indexing.language.temporal.intervals import Interval, months_between
from indexing.language.temporal.scene import PAST, Counted, Reading, Scene, choose

LUNAR_HOLIDAYS: dict[str, tuple[date, ...]] = {
    name: tuple(map(date.fromisoformat, days.split()))
    for name, days in {
        "seollal": """
            2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12
            2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-07 2028-01-27
            2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08
        """,
        "chuseok": """
            2015-09-27 2016-09-15 2017-10-04 2018-09-24 2019-09-13 2020-10-01 2021-09-21
            2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03
            2029-09-22 2030-09-12 2031-10-01 2032-09-19 2033-09-08 2034-09-27 2035-09-16
        """,
    }.items()
}
"""First day of the first lunar month and fifteenth of the eighth, on Korea's meridian, which differs from
China's in 2028 and 2030. Cross-checked against the "dangi" calendar of ICU 78 for every year listed."""

NEIGHBOUR_MONTHS = 2
"""A holiday without a year is this year's, unless last or next year's is at most so many months away."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A lunar holiday, or the three days off around it (its eve, the day, the day after).

    Attributes:
        name: in LUNAR_HOLIDAYS.
        year: the stated one.
        direction: whether one past or to come is meant.
        days_off: all three days.
        beside: -1 for the eve alone ("추석 전날"), 1 for the day after alone.
    """

    name: str
    year: Counted | None = None
    direction: int = 0
    days_off: bool = False
    beside: int = 0

    def resolve(self, scene: Scene) -> Reading | None:
        """The holiday of the stated year, else the likely one; None outside the years of the table."""
        options = [self._days(day) for day in LUNAR_HOLIDAYS[self.name]]
        chosen = self._chosen(options, scene)
        if chosen is None:
            return None
        stated = self.year is not None
        relative = self.year is None or self.year.base != "calendar"
        return Reading(
            chosen.first,
            chosen.last,
            "range" if self.days_off else "day",
            relative,
            ambiguous=not stated and self.direction == 0,
        )

    def _days(self, day: date) -> Interval:
        around = timedelta(days=1 if self.days_off else 0)
        day += timedelta(days=self.beside)
        return Interval(day - around, day + around)

    def _chosen(self, options: list[Interval], scene: Scene) -> Interval | None:
        if self.year is not None and self.year.base == "calendar":
            return _of_year(options, self.year.value)
        if scene.anchor is None:
            return None
        if self.year is not None:
            return _of_year(options, scene.anchor.year + self.year.value)
        if self.direction == PAST:
            options = [option for option in options if option.last < scene.anchor]
        return choose(options, scene, self.direction, _likely(options, scene.anchor))


def _of_year(options: list[Interval], year: int) -> Interval | None:
    return next((option for option in options if option.first.year == year), None)


def _likely(options: list[Interval], anchor: date) -> Interval | None:
    near = [one for one in options if abs(months_between(anchor, one.first)) <= NEIGHBOUR_MONTHS]
    return near[0] if near else _of_year(options, anchor.year)
