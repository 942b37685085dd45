from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.claims.clocks import find_clock_times
from indexing.language.temporal import find_temporal_expressions

SAME = (
    ("오후 6시 30분", "6:30 p.m."),
    ("오후 6시 반", "18:30"),
    ("오전 9시", "9 a.m."),
    ("정오", "noon"),
    ("자정", "midnight"),
    ("밤 11시", "11 p.m."),
    ("새벽 2시", "2 a.m."),
    ("밤 12시", "midnight"),
    ("밤 12시 30분", "12:30 a.m."),
    ("어젯밤 12시", "12 a.m."),
    ("자정", "12 midnight"),
    ("낮 12시", "12:00 noon"),
    ("낮 11시", "11 a.m."),
    ("밤 2시", "2 a.m."),
    ("오후 0시 30분", "12:30 p.m."),
    ("7시 10분", "7:10 p.m."),
)


@pytest.mark.parametrize(("korean", "english"), SAME)
def test_times_agree_across_languages(korean: str, english: str) -> None:
    (ours,), (theirs,) = find_clock_times(korean), find_clock_times(english)
    assert ours.agrees(theirs)
    assert theirs.agrees(ours)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("오후 6시", "6 a.m."),
        ("오전 9시", "9:30 a.m."),
        ("정오", "midnight"),
        ("밤 12시", "noon"),
        ("밤 12시", "12 p.m."),
    ],
)
def test_other_times_do_not(korean: str, english: str) -> None:
    (ours,), (theirs,) = find_clock_times(korean), find_clock_times(english)
    assert not ours.agrees(theirs)


@pytest.mark.parametrize("text", ["6시간 동안", "25시", "1:0으로 이겼다", "12:75"])
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    assert find_clock_times(text) == []


@given(st.sampled_from(("오전", "오후", "새벽", "아침", "낮", "저녁", "밤")), st.integers(1, 12))
def test_dates_and_claims_read_the_same_words_as_the_same_time(half: str, hour: int) -> None:
    (ours,) = find_clock_times(f"{half} {hour}시 20분")
    (day,) = find_temporal_expressions(f"9월 20일 {half} {hour}시 20분", date(2025, 9, 1))
    assert day.time == f"{ours.minutes // 60:02d}:{ours.minutes % 60:02d}"


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_meets_itself(hour: int, minute: int) -> None:
    half, english = ("오후", "p.m.") if hour >= 12 else ("오전", "a.m.")
    (ours,) = find_clock_times(f"{half} {hour % 12 or 12}시 {minute}분")
    (theirs,) = find_clock_times(f"{hour % 12 or 12}:{minute:02d} {english}")
    assert ours.agrees(theirs)
