import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.translation.korean_times import korean_time_of


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("9 p.m.", "오후 9시"),
        ("8:30 p.m", "오후 8시 30분"),
        ("at noon", "정오"),
        ("until 11 p.m.", "오후 11시까지"),
        ("after 5 p.m.", "오후 5시 이후"),
        ("9 to 11 a.m.", "오전 9시부터 오전 11시까지"),
        ("from 6 p.m. to midnight", "오후 6시부터 자정까지"),
        ("8 p.m. to 2 a.m.", "오후 8시부터 오전 2시까지"),
        ("10:00-18:00", "오전 10시부터 오후 6시까지"),
        ("Saturday", "토요일"),
        ("every Friday and Saturday", "매주 금·토요일"),
        ("Mondays, Tuesdays and Sundays", "매주 월·화·일요일"),
        ("Monday to Friday", "월요일부터 금요일까지"),
        ("weekdays from 9 a.m. to 5 p.m.", "평일 오전 9시부터 오후 5시까지"),
        ("7 p.m. on Fridays", "매주 금요일 오후 7시"),
        ("Oct. 16", "10월 16일"),
        ("Sept. 29", "9월 29일"),
        ("17 September", "9월 17일"),
        ("Friday, October 17", "10월 17일 금요일"),
        ("in May", "5월"),
        ("until March 3rd", "3월 3일까지"),
        ("from June 24 to 29", "6월 24일부터 29일까지"),
        ("Nov. 28 to Dec. 2", "11월 28일부터 12월 2일까지"),
        ("5 p.m. on Dec. 20", "12월 20일 오후 5시"),
        ("Dec. 20 at 5 p.m.", "12월 20일 오후 5시"),
        ("at 7:30", "7시 30분"),
        ("19:30", "오후 7시 30분"),
        ("07:30", "오전 7시 30분"),
        ("Oct. 40", None),
        ("June 24 to 29 at noon", None),
        ("May the best win", None),
        ("late October", None),
        ("8 p.m. on the opening day", None),
        ("8 to 11", None),
        ("25 p.m.", None),
        ("in the morning", None),
        ("", None),
    ],
)
def test_english_times_read_well_in_korean(english: str, korean: str | None) -> None:
    assert korean_time_of(english) == korean


@given(st.text(alphabet="0123456789:. apmfridaystounl,-", max_size=60))
def test_any_text_is_read(english: str) -> None:
    assert isinstance(korean_time_of(english), str | None)
