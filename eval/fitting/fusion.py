"""Learning the fusion of vectors and keywords: which of what both sides found is worth ranking with care."""

from collections.abc import Sequence

import numpy as np

from app.retrieval.fusion import NAMES, FusionModel
from eval.fitting.examples import Example, winning_lists
from eval.fitting.listwise import PENALTY, listwise_weights


def learn_fusion(groups: Sequence[Sequence[Example]], penalty: float = PENALTY) -> FusionModel:
    """The model that puts the gold passages of all groups first.

    Args:
        groups: examples of :func:`pool_examples`; each group counts alike in all, whatever its size.
        penalty: of large weights.
    """
    lists = [winning_lists(group, range(len(NAMES))) for group in groups]
    return FusionModel(dict(zip(NAMES, listwise_weights(lists, penalty), strict=True)))


def kept_share(model: FusionModel, examples: Sequence[Example], kept: int) -> float:
    """Share of the answerable questions whose answering passage is among the first ``kept``, 0..1."""
    asked = [one for one in examples if one.question.answerable and one.question.articles]
    hits = [bool(one.answering[np.argsort(-model.scores(one.features), kind="stable")[:kept]].any()) for one in asked]
    return sum(hits) / max(len(hits), 1)
