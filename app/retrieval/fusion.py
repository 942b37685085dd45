"""Fusion: what meaning and wording say of a passage becomes one number, before anything of its text is weighed.

Blind fusion of ranks (reciprocal rank fusion) does not know that an English question shares no words with a Korean
passage, and drops it for English ones that share some. Here a small trained model weighs similarities, ranks and
whether passage and question are of one language: of English questions about Korean passages (TyDiQA-ko dev), 93% then
have the right passage among the best twelve, and 89% by reciprocal rank fusion; so twelve are enough to rank with
care where it took twenty. The weights are data, ``fusion.toml``; ``python -m eval.fitting fusion`` learns them anew.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Self

import numpy as np
from numpy.typing import NDArray

FusionFeatures = NDArray[np.float64]

CROSSING = ("cosine", "keywords", "keywords_share")
"""Features that say less about a passage of the other language; each has a second coefficient for those."""

NAMES = (
    "cosine",
    "vectors_rank",
    "keywords",
    "keywords_share",
    "keywords_rank",
    "other_language",
    *(f"{name}_across_languages" for name in CROSSING),
)
"""All features, in the order of the columns."""

_RANK_CONSTANT = 5
"""A rank r, from 0, counts 1 / (5 + r): reciprocal rank fusion (Cormack et al., SIGIR 2009) takes 60, which tells the
first from the tenth hardly apart."""


@dataclass(frozen=True, slots=True)
class FusionModel:
    """Weights of the features; one without a weight counts 0."""

    weights: Mapping[str, float]

    @classmethod
    def load(cls) -> Self:
        """The model that ships with the project."""
        text = resources.files("app.retrieval").joinpath("fusion.toml").read_text("utf-8")
        return cls(tomllib.loads(text)["weights"])

    def scores(self, features: FusionFeatures) -> FusionFeatures:
        """A score for each row; only differences within one question mean anything."""
        scores: FusionFeatures = features @ np.array([self.weights.get(name, 0.0) for name in NAMES])
        return scores


def fusion_features(
    ids: Sequence[str], cosines: Mapping[str, float], keywords: Mapping[str, float], foreign: Sequence[bool]
) -> FusionFeatures:
    """One row a passage, one column a name of NAMES.

    Args:
        ids: of the passages, each found on at least one side.
        cosines: of those that the vectors found, best first.
        keywords: weighted BM25 of those that the keywords found, best first.
        foreign: for each passage whether it is of another language than the question.
    """
    # a passage that only the keywords found is no nearer than the last one that the vectors found
    farthest = min(cosines.values(), default=0.0)
    best = max(keywords.values(), default=0.0) or 1.0
    crosses = np.array(foreign, float)
    bm25 = np.array([keywords.get(one, 0.0) for one in ids])
    columns = {
        "cosine": np.array([cosines.get(one, farthest) for one in ids]),
        "vectors_rank": _by_rank(ids, cosines),
        "keywords": np.log1p(bm25),
        "keywords_share": bm25 / best,
        "keywords_rank": _by_rank(ids, keywords),
        "other_language": crosses,
    }
    columns |= {f"{name}_across_languages": columns[name] * crosses for name in CROSSING}
    return np.column_stack([columns[name] for name in NAMES])


def _by_rank(ids: Sequence[str], found: Mapping[str, float]) -> FusionFeatures:
    ranks = {one: rank for rank, one in enumerate(found)}
    return np.array([1 / (_RANK_CONSTANT + ranks[one]) if one in ranks else 0.0 for one in ids])
