import pytest

from app.retrieval.follow_up import asks_by_itself, without_interrogatives
from app.retrieval.question import QuestionAnalyser


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("새 청사는 몇 층이야?", "새 청사는"),
        ("가람초는 언제 문을 닫아?", "가람초는 문을 닫아"),
        ("시장은 누구야? 한바다", "시장은 한바다"),
        ("총회에는 몇 명이나 와?", "총회에는 와"),
        ("How many midwives work at the hospital?", "midwives work at the hospital"),
        ("Why did the ferry turn back?", "did the ferry turn back"),
    ],
)
def test_a_question_without_what_it_asks_for(question: str, left: str) -> None:
    assert without_interrogatives(question) == left


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("반대는?", False),
        ("what about parking?", False),
        ("어디에 지어?", True),
        ("첫 작품은 뭐야?", True),
        ("why?", True),
    ],
)
def test_half_a_question_does_not_say_what_it_asks_for(analyser: QuestionAnalyser, question: str, asks: bool) -> None:
    assert asks_by_itself(analyser.analyse(question)) is asks
