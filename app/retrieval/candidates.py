"""Candidates: the passages that vectors or keywords find, with their articles and how each found them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from llama_index.core.base.embeddings.base import BaseEmbedding

from app.retrieval.fusion import Ranking, reciprocal_rank_fusion
from app.retrieval.keyword_query import keyword_query
from app.retrieval.question import Question
from indexing.article import Article, Passage


class Searchable(Protocol):
    """What finding candidates needs of an archive."""

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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer.

    Attributes:
        passage: the passage.
        article: its article.
        cosine: of its vector and the question's; None where the vectors' side did not find it.
        keywords: its weighted BM25; 0 where the keyword side did not find it.
    """

    passage: Passage
    article: Article
    cosine: float | None
    keywords: float


class CandidateFinder:
    """Finds candidates on both sides of the archive.

    Args:
        archive: where to search.
        embedder: the embedder the archive was built with.
        each: passages taken from each side.
        kept: passages kept of both together, by reciprocal rank fusion; what comes after costs more for each.
    """

    def __init__(self, archive: Searchable, embedder: BaseEmbedding, *, each: int, kept: int) -> None:
        self._archive = archive
        self._embedder = embedder
        self._each = each
        self._kept = kept

    def find(self, question: Question) -> list[Candidate]:
        """Candidates in the order of their fused ranks, at most ``kept``."""
        query = keyword_query(question)
        keywords = dict(self._archive.matching(query.terms, query.sounds, self._each))
        cosines = dict(self._archive.nearest(self._embedder.get_query_embedding(question.text), self._each))
        fused = reciprocal_rank_fusion([Ranking(list(keywords)), Ranking(list(cosines))])
        ids = [passage_id for passage_id, _ in fused[: self._kept]]
        passages = self._archive.passages(ids)
        articles = self._archive.articles(list({passage.article_id for passage in passages.values()}))
        return [
            Candidate(passage, articles[passage.article_id], cosines.get(key), keywords.get(key, 0.0))
            for key in ids
            if (passage := passages.get(key)) and passage.article_id in articles
        ]
