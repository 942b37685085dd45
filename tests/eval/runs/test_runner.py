from collections.abc import Callable

import pytest

from app.answering.answer import Answer
from eval.question_set import Question
from eval.runner import run_questions
from indexing.errors import AnswerError

QUESTIONS = (Question("a", "서울?", "ko", answers=("서울",)), Question("b", "부산?", "ko", answers=("부산",)))


def test_every_question_is_asked_once_in_order_and_scored(make_answer: Callable[..., Answer]) -> None:
    asked, steps = [], []

    def ask(question: str) -> Answer:
        asked.append(question)
        return make_answer("서울", total_ms=5.0)

    run = run_questions(QUESTIONS, ask, lambda done, total: steps.append((done, total)))
    assert asked == ["서울?", "부산?"]
    assert steps == [(1, 2), (2, 2)]
    assert [result.scores["answers.exact_match"] for result in run.results] == [1.0, 0.0]
    assert [result.latency_ms for result in run.results] == [5.0, 5.0]


def test_a_question_that_fails_is_named_and_stops_the_run() -> None:
    def ask(question: str) -> Answer:
        raise AnswerError("The endpoint sends nonsense.")

    with pytest.raises(AnswerError, match=r"Question 'a' could not be answered, so nothing was scored: The endpoint"):
        run_questions(QUESTIONS, ask)
