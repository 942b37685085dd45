import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.translation.undated_times import english_time, is_time


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("11월 30일", "30 November"),
        ("12월", "December"),
        ("오전 10시", "10:00"),
        ("오후 7시 30분", "19:30"),
        ("오후 7시 반", "19:30"),
        ("낮 12시", "12:00"),
        ("낮 2시", "14:00"),
        ("밤 11시", "23:00"),
        ("밤 12시", "00:00"),
        ("밤 1시", "01:00"),
        ("새벽 5시", "05:00"),
        ("정오", "12:00"),
        ("18시", "18:00"),
        ("자정", "midnight"),
        ("오후 8시부터 자정까지", "20:00–midnight"),
        ("밤 11시 30분부터 이튿날 오전 5시까지", "23:30–05:00"),
        ("18:30", "18:30"),
        ("11월 3일 오후 2시", "3 November, 14:00"),
        ("첫날 오전 10시", "10:00"),
        ("오는 11일부터 13일", "the 11th–13th"),
        ("22~23일", "the 22nd–23rd"),
        ("9월 22∼23일", "22–23 September"),
        ("9월 9일부터 12일까지", "9–12 September"),
        ("11월 9일부터 12월 2일까지", "9 November–2 December"),
        ("오전 10시∼오후 6시", "10:00–18:00"),
        ("오는 2일", "the 2nd"),
        ("오후 5시부터 10시까지", "17:00–22:00"),
        ("오전 9시부터 6시까지", "09:00–18:00"),
        ("오후 10시~2시", "22:00–02:00"),
        ("낮 12시부터 1시까지", "12:00–13:00"),
        ("화~일요일 오전 9시부터 오후 10시까지", "Tuesday–Sunday, 09:00–22:00"),
        ("매주 월요일", "every Monday"),
        ("금요일 오후 2시", "Friday, 14:00"),
        ("매일 오후 5시부터 10시까지", "daily, 17:00–22:00"),
        ("토·일요일", "Saturday, Sunday"),
        ("월요일부터 금요일까지", "Monday–Friday"),
        ("둘째 주 월요일 오전 10시", "10:00"),
    ],
)
def test_what_is_plain_without_a_year_is_said_in_english(korean: str, english: str) -> None:
    assert english_time(korean) == f"{english} ({korean})"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "둘째 주 월요일",
            "매주 마지막 수요일",
            "오전 10시, 7시",
            "첫날",
            "다음 달",
            "7시",
            "3년 전 5월",
            "2주 뒤 11일",
            "5시간",
            "2시간",
            "13월 1일",
            "11월 45일",
            "25시",
            "",
        ),
        *("오전 10시 75분", "1일 2회", "9" * 500, "11월 " * 500),
    ],
)
def test_what_would_need_a_year_or_a_guess_stays_as_it_is(text: str) -> None:
    assert english_time(text) is None


@pytest.mark.parametrize(
    ("text", "told"), [("매주 월요일", True), ("오후 5시부터 10시까지", True), ("10월 3일 개막식", False), ("", False)]
)
def test_a_time_is_nothing_but_a_time(text: str, told: bool) -> None:
    assert is_time(text) is told


@given(st.text(alphabet="0123456789월일시분오전후밤 부터까지~:정첫날매주화요평·", max_size=40))
def test_the_korean_stands_beside_it_and_no_year_is_made_up(text: str) -> None:
    english = english_time(text)
    if english is not None:
        assert english.endswith(f" ({text})")
        assert not re.search(r"\d{4}", english.removesuffix(f" ({text})"))
