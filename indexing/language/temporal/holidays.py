"""Holidays: a table of those that follow the lunar calendar, one of those with a fixed day, and "추석 연휴"."""

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
        "buddha's birthday": """
            2015-05-25 2016-05-14 2017-05-03 2018-05-22 2019-05-12 2020-04-30 2021-05-19
            2022-05-08 2023-05-27 2024-05-15 2025-05-05 2026-05-24 2027-05-13 2028-05-02
            2029-05-20 2030-05-09 2031-05-28 2032-05-16 2033-05-06 2034-05-25 2035-05-15
        """,
    }.items()
}
"""First day of the first lunar month, fifteenth of the eighth and eighth of the fourth, on Korea's meridian,
which differs from China's in 2028 and 2030. Cross-checked against the "dangi" calendar of ICU 78 for every year
listed."""
LUNAR_HOLIDAYS["first full moon"] = tuple(day + timedelta(days=14) for day in LUNAR_HOLIDAYS["seollal"])

FIXED_HOLIDAYS = {
    "new year's day": (1, 1),
    "independence movement day": (3, 1),
    "workers' day": (5, 1),
    "children's day": (5, 5),
    "parents' day": (5, 8),
    "teachers' day": (5, 15),
    "memorial day": (6, 6),
    "constitution day": (7, 17),
    "liberation day": (8, 15),
    "foundation day": (10, 3),
    "hangeul day": (10, 9),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
}
"""Month and day of Korea's holidays and of those that the world shares."""

NEIGHBOUR_MONTHS = 2
"""A holiday without a year is this year's, unless last or next year's is at most so many months away."""

THREE_DAYS_OFF = ("seollal", "chuseok")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday, its eve or the day after, or the three days off around Seollal and Chuseok.

    Attributes:
        name: in LUNAR_HOLIDAYS or FIXED_HOLIDAYS.
        year: the stated one.
        direction: whether one past or to come is meant.
        days_off: all days off around it; only those of Seollal and Chuseok are known.
        beside: -1 for the eve alone ("추석 전날"), 1 for the day after alone.
        aside: whether it only describes something ("광복절 특사"), so that "이날" means another day.
    """

    name: str
    year: Counted | None = None
    direction: int = 0
    days_off: bool = False
    beside: int = 0
    aside: bool = False

    def resolve(self, scene: Scene) -> Reading | None:
        """The holiday of the stated year, else the likely one; None outside the years of the table."""
        if self.days_off and self.name not in THREE_DAYS_OFF:
            return None
        chosen = self._chosen(scene)
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
            aside=self.aside,
        )

    def _chosen(self, scene: Scene) -> Interval | None:
        if self.year is not None and self.year.base == "calendar":
            return self._of(self.year.value)
        if scene.anchor is None or scene.near is None:
            return None
        if self.year is not None:
            return self._of(scene.anchor.year + self.year.value)
        year = scene.near.year
        options = [one for one in map(self._of, (year - 1, year, year + 1)) if one is not None]
        if self.direction == PAST:
            options = [option for option in options if option.last < scene.anchor]
        near = (one for one in options if abs(months_between(scene.anchor, one.first)) <= NEIGHBOUR_MONTHS)
        return choose(options, scene, self.direction, next(near, None) or self._of(year))

    def _of(self, year: int) -> Interval | None:
        """Its days in a year; an eve is of the year of its holiday."""
        if self.name in FIXED_HOLIDAYS:
            day = date(year, *FIXED_HOLIDAYS[self.name]) if date.min.year < year < date.max.year else None
        else:
            day = next((one for one in LUNAR_HOLIDAYS[self.name] if one.year == year), None)
        if day is None:
            return None
        around = timedelta(days=1 if self.days_off else 0)
        day += timedelta(days=self.beside)
        return Interval(day - around, day + around)
