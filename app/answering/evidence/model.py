"""The evidence model: which sentences are worth reading closely.

Weights are data, ``weights.toml``, learnt like those of the ranking model: the sentence that holds the gold quote wins
a softmax over all sentences of the articles read. ``python -m eval.fitting evidence`` learns them anew.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

NAMES = (
    *("article", "cosine", "interaction", "coverage", "before", "support", "topic"),
    *("span", "span_missing", "lead", "length", "names_missing", "period_missing", "newest"),
)
"""What is weighed of a sentence, in this order; see :class:`app.answering.evidence.EvidenceFinder`."""


@dataclass(frozen=True, slots=True)
class EvidenceModel:
    """The weights.

    Attributes:
        weights: one for each name of NAMES; a feature without one counts 0.
    """

    weights: Mapping[str, float]

    @classmethod
    def load(cls, *, token_vectors: bool) -> "EvidenceModel":
        """The model that ships with the project, for an embedder with or without token vectors."""
        text = resources.files("app.answering.evidence").joinpath("weights.toml").read_text("utf-8")
        table = tomllib.loads(text)["token_vectors" if token_vectors else "one_vector"]
        return cls(table["weights"])

    def score(self, features: Sequence[float]) -> float:
        """The weighted sum of a sentence's features."""
        return sum(self.weights.get(name, 0.0) * value for name, value in zip(NAMES, features, strict=True))


def in_order(features: Mapping[str, float]) -> tuple[float, ...]:
    """The features of a sentence in the order of NAMES.

    Raises:
        KeyError: one of them is missing.
    """
    return tuple(features[name] for name in NAMES)


def log_odds(probability: float) -> float:
    """The log-odds of a probability, from -9 to 9; a reranker's score outside 0..1 is cut to it."""
    cut = min(max(1e-4, probability), 1 - 1e-4)  # in this order a score that is no number counts as the lowest
    return math.log(cut / (1 - cut))


def best_odds(scores: Iterable[float]) -> float:
    """The log-odds of the best of some probabilities; at least one."""
    return max(map(log_odds, scores))
