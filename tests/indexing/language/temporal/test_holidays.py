"""The table of lunar holidays against the moon itself, and the year of a holiday that states none."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.temporal.holidays import FIXED_HOLIDAYS, LUNAR_HOLIDAYS, NEIGHBOUR_MONTHS, Holiday
from indexing.language.temporal.intervals import months_between
from indexing.language.temporal.scene import Scene

NEW_MOON = datetime(2000, 1, 6, 18, 14, tzinfo=UTC)
"""A new moon of the mean lunation (Meeus, Astronomical Algorithms, chapter 49)."""

MONTH_DAYS = 29.530588861
SEOUL_HOURS = 9


def days_after_new_moon(day: date) -> float:
    """Age of the mean moon at noon in Seoul, in days from -15 to 15."""
    noon = datetime(day.year, day.month, day.day, 12 - SEOUL_HOURS, tzinfo=UTC)
    age = (noon - NEW_MOON) / timedelta(days=1) % MONTH_DAYS
    return age - MONTH_DAYS if age > MONTH_DAYS / 2 else age


@pytest.mark.parametrize("day", LUNAR_HOLIDAYS["seollal"], ids=str)
def test_seollal_is_the_day_of_a_new_moon_in_deep_winter(day: date) -> None:
    assert abs(days_after_new_moon(day)) < 1.2
    assert date(day.year, 1, 21) <= day <= date(day.year, 2, 20)


@pytest.mark.parametrize("day", LUNAR_HOLIDAYS["chuseok"], ids=str)
def test_chuseok_is_the_fifteenth_day_of_its_moon_in_early_autumn(day: date) -> None:
    assert abs(days_after_new_moon(day - timedelta(days=14))) < 1.2
    assert date(day.year, 9, 7) <= day <= date(day.year, 10, 8)


@pytest.mark.parametrize("day", LUNAR_HOLIDAYS["buddha's birthday"], ids=str)
def test_buddhas_birthday_is_the_eighth_day_of_its_moon_in_spring(day: date) -> None:
    assert abs(days_after_new_moon(day - timedelta(days=7))) < 1.2
    assert date(day.year, 4, 28) <= day <= date(day.year, 5, 29)


@given(st.sampled_from(sorted(FIXED_HOLIDAYS)), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_fixed_holiday_is_its_day_of_this_year_or_of_one_near_by(name: str, anchor: date) -> None:
    found = Holiday(name).resolve(Scene(anchor))
    assert found is not None
    assert (found.first.month, found.first.day) == FIXED_HOLIDAYS[name]
    assert found.first.year == anchor.year or abs(months_between(anchor, found.first)) <= NEIGHBOUR_MONTHS
    assert found.last == found.first


@pytest.mark.parametrize("days", LUNAR_HOLIDAYS.values(), ids=LUNAR_HOLIDAYS)
def test_the_table_has_every_year_once(days: tuple[date, ...]) -> None:
    assert [day.year for day in days] == list(range(2015, 2036))
