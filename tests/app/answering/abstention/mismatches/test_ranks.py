"""A deputy is told where the article names one, in either language."""

import pytest

from app.answering.abstention.mismatches.ranks import is_of_another_rank
from app.question.question import QuestionAnalyser
from indexing.article import Article

MAYOR = "한도겸 해담시장은 다리를 열었다."
DEPUTY = "함보윤 행정부시장은 다리를 열었다."
ENGLISH_MAYOR = "Mayor Han Do-gyeom opened the bridge."
ENGLISH_DEPUTY = "Vice Mayor Ham Bo-yun opened the bridge."


@pytest.mark.parametrize(
    ("question", "told", "another"),
    [
        ("해담시 부시장은 누구야?", MAYOR, True),
        ("해담시 부시장은 누구야?", DEPUTY, False),
        ("해담시 부시장은 누구야?", ENGLISH_MAYOR, True),
        ("해담시 부시장은 누구야?", ENGLISH_DEPUTY, False),
        ("해담시 부시장은 누구야?", "함보윤 시장 권한대행은 다리를 열었다.", False),
        ("협회 부회장은 누구야?", "협회 회장은 함보윤이다.", True),
        ("Who is the deputy mayor of Haedam?", MAYOR, True),
        ("Who is the deputy mayor of Haedam?", DEPUTY, False),
        ("Who is the deputy mayor of Haedam?", ENGLISH_MAYOR, True),
        ("Who is the deputy mayor of Haedam?", ENGLISH_DEPUTY, False),
        ("Who is the mayor of Haedam?", MAYOR, False),
        ("의정부시장은 누구야?", MAYOR, False),
        ("해담 동부시장 상인회장은 누구야?", "상인회장 함보윤 씨는 말했다.", False),
        ("행정부시장은 누구야?", MAYOR, True),
        ("부시장은 언제 다리를 열었어?", MAYOR, False),
    ],
)
def test_who_is_no_deputy_does_not_answer_for_one(
    analyser: QuestionAnalyser, question: str, told: str, another: bool
) -> None:
    assert is_of_another_rank(analyser.analyse(question), Article("a", "a.txt", "-", told, None)) is another
