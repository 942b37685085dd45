"""Times of day that stand with a day, and those at which it ends."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.temporal import (
    TemporalExpression,
    english_moment,
    find_temporal_expressions,
    is_time_of_day,
    korean_moment,
    korean_time,
)

PUBLISHED = date(2024, 1, 16)


def found(words: str) -> TemporalExpression:
    (one,) = find_temporal_expressions(words, PUBLISHED)
    return one


@pytest.mark.parametrize(
    ("words", "text", "days", "time", "until"),
    [
        (
            "오는 18일 밤 10시부터 19일 새벽 5시까지 물을 보내지 않는다",
            "오는 18일 밤 10시부터 19일 새벽 5시까지",
            "2024-01-18/2024-01-19",
            "22:00",
            "05:00",
        ),
        ("20일 오전 9시부터 오후 6시까지 받는다", "20일 오전 9시부터 오후 6시까지", "2024-01-20", "09:00", "18:00"),
        ("20일 오전 9시부터 6시까지 받는다", "20일 오전 9시부터 6시까지", "2024-01-20", "09:00", "18:00"),
        ("20일 오후 2시~4시 공청회", "20일 오후 2시~4시", "2024-01-20", "14:00", "16:00"),
        ("20일 밤 10시부터 새벽 5시까지", "20일 밤 10시부터 새벽 5시까지", "2024-01-20", "22:00", "05:00"),
        ("2025-01-20 10:00~12:00 접속", "2025-01-20 10:00~12:00", "2025-01-20", "10:00", "12:00"),
        ("2024. 1. 20.(토) 14시~16시 설명회", "2024. 1. 20.(토) 14시~16시", "2024-01-20", "14:00", "16:00"),
        ("2024.1.20.(토) 오후 2시~4시", "2024.1.20.(토) 오후 2시~4시", "2024-01-20", "14:00", "16:00"),
        ("20일 24시까지 받는다", "20일 24시", "2024-01-20", "24:00", None),
        ("20일 자정까지 받는다", "20일 자정", "2024-01-20", "24:00", None),
        ("20일 자정부터 받는다", "20일 자정", "2024-01-20", "00:00", None),
        ("20일 밤 12시까지 받는다", "20일 밤 12시", "2024-01-20", "24:00", None),
        ("20일 오후 6시부터 자정까지", "20일 오후 6시부터 자정까지", "2024-01-20", "18:00", "24:00"),
        ("20일 00시부터 24시까지", "20일 00시부터 24시까지", "2024-01-20", "00:00", "24:00"),
        ("20일 24시 30분에 떠난다", "20일", "2024-01-20", None, None),
        ("on 20 March at 9 a.m. to 6 p.m.", "20 March at 9 a.m. to 6 p.m.", "2024-03-20", "09:00", "18:00"),
        ("20일 오후 2시부터 4시간 동안", "20일 오후 2시", "2024-01-20", "14:00", None),
        ("20일 오후 2시부터 25시까지", "20일 오후 2시", "2024-01-20", "14:00", None),
        ("18일부터 19일 새벽 5시까지", "18일부터 19일 새벽 5시까지", "2024-01-18/2024-01-19", None, "05:00"),
        ("18일 밤 10시부터 19일까지", "18일 밤 10시부터 19일까지", "2024-01-18/2024-01-19", "22:00", None),
    ],
)
def test_a_period_keeps_the_times_of_both_of_its_ends(
    words: str, text: str, days: str, time: str | None, until: str | None
) -> None:
    one = found(words)

    assert (one.text, one.iso, one.time, one.until) == (text, days, time, until)


@pytest.mark.parametrize(
    ("value", "until", "korean", "english"),
    [
        ("2024-01-20", None, "2024년 1월 20일 오후 10시", "20 January 2024, 22:00"),
        ("2024-01-20", "24:00", "2024년 1월 20일 오후 10시부터 밤 12시까지", "20 January 2024, 22:00–24:00"),
        ("2024-01-20", "23:30", "2024년 1월 20일 오후 10시부터 오후 11시 30분까지", "20 January 2024, 22:00–23:30"),
        (
            "2024-01-18/2024-01-19",
            "05:00",
            "2024년 1월 18일 오후 10시부터 19일 오전 5시까지",
            "18 January 2024, 22:00 – 19 January 2024, 05:00",
        ),
        ("2024-01-18/2024-01-19", None, "2024년 1월 18일부터 19일까지", "18–19 January 2024"),
    ],
)
def test_moments_are_written_in_both_languages(value: str, until: str | None, korean: str, english: str) -> None:
    assert korean_moment(value, "22:00", until) == korean
    assert english_moment(value, "22:00", until) == english


def test_a_period_may_be_told_to_the_hour_only_where_it_ends() -> None:
    days = "2024-01-18/2024-01-19"
    assert korean_moment(days, None, "18:00") == "2024년 1월 18일부터 19일 오후 6시까지"
    assert english_moment(days, None, "18:00") == "18 January 2024 – 19 January 2024, 18:00"
    assert (korean_moment("2024-01-18", None), english_moment("2024-01-18", None)) == (
        "2024년 1월 18일",
        "18 January 2024",
    )


@given(st.times(), st.times())
def test_whatever_two_times_are_written_are_found_again(opening: time, closing: time) -> None:
    first, last = f"{opening:%H:%M}", f"{closing:%H:%M}"

    one = found(f"20일 {korean_time(first)}부터 {korean_time(last)}까지 문을 연다")

    assert (one.iso, one.time, one.until) == ("2024-01-20", first, last)


@pytest.mark.parametrize("text", ["오후 6시", "오후 6시께", "6시 반", "18:30", "정오", "6:30 p.m.", "6.30 PM", "6 p.m"])
def test_a_time_of_day_alone_is_one(text: str) -> None:
    assert is_time_of_day(text)


@pytest.mark.parametrize("text", ["", "18일 오후 6시", "오후 6시부터", "6시간", "30분", "20 March at 6 p.m."])
def test_a_day_or_more_than_a_time_is_none(text: str) -> None:
    assert not is_time_of_day(text)
