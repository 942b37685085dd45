from collections.abc import Mapping, Sequence

import pytest

from eval.question_set.question import Question
from eval.runs.folder import SavedQuestion, SavedRun
from eval.scoring import Outcome
from eval.selection import select
from indexing.errors import QuestionSetError

QUESTIONS = (
    Question("a", "언제?", "ko", "when", answerable=True, slices=("typo",)),
    Question("b", "When?", "en", "when", answerable=True),
    Question("c", "누가?", "ko", "who", answerable=False, slices=("typo", "누리=소식")),
    Question("d", "어디?", "ko"),
)


def ids(questions: Sequence[Question]) -> str:
    return "".join(question.id for question in questions)


def run_of(outcomes: Mapping[str, bool]) -> SavedRun:
    return SavedRun(
        "runs/old", {}, {name: SavedQuestion("?", Outcome({}), failed) for name, failed in outcomes.items()}
    )


def test_without_a_wish_every_question_is_asked_in_order() -> None:
    assert select(QUESTIONS) == QUESTIONS


@pytest.mark.parametrize(
    ("slices", "chosen"),
    [
        (["lang=ko"], "acd"),
        (["type=when"], "ab"),
        (["answerable=false"], "c"),
        (["typo"], "ac"),
        (["slice=typo"], "ac"),
        (["slice=누리=소식"], "c"),
        (["typo", "type=when"], "a"),
        (["lang=ko", "lang=ko"], "acd"),
    ],
)
def test_a_question_must_be_in_every_slice_named(slices: list[str], chosen: str) -> None:
    assert ids(select(QUESTIONS, slices)) == chosen


@pytest.mark.parametrize("slices", [["lang=fr"], ["typo", "lang=fr"], ["lang=fr", "typo"]])
def test_an_unknown_slice_is_refused_with_those_that_there_are(slices: list[str]) -> None:
    with pytest.raises(QuestionSetError) as caught:
        select(QUESTIONS, slices)
    assert str(caught.value) == (
        "The set has no slice 'lang=fr'. It has: answerable=false, answerable=true, lang=en, lang=ko, "
        "slice=typo, slice=누리=소식, type=when, type=who."
    )


def test_every_unknown_slice_is_named_as_it_was_looked_for() -> None:
    with pytest.raises(QuestionSetError, match=r"no slice 'slice=typos', 'when=type'\. It has"):
        select(QUESTIONS, ["typos", "when=type"])


def test_only_what_an_earlier_run_got_wrong_is_asked() -> None:
    assert ids(select(QUESTIONS, failed_in=run_of({"a": False, "b": True, "d": True, "gone": True}))) == "bd"


def test_a_question_must_have_failed_and_be_in_the_slice() -> None:
    assert ids(select(QUESTIONS, ["lang=ko"], run_of(dict.fromkeys("abc", True)))) == "ac"


@pytest.mark.parametrize(("limit", "chosen"), [(1, "a"), (3, "abc"), (4, "abcd"), (99, "abcd"), (None, "abcd")])
def test_at_most_as_many_as_wished_are_asked(limit: int | None, chosen: str) -> None:
    assert ids(select(QUESTIONS, limit=limit)) == chosen


def test_the_limit_counts_what_the_other_wishes_leave() -> None:
    assert ids(select(QUESTIONS, ["lang=ko"], run_of(dict.fromkeys("abcd", True)), limit=2)) == "ac"
    assert ids(select(QUESTIONS, failed_in=run_of({"d": True}), limit=1)) == "d"


def test_slices_without_a_question_in_common_leave_nothing_to_ask() -> None:
    with pytest.raises(QuestionSetError, match=r"nothing to ask: the slices have no question in common\."):
        select(QUESTIONS, ["lang=en", "typo"])


@pytest.mark.parametrize("outcomes", [{}, {"a": False}, {"z": True}])
def test_an_earlier_run_without_a_failure_of_the_set_leaves_nothing_to_ask(outcomes: dict[str, bool]) -> None:
    with pytest.raises(QuestionSetError, match=r"nothing to ask: none of them failed in runs/old\."):
        select(QUESTIONS, failed_in=run_of(outcomes))
