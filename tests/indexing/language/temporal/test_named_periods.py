"""Periods that keep the name their text gives them."""

from datetime import date

import pytest

from indexing.language.temporal import find_temporal_expressions, named_period

PUBLISHED = date(2024, 2, 8)


@pytest.mark.parametrize(
    ("text", "english", "korean"),
    [
        ("다음 달 하순", "late March 2024", "2024년 3월 하순"),
        ("지난해 12월 중순", "mid-December 2023", "2023년 12월 중순"),
        ("오는 9월 초순", "early September 2024", "2024년 9월 초순"),
        ("이달 초", "early February 2024", "2024년 2월 초"),
        ("다음 달 말", "the end of March 2024", "2024년 3월 말"),
        ("late March", "late March 2024", "2024년 3월 말"),
        ("early next month", "early March 2024", "2024년 3월 초"),
        ("연말", "the end of 2024", "2024년 말"),
        ("the end of the year", "the end of 2024", "2024년 말"),
        ("내년 봄", "spring 2025", "2025년 봄"),
        ("this autumn", "autumn 2024", "2024년 가을"),
        ("3분기", "the third quarter of 2024", "2024년 3분기"),
        ("올해 하반기", "the second half of 2024", "2024년 하반기"),
        ("올해 상반기", "the first half of 2024", "2024년 상반기"),
        ("Q3", "the third quarter of 2024", "2024년 3분기"),
        ("the end of 2026", "the end of 2026", "2026년 말"),
        ("내년 초", "early 2025", "2025년 초"),
        ("2027년 5월 둘째 주", "the second week of May 2027", "2027년 5월 둘째 주"),
        ("다음 달 첫 주", "the first week of March 2024", "2024년 3월 첫째 주"),
        ("오는 9월 첫째 주 주말", "the first weekend of September 2024", "2024년 9월 첫째 주말"),
        ("오는 9월 마지막 주말", "the last weekend of September 2024", "2024년 9월 마지막 주말"),
        ("the third week of May 2027", "the third week of May 2027", "2027년 5월 셋째 주"),
        ("early next year", "early 2025", "2025년 초"),
        ("2026년 중반", "mid-2026", "2026년 중반"),
        ("mid-2026", "mid-2026", "2026년 중반"),
        ("late 2026", "late 2026", "2026년 후반"),
    ],
)
def test_a_period_keeps_its_name_and_gains_its_year(text: str, english: str, korean: str) -> None:
    (found,) = find_temporal_expressions(text, PUBLISHED)
    assert named_period(found.text, found.iso, "en") == english
    assert named_period(found.text, found.iso, "ko") == korean


@pytest.mark.parametrize(
    "text", ["the first half of March", "봄맞이 21일부터 31일까지", "the first quarter of the month"]
)
def test_a_part_of_a_month_is_no_half_of_a_year(text: str) -> None:
    assert named_period(text, "2024-03-01/2024-03-15", "en") is None


def test_a_winter_has_two_years() -> None:
    assert named_period("올겨울", "2024-12-01/2025-02-28", "en") == "winter 2024–2025"
    assert named_period("올겨울", "2024-12-01/2025-02-28", "ko") == "2024년 겨울"


@pytest.mark.parametrize(
    "text",
    [
        *("29일", "내일", "다음 달", "올해", "21일부터 31일까지", "이번 주말", "지난 주말"),
        *("last Tuesday", "March 2024", "this weekend"),
    ],
)
def test_what_has_no_name_has_none(text: str) -> None:
    for found in find_temporal_expressions(text, PUBLISHED):
        assert named_period(found.text, found.iso, "en") is None
