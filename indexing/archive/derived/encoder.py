"""Passages' texts -> unit vectors, through the cache."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from indexing.archive.catalog.records import text_digest
from indexing.archive.catalog.vector_cache import VectorCache
from indexing.errors import EmbeddingError, NewschatError
from indexing.progress import Count, silent

if TYPE_CHECKING:
    import numpy as np
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from numpy.typing import NDArray

    from indexing.archive.catalog.vector_cache import Vector
    from indexing.embedding.deferred import DeferredEmbedder

_AT_ONCE = 128
"""Texts embedded between two looks at the progress bar; they are cached before the next are begun."""


class Encoder:
    """Embeds texts that the cache does not hold.

    Args:
        embedder: any LlamaIndex embedder.
        cache: where its vectors are kept.
    """

    def __init__(self, embedder: BaseEmbedding | DeferredEmbedder, cache: VectorCache) -> None:
        self._embedder = embedder
        self.cache = cache

    @property
    def model_key(self) -> str:
        """Key of the vectors it makes."""
        return self.cache.model_key

    def warm(self, texts: Sequence[str], progress: Count = silent) -> None:
        """Sees to it that the cache holds the vectors of all texts.

        Args:
            texts: in any order, with repetitions.
            progress: called with the number of texts embedded and to embed.

        Raises:
            EmbeddingError: the embedder failed or gave something that is no vector; what was embedded before
                stays in the cache.
        """
        wanted = {text_digest(text): text for text in texts}
        held = self.cache.get(wanted)
        missing = [(digest, text) for digest, text in wanted.items() if digest not in held]
        for start in range(0, len(missing), _AT_ONCE):
            some = missing[start : start + _AT_ONCE]
            vectors = self._embedded([text for _, text in some])
            self.cache.put({digest: vector for (digest, _), vector in zip(some, vectors, strict=True)})
            progress(start + len(some), len(missing))

    def vectors(self, texts: dict[str, str]) -> dict[str, Vector]:
        """The vectors of texts given by their digest; embeds what the cache does not hold."""
        self.warm(list(texts.values()))
        return self.cache.get(texts)

    def prune(self) -> None:
        """Forgets vectors of texts that no passage has any more."""
        self.cache.prune()

    def check(self) -> None:
        """Embeds a word, to learn now rather than later whether the embedder works.

        Raises:
            EmbeddingError: it does not.
        """
        self._embedded(["뉴스"])

    def _embedded(self, texts: list[str]) -> list[Vector]:
        try:
            found = self._embedder.get_text_embedding_batch(texts)
        except NewschatError:
            raise
        except Exception as error:  # any vendor's, of any LlamaIndex embedder
            raise EmbeddingError(f"The embedder {self.model_key} failed: {type(error).__name__}: {error}") from error
        return list(self._unit_vectors(found, len(texts)))

    def _unit_vectors(self, found: list[list[float]], wanted: int) -> NDArray[np.float32]:
        import numpy as np

        sizes = {len(vector) for vector in found}
        if len(found) != wanted or len(sizes) != 1 or sizes == {0}:
            raise EmbeddingError(
                f"The embedder {self.model_key} gave {len(found)} vectors of lengths {sorted(sizes)} "
                f"for {wanted} texts."
            )
        matrix = np.asarray(found, np.float32)
        if not np.isfinite(matrix).all():
            raise EmbeddingError(f"The embedder {self.model_key} gave a vector that is not finite.")
        lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
        return np.asarray(matrix / np.where(lengths > 0, lengths, 1), np.float32)
