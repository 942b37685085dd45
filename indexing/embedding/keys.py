"""What tells two embedders apart: vectors of different keys must never be compared or share a cache."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from indexing.embedding.deferred import DeferredEmbedder
from indexing.embedding.model_folder import folder_digest

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

_TELLING_FIELDS = (
    "dimensions",
    "embed_dim",
    "max_length",
    "mode",
    "normalize",
    "pooling",
    "query_instruction",
    "text_instruction",
)
"""Fields of LlamaIndex embedders that change the vector; batch sizes, endpoints and credentials do not."""


BUNDLED_FOLDER = Path(__file__).parent / "bundled"


def bundled_key(folder: Path = BUNDLED_FOLDER, name: str = "bundled") -> str:
    """Key of a static model: its name and a digest of its files, so that a retrained model is another model.

    Raises:
        EmbeddingError: the folder cannot be read.
    """
    return f"{name}#{folder_digest(folder)}"


def embedding_key(embedder: BaseEmbedding | DeferredEmbedder) -> str:
    """A short, stable, printable name for the vectors an embedder makes.

    Embedders of this package know their own key (attribute ``model_key``), prompts and weights included. For any
    other LlamaIndex embedder the class, the model name and the fields known to change its vectors must do.

    Args:
        embedder: any LlamaIndex embedder; nothing is loaded or computed.

    Returns:
        Equal for embedders that make the same vectors; holds no path and no credentials.
    """
    if isinstance(embedder, DeferredEmbedder):
        return embedder.model_key
    own = getattr(embedder, "model_key", None)
    if isinstance(own, str):
        return own
    fields = {name: repr(getattr(embedder, name, None)) for name in _TELLING_FIELDS}
    return f"{embedder.class_name()}/{embedder.model_name}#{settings_digest(fields)}"


def settings_digest(fields: dict[str, str]) -> str:
    """Eight hex digits that change with any of the fields."""
    text = json.dumps(fields, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
