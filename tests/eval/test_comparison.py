import json
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.answering.answer import Answer
from eval.comparison import Comparison, Difference, Flip, compare, require_shared
from eval.question_set.question import Question, Relevant
from eval.runs.folder import read_run, write_run
from eval.runs.runner import QuestionResult, Run
from eval.summary import DIGITS, summarise
from indexing.errors import QuestionSetError

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
    return compare(now, read_run(folder))


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
    assert differences["slices.lang=ko.answers.contains"] == Difference(
        "slices.lang=ko.answers.contains", 0.5, 1.0, 1.0
    )
    assert differences["dates.accuracy"] == Difference("dates.accuracy", None, None)
    assert differences["dates.accuracy"].change is None
    assert not [name for name in differences if name.split(".")[-1] == "n"]
    assert comparison.flips == (
        Flip("a", "서울?", {"answers.exact_match": 0}),
        Flip(
            *("b", "부산?"),
            {
                "verdict.right": 1,
                **dict.fromkeys([f"answers.{name}" for name in ("exact_match", "f1", "contains", "offered")], 1),
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
    difference = by_name(compare(run, read_run(tmp_path)))["retrieval.ndcg@10"]
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
    assert differences["slices.lang=ko.verdict.right"].p_value == 2 / 2**6


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


def test_both_sides_are_of_the_questions_that_both_runs_asked(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    questions = [Question(f"q{row}", "?", "ko", answers=("서울",), answerable=True) for row in range(4)]
    right, wrong = make_answer("서울", total_ms=5), make_answer("부산", total_ms=9)
    declined = make_answer(answered=False, total_ms=99)
    before, now = run_of(questions, right, wrong, wrong, declined), run_of(questions[:2], right, wrong)
    comparison = compared(tmp_path, before, now)
    differences = by_name(comparison)
    assert (comparison.shared, comparison.unshared) == (2, 2)
    for name in ("verdict.right", "slices.lang=ko.verdict.right"):
        assert differences[name] == Difference(name, 0.5, 0.5, 1.0)
    assert differences["latency_ms.p50"] == Difference("latency_ms.p50", 7.0, 7.0)
    assert {difference.change for difference in comparison.differences} <= {0.0, None}


def test_declining_is_compared_over_the_same_questions_too(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    questions = [Question(f"q{row}", "?", "ko", answerable=False) for row in range(3)]
    declined, in_vain = make_answer(answered=False), make_answer("서울")
    before, now = run_of(questions, declined, in_vain, in_vain), run_of(questions[:2], declined, declined)
    assert by_name(compared(tmp_path, before, now))["abstention.recall"] == Difference("abstention.recall", 0.5, 1.0)


def test_decomposed_hangul_and_spaces_around_are_the_same_question(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    here = (Question("가", "서울?", "ko", answers=("서울",)),)
    mac = (
        Question(unicodedata.normalize("NFD", "가"), unicodedata.normalize("NFD", " 서울? "), "ko", answers=("서울",)),
    )
    comparison = compared(tmp_path, run_of(here, make_answer("부산")), run_of(mac, make_answer("서울")))
    assert (comparison.shared, comparison.unshared, len(comparison.flips)) == (1, 0, 1)


def test_a_baseline_of_other_questions_is_refused(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    before = run_of(QUESTIONS[:1], make_answer("서울"))
    write_run(tmp_path, before, summarise(before.results), settings={}, facts={}, documents={})
    baseline = read_run(tmp_path)
    require_shared(QUESTIONS, baseline)
    for others in (QUESTIONS[1:], [Question("a", "수도는?", "ko")]):
        with pytest.raises(QuestionSetError, match="asked other questions"):
            require_shared(others, baseline)


def test_a_comparison_is_json_with_chance_and_flips(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    before, now = run_of(QUESTIONS, make_answer("서울"), make_answer("부")), run_of(QUESTIONS[:1], make_answer("부산"))
    found = json.loads(json.dumps(compared(tmp_path, before, now).as_json(), allow_nan=False))
    assert (found["baseline"], found["shared"], found["unshared"]) == (str(tmp_path), 1, 1)
    assert found["figures"]["answers.contains"] == {"before": 1.0, "now": 0.0, "change": -1.0, "p": 1.0}
    assert found["figures"]["dates.accuracy"] == {"before": None, "now": None, "change": None, "p": None}
    assert found["flips"][0]["changes"]["answers.contains"] == 0


def test_a_score_between_right_and_wrong_is_no_flip(
    tmp_path: Path, make_answer: MakeAnswer, run_of: Callable[..., Run]
) -> None:
    question = [Question("q", "?", "ko", qrels=(Relevant(("gold.html",)),))]
    before = run_of(question, make_answer("서울", found=["gold.html"]))
    now = run_of(question, make_answer("서울", found=["x.html", "gold.html"]))
    (flip,) = compared(tmp_path, before, now).flips
    assert flip.changes == {"retrieval.hit_rate@1": 0}
