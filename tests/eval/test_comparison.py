import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.answering.answer import Answer
from eval.comparison import Comparison, Difference, Flip, compare
from eval.question_set.question import Question, Relevant
from eval.runs.folder import read_run, write_run
from eval.runs.runner import QuestionResult, Run
from eval.summary import DIGITS, summarise

MakeAnswer = Callable[..., Answer]
MakeRun = Callable[..., Run]

QUESTIONS = (
    Question("a", "서울?", "ko", answers=("서울",), answerable=True),
    Question("b", "부산?", "ko", answers=("부산",), answerable=True),
)


@pytest.fixture
def run_of(make_run: MakeRun) -> Callable[..., Run]:
    def made(questions: Sequence[Question], *answers: Answer) -> Run:
        return make_run(*zip(questions, answers, strict=True))

    return made


def compared(folder: Path, before: Run, now: Run) -> Comparison:
    write_run(folder, before, summarise(before.results), settings={}, facts={}, documents={})
    return compare(now, summarise(now.results), read_run(folder))


def by_name(comparison: Comparison) -> dict[str, Difference]:
    return {difference.name: difference for difference in comparison.differences}


def test_a_comparison_holds_differences_and_flips(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    before = run_of(QUESTIONS, make_answer("서울"), make_answer(answered=False))
    now = run_of(QUESTIONS, make_answer("서울시"), make_answer("부산"))
    comparison = compared(tmp_path, before, now)
    differences = by_name(comparison)
    assert comparison.baseline == str(tmp_path)
    assert differences["answers.contains"] == Difference("answers.contains", 0.5, 1.0, 1.0)
    assert differences["answers.f1"].change == pytest.approx(0.4)  # (0.8 + 1) / 2 - (1 + 0) / 2
    assert differences["slices.lang=ko.answers.contains"] == Difference("slices.lang=ko.answers.contains", 0.5, 1.0)
    assert differences["dates.accuracy"] == Difference("dates.accuracy", None, None)
    assert differences["dates.accuracy"].change is None
    assert not [name for name in differences if name.split(".")[-1] == "n"]
    assert comparison.flips == (
        Flip("a", "서울?", {"answers.exact_match": 0}),
        Flip(
            *("b", "부산?"),
            {
                **dict.fromkeys(["verdict.right", "answers.exact_match", "answers.f1", "answers.contains"], 1),
                "abstention.correct": 1,
            },
        ),
    )
    assert next(iter(comparison.flips[1].changes)) == "verdict.right"
    assert (comparison.shared, comparison.unshared) == (2, 0)


def test_a_run_against_itself_differs_in_nothing(tmp_path: Path, make_answer: MakeAnswer, make_run: MakeRun) -> None:
    question = Question("q", "?", "ko", answers=("서울",), qrels=(Relevant(("gold.html",)),), date="2025-09")
    answer = make_answer("서울시", found=["x.html", "gold.html"], quotes=["서울", "비"], dates=["2025-09"], total_ms=12)
    run = make_run(
        *((Question(f"q{row}", "?", "ko", answers=("서울",)), answer) for row in range(7)), (question, answer)
    )
    comparison = compared(tmp_path, run, run)
    assert {difference.change for difference in comparison.differences} == {0.0, None}
    assert {difference.p_value for difference in comparison.differences} == {1.0, None}
    assert comparison.flips == ()


def test_a_score_that_was_saved_with_fewer_digits_is_no_difference(
    tmp_path: Path, make_answer: MakeAnswer, make_run: MakeRun
) -> None:
    answer = make_answer("서울", found=["x.html", "gold.html"])  # nDCG 0.63092975…
    run = make_run(*((Question(f"q{row}", "?", "ko", qrels=(Relevant(("gold.html",)),)), answer) for row in range(9)))
    write_run(tmp_path, run, summarise(run.results), settings={}, facts={}, documents={})
    rows = [json.loads(line) for line in (tmp_path / "questions.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        row["scores"] = {name: None if one is None else round(one, DIGITS) for name, one in row["scores"].items()}
    (tmp_path / "questions.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    difference = by_name(compare(run, summarise(run.results), read_run(tmp_path)))["retrieval.ndcg@10"]
    assert difference == Difference("retrieval.ndcg@10", 0.6309, 0.6309, 1.0)


def test_a_difference_says_how_likely_it_is_by_chance(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    questions = [Question(f"q{row}", "?", "ko", answers=("서울",), answerable=True) for row in range(8)]
    wrong, right = make_answer("부산", total_ms=9), make_answer("서울", total_ms=5)
    before, now = run_of(questions, *[wrong] * 6, right, wrong), run_of(questions, *[right] * 7, wrong)
    differences = by_name(compared(tmp_path, before, now))
    assert differences["verdict.right"] == Difference("verdict.right", 0.125, 0.875, 2 / 2**6)
    assert differences["answers.f1"].p_value == 2 / 2**6
    assert differences["latency_ms.p50"] == Difference("latency_ms.p50", 9.0, 5.0)
    assert differences["abstention.f1"].p_value is None
    assert differences["slices.lang=ko.verdict.right"].p_value is None


def test_chance_is_reckoned_over_the_questions_that_both_runs_scored(
    tmp_path: Path, make_answer: MakeAnswer, make_run: MakeRun
) -> None:
    answer = make_answer("서울", answered=True)
    scores = {"judged": (0.0, 1.0), "failed before": (None, 1.0), "failed now": (1.0, None), "same": (0.5, 0.5)}

    def judged(which: int) -> Run:
        return Run(
            tuple(
                QuestionResult(Question(name, "?", "ko"), answer, {"judge.correctness": pair[which]}, None)
                for name, pair in scores.items()
            )
        )

    difference = by_name(compared(tmp_path, judged(0), judged(1)))["judge.correctness"]
    assert difference == Difference("judge.correctness", 0.5, round(2.5 / 3, DIGITS), 1.0)


def test_questions_of_one_run_only_and_reworded_ones_are_counted_apart(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    before = run_of(QUESTIONS, make_answer("서울"), make_answer("부산"))
    reworded = (Question("a", "수도는?", "ko", answers=("서울",)), QUESTIONS[1], Question("c", "대구?", "ko"))
    now = run_of(reworded, *[make_answer("제주")] * 3)
    comparison = compared(tmp_path, before, now)
    assert [flip.id for flip in comparison.flips] == ["b"]
    assert (comparison.shared, comparison.unshared) == (1, 3)
    assert by_name(comparison)["answers.contains"].p_value == 1.0


def test_runs_without_a_shared_question_have_no_chance(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    before, now = run_of(QUESTIONS[:1], make_answer("서울")), run_of(QUESTIONS[1:], make_answer("서울"))
    comparison = compared(tmp_path, before, now)
    assert by_name(comparison)["answers.contains"] == Difference("answers.contains", 1.0, 0.0)
    assert (comparison.flips, comparison.shared, comparison.unshared) == ((), 0, 2)


def test_a_figure_of_the_baseline_only_is_listed_as_gone(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    english = [Question("a", "Seoul?", "en", answers=("Seoul",))]
    before, now = run_of(english, make_answer("Seoul")), run_of(QUESTIONS[:1], make_answer("서울"))
    differences = by_name(compared(tmp_path, before, now))
    assert differences["slices.lang=en.answers.f1"] == Difference("slices.lang=en.answers.f1", 1.0, None)
    assert differences["slices.lang=ko.answers.f1"] == Difference("slices.lang=ko.answers.f1", None, 1.0)


def test_a_score_between_right_and_wrong_is_no_flip(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    question = [Question("q", "?", "ko", qrels=(Relevant(("gold.html",)),))]
    before = run_of(question, make_answer("서울", found=["gold.html"]))
    now = run_of(question, make_answer("서울", found=["x.html", "gold.html"]))
    (flip,) = compared(tmp_path, before, now).flips
    assert flip.changes == {"retrieval.hit_rate@1": 0}
