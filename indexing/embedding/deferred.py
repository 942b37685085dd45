"""An embedder that is made when its first text comes: importing LlamaIndex takes longer than finding nothing to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding


class DeferredEmbedder:
    """Stands for an embedder whose key is known.

    Args:
        model_key: key of its vectors; see :func:`indexing.embedding.keys.embedding_key`.
        make: makes the embedder, once.
    """

    def __init__(self, model_key: str, make: Callable[[], BaseEmbedding]) -> None:
        self.model_key = model_key
        self._make = make

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in the order of the texts."""
        return self._embedder.get_text_embedding_batch(texts)

    @cached_property
    def _embedder(self) -> BaseEmbedding:
        return self._make()
