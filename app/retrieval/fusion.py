"""Reciprocal rank fusion of several rankings (Cormack, Clarke and Büttcher, SIGIR 2009)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

RANK_CONSTANT = 60
"""The paper's k: large enough that first places of one ranking do not drown agreement between rankings."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """One retriever's result: ids, best first, and how much its opinion counts (1 = the paper's formula)."""

    ids: Sequence[str]
    weight: float = 1.0


def reciprocal_rank_fusion(rankings: Sequence[Ranking], rank_constant: int = RANK_CONSTANT) -> list[tuple[str, float]]:
    """Fuse rankings by id: ``score(id) = sum(weight / (rank_constant + rank))`` over the rankings that hold it.

    Ids, not texts, are the key: wire copies with equal text stay apart here.

    Args:
        rankings: any number of rankings; an id at most once in each.
        rank_constant: see :data:`RANK_CONSTANT`.

    Returns:
        ``(id, score)`` pairs, best first; equal scores in order of id, so that results are reproducible.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, item in enumerate(ranking.ids, start=1):
            scores[item] += ranking.weight / (rank_constant + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
