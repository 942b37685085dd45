"""More than one vector a text: token vectors and weights, for late interaction.

A single vector averages a passage away; late interaction (Khattab and Zaharia, ColBERT, SIGIR 2020,
https://arxiv.org/abs/2004.12832) lets every token of the query look for its best match in the passage. With static
vectors it costs one small matrix product a passage and needs no model run at query time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """The tokens of one text, in order; repeated tokens are repeated.

    Texts that were read together share a table of the tokens that differ: of 5,000 tokens in thirty passages of news
    1,500 do, and whoever compares all texts with a question compares only these.

    Attributes:
        table: unit vectors, float32, shape (different tokens, dimensions).
        table_weights: how much each of them says, float32, shape (different tokens,), not negative: a name weighs many
            times an ending.
        rows: the row of each token of the text, int64, shape (tokens,).
        spans: where each token stands, int64, shape (tokens, 2): start and end in the text, in code points.
    """

    table: NDArray[np.float32]
    table_weights: NDArray[np.float32]
    rows: NDArray[np.int64]
    spans: NDArray[np.int64]

    @classmethod
    def alone(cls, vectors: NDArray[np.float32], weights: NDArray[np.float32], spans: NDArray[np.int64]) -> Self:
        """A text that shares its table with no other."""
        return cls(vectors, weights, np.arange(len(vectors)), spans)

    @property
    def vectors(self) -> NDArray[np.float32]:
        """Unit vectors, shape (tokens, dimensions)."""
        return self.table[self.rows]

    @property
    def weights(self) -> NDArray[np.float32]:
        """The tokens' weights, shape (tokens,)."""
        return self.table_weights[self.rows]


@runtime_checkable
class TokenEmbedder(Protocol):
    """An embedder that can also give a text's token vectors."""

    def token_vectors(self, texts: Sequence[str]) -> list[TokenVectors]:
        """The token vectors of each text, in the order of the texts."""
        ...


def token_embedder(embedder: BaseEmbedding) -> TokenEmbedder | None:
    """The embedder itself when it can give token vectors, else None: a dense model has one vector a text."""
    return embedder if isinstance(embedder, TokenEmbedder) else None


def late_interaction(query: TokenVectors, passage: TokenVectors) -> float:
    """How well the passage answers to each token of the query.

    For every token of the query the best cosine among the passage's tokens, averaged with the query tokens' weights
    (ColBERT's MaxSim, with learnt weights in place of its filtering of punctuation).

    Returns:
        A number from -1 to 1; 0 when either text has no token that weighs anything.
    """
    total = float(query.weights.sum())
    if not total or not len(passage.rows):
        return 0.0
    best = (query.vectors @ passage.vectors.T).max(axis=1)
    return float(query.weights @ best) / total
