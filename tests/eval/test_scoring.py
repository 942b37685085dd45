import math
from collections.abc import Callable

import pytest

from app.answering.answer import Answer
from eval.question_set.question import Question, Relevant
from eval.scoring import MEASURES, RIGHT, latency_ms, scores
from eval.summary import GROUPS

FULL = {"answers": ("서울",), "qrels": (Relevant(("gold.html",)),), "quote": "서울에서 연다.", "date": "2025-09-29"}


def test_a_question_with_all_gold_has_every_score(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer("서울", found=["gold.html"], quotes=["서울에서 연다."], dates=["2025-09-29"])
    found = scores(Question("q", "?", "ko", answerable=True, **FULL), answer)
    assert set(found.values()) == {1.0}
    assert list(found) == [
        RIGHT,
        *(f"retrieval.{name}" for name in ("hit_rate@1", "hit_rate@5", "hit_rate@10")),
        *("retrieval.recall@5", "retrieval.recall@10", "retrieval.mrr@10", "retrieval.ndcg@10"),
        *(f"answers.{name}" for name in ("exact_match", "f1", "contains", "offered")),
        *("citations.precision", "citations.recall", "abstention.correct", "dates.accuracy"),
    ]


def test_every_measure_is_known_to_the_summary_but_for_the_outcome_that_abstention_is_made_of() -> None:
    names = {f"{measure.group}.{name}" for measure in MEASURES for name in measure.names}
    summed = {f"{group}.{name}" for group, measures in GROUPS.items() for name in measures}
    assert names - summed == {"abstention.correct"}


def test_a_question_without_gold_has_no_score_at_all(make_answer: Callable[..., Answer]) -> None:
    assert set(scores(Question("q", "?", "ko"), make_answer("서울")).values()) == {None}


@pytest.mark.parametrize("answered", [True, False])
def test_an_unanswerable_question_counts_for_abstention_and_the_verdict_only(
    make_answer: Callable[..., Answer], answered: bool
) -> None:
    answer = make_answer("서울", answered=answered, found=["gold.html"])
    found = scores(Question("q", "?", "ko", answerable=False, **FULL), answer)
    scored = {name: score for name, score in found.items() if score is not None}
    assert scored == {RIGHT: float(not answered), "abstention.correct": float(not answered)}


def test_declining_an_answerable_question_costs_everything_but_retrieval_and_citation_precision(
    make_answer: Callable[..., Answer],
) -> None:
    answer = make_answer(answered=False, found=["gold.html"])
    found = scores(Question("q", "?", "ko", answerable=True, **FULL), answer)
    assert found["citations.precision"] is None
    assert found["retrieval.mrr@10"] == 1
    rest = {name: score for name, score in found.items() if not name.startswith("retrieval")}
    assert set(rest.values()) == {None, 0.0}


@pytest.mark.parametrize(("short_answer", "right"), [("서울시", 1.0), ("부산", 0.0)])
def test_an_answer_is_right_by_the_verdict_even_where_it_is_not_exact(
    make_answer: Callable[..., Answer], short_answer: str, right: float
) -> None:
    found = scores(Question("q", "?", "ko", answers=("서울",)), make_answer(short_answer))
    assert (found[RIGHT], found["answers.exact_match"]) == (right, 0.0)


@pytest.mark.parametrize(
    ("total", "expected"), [(12.5, 12.5), (0, 0.0), (None, None), (math.nan, None), (math.inf, None)]
)
def test_latency_is_the_total_where_there_is_one(
    make_answer: Callable[..., Answer], total: float | None, expected: float | None
) -> None:
    assert latency_ms(make_answer(total_ms=total)) == expected
