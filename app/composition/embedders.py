"""Which embedder the settings name."""

from typing import TYPE_CHECKING

from app.settings import Settings
from indexing.embedding.deferred import DeferredEmbedder, Embed
from indexing.embedding.keys import BUNDLED_FOLDER, bundled_key, embedding_key
from indexing.errors import SettingsError

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

BUNDLED = "bundled"


def make_embedder(settings: Settings) -> "BaseEmbedding":
    """The embedder that the settings name; nothing is loaded before its first text.

    Raises:
        SettingsError: a setting was given that the bundled model cannot follow.
    """
    if settings.embedding_model == BUNDLED:
        from indexing.embedding.bundled import BundledEmbedding

        _check_bundled(settings)
        return BundledEmbedding()
    from indexing.embedding.sentence_transformer import SentenceTransformerEmbedding

    return SentenceTransformerEmbedding(
        model_name=settings.embedding_model,
        query_prompt=settings.embedding_query_prompt,
        document_prompt=settings.embedding_document_prompt,
        max_length=settings.embedding_max_length,
        device=settings.embedding_device,
        embed_batch_size=settings.embedding_batch_size,
        local_files_only=settings.embedding_offline,
    )


def deferred_embedder(settings: Settings) -> DeferredEmbedder:
    """The same embedder for whoever only embeds passages, if any; the bundled one does it without LlamaIndex.

    Raises:
        SettingsError: a setting was given that the bundled model cannot follow.
    """
    if settings.embedding_model == BUNDLED:
        _check_bundled(settings)
        return DeferredEmbedder(bundled_key(), _bundled)
    embedder = make_embedder(settings)
    return DeferredEmbedder(embedding_key(embedder), lambda: embedder.get_text_embedding_batch)


def _bundled() -> Embed:
    from indexing.embedding.static_model import StaticModel

    model = StaticModel.load(BUNDLED_FOLDER)
    return lambda texts: model.encode(texts).tolist()


def _check_bundled(settings: Settings) -> None:
    for name in ("embedding_query_prompt", "embedding_document_prompt", "embedding_max_length"):
        if getattr(settings, name) is not None:
            raise SettingsError(
                f"{name} = {getattr(settings, name)!r} is for sentence-transformers models; the bundled one has no "
                "prompts and no limit. Remove it, or set embedding_model."
            )
