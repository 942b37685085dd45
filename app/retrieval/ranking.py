"""The ranking model: a weighted sum of features, and the probability that its best candidate answers at all.

The weights are data, ``ranking.toml``, learnt from questions whose article is known: they maximise the likelihood that
the gold passage wins a softmax over all candidates (ListNet's top-one loss; Cao et al., ICML 2007).
``python -m eval.fitting ranking`` learns them anew.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from app.retrieval.features import NAMES, Features

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RankingModel:
    """Weights of the features, and how a best score becomes a probability.

    Attributes:
        weights: one for each name of NAMES; a feature without one counts 0.
        slope: of the logistic function over the best score.
        offset: of the logistic function.
    """

    weights: Mapping[str, float]
    slope: float = 1.0
    offset: float = 0.0

    @classmethod
    def load(cls, *, token_vectors: bool) -> "RankingModel":
        """The model that ships with the project, for an embedder with or without token vectors."""
        text = resources.files("app.retrieval").joinpath("ranking.toml").read_text("utf-8")
        table = tomllib.loads(text)["token_vectors" if token_vectors else "one_vector"]
        return cls(table["weights"], table["answerable"]["slope"], table["answerable"]["offset"])

    def scores(self, features: Features) -> Scores:
        """A score for each row; only differences within one question mean anything to the ranking."""
        return features @ self._vector()

    def shares(self, features: Features) -> Features:
        """Each feature's part of each row's score, same shape as the features."""
        return features * self._vector()

    def answerable(self, best_score: float) -> float:
        """Probability, 0..1, that an archive whose best candidate has this score holds the answer."""
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, self.slope * best_score + self.offset))))

    def _vector(self) -> Scores:
        return np.array([self.weights.get(name, 0.0) for name in NAMES])
