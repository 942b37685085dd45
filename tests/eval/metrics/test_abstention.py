from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import precision_recall_fscore_support

from app.answering.answer import Answer
from eval.metrics.abstention import abstention_scores, abstention_summary
from eval.question_set.question import Question


def test_abstention_scores_come_out_as_by_hand() -> None:
    # unanswerable: 3, of them declined: 2; declined in all: 3
    outcomes = [(True, True), (True, True), (True, False), (False, True), (False, False)]
    assert abstention_summary(outcomes) == {
        "precision": pytest.approx(2 / 3),
        "recall": pytest.approx(2 / 3),
        "f1": pytest.approx(2 / 3),
    }


def test_abstention_is_not_scored_where_every_question_is_answerable() -> None:
    assert abstention_summary([(False, True), (False, False)]) == {}
    assert abstention_summary([]) == {}


def test_precision_is_not_scored_where_nothing_was_declined() -> None:
    assert abstention_summary([(True, False), (False, False)]) == {"recall": 0.0, "f1": 0.0}


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_abstention_scores_agree_with_scikit_learn(outcomes: list[tuple[bool, bool]]) -> None:
    scores = abstention_summary(outcomes)
    positive, declined = zip(*outcomes, strict=True)
    expected = precision_recall_fscore_support(positive, declined, average="binary", pos_label=True, zero_division=0)
    for name, value in zip(("precision", "recall", "f1"), expected, strict=False):
        assert name not in scores or scores[name] == pytest.approx(value)
        assert 0 <= scores.get(name, 0) <= 1
    assert bool(scores) == any(positive)
    assert ("precision" in scores) == (any(positive) and any(declined))


@pytest.mark.parametrize(
    ("answerable", "answered", "expected"),
    [
        (True, True, {"correct": 1.0}),
        (True, False, {"correct": 0.0}),
        (False, True, {"correct": 0.0}),
        (False, False, {"correct": 1.0}),
        (None, True, {}),
    ],
)
def test_a_question_is_rightly_answered_or_rightly_declined(
    make_answer: Callable[..., Answer], answerable: bool | None, answered: bool, expected: dict[str, float]
) -> None:
    question = Question("q", "?", "ko", answerable=answerable)
    assert abstention_scores(question, make_answer(answered=answered)) == expected
