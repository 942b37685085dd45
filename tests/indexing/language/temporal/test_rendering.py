"""ISO values written for readers, and found again in what was written."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.language.temporal import english_date, find_temporal_expressions, korean_date, korean_time, states_days

WEEKDAYS = "월화수목금토일"
dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("iso", "english", "korean"),
    [
        ("2025-09-29", "29 September 2025", "2025년 9월 29일"),
        ("2025-09", "September 2025", "2025년 9월"),
        ("2025", "2025", "2025년"),
        ("2025-09-29/2025-10-01", "29 September – 1 October 2025", "2025년 9월 29일부터 10월 1일까지"),
        ("2025-05-03/2025-05-05", "3–5 May 2025", "2025년 5월 3일부터 5일까지"),
        ("2025-12-28/2026-01-03", "28 December 2025 – 3 January 2026", "2025년 12월 28일부터 2026년 1월 3일까지"),
        ("2022-01-01/2026-12-31", "2022–2026", "2022년부터 2026년까지"),
        ("2024-09-01/2025-02-28", "September 2024 – February 2025", "2024년 9월부터 2025년 2월까지"),
        ("2025-01-01/2025-06-30", "January – June 2025", "2025년 1월부터 6월까지"),
        ("2024-02-01/2024-02-29", "February 2024", "2024년 2월"),
        ("2025-01-01/2025-12-31", "2025", "2025년"),
        ("2025-09/2025-10", "September – October 2025", "2025년 9월부터 10월까지"),
    ],
)
def test_an_iso_value_reads_as_a_date_in_both_languages(iso: str, english: str, korean: str) -> None:
    assert english_date(iso) == english
    assert korean_date(iso) == korean


@pytest.mark.parametrize("text", ["", "내일", "2025-13", "2025-02-30", "2025-09-29/", "25-9-1", "2025/2025-10", "0000"])
def test_what_is_no_iso_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        english_date(text)
    with pytest.raises(ValueError, match=r"."):
        korean_date(text)


@pytest.mark.parametrize(
    ("iso", "english", "korean"),
    [
        ("2025-07-01/2025-07-31", "1–31 July 2025", "2025년 7월 1일부터 31일까지"),
        ("2026-01-01/2026-12-31", "1 January – 31 December 2026", "2026년 1월 1일부터 12월 31일까지"),
        ("2025-07", "July 2025", "2025년 7월"),
    ],
)
def test_days_that_are_whole_months_stay_days_where_they_are_told_as_such(iso: str, english: str, korean: str) -> None:
    assert english_date(iso, to_the_day=True) == english
    assert korean_date(iso, to_the_day=True) == korean


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("7월 1일부터 31일까지", True),
        ("from July 1 to 31, 2025", True),
        ("1 July to 31 July", True),
        ("2025.7.1~7.31", True),
        ("7월부터 8월까지", False),
        ("July 2025 to June 2026", False),
        ("2022년부터 3년간", False),
        ("지난 30일간", False),
    ],
)
def test_words_that_name_days_are_told_from_those_that_name_months(words: str, named: bool) -> None:
    assert states_days(words) is named


def test_an_expression_is_rendered_by_its_iso_value() -> None:
    (expression,) = find_temporal_expressions("오는 9월 29일부터 10월 1일까지", date(2025, 1, 21))
    assert english_date(expression) == "29 September – 1 October 2025"
    assert korean_date(expression) == "2025년 9월 29일부터 10월 1일까지"


def forms(day: date) -> list[str]:
    return [
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}. {day.month}. {day.day}.",
        f"{day.year}/{day.month:02d}/{day.day:02d}",
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{day.year}년 {day.month}월 {day.day}일({WEEKDAYS[day.weekday()]})",
        korean_date(day.isoformat()),
        english_date(day.isoformat()),
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
    ]


@settings(deadline=None)
@given(dates)
def test_a_day_written_in_any_usual_form_is_found_again(day: date) -> None:
    for form in forms(day):
        (found,) = find_temporal_expressions(f"({form})", None)
        assert (found.text, found.first, found.last, found.relative) == (form, day, day, False)


@settings(deadline=None)
@given(dates, dates)
def test_a_rendered_interval_is_found_again_with_the_same_days(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    iso = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    for text in (korean_date(iso), english_date(iso)):
        (found,) = find_temporal_expressions(text, None)
        assert (found.first, found.last, found.text) == (first, last, text)


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2098, 12, 31)), st.integers(1, 400))
def test_rendered_whole_months_are_found_again(start: date, days: int) -> None:
    first, last = start.replace(day=1), (start + timedelta(days=days)).replace(day=28)
    iso = f"{first:%Y-%m}/{last:%Y-%m}"
    for text in (korean_date(iso), english_date(iso)):
        (found,) = find_temporal_expressions(text, None)
        assert found.first == first
        assert (found.last + timedelta(days=1)).day == 1
        assert (found.last.year, found.last.month) == (last.year, last.month)


@pytest.mark.parametrize(
    ("clock", "korean"),
    [
        ("00:05", "오전 0시 5분"),
        ("9:00", "오전 9시"),
        ("12:00", "정오"),
        ("12:30", "낮 12시 30분"),
        ("15:30", "오후 3시 30분"),
        ("24:00", "밤 12시"),
    ],
)
def test_a_time_of_day_in_korean(clock: str, korean: str) -> None:
    assert korean_time(clock) == korean
