"""What tells two embedders apart: vectors of different keys must never be compared or share a cache."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

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


def embedding_key(embedder: BaseEmbedding) -> str:
    """A short, stable, printable name for the vectors an embedder makes.

    Embedders of this package know their own key (attribute ``model_key``), prompts and weights included. For any
    other LlamaIndex embedder the class, the model name and the fields known to change its vectors must do.

    Args:
        embedder: any LlamaIndex embedder; nothing is loaded or computed.

    Returns:
        Equal for embedders that make the same vectors; holds no path and no credentials.
    """
    own = getattr(embedder, "model_key", None)
    if isinstance(own, str):
        return own
    fields = {name: repr(getattr(embedder, name, None)) for name in _TELLING_FIELDS}
    return f"{embedder.class_name()}/{embedder.model_name}#{settings_digest(fields)}"


def settings_digest(fields: dict[str, str]) -> str:
    """Eight hex digits that change with any of the fields."""
    text = json.dumps(fields, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]
