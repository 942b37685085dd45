"""Retrieval at article level: where the articles of a question's qrels stand among the articles found.

The ranked list is the unique articles in the order of their best passages. Copies of one story are one relevant item,
found at the best rank of any copy. Hit rate asks for any item, recall for the share of them; the reciprocal rank of the
first is averaged to MRR (Voorhees, TREC-8, 1999); nDCG (Järvelin and Kekäläinen, 2002) discounts each item's grade by
log2(rank + 1) against the ideal order, gains linear as in trec_eval.
"""

import math
from collections.abc import Sequence

from app.answering.answer import Answer
from eval.question_set.gold_articles import is_gold
from eval.question_set.question import Question, Relevant

NAMES = ("hit_rate@1", "hit_rate@5", "hit_rate@10", "recall@5", "recall@10", "mrr@10", "ndcg@10")

Ranks = Sequence[int | None]
"""Rank from 1 of each relevant item, None where it was not found."""


def retrieval_scores(question: Question, answer: Answer) -> dict[str, float]:
    """Every measure of NAMES in 0..1; empty where the question names no gold article."""
    if not question.qrels:
        return {}
    ranks = gold_ranks(ranked_articles(answer), question.qrels)
    grades = [relevant.grade for relevant in question.qrels]
    return {
        "hit_rate@1": hit(ranks, 1),
        "hit_rate@5": hit(ranks, 5),
        "hit_rate@10": hit(ranks, 10),
        "recall@5": recall(ranks, 5),
        "recall@10": recall(ranks, 10),
        "mrr@10": reciprocal_rank(ranks, 10),
        "ndcg@10": discounted_gain(ranks, grades, 10),
    }


def ranked_articles(answer: Answer) -> tuple[str, ...]:
    """Paths of the articles found, best first, each once."""
    return tuple(dict.fromkeys(passage.path for passage in answer.passages))


def gold_ranks(ranked: Sequence[str], qrels: Sequence[Relevant]) -> list[int | None]:
    """The best rank of each item of the qrels, in their order."""
    return [
        next((rank for rank, path in enumerate(ranked, start=1) if is_gold(path, relevant.paths)), None)
        for relevant in qrels
    ]


def hit(ranks: Ranks, k: int) -> float:
    """1 where any item is within the first k, else 0."""
    return float(any(rank is not None and rank <= k for rank in ranks))


def recall(ranks: Ranks, k: int) -> float:
    """Share of the items that are within the first k."""
    return sum(rank is not None and rank <= k for rank in ranks) / len(ranks)


def reciprocal_rank(ranks: Ranks, k: int) -> float:
    """1 / rank of the first item within the first k, else 0."""
    return max((1 / rank for rank in ranks if rank is not None and rank <= k), default=0.0)


def discounted_gain(ranks: Ranks, grades: Sequence[int], k: int) -> float:
    """Normalised discounted cumulative gain of the first k; an article that is in several items gains once."""
    gains: dict[int, int] = {}
    for rank, grade in zip(ranks, grades, strict=True):
        if rank is not None and rank <= k:
            gains[rank] = max(grade, gains.get(rank, 0))
    gained = sum(gain / math.log2(rank + 1) for rank, gain in sorted(gains.items()))
    ideal = sum(grade / math.log2(rank + 1) for rank, grade in enumerate(sorted(grades, reverse=True)[:k], start=1))
    return gained / ideal if ideal else 0.0
