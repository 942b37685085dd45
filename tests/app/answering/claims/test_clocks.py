import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.claims.clocks import find_clock_times

SAME = (
    ("오후 6시 30분", "6:30 p.m."),
    ("오후 6시 반", "18:30"),
    ("오전 9시", "9 a.m."),
    ("정오", "noon"),
    ("자정", "midnight"),
    ("밤 11시", "11 p.m."),
    ("새벽 2시", "2 a.m."),
    ("7시 10분", "7:10 p.m."),
)


@pytest.mark.parametrize(("korean", "english"), SAME)
def test_times_agree_across_languages(korean: str, english: str) -> None:
    (ours,), (theirs,) = find_clock_times(korean), find_clock_times(english)
    assert ours.agrees(theirs)
    assert theirs.agrees(ours)


@pytest.mark.parametrize(
    ("korean", "english"), [("오후 6시", "6 a.m."), ("오전 9시", "9:30 a.m."), ("정오", "midnight")]
)
def test_other_times_do_not(korean: str, english: str) -> None:
    (ours,), (theirs,) = find_clock_times(korean), find_clock_times(english)
    assert not ours.agrees(theirs)


@pytest.mark.parametrize("text", ["6시간 동안", "25시", "1:0으로 이겼다", "12:75"])
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    assert find_clock_times(text) == []


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_meets_itself(hour: int, minute: int) -> None:
    half, english = ("오후", "p.m.") if hour >= 12 else ("오전", "a.m.")
    (ours,) = find_clock_times(f"{half} {hour % 12 or 12}시 {minute}분")
    (theirs,) = find_clock_times(f"{hour % 12 or 12}:{minute:02d} {english}")
    assert ours.agrees(theirs)
