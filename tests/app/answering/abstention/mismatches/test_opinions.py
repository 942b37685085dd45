import pytest

from app.answering.abstention.mismatches.opinions import asks_opinion
from app.question.question import QuestionAnalyser


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("한가람 시장이 잘하고 있다고 생각해?", True),
        ("새 다리 통행료 어떻게 생각하세요?", True),
        ("새 다리에 대한 네 의견이 궁금해", True),
        ("What do you think of the new bridge?", True),
        ("Do you like the new bridge?", True),
        ("한가람 시장은 통행료를 어떻게 생각해?", False),
        ("주민들은 통행료가 비싸다고 생각하나요?", False),
        ("한가람 시장은 무슨 생각으로 다리를 지었어?", False),
        ("What do residents think of the new bridge?", False),
        ("Do you know when the bridge opens?", False),
    ],
)
def test_only_what_the_program_thinks_is_no_news(analyser: QuestionAnalyser, question: str, is_asked: bool) -> None:
    assert asks_opinion(analyser.analyse(question)) is is_asked
