"""The hybrid retriever: vectors and keywords, fused, as a LlamaIndex ``BaseRetriever``."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.callbacks import CallbackManager
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from app.retrieval.fusion import Ranking, reciprocal_rank_fusion
from app.retrieval.keyword_query import keyword_query
from app.retrieval.question import QuestionAnalyser
from indexing.article import Article, Passage


class Searchable(Protocol):
    """What the retriever needs of an archive."""

    def nearest(self, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
        """Passage ids by cosine, best first."""
        ...

    def matching(self, terms: Mapping[str, float], sounds: Mapping[str, float], k: int) -> list[tuple[str, float]]:
        """Passage ids by BM25, best first."""
        ...

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The live passages among ``ids``."""
        ...

    def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """The live articles among ``ids``."""
        ...


class HybridRetriever(BaseRetriever):
    """Candidates by meaning and by wording, fused by reciprocal rank, then the configured postprocessors.

    Nodes carry the passage's id, text and offsets and its article's metadata, so that a citation can be traced to
    a span of the article whatever LlamaIndex component handled the node in between.
    """

    def __init__(
        self,
        archive: Searchable,
        embedder: BaseEmbedding,
        analyser: QuestionAnalyser,
        *,
        candidates: int = 50,
        top_k: int = 10,
        vector_weight: float = 1.0,
        postprocessors: Sequence[BaseNodePostprocessor] = (),
    ) -> None:
        """Take finished parts.

        Args:
            archive: where to search.
            embedder: the embedder the archive was built with.
            analyser: turns the query into concepts for the keyword side.
            candidates: passages taken from each side.
            top_k: passages kept after fusion.
            vector_weight: how much the vectors' ranking counts beside the keywords' 1.0.
            postprocessors: LlamaIndex rerankers or filters, applied in order.
        """
        super().__init__(callback_manager=CallbackManager([]))
        self._archive = archive
        self._embedder = embedder
        self._analyser = analyser
        self._candidates = candidates
        self._top_k = top_k
        self._vector_weight = vector_weight
        self._postprocessors = tuple(postprocessors)

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        fused = reciprocal_rank_fusion(self._rankings(query_bundle.query_str))
        nodes = self._nodes(fused)
        for postprocessor in self._postprocessors:
            nodes = postprocessor.postprocess_nodes(nodes, query_bundle=query_bundle)
        return nodes[: self._top_k]

    def _rankings(self, query: str) -> list[Ranking]:
        question = self._analyser.analyse(query)
        keywords = keyword_query(question)
        vector = self._embedder.get_query_embedding(question.text)
        matching = self._archive.matching(keywords.terms, keywords.sounds, self._candidates)
        nearest = self._archive.nearest(vector, self._candidates)
        return [
            Ranking([passage_id for passage_id, _ in matching]),
            Ranking([passage_id for passage_id, _ in nearest], self._vector_weight),
        ]

    def _nodes(self, fused: Sequence[tuple[str, float]]) -> list[NodeWithScore]:
        # Rerankers see more than they keep; without one, reading more than top_k passages is wasted.
        wanted = fused if self._postprocessors else fused[: self._top_k]
        passages = self._archive.passages([passage_id for passage_id, _ in wanted])
        articles = self._archive.articles(list({passage.article_id for passage in passages.values()}))
        return [
            NodeWithScore(
                node=passage_node(passages[passage_id], articles[passages[passage_id].article_id]), score=score
            )
            for passage_id, score in wanted
            if passage_id in passages and passages[passage_id].article_id in articles
        ]


def passage_node(passage: Passage, article: Article) -> TextNode:
    """A LlamaIndex node for a passage; unknown fields of the article are left out of its metadata."""
    metadata = {
        "article_id": article.article_id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "url": article.url,
    }
    return TextNode(
        id_=passage.passage_id,
        text=passage.text,
        metadata={key: value for key, value in metadata.items() if value is not None},
        start_char_idx=passage.start,
        end_char_idx=passage.end,
    )
