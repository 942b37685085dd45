"""The naive side of a bench: the quick start of LlamaIndex's documentation, with newschat's embedder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.settings import Settings
from eval.bench.pipeline import Indexed, Retrieve

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding


class NaivePipeline:
    """Reads a folder, indexes it in memory, and keeps it as JSON: nothing is set but the embedder and the folder.

    The text files of a bench need none of the optional ``llama-index-readers-file``; looking for it in vain takes
    0.06 ms a file, a hundredth of indexing it.

    Args:
        settings: embedder, passages a question, and the folder to keep the index in.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def index(self, corpus: Path) -> Indexed:
        """Index a folder; what was kept before is not looked at, because the quick start does not."""
        from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

        documents = SimpleDirectoryReader(str(corpus), recursive=True).load_data()
        index = VectorStoreIndex.from_documents(documents, embed_model=self.embedder())
        index.storage_context.persist(persist_dir=str(self._settings.archive_dir))
        return Indexed(len(documents), len(index.index_struct.nodes_dict))

    @contextmanager
    def opened(self) -> Iterator[Retrieve]:
        """The index, loaded into memory."""
        from llama_index.core import StorageContext, load_index_from_storage

        storage = StorageContext.from_defaults(persist_dir=str(self._settings.archive_dir))
        index = load_index_from_storage(storage, embed_model=self.embedder())
        retriever = index.as_retriever(similarity_top_k=self._settings.top_k)
        yield lambda question: len(retriever.retrieve(question))

    def embedder(self) -> BaseEmbedding:
        """The embedder that newschat uses under these settings.

        Raises:
            SettingsError: a setting was given that the embedder cannot follow.
        """
        if self._settings.embedding_model == "bundled":
            # make_embedder would do, but its module takes a second to import: newschat's second, not the quick start's
            from indexing.embedding.bundled import BundledEmbedding

            return BundledEmbedding()
        from app.composition.embedders import make_embedder

        return make_embedder(self._settings)
