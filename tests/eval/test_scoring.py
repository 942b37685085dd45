import math
from collections.abc import Callable

import pytest

from app.answering.answer import Answer
from eval.question_set import Question
from eval.scoring import latency_ms, scores

FULL = {"answers": ("서울",), "articles": ("gold.html",), "quote": "서울에서 연다.", "date": "2025-09-29"}


def test_a_question_with_all_gold_has_every_score(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer("서울", found=["gold.html"], quotes=["서울에서 연다."], dates=["2025-09-29"])
    found = scores(Question("q", "?", "ko", answerable=True, **FULL), answer)
    assert set(found.values()) == {1.0}
    assert list(found) == [
        *(f"retrieval.{name}" for name in ("hit_rate@1", "hit_rate@5", "hit_rate@10", "mrr@10", "ndcg@10")),
        *(f"answers.{name}" for name in ("exact_match", "f1", "contains")),
        *("citations.precision", "citations.recall", "abstention.correct", "dates.accuracy"),
    ]


def test_a_question_without_gold_has_no_score_at_all(make_answer: Callable[..., Answer]) -> None:
    assert set(scores(Question("q", "?", "ko"), make_answer("서울")).values()) == {None}


def test_an_unanswerable_question_counts_for_abstention_only(make_answer: Callable[..., Answer]) -> None:
    found = scores(Question("q", "?", "ko", answerable=False, **FULL), make_answer("서울", found=["gold.html"]))
    assert {name: score for name, score in found.items() if score is not None} == {"abstention.correct": 0.0}


def test_declining_an_answerable_question_costs_everything_but_retrieval_and_citation_precision(
    make_answer: Callable[..., Answer],
) -> None:
    answer = make_answer(answered=False, found=["gold.html"])
    found = scores(Question("q", "?", "ko", answerable=True, **FULL), answer)
    assert found["citations.precision"] is None
    assert found["retrieval.mrr@10"] == 1
    rest = {name: score for name, score in found.items() if not name.startswith("retrieval")}
    assert set(rest.values()) == {None, 0.0}


@pytest.mark.parametrize(("total", "expected"), [(12.5, 12.5), (None, None), (math.nan, None), (math.inf, None)])
def test_latency_is_the_total_where_there_is_one(
    make_answer: Callable[..., Answer], total: float | None, expected: float | None
) -> None:
    assert latency_ms(make_answer(total_ms=total)) == expected
