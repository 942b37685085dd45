import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.answering.answer import Answer
from app.conversation import Turn
from eval.question_set.question import Question, Relevant
from eval.runs.journal import FILE, Journal, remove_journal
from eval.runs.runner import QuestionResult, Run, Runner
from eval.summary import summarise
from indexing.errors import AnswerError

IDENTITY: Mapping[str, Any] = {"newschat": "0.1.0", "settings": {"candidates": 50, "examples": ("하나",)}}
QUESTIONS = (
    Question("a", "서울?", "ko", answers=("서울",), answerable=True),
    Question("b", "부산?", "ko", answers=("부산",), history=("어디?",), answerable=True),
)

MakeAnswer = Callable[..., Answer]


@pytest.fixture
def results(make_answer: MakeAnswer, make_run: Callable[..., Run]) -> tuple[QuestionResult, ...]:
    pairs = [
        (question, replace(make_answer(short, found=["x.html", "gold.html"]), question=question.question))
        for question, short in zip(QUESTIONS, ("서울시", "부산"), strict=True)
    ]
    return make_run(*pairs).results


def journal_of(folder: Path, *results: QuestionResult) -> Path:
    """The file of a run that was broken off after these results."""
    with Journal(folder, IDENTITY) as journal:
        for result in results:
            journal.keep(result)
    return folder / FILE


def finished(folder: Path, questions: Sequence[Question] = QUESTIONS) -> dict[str, QuestionResult]:
    with Journal(folder, IDENTITY) as journal:
        return journal.finished(questions)


def test_a_new_journal_has_nothing_and_makes_its_folder(tmp_path: Path) -> None:
    assert finished(tmp_path / "runs" / "first") == {}
    assert (tmp_path / "runs" / "first" / FILE).exists()


def test_a_broken_off_run_is_taken_up_where_it_was(tmp_path: Path, results: tuple[QuestionResult, ...]) -> None:
    journal_of(tmp_path, *results)
    assert finished(tmp_path) == {"a": results[0], "b": results[1]}


def test_a_result_is_on_disk_as_soon_as_it_is_kept(tmp_path: Path, results: tuple[QuestionResult, ...]) -> None:
    with Journal(tmp_path, IDENTITY) as journal:
        journal.keep(results[0])
        written = (tmp_path / FILE).read_text("utf-8")
    assert json.loads(written.splitlines()[-1])["id"] == "a"


def test_a_run_that_goes_on_ends_like_one_that_was_never_broken_off(tmp_path: Path, make_answer: MakeAnswer) -> None:
    questions = [
        Question(f"q{row}", f"질문 {row}?", "ko", answers=("서울",), qrels=(Relevant((f"{row}.html",)),))
        for row in range(6)
    ]

    def ask(question: str, history: Sequence[Turn] = ()) -> Answer:
        found = [f"{row}.html" for row in range(6)]  # so that nDCG has many digits
        return replace(make_answer("서울시", found=found, total_ms=1.0), question=question)

    def ask_until_it_breaks(question: str, history: Sequence[Turn] = ()) -> Answer:
        if question == "질문 4?":
            raise AnswerError("gone")
        return ask(question)

    with Journal(tmp_path, IDENTITY) as journal, pytest.raises(AnswerError):
        Runner(ask_until_it_breaks, keep=journal.keep).run(questions)
    asked_again = []
    with Journal(tmp_path, IDENTITY) as journal:
        runner = Runner(ask, None, journal.finished(questions), lambda result: asked_again.append(result.question.id))
        resumed = runner.run(questions)
    assert asked_again == ["q4", "q5"]
    whole = Runner(ask).run(questions)
    assert resumed == whole
    assert summarise(resumed.results) == summarise(whole.results)


@pytest.mark.parametrize("cut", [1, 2, 20, 200])
def test_a_run_that_was_killed_in_the_middle_of_a_line_loses_that_line_only(
    tmp_path: Path, results: tuple[QuestionResult, ...], cut: int
) -> None:
    path = journal_of(tmp_path, *results)
    path.write_bytes(path.read_bytes()[:-cut].rstrip(b"}"))
    with Journal(tmp_path, IDENTITY) as journal:
        assert journal.finished(QUESTIONS) == {"a": results[0]}
        journal.keep(results[1])
    assert finished(tmp_path) == {"a": results[0], "b": results[1]}


def test_a_run_that_was_killed_in_the_middle_of_a_syllable_loses_that_line_only(
    tmp_path: Path, results: tuple[QuestionResult, ...]
) -> None:
    path = journal_of(tmp_path, *results)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex("부산".encode()) + 1])
    assert finished(tmp_path) == {"a": results[0]}
    assert "\ufffd" not in path.read_text("utf-8")


def test_a_journal_that_is_not_continued_any_further_keeps_what_it_had(
    tmp_path: Path, results: tuple[QuestionResult, ...]
) -> None:
    journal_of(tmp_path, results[0])
    finished(tmp_path, questions=())
    journal_of(tmp_path)
    assert finished(tmp_path) == {"a": results[0]}


@pytest.mark.parametrize(
    "other", [{}, {**IDENTITY, "newschat": "0.2.0"}, {**IDENTITY, "settings": {"candidates": 51}}, {**IDENTITY, "x": 1}]
)
def test_another_identity_begins_anew_and_leaves_nothing_of_the_first(
    tmp_path: Path, results: tuple[QuestionResult, ...], other: Mapping[str, Any]
) -> None:
    journal_of(tmp_path, *results)
    with Journal(tmp_path, other) as journal:
        assert journal.finished(QUESTIONS) == {}
    assert finished(tmp_path) == {}


@pytest.mark.parametrize(
    "change",
    [{"question": "서울은?"}, {"history": ("어디?",)}, {"answers": ("부산",)}, {"id": "z"}],
    ids=["text", "history", "gold answers", "id"],
)
def test_only_an_unchanged_question_is_taken_over(
    tmp_path: Path, results: tuple[QuestionResult, ...], change: dict[str, Any]
) -> None:
    journal_of(tmp_path, *results)
    changed = replace(QUESTIONS[0], **change)
    assert finished(tmp_path, (changed, QUESTIONS[1])) == {"b": results[1]}


def test_a_question_whose_gold_articles_were_mended_is_scored_anew_without_being_asked(
    tmp_path: Path, results: tuple[QuestionResult, ...]
) -> None:
    journal_of(tmp_path, *results)
    mended = replace(QUESTIONS[0], qrels=(Relevant(("gold.html",)),))
    taken = finished(tmp_path, (mended,))["a"]
    assert taken.question == mended
    assert taken.scores["retrieval.mrr@10"] == 0.5


def test_a_question_that_was_asked_again_counts_with_its_last_result(
    tmp_path: Path, results: tuple[QuestionResult, ...], make_answer: MakeAnswer, make_run: Callable[..., Run]
) -> None:
    journal_of(tmp_path, *results)
    (later,) = make_run((QUESTIONS[0], replace(make_answer("대구"), question="서울?"))).results
    journal_of(tmp_path, later)
    assert finished(tmp_path)["a"] == later


@pytest.mark.parametrize("content", ["", "{", "[]", "7", '{"identity": 1}', "[" * 100_000, "\x00"])
def test_a_file_that_is_no_journal_is_begun_anew(
    tmp_path: Path, results: tuple[QuestionResult, ...], content: str
) -> None:
    (tmp_path / FILE).write_text(content, "utf-8")
    journal_of(tmp_path, results[0])
    assert finished(tmp_path) == {"a": results[0]}


@pytest.mark.parametrize(
    "row",
    ["7", '"id"', "[]", "{}", '{"id": "b"}', '{"id": "b", "question": "부산?", "history": ["어디?"]}', "[" * 10**5],
)
def test_a_damaged_row_is_left_out_and_its_question_asked_again(
    tmp_path: Path, results: tuple[QuestionResult, ...], row: str
) -> None:
    path = journal_of(tmp_path, results[0])
    with path.open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    assert finished(tmp_path) == {"a": results[0]}


@pytest.mark.parametrize(("name", "value"), [("gold", []), ("passages", [7]), ("scores", "high"), ("as_of", "gestern")])
def test_a_row_with_a_damaged_part_is_left_out(
    tmp_path: Path, results: tuple[QuestionResult, ...], name: str, value: object
) -> None:
    path = journal_of(tmp_path, *results)
    *lines, last = path.read_text("utf-8").splitlines()
    damaged = json.dumps({**json.loads(last), name: value}, ensure_ascii=False)
    path.write_text("\n".join([*lines, damaged]) + "\n", "utf-8")
    assert finished(tmp_path) == {"a": results[0]}


@pytest.mark.parametrize("text", ["줄\n바꿈\r\n", "\u2028\u2029\x85\x0b\x1c", "\ud83d", "👩‍👩‍👧 \x00\x1b[2J"])
def test_odd_characters_in_an_answer_survive_the_file(
    tmp_path: Path, results: tuple[QuestionResult, ...], text: str
) -> None:
    odd = replace(results[0], answer=replace(results[0].answer, text=text, notices=(text,)))
    journal_of(tmp_path, odd, results[1])
    assert finished(tmp_path) == {"a": odd, "b": results[1]}


def test_removing_it_leaves_no_file(tmp_path: Path, results: tuple[QuestionResult, ...]) -> None:
    with Journal(tmp_path, IDENTITY) as journal:
        journal.keep(results[0])
    remove_journal(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert finished(tmp_path) == {}


def test_an_error_within_its_context_leaves_the_journal_for_the_next_run(
    tmp_path: Path, results: tuple[QuestionResult, ...]
) -> None:
    def interrupted() -> None:
        with Journal(tmp_path, IDENTITY) as journal:
            journal.keep(results[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert finished(tmp_path) == {"a": results[0]}


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("a file", "utf-8")
    with pytest.raises(OSError, match="occupied"):
        Journal(tmp_path / "occupied" / "run", IDENTITY)
