"""The embedder that ships with newschat: a static Korean-English model, in ``bundled/`` beside this file.

An English question finds the Korean passage, and a Korean one finds it by meaning, without a download, a network or
torch. What the model was trained on, how, and what it can not do is in its model card, ``bundled/README.md``.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import Field, PrivateAttr

from indexing.embedding.keys import BUNDLED_FOLDER, bundled_key
from indexing.embedding.late_interaction import TokenVectors
from indexing.embedding.static_model import StaticModel

_BATCH = 256


class BundledEmbedding(BaseEmbedding):
    """A static model's folder as a LlamaIndex embedder: text -> unit vector, and token vectors for late interaction.

    Nothing is read before the first text; reading takes some tenths of a second. Queries and passages are embedded
    alike: the model was trained without prompts. A text without a known token has the zero vector.
    Calls from several threads are safe.

    Attributes:
        folder: a sentence-transformers folder with one StaticEmbedding; the bundled one unless told otherwise.
    """

    model_name: str = "bundled"
    embed_batch_size: int = Field(default=_BATCH, gt=0, le=2048)
    folder: Path = BUNDLED_FOLDER

    _lock: threading.Lock = PrivateAttr(default_factory=threading.Lock)
    _model: StaticModel | None = PrivateAttr(default=None)

    @classmethod
    def class_name(cls) -> str:
        """The name LlamaIndex serialises this class under."""
        return "BundledEmbedding"

    @cached_property
    def model_key(self) -> str:
        """Key of its vectors.

        Raises:
            EmbeddingError: the folder cannot be read.
        """
        return bundled_key(self.folder, self.model_name)

    def token_vectors(self, texts: Sequence[str]) -> list[TokenVectors]:
        """The token vectors of each text, for late interaction."""
        return self._loaded().token_vectors(texts)

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._loaded().encode(texts).tolist()
        return vectors

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    def _loaded(self) -> StaticModel:
        with self._lock:
            if self._model is None:
                self._model = StaticModel.load(self.folder)
            return self._model
