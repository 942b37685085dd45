from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.answering.answer import Answer
from eval.comparison import Comparison, Difference, Flip, compare
from eval.question_set import Question
from eval.run_folder import read_run, write_run
from eval.runner import Run, run_questions
from eval.summary import summarise

QUESTIONS = (
    Question("a", "서울?", "ko", answers=("서울",), answerable=True),
    Question("b", "부산?", "ko", answers=("부산",), answerable=True),
)


def run_of(questions: Sequence[Question], *answers: Answer) -> Run:
    given = iter(answers)
    return run_questions(questions, lambda _: next(given))


def compared(folder: Path, before: Run, now: Run) -> Comparison:
    write_run(folder, before, summarise(before.results), {})
    return compare(now, summarise(now.results), read_run(folder))


def test_a_comparison_holds_differences_and_flips(tmp_path: Path, make_answer: Callable[..., Answer]) -> None:
    before = run_of(QUESTIONS, make_answer("서울"), make_answer(answered=False))
    now = run_of(QUESTIONS, make_answer("서울시"), make_answer("부산"))
    comparison = compared(tmp_path, before, now)
    differences = {difference.name: difference for difference in comparison.differences}
    assert differences["answers.contains"] == Difference("answers.contains", 0.5, 1.0)
    assert differences["answers.f1"].change == pytest.approx(0.4)  # (0.8 + 1) / 2 - (1 + 0) / 2
    assert differences["slices.lang=ko.answers.contains"].change == 0.5
    assert differences["dates.accuracy"].change is None
    assert "n" not in differences
    assert comparison.flips == (
        Flip("a", "서울?", {"answers.exact_match": 0}),
        Flip(
            "b",
            "부산?",
            {"answers.exact_match": 1, "answers.f1": 1, "answers.contains": 1, "abstention.correct": 1},
        ),
    )
    assert (comparison.shared, comparison.unshared) == (2, 0)


def test_a_run_against_itself_differs_in_nothing(tmp_path: Path, make_answer: Callable[..., Answer]) -> None:
    run = run_of(QUESTIONS, make_answer("서울"), make_answer(answered=False))
    comparison = compared(tmp_path, run, run)
    assert {difference.change for difference in comparison.differences} == {0.0, None}
    assert comparison.flips == ()


def test_questions_of_one_run_only_and_reworded_ones_are_counted_apart(
    tmp_path: Path, make_answer: Callable[..., Answer]
) -> None:
    before = run_of(QUESTIONS, make_answer("서울"), make_answer("부산"))
    reworded = (Question("a", "수도는?", "ko", answers=("서울",)), QUESTIONS[1], Question("c", "대구?", "ko"))
    now = run_of(reworded, *[make_answer("제주")] * 3)
    comparison = compared(tmp_path, before, now)
    assert [flip.id for flip in comparison.flips] == ["b"]
    assert (comparison.shared, comparison.unshared) == (1, 3)


def test_a_figure_of_the_baseline_only_is_listed_as_gone(tmp_path: Path, make_answer: Callable[..., Answer]) -> None:
    english = [Question("a", "Seoul?", "en", answers=("Seoul",))]
    before, now = run_of(english, make_answer("Seoul")), run_of(QUESTIONS[:1], make_answer("서울"))
    differences = {difference.name: difference for difference in compared(tmp_path, before, now).differences}
    assert differences["slices.lang=en.answers.f1"] == Difference("slices.lang=en.answers.f1", 1.0, None)
    assert differences["slices.lang=ko.answers.f1"] == Difference("slices.lang=ko.answers.f1", None, 1.0)
