"""An embedder that is made when its first text comes: importing LlamaIndex takes longer than finding nothing to do."""

from collections.abc import Callable
from functools import cached_property

Embed = Callable[[list[str]], list[list[float]]]
"""Texts -> one vector each."""


class DeferredEmbedder:
    """Stands for an embedder whose key is known.

    Args:
        model_key: key of its vectors; see :func:`indexing.embedding.keys.embedding_key`.
        make: makes what embeds, once.
    """

    def __init__(self, model_key: str, make: Callable[[], Embed]) -> None:
        self.model_key = model_key
        self._make = make

    def get_text_embedding_batch(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in the order of the texts."""
        return self._embed(texts)

    @cached_property
    def _embed(self) -> Embed:
        return self._make()
