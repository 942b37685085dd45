from collections.abc import Callable, Sequence

import pytest

from app.answering.answer import Answer
from app.conversation import Turn
from eval.question_set.question import Question
from eval.runs.runner import QuestionResult, Runner
from eval.scoring import scores
from eval.verdict import WRONG_ANSWER
from indexing.errors import AnswerError

QUESTIONS = (Question("a", "서울?", "ko", answers=("서울",)), Question("b", "부산?", "ko", answers=("부산",)))

MakeAnswer = Callable[..., Answer]


def test_every_question_is_asked_once_in_order_and_scored(make_answer: MakeAnswer) -> None:
    asked, steps = [], []

    def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
        asked.append((question, list(history)))
        return make_answer("서울", total_ms=5.0)

    run = Runner(ask).run(QUESTIONS, lambda done, total: steps.append((done, total)))
    assert asked == [("서울?", []), ("부산?", [])]
    assert steps == [(1, 2), (2, 2)]
    assert [result.question for result in run.results] == list(QUESTIONS)
    assert [result.scores["answers.exact_match"] for result in run.results] == [1.0, 0.0]
    assert [result.latency_ms for result in run.results] == [5.0, 5.0]
    assert [result.failure for result in run.results] == [None, WRONG_ANSWER]


def test_the_history_is_asked_turn_by_turn_and_each_turn_knows_those_before(make_answer: MakeAnswer) -> None:
    asked = []

    def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
        asked.append((question, tuple(history)))
        return make_answer("부산", text=f"{question}에 답함", total_ms=float(len(asked)))

    question = Question("q", "그럼 장소는?", "ko", answers=("부산",), history=("축제는 언제?", "누가 여나?"))
    (result,) = Runner(ask).run([question]).results
    first, second = Turn("축제는 언제?", "축제는 언제?에 답함"), Turn("누가 여나?", "누가 여나?에 답함")
    assert asked == [("축제는 언제?", ()), ("누가 여나?", (first,)), ("그럼 장소는?", (first, second))]
    assert result.answer.text == "그럼 장소는?에 답함"
    assert result.latency_ms == 3.0


def test_the_history_of_one_question_does_not_reach_the_next(make_answer: MakeAnswer) -> None:
    histories = {}

    def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
        histories[question] = len(history)
        return make_answer("서울")

    Runner(ask).run([Question("a", "둘째?", "ko", history=("첫째?",)), Question("b", "셋째?", "ko")])
    assert histories == {"첫째?": 0, "둘째?": 1, "셋째?": 0}


@pytest.mark.parametrize("failing", ["서울?", "그 전에?"])
def test_a_question_that_fails_itself_or_in_its_history_is_named_and_stops_the_run(
    make_answer: MakeAnswer, failing: str
) -> None:
    kept, steps = [], []

    def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
        if question == failing:
            raise AnswerError("The endpoint sends nonsense.")
        return make_answer("부산")

    questions = (QUESTIONS[1], Question("a", "서울?", "ko", history=("그 전에?",)), Question("c", "광주?", "ko"))
    with pytest.raises(AnswerError, match=r"Question 'a' could not be answered, so nothing was scored: The endpoint"):
        Runner(ask, keep=kept.append).run(questions, lambda *step: steps.append(step))
    assert [result.question.id for result in kept] == ["b"]
    assert steps == [(1, 3)]


def test_what_is_finished_is_not_asked_again_and_only_what_is_new_is_kept(make_answer: MakeAnswer) -> None:
    kept, asked, steps = [], [], []

    def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
        asked.append(question)
        return make_answer("부산")

    earlier = QuestionResult(QUESTIONS[0], make_answer("서울"), {"answers.f1": 1.0}, 3.0)
    run = Runner(ask, finished={"a": earlier}, keep=kept.append).run(QUESTIONS, lambda *step: steps.append(step))
    assert asked == ["부산?"]
    assert run.results[0] is earlier
    assert kept == [run.results[1]]
    assert steps == [(1, 2), (2, 2)]


def test_a_result_is_kept_before_the_next_question_is_asked(make_answer: MakeAnswer) -> None:
    events = []

    def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
        events.append(f"asked {question}")
        return make_answer("서울")

    Runner(ask, keep=lambda result: events.append(f"kept {result.question.question}")).run(QUESTIONS)
    assert events == ["asked 서울?", "kept 서울?", "asked 부산?", "kept 부산?"]


class LengthJudge:
    """Judges by a reader's own measure, and fails on what is declined."""

    def scores(self, question: Question, answer: Answer) -> dict[str, float | None]:
        return {"judge.correctness": len(answer.text) / 10 if answer.answered else None}


def test_a_judge_adds_its_scores_to_the_mechanical_ones(make_answer: MakeAnswer) -> None:
    answers = {"서울?": make_answer("서울", text="서울이다."), "부산?": make_answer(answered=False)}
    run = Runner(lambda question, history=(): answers[question], LengthJudge()).run(QUESTIONS)
    assert [dict(result.scores) for result in run.results] == [
        {**scores(QUESTIONS[0], answers["서울?"]), "judge.correctness": 0.5},
        {**scores(QUESTIONS[1], answers["부산?"]), "judge.correctness": None},
    ]


def test_without_a_judge_nothing_is_judged(make_answer: MakeAnswer) -> None:
    (result, _) = Runner(lambda question, history=(): make_answer("서울")).run(QUESTIONS).results
    assert not [name for name in result.scores if name.startswith("judge.")]


def test_a_question_without_gold_has_no_failure(make_answer: MakeAnswer) -> None:
    (result,) = Runner(lambda question, history=(): make_answer("서울")).run([Question("q", "?", "ko")]).results
    assert result.failure is None


def test_no_question_is_no_result(make_answer: MakeAnswer) -> None:
    assert Runner(lambda question, history=(): make_answer("서울")).run([]).results == ()
