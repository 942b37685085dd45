from datetime import date

import pytest

from app.question.counted_years import as_of

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("작년 등불축제는 언제였어?", "2025년 등불축제는 언제였어?"),
        ("올해는 어디서 열려?", "2026년은 어디서 열려?"),
        ("지난해와 올해 중 언제 더 많았어?", "2025년과 2026년 중 언제 더 많았어?"),
        ("내년도 예산은?", "2027년도 예산은?"),
        ("2년 전에는 누가 이겼어?", "2024년에는 누가 이겼어?"),
        ("지난달 인구는?", "2026년 10월 인구는?"),
        ("Who won last year's race?", "Who won the 2025 race?"),
        ("What is the fee this year?", "What is the fee in 2026?"),
        ("How many were born in the first half of last year?", "How many were born in the first half of 2025?"),
        ("Where was it held two years ago?", "Where was it held in 2024?"),
    ],
)
def test_a_year_is_counted_from_the_day_of_the_question(asked: str, meant: str) -> None:
    assert as_of(TODAY, asked) == meant


@pytest.mark.parametrize(
    "asked",
    [
        *("작년보다 얼마나 늘었어?", "지난해 같은 기간보다 줄었어?", "2년 전보다 몇 명 많아?", "작년과 비교하면?"),
        *("How many more than last year?", "How has it changed over the last year?", "2024년 축제는?", "이듬해는?"),
    ],
)
def test_what_others_are_compared_with_is_left_as_it_is(asked: str) -> None:
    assert as_of(TODAY, asked) == asked
