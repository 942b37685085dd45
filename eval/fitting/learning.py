"""Learning the ranking model: top-one ListNet loss with an L2 penalty, then a logistic fit of its best scores."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.retrieval.features import NAMES
from app.retrieval.ranking import RankingModel
from eval.fitting.examples import Example

PENALTY = 0.01
"""Of the squared weights of standardised features; 0.003 to 0.03 differ by less than half a point of hit_rate@1."""

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HitRates:
    """Shares of answerable questions whose gold article is among the first 1 and 10 articles."""

    first: float
    ten: float
    n: int

    def __str__(self) -> str:
        return f"hit_rate@1 {self.first:.3f}, hit_rate@10 {self.ten:.3f} of {self.n}"


def learn(groups: Sequence[Sequence[Example]], names: Sequence[str] = NAMES, penalty: float = PENALTY) -> RankingModel:
    """The model that ranks the gold passages of all groups first.

    Args:
        groups: examples; each group counts alike in all, whatever its size.
        names: features that may be used.
        penalty: see PENALTY.
    """
    columns = [NAMES.index(name) for name in names]
    lists = [
        (rows, gold, 1 / len(usable) / len(groups))
        for group in groups
        if (usable := [pair for one in group if (pair := _list(one, columns)) is not None])
        for rows, gold in usable
    ]
    spread = np.concatenate([rows for rows, _, _ in lists]).std(axis=0)
    spread[spread == 0] = 1.0
    from scipy.optimize import minimize

    def loss(weights: Vector) -> tuple[float, Vector]:
        total, gradient = penalty * float(weights @ weights), 2 * penalty * weights
        for rows, gold, share in lists:
            standard = rows / spread
            scores = standard @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            won = chances * gold
            total -= share * float(np.log(won.sum() + 1e-12))
            gradient -= share * (standard.T @ (won / (won.sum() + 1e-12) - chances))
        return total, gradient

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B").x / spread
    weights = dict(zip(names, (round(float(weight), 3) for weight in found), strict=True))
    return _calibrated(RankingModel(weights), groups[0])


def hit_rates(model: RankingModel, examples: Sequence[Example]) -> HitRates:
    """How well the model ranks the articles of the examples; one without gold candidates counts as missed."""
    ranks = [_rank(model, one) for one in examples if one.question.answerable and one.question.articles]
    hits = [sum(rank is not None and rank <= k for rank in ranks) / max(len(ranks), 1) for k in (1, 10)]
    return HitRates(hits[0], hits[1], len(ranks))


def _list(example: Example, columns: list[int]) -> tuple[Vector, NDArray[np.bool_]] | None:
    """Rows and which of them should win; other passages of the gold article are neither right nor wrong."""
    if not example.question.answerable or not example.gold.any() or example.gold.all():
        return None
    kept = example.answering | ~example.gold
    return example.features[kept][:, columns], example.answering[kept]


def _rank(model: RankingModel, example: Example) -> int | None:
    order = np.argsort(-model.scores(example.features), kind="stable")
    articles = list(dict.fromkeys(example.articles[index] for index in order))
    gold = {article for article, is_gold in zip(example.articles, example.gold, strict=True) if is_gold}
    return next((rank for rank, article in enumerate(articles, start=1) if article in gold), None)


def _calibrated(model: RankingModel, examples: Sequence[Example]) -> RankingModel:
    """The model with the logistic curve that best tells answerable from unanswerable questions (Platt, 1999).

    Both kinds weigh alike: how many unanswerable questions a set has says nothing about what people ask.
    """
    from scipy.optimize import minimize

    best = np.array([float(model.scores(one.features).max()) for one in examples])
    right = np.array([bool(one.question.answerable) for one in examples])
    if right.all() or not right.any():
        return model
    weights = np.where(right, 0.5 / right.sum(), 0.5 / (~right).sum())
    signs = np.where(right, 1.0, -1.0)

    def loss(parameters: Vector) -> float:
        return float(weights @ np.logaddexp(0, -signs * (parameters[0] * best + parameters[1])))

    slope, offset = minimize(loss, np.array([0.1, 0.0]), method="Nelder-Mead").x
    return RankingModel(model.weights, round(float(slope), 4), round(float(offset), 4))
