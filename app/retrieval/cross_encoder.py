"""A cross-encoder as reranker: a larger model that reads question and passage together, for those who have one."""

import threading
from typing import TYPE_CHECKING

from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import MetadataMode, NodeWithScore, QueryBundle
from pydantic import PrivateAttr

from indexing.errors import RerankerError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class CrossEncoderReranker(BaseNodePostprocessor):
    """Orders passages by a sentence-transformers CrossEncoder with one output, whose probability becomes their score.

    LlamaIndex's own SentenceTransformerRerank runs code that comes with a model unless told otherwise, loads it before
    the first question, and has it read file names and addresses as well; this one reads the headline and the passage.

    Attributes:
        model: hub name or folder.
        local_files_only: never ask a model hub.
    """

    model: str
    local_files_only: bool = False

    _lock: threading.Lock = PrivateAttr(default_factory=threading.Lock)
    _encoder: "CrossEncoder | None" = PrivateAttr(default=None)

    @classmethod
    def class_name(cls) -> str:
        """The name LlamaIndex serialises this class under."""
        return "CrossEncoderReranker"

    def _postprocess_nodes(
        self, nodes: list[NodeWithScore], query_bundle: QueryBundle | None = None
    ) -> list[NodeWithScore]:
        if not nodes or query_bundle is None:
            return nodes
        pairs = [(query_bundle.query_str, _read(node)) for node in nodes]
        scores = self._loaded().predict(pairs, show_progress_bar=False)
        scored = [NodeWithScore(node=node.node, score=float(score)) for node, score in zip(nodes, scores, strict=True)]
        return sorted(scored, key=lambda node: -(node.score or 0.0))

    def _loaded(self) -> "CrossEncoder":
        with self._lock:
            if self._encoder is None:
                from sentence_transformers import CrossEncoder

                try:
                    encoder = CrossEncoder(self.model, local_files_only=self.local_files_only, trust_remote_code=False)
                except Exception as error:  # sentence-transformers and its hub client raise whatever goes wrong
                    raise RerankerError(
                        f"The reranker {self.model!r} cannot be loaded: {error}. Set reranker_model to a hub name or a "
                        "folder of a sentence-transformers CrossEncoder, or remove it."
                    ) from error
                if encoder.num_labels != 1:
                    raise RerankerError(
                        f"The reranker {self.model!r} has {encoder.num_labels} outputs instead of one, the relevance. "
                        "Set reranker_model to a cross-encoder for ranking, or remove it."
                    )
                self._encoder = encoder
            return self._encoder


def _read(node: NodeWithScore) -> str:
    title = node.node.metadata.get("title")
    text = node.node.get_content(metadata_mode=MetadataMode.NONE)
    return f"{title}\n{text}" if title else text
