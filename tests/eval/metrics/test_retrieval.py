import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import label_ranking_average_precision_score, ndcg_score

from app.answering.answer import Answer
from eval.metrics.gold_articles import is_gold
from eval.metrics.retrieval import NAMES, discounted_gain, ranked_articles, reciprocal_rank, retrieval_scores
from eval.question_set import Question


def asking(*articles: str) -> Question:
    return Question("q", "?", "ko", articles=articles)


def test_several_passages_of_one_article_count_as_one_rank(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer(found=["a.html", "b.html", "a.html", "c.html"])
    assert ranked_articles(answer) == ("a.html", "b.html", "c.html")
    assert retrieval_scores(asking("c.html"), answer)["mrr@10"] == 1 / 3


def test_a_gold_article_at_rank_two_scores_by_hand(make_answer: Callable[..., Answer]) -> None:
    assert retrieval_scores(asking("b"), make_answer(found=["a", "b", "c"])) == {
        "hit_rate@1": 0.0,
        "hit_rate@5": 1.0,
        "hit_rate@10": 1.0,
        "mrr@10": 0.5,
        "ndcg@10": pytest.approx(0.6309, abs=1e-4),  # 1 / log2(3)
    }


def test_copies_of_a_story_are_one_item_at_the_best_rank(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer(found=["x", "copy", "original"])
    one_copy, both = retrieval_scores(asking("copy"), answer), retrieval_scores(asking("original", "copy"), answer)
    assert one_copy == both


def test_the_cut_is_at_ten_articles_and_not_at_ten_passages(make_answer: Callable[..., Answer]) -> None:
    found = ["a0"] * 9 + [f"a{rank}" for rank in range(1, 12)]
    tenth, eleventh = (retrieval_scores(asking(f"a{rank - 1}"), make_answer(found=found)) for rank in (10, 11))
    assert (tenth["hit_rate@5"], tenth["hit_rate@10"], tenth["mrr@10"]) == (0.0, 1.0, 0.1)
    assert set(eleventh.values()) == {0.0}


def test_nothing_found_scores_zero(make_answer: Callable[..., Answer]) -> None:
    assert retrieval_scores(asking("a"), make_answer()) == dict.fromkeys(NAMES, 0.0)


def test_retrieval_is_not_scored_without_gold_articles(make_answer: Callable[..., Answer]) -> None:
    assert retrieval_scores(asking(), make_answer(found=["a"])) == {}


@pytest.mark.parametrize("rank", range(1, 11))
def test_gain_and_reciprocal_rank_agree_with_scikit_learn(rank: int) -> None:
    relevance = [[int(place == rank) for place in range(1, 11)]]
    order = [[float(10 - place) for place in range(1, 11)]]
    assert discounted_gain(rank, 10) == pytest.approx(ndcg_score(relevance, order, k=10))
    assert reciprocal_rank(rank, 10) == pytest.approx(label_ranking_average_precision_score(relevance, order))


paths = st.sampled_from([f"{letter}.html" for letter in "abcdefghijklmn"])


@given(found=st.lists(paths, max_size=30), gold=st.lists(paths, min_size=1, max_size=3))
def test_retrieval_scores_stay_in_order_and_within_bounds(
    make_answer: Callable[..., Answer], found: list[str], gold: list[str]
) -> None:
    scores = retrieval_scores(asking(*gold), make_answer(found=found))
    assert set(scores) == set(NAMES)
    assert scores["hit_rate@1"] <= scores["mrr@10"] <= scores["ndcg@10"] <= scores["hit_rate@10"]
    assert scores["hit_rate@1"] <= scores["hit_rate@5"] <= scores["hit_rate@10"]
    assert all(0 <= score <= 1 and math.isfinite(score) for score in scores.values())


@pytest.mark.parametrize(
    ("path", "gold"),
    [
        ("wire.jsonl#3", "wire.jsonl#3"),
        ("wire.jsonl#3", "wire.jsonl"),
        ("news/a.html", "./news/a.html"),
        ("news/a.html", "news\\a.html"),
        ("\u1112\u1161\u11ab.html", "한.html"),
    ],
)
def test_a_gold_path_is_recognised_in_each_of_its_forms(path: str, gold: str) -> None:
    assert is_gold(path, ["other.html", gold])


@pytest.mark.parametrize(
    ("path", "gold"), [("wire.jsonl#3", "wire.jsonl#4"), ("wire.jsonl", "wire.jsonl#3"), ("b/a.html", "a.html")]
)
def test_another_article_is_not_gold(path: str, gold: str) -> None:
    assert not is_gold(path, [gold])
