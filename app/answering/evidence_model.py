"""The evidence model: which sentence answers, and how probable it is that any does.

Weights are data, ``evidence.toml``, learnt like those of the ranking model: the sentence that holds the gold quote wins
a softmax over all sentences of the articles read; a logistic curve over the winner's score and the retrieval's
probability then tells answerable from unanswerable questions. ``python -m eval.fitting`` learns them anew.
"""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

NAMES = (
    *("article", "cosine", "interaction", "coverage", "before", "support", "topic"),
    *("span", "span_missing", "lead", "length", "names_missing", "period_missing", "newest"),
)
"""What is weighed of a sentence, in this order; see :class:`app.answering.evidence.EvidenceFinder`."""


@dataclass(frozen=True, slots=True)
class EvidenceModel:
    """Weights and the curve.

    Attributes:
        weights: one for each name of NAMES; a feature without one counts 0.
        of_score: slope of the logistic function over the best sentence's score.
        of_retrieval: its slope over the retrieval's log-odds.
        offset: its offset.
    """

    weights: Mapping[str, float]
    of_score: float = 1.0
    of_retrieval: float = 0.0
    offset: float = 0.0

    @classmethod
    def load(cls, *, token_vectors: bool) -> "EvidenceModel":
        """The model that ships with the project, for an embedder with or without token vectors."""
        text = resources.files("app.answering").joinpath("evidence.toml").read_text("utf-8")
        table = tomllib.loads(text)["token_vectors" if token_vectors else "one_vector"]
        return cls(table["weights"], **table["answerable"])

    def score(self, features: Sequence[float]) -> float:
        """The weighted sum of a sentence's features."""
        return sum(self.weights.get(name, 0.0) * value for name, value in zip(NAMES, features, strict=True))

    def answerable(self, best_score: float, retrieval: float) -> float:
        """Probability, 0..1, that the best sentence answers.

        Args:
            best_score: its score.
            retrieval: the retrieval's log-odds that the archive holds the answer.
        """
        odds = self.of_score * best_score + self.of_retrieval * retrieval + self.offset
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))


def log_odds(probability: float) -> float:
    """The log-odds of a probability, from -9 to 9; a reranker's score outside 0..1 is cut to it."""
    cut = min(max(1e-4, probability), 1 - 1e-4)  # in this order a score that is no number counts as the lowest
    return math.log(cut / (1 - cut))
