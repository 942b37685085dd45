"""Learning the ranking model: which of the candidates is the passage asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.retrieval.features import NAMES
from app.retrieval.ranking import RankingModel
from eval.fitting.examples import Example, winning_lists
from eval.fitting.listwise import PENALTY, listwise_weights, logistic_curve


@dataclass(frozen=True, slots=True)
class HitRates:
    """Shares of answerable questions whose gold article is among the first 1 and 10 articles."""

    first: float
    ten: float
    n: int

    def __str__(self) -> str:
        return f"hit_rate@1 {self.first:.3f}, hit_rate@10 {self.ten:.3f} of {self.n}"


def learn(groups: Sequence[Sequence[Example]], names: Sequence[str] = NAMES, penalty: float = PENALTY) -> RankingModel:
    """The model that ranks the gold passages of all groups first, with the curve of the first group.

    Args:
        groups: examples; each group counts alike in all, whatever its size.
        names: features that may be used.
        penalty: of large weights.
    """
    columns = [NAMES.index(name) for name in names]
    lists = [winning_lists(group, columns) for group in groups]
    model = RankingModel(dict(zip(names, listwise_weights(lists, penalty), strict=True)))
    best = np.array([[float(model.scores(one.features).max())] for one in groups[0]])
    (slope,), offset = logistic_curve(best, np.array([bool(one.question.answerable) for one in groups[0]]))
    return RankingModel(model.weights, slope, offset)


def hit_rates(model: RankingModel, examples: Sequence[Example]) -> HitRates:
    """How well the model ranks the articles of the examples; one without gold candidates counts as missed."""
    ranks = [_rank(model, one) for one in examples if one.question.answerable and one.question.articles]
    hits = [sum(rank is not None and rank <= k for rank in ranks) / max(len(ranks), 1) for k in (1, 10)]
    return HitRates(hits[0], hits[1], len(ranks))


def _rank(model: RankingModel, example: Example) -> int | None:
    order = np.argsort(-model.scores(example.features), kind="stable")
    articles = list(dict.fromkeys(example.articles[index] for index in order))
    gold = {article for article, is_gold in zip(example.articles, example.gold, strict=True) if is_gold}
    return next((rank for rank, article in enumerate(articles, start=1) if article in gold), None)
