import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from app.answering.answer import Answer
from eval.question_set.question import Question
from eval.runs.folder import write_run
from eval.runs.replacement import require_replaceable
from eval.runs.runner import Run
from eval.summary import summarise
from indexing.errors import QuestionSetError

QUESTIONS = (Question("a", "어디?", "ko"), Question("b", "누가?", "ko"))


@pytest.fixture
def finished(tmp_path: Path, make_answer: Callable[..., Answer], make_run: Callable[..., Run]) -> Callable[..., Path]:
    def write(**facts: object) -> Path:
        run = make_run(*((question, make_answer("서울")) for question in QUESTIONS))
        known = {"question_sets": ["set.jsonl"], "judged": False, **facts}
        write_run(tmp_path, run, summarise(run.results), settings={}, facts=known, documents={})
        return tmp_path

    return write


def replace(
    folder: Path,
    questions: tuple[Question, ...] = QUESTIONS,
    name: str = "set.jsonl",
    *,
    part: bool = False,
    judged: bool = False,
) -> None:
    require_replaceable(folder, questions, [name], part=part, judged=judged)


def test_the_same_command_may_be_given_again(finished: Callable[..., Path]) -> None:
    replace(finished())
    replace(finished(), part=True)
    replace(finished(judged=True), judged=True)
    replace(finished(), judged=True)


def test_the_same_sets_may_have_changed_meanwhile(finished: Callable[..., Path]) -> None:
    replace(finished(), (Question("a", "어디서?", "ko"),))


def test_a_larger_set_or_one_from_a_mac_loses_nothing(finished: Callable[..., Path]) -> None:
    replace(finished(), (*QUESTIONS, Question("c", "왜?", "ko")), "larger.jsonl")
    decomposed = tuple(Question(one.id, unicodedata.normalize("NFD", one.question), "ko") for one in QUESTIONS)
    replace(finished(), decomposed, "mac.jsonl")


def test_a_part_or_another_set_does_not_replace_the_whole(finished: Callable[..., Path]) -> None:
    with pytest.raises(QuestionSetError, match=r"1 of its 2 questions would be lost.* Give --out another folder"):
        replace(finished(), QUESTIONS[:1], part=True)
    with pytest.raises(QuestionSetError, match="2 of its 2 questions would be lost"):
        replace(finished(), (Question("x", "왜?", "ko"),), "other.jsonl")


def test_judgements_are_not_replaced_by_none(finished: Callable[..., Path]) -> None:
    with pytest.raises(QuestionSetError, match="without --judge its judgements would be lost"):
        replace(finished(judged=True))


def test_what_is_no_finished_run_or_a_damaged_one_is_in_nobodys_way(
    tmp_path: Path, finished: Callable[..., Path]
) -> None:
    replace(tmp_path / "missing", part=True)
    replace(tmp_path, part=True)
    folder = finished()
    (folder / "questions.jsonl").write_text("{", "utf-8")
    replace(folder, (), part=True)


@pytest.mark.parametrize("facts", ["", "{", "[]", json.dumps({"question_sets": 1}), "[" * 100_000])
def test_a_run_that_does_not_say_of_which_sets_it_is_loses_no_question(
    finished: Callable[..., Path], facts: str
) -> None:
    folder = finished()
    (folder / "run.json").write_text(facts, "utf-8")
    replace(folder)
    with pytest.raises(QuestionSetError, match="1 of its 2"):
        replace(folder, QUESTIONS[1:])
