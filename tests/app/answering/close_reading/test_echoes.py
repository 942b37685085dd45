"""A name that the question gives is no answer to it."""

import pytest

from app.answering.close_reading.echoes import is_echo
from app.question.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.people import People


@pytest.fixture(scope="module")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


@pytest.mark.parametrize(
    ("question", "answer", "echo"),
    [
        ("What is Riverlink?", "Riverlink", True),
        ("What is riverlink?", "Riverlink (하천도시협의회)", True),
        ("가람교가 뭐야?", "가람교는", True),
        ("가람교의 별명은 뭐야?", "빛다리", False),
        ("알제리의 수도는 어디야?", "알제", False),
        ("가람교와 나루교 중 어디가 더 길어?", "가람교", False),
        ("가람팀 대 나루팀 경기는 누가 이겼어?", "나루팀", False),
        ("가람교야 나루교야?", "나루교", False),
        ("Who won, Garam FC or Naru FC?", "Naru FC", False),
        ("가람교에서 몇 명이 다쳤어?", "12", False),
    ],
)
def test_only_a_name_to_choose_may_stand_in_the_question(
    analyser: QuestionAnalyser, question: str, answer: str, echo: bool
) -> None:
    assert is_echo(analyser.analyse(question), "what", answer) is echo


def test_days_and_numbers_are_no_echoes(analyser: QuestionAnalyser) -> None:
    question = analyser.analyse("2025년 총회는 언제 열려?")
    assert not is_echo(question, "when", "2025년")
