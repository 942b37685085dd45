"""Learning to rank lists, and a probability from scores: the two fits that every model of the product is made by."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexing.errors import QuestionSetError

PENALTY = 0.01
"""Of the squared weights of standardised features; 0.003 to 0.03 differ by less than two questions of 256."""

DIGITS = 4

Vector = NDArray[np.float64]
Lists = Sequence[tuple[Vector, NDArray[np.bool_]]]
"""Each list: its rows of features, and which of them should win."""


def listwise_weights(groups: Sequence[Lists], penalty: float = PENALTY) -> list[float]:
    """The weights under which the right rows most probably win a softmax over their list (ListNet's top-one loss).

    Cao et al., ICML 2007, with an L2 penalty.

    Args:
        groups: lists; each group counts alike in all, whatever its size.
        penalty: see PENALTY.

    Raises:
        QuestionSetError: there is no list.
    """
    lists = [(rows, gold, 1 / len(group) / len(groups)) for group in groups for rows, gold in group]
    if not lists:
        raise QuestionSetError("Nothing can be learnt: for no question is there both right and wrong to choose from.")
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

    found = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B").x / spread
    return [round(float(weight), DIGITS) for weight in found]


def logistic_curve(scores: Vector, right: NDArray[np.bool_]) -> tuple[list[float], float]:
    """Slopes and offset of the logistic function that best tells right from wrong (Platt, 1999).

    Both kinds weigh alike: how many unanswerable questions a set has says nothing about what people ask.

    Args:
        scores: one row a question, one column a score.
        right: whether each is answerable.

    Returns:
        One slope a column, and the offset; slopes of 1 and no offset where only one kind is there.
    """
    columns = scores.shape[1]
    if right.all() or not right.any():
        return [1.0] * columns, 0.0
    from scipy.optimize import minimize

    spread = scores.std(axis=0)
    spread[spread == 0] = 1.0
    weights = np.where(right, 0.5 / right.sum(), 0.5 / (~right).sum())
    signs = np.where(right, 1.0, -1.0)

    standard = scores / spread

    def loss(parameters: Vector) -> tuple[float, Vector]:
        slopes, odds = parameters[:-1], standard @ parameters[:-1] + parameters[-1]
        penalty = 0.001 * float(slopes @ slopes)  # keeps a set that is told apart wholly finite
        pulls = -weights * signs / (1 + np.exp(np.clip(signs * odds, -60, 60)))
        gradient = np.append(pulls @ standard + 0.002 * slopes, pulls.sum())
        return float(weights @ np.logaddexp(0, -signs * odds)) + penalty, gradient

    found = minimize(loss, np.zeros(columns + 1), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    slopes = [round(float(slope), DIGITS) for slope in found[:-1] / spread]
    return slopes, round(float(found[-1]), DIGITS)
