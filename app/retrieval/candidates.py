"""Candidates: the best of the passages that vectors or keywords find, with their articles and how each found them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding

from app.question.question import Question
from app.retrieval.fusion import FusionFeatures, FusionModel, fusion_features
from app.retrieval.keyword_query import keyword_query
from indexing.article import Article, Passage
from indexing.language.hangul import has_hangul


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


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """All passages that either side found for a question.

    Attributes:
        passages: in the order in which they were found, keywords first.
        cosines: by passage id, of those that the vectors found.
        keywords: weighted BM25 by passage id, of those that the keywords found.
        features: one row a passage, one column a name of ``fusion.NAMES``.
    """

    passages: Sequence[Passage]
    cosines: Mapping[str, float]
    keywords: Mapping[str, float]
    features: FusionFeatures


class CandidateFinder:
    """Finds candidates on both sides of the archive.

    Args:
        archive: where to search.
        embedder: the embedder the archive was built with.
        fusion: weighs what both sides say.
        each: passages taken from each side.
        kept: passages kept of both together; what comes after costs more for each.
    """

    def __init__(
        self, archive: Searchable, embedder: BaseEmbedding, fusion: FusionModel, *, each: int, kept: int
    ) -> None:
        self._archive = archive
        self._embedder = embedder
        self._fusion = fusion
        self._each = each
        self._kept = kept

    def find(self, question: Question) -> list[Candidate]:
        """The best candidates by fusion, best first, at most ``kept``."""
        pool = self.pool(question)
        scores = self._fusion.scores(pool.features)
        best = [pool.passages[at] for at in np.argsort(-scores, kind="stable")[: self._kept]]
        articles = self._archive.articles(list({passage.article_id for passage in best}))
        return [
            Candidate(
                passage,
                articles[passage.article_id],
                pool.cosines.get(passage.passage_id),
                pool.keywords.get(passage.passage_id, 0.0),
            )
            for passage in best
            if passage.article_id in articles
        ]

    def pool(self, question: Question) -> Pool:
        """All that either side finds."""
        query = keyword_query(question)
        keywords = dict(self._archive.matching(query.terms, query.sounds, self._each))
        cosines = dict(self._archive.nearest(self._embedder.get_query_embedding(question.text), self._each))
        found = list(keywords | cosines)
        known = self._archive.passages(found)
        passages = [known[key] for key in found if key in known]
        foreign = [has_hangul(passage.text) != (question.language == "ko") for passage in passages]
        ids = [passage.passage_id for passage in passages]
        return Pool(passages, cosines, keywords, fusion_features(ids, cosines, keywords, foreign))
