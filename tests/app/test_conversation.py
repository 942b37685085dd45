import pytest

from app.composition import Application
from app.conversation import LONGEST_QUESTION, Turn


def test_a_follow_up_keeps_the_topic_of_the_question_before(application: Application) -> None:
    history = [Turn("하천도시협의회 총회는 언제 열려?", "2025년 9월 29일")]
    answer = application.conversation.ask("그럼 장소는?", history)
    assert answer.short_answer == "한빛컨벤션센터"
    assert answer.question == "그럼 장소는?"


def test_a_question_with_a_topic_of_its_own_does_not_lean_on_history(application: Application) -> None:
    history = [Turn("하천도시협의회 총회는 언제 열려?", "2025년 9월 29일")]
    answer = application.conversation.ask("새 도서관 관장은 누구인가요?", history)
    assert answer.short_answer == "박서린"


def test_every_answer_says_how_long_it_took(application: Application) -> None:
    timings = application.conversation.ask("총회는 언제야?").timings_ms
    assert set(timings) == {"retrieval", "answering", "total"}
    assert timings["total"] >= timings["retrieval"] >= 0


@pytest.mark.parametrize("question", ["", "   ", "?", "뭐야?", "가" * 5000, "\x00\x1b[31m", "[1](javascript:alert(1))"])
def test_strange_questions_get_an_answer_too(application: Application, question: str) -> None:
    answer = application.conversation.ask(question)
    assert not answer.answered
    assert answer.text
    assert len(answer.question) <= LONGEST_QUESTION


def test_a_chain_of_follow_ups_keeps_the_topic_and_its_year(application: Application) -> None:
    history = [Turn("2025년 하천도시협의회 총회는 언제 열려?", "9월"), Turn("그럼 장소는?", "한빛컨벤션센터")]
    assert application.conversation.ask("그럼 언제?", history).dates == ("2025-09-29/2025-10-01",)
    other_year = [Turn("2019년 하천도시협의회 총회는 언제 열려?", "모름")]
    assert not application.conversation.ask("그럼 장소는?", other_year).answered
