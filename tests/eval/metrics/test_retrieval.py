import math
from collections.abc import Callable, Sequence

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, Qrel, R, ScoredDoc, Success, nDCG

from app.answering.answer import Answer
from eval.metrics.retrieval import NAMES, ranked_articles, retrieval_scores
from eval.question_set.question import Question, Relevant

ORACLE = {
    "hit_rate@1": Success @ 1,
    "hit_rate@5": Success @ 5,
    "hit_rate@10": Success @ 10,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "mrr@10": RR @ 10,
    "ndcg@10": nDCG @ 10,
}
"""Our names to trec_eval's measures of one query."""


def asking(*items: str | tuple[str, ...] | Relevant) -> Question:
    """A question with items of grade 1: a path, or copies of one story."""
    qrels = (one if isinstance(one, Relevant) else Relevant((one,) if isinstance(one, str) else one) for one in items)
    return Question("q", "?", "ko", qrels=tuple(qrels))


def by_trec_eval(grades: dict[str, int], ranked: Sequence[str]) -> dict[str, float]:
    run = [ScoredDoc("q", path, float(-rank)) for rank, path in enumerate(ranked)]
    qrels = [Qrel("q", path, grade) for path, grade in grades.items()]
    scores = ir_measures.pytrec_eval.calc_aggregate(list(ORACLE.values()), qrels, run)
    return {name: scores[measure] for name, measure in ORACLE.items()}


def test_several_passages_of_one_article_count_as_one_rank(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer(found=["a.html", "b.html", "a.html", "c.html"])
    assert ranked_articles(answer) == ("a.html", "b.html", "c.html")
    assert retrieval_scores(asking("c.html"), answer)["mrr@10"] == 1 / 3


def test_a_gold_article_at_rank_two_scores_by_hand(make_answer: Callable[..., Answer]) -> None:
    assert retrieval_scores(asking("b"), make_answer(found=["a", "b", "c"])) == {
        "hit_rate@1": 0.0,
        "hit_rate@5": 1.0,
        "hit_rate@10": 1.0,
        "recall@5": 1.0,
        "recall@10": 1.0,
        "mrr@10": 0.5,
        "ndcg@10": pytest.approx(0.6309, abs=1e-4),  # 1 / log2(3)
    }


def test_several_items_with_grades_score_by_hand(make_answer: Callable[..., Answer]) -> None:
    question = asking(Relevant(("best",), 3), Relevant(("good",), 1), Relevant(("missed",), 2))
    assert retrieval_scores(question, make_answer(found=["x", "good", "y", "z", "v", "best"])) == {
        "hit_rate@1": 0.0,
        "hit_rate@5": 1.0,
        "hit_rate@10": 1.0,
        "recall@5": pytest.approx(1 / 3),
        "recall@10": pytest.approx(2 / 3),
        "mrr@10": 0.5,
        # gained 1/log2(3) + 3/log2(7), ideal 3/log2(2) + 2/log2(3) + 1/log2(4)
        "ndcg@10": pytest.approx((0.63093 + 1.06862) / (3 + 1.26186 + 0.5), abs=1e-5),
    }


def test_the_ideal_order_gains_one_exactly_in_whatever_order_the_set_names_the_items(
    make_answer: Callable[..., Answer],
) -> None:
    question = asking(*(Relevant((path,), grade) for path, grade in {"a": 2, "b": 3, "c": 3, "d": 3}.items()))
    assert retrieval_scores(question, make_answer(found=["b", "c", "d", "a"]))["ndcg@10"] == 1


def test_copies_of_a_story_are_one_item_at_the_best_rank(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer(found=["x", "copy", "original"])
    one_copy, both = retrieval_scores(asking("copy"), answer), retrieval_scores(asking(("original", "copy")), answer)
    assert one_copy == both


def test_a_file_of_many_articles_is_one_item_found_by_any_of_them(make_answer: Callable[..., Answer]) -> None:
    scores = retrieval_scores(asking("wire.jsonl"), make_answer(found=["a", "wire.jsonl#7", "wire.jsonl#2"]))
    assert (scores["mrr@10"], scores["recall@5"]) == (0.5, 1.0)
    assert scores["ndcg@10"] == pytest.approx(1 / math.log2(3))


def test_an_article_of_two_items_counts_for_both_but_gains_once(make_answer: Callable[..., Answer]) -> None:
    scores = retrieval_scores(asking(("a", "both"), ("both", "c")), make_answer(found=["both"]))
    assert scores["recall@10"] == 1
    assert scores["ndcg@10"] == pytest.approx(1 / (1 + 1 / math.log2(3)))


def test_the_cut_is_at_ten_articles_and_not_at_ten_passages(make_answer: Callable[..., Answer]) -> None:
    found = ["a0"] * 9 + [f"a{rank}" for rank in range(1, 12)]
    tenth, eleventh = (retrieval_scores(asking(f"a{rank - 1}"), make_answer(found=found)) for rank in (10, 11))
    assert (tenth["hit_rate@5"], tenth["hit_rate@10"], tenth["mrr@10"]) == (0.0, 1.0, 0.1)
    assert (tenth["recall@5"], tenth["recall@10"]) == (0.0, 1.0)
    assert set(eleventh.values()) == {0.0}


def test_nothing_found_scores_zero(make_answer: Callable[..., Answer]) -> None:
    assert retrieval_scores(asking("a"), make_answer()) == dict.fromkeys(NAMES, 0.0)


def test_retrieval_is_not_scored_without_gold_articles(make_answer: Callable[..., Answer]) -> None:
    assert retrieval_scores(asking(), make_answer(found=["a"])) == {}


PATHS = [f"{number}.html" for number in range(24)]
names = st.sampled_from(PATHS)
rankings = st.lists(names, unique=True, max_size=24)


@given(found=rankings, grades=st.dictionaries(names, st.integers(1, 4), min_size=1, max_size=15))
def test_scores_agree_with_trec_eval(
    make_answer: Callable[..., Answer], found: list[str], grades: dict[str, int]
) -> None:
    question = asking(*(Relevant((path,), grade) for path, grade in grades.items()))
    assert retrieval_scores(question, make_answer(found=found)) == pytest.approx(by_trec_eval(grades, found))


@given(found=rankings, shuffled=st.permutations(PATHS), grades=st.lists(st.integers(1, 3), min_size=1, max_size=8))
def test_copies_agree_with_trec_eval_where_only_the_first_of_them_is_judged(
    make_answer: Callable[..., Answer], found: list[str], shuffled: list[str], grades: list[int]
) -> None:
    stories = list(zip(shuffled[::2], shuffled[1::2], strict=True))[: len(grades)]
    place = {path: rank for rank, path in enumerate(found)}
    firsts = [min(story, key=lambda path: place.get(path, len(found))) for story in stories]
    scores = retrieval_scores(asking(*map(Relevant, stories, grades)), make_answer(found=found))
    assert scores == pytest.approx(by_trec_eval(dict(zip(firsts, grades, strict=True)), found))


items = st.builds(Relevant, st.lists(names, min_size=1, max_size=4, unique=True).map(tuple), st.integers(1, 3))


@given(found=st.lists(names, max_size=40), qrels=st.lists(items, min_size=1, max_size=6))
def test_scores_stay_in_order_and_within_bounds_even_where_items_overlap(
    make_answer: Callable[..., Answer], found: list[str], qrels: list[Relevant]
) -> None:
    scores = retrieval_scores(asking(*qrels), make_answer(found=found))
    assert tuple(scores) == NAMES
    assert all(0 <= score <= 1 for score in scores.values())
    assert scores["hit_rate@1"] <= scores["mrr@10"] <= scores["hit_rate@10"]
    assert scores["hit_rate@1"] <= scores["hit_rate@5"] <= scores["hit_rate@10"]
    assert scores["recall@5"] <= scores["recall@10"] <= scores["hit_rate@10"]
    assert (scores["ndcg@10"] > 0) == (scores["hit_rate@10"] == 1)
