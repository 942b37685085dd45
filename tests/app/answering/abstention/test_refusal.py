from collections.abc import Callable
from datetime import date

import pytest

from app.answering.abstention.refusal import Refusal
from app.question.question import QuestionAnalyser
from indexing.archive.catalog.coverage import Coverage

FIRST, LAST = date(2025, 12, 18), date(2026, 11, 26)

Refuse = Callable[[str, Coverage], str]


@pytest.fixture
def refuse(analyser: QuestionAnalyser) -> Refuse:
    return lambda question, held: Refusal(lambda: held).refuse(analyser.analyse(question), ()).text


@pytest.mark.parametrize(
    ("held", "korean", "english"),
    [
        (
            Coverage(1_035, 2_000, FIRST, LAST, None, undated=12),
            "2025년 12월 18일부터 2026년 11월 26일까지 나온 기사 1,023건과 날짜를 알 수 없는 기사 12건을",
            "in 1,023 articles, 18 December 2025 – 26 November 2026, and in 12 without a date.",
        ),
        (
            Coverage(3, 4, FIRST, FIRST, None, undated=2),
            "2025년 12월 18일에 나온 기사 1건과 날짜를 알 수 없는 기사 2건을",
            "in 1 articles, 18 December 2025, and in 2 without a date.",
        ),
        (
            Coverage(35, 80, FIRST, LAST, None),
            "까지 나온 기사 35건을 찾아보았습니다.",
            "in 35 articles, 18 December 2025 – 26 November 2026.",
        ),
        (Coverage(35, 80, None, None, None, undated=35), "없습니다. 기사 35건을 찾아보았습니다.", "in 35 articles."),
        (Coverage(0, 0, None, None, None), "아직 기사가 없습니다.", "holds no articles yet."),
    ],
)
def test_a_refusal_tells_how_many_articles_came_out_in_the_period_and_how_many_have_no_date(
    refuse: Refuse, held: Coverage, korean: str, english: str
) -> None:
    assert korean in refuse("해담시립동물원은 언제 열어?", held)
    assert english in refuse("When does the zoo open?", held)
