"""Retrieval at article level: where the first gold article stands among the articles found.

The ranked list is the unique articles in the order of their best passages. Copies of one story are alternatives, so
the gold counts as one relevant item, found at the best rank of any copy. The reciprocal of that rank is averaged to MRR
(Voorhees, TREC-8, 1999); nDCG (Järvelin and Kekäläinen, 2002) is then 1 / log2(rank + 1), its ideal being 1.
"""

import math
from collections.abc import Sequence

from app.answering.answer import Answer
from eval.metrics.gold_articles import is_gold
from eval.question_set import Question

NAMES = ("hit_rate@1", "hit_rate@5", "hit_rate@10", "mrr@10", "ndcg@10")


def retrieval_scores(question: Question, answer: Answer) -> dict[str, float]:
    """Every measure of NAMES in 0..1; empty where the question names no gold article."""
    if not question.articles:
        return {}
    rank = first_gold_rank(ranked_articles(answer), question.articles)
    return {
        "hit_rate@1": hit(rank, 1),
        "hit_rate@5": hit(rank, 5),
        "hit_rate@10": hit(rank, 10),
        "mrr@10": reciprocal_rank(rank, 10),
        "ndcg@10": discounted_gain(rank, 10),
    }


def ranked_articles(answer: Answer) -> tuple[str, ...]:
    """Paths of the articles found, best first, each once."""
    return tuple(dict.fromkeys(passage.path for passage in answer.passages))


def first_gold_rank(ranked: Sequence[str], gold: Sequence[str]) -> int | None:
    """Rank from 1 of the best gold article, None if none was found."""
    return next((rank for rank, path in enumerate(ranked, start=1) if is_gold(path, gold)), None)


def hit(rank: int | None, k: int) -> float:
    """1 where the rank is within the first k, else 0."""
    return float(rank is not None and rank <= k)


def reciprocal_rank(rank: int | None, k: int) -> float:
    """1 / rank within the first k, else 0."""
    return 1 / rank if rank is not None and rank <= k else 0.0


def discounted_gain(rank: int | None, k: int) -> float:
    """The nDCG of one relevant item at the rank, cut at k."""
    return 1 / math.log2(rank + 1) if rank is not None and rank <= k else 0.0
