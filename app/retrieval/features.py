"""What speaks for a candidate: every feature that the ranking model weighs, computed for all candidates at once.

Meaning: the cosine of the passage, of its best sentence (a passage of five averages away the one that answers), and
late interaction, in which each word of the question looks for its best match (Khattab and Zaharia, SIGIR 2020).
Wording: BM25, and the share of the question's concepts, weighed by rarity, that passage, headline or article name.
Time: whether passage, day and headline are of the period asked for, and how new it is where the question is about now.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from app.question.concept import TextView
from app.question.periods import headline_agrees, names_periods, published_in, recency
from app.question.question import Question
from app.retrieval.candidates import Candidate
from app.retrieval.rarity import Rarity
from app.retrieval.similarity import similarities
from indexing.article import Article
from indexing.embedding.late_interaction import TokenEmbedder

Features = NDArray[np.float64]

MEANING = ("best_sentence", "late_interaction", "late_interaction_rare", "title_interaction")
"""Features that need token vectors; 0 where the embedder has one vector a text."""

WORDING = ("keywords", "keywords_share", "passage_names", "title_names", "article_names", "names_missing")
TIME = ("period_named", "period_published", "period_headline", "newest", "recency")
CROSSING = ("cosine", "late_interaction", "keywords_share", "passage_names", "article_names")
"""Features that say less about an article of the other language; each has a second coefficient for those."""

NAMES = (
    "cosine",
    *MEANING,
    *WORDING,
    *TIME,
    "other_language",
    *(f"{name}_across_languages" for name in CROSSING),
)
"""All features, in the order of the columns."""


class FeatureExtractor:
    """Turns candidates into rows of numbers.

    Args:
        rarity: how much naming a concept tells in this archive.
        embedder: gives token vectors; None for an embedder that cannot.
    """

    def __init__(self, rarity: Rarity, embedder: TokenEmbedder | None) -> None:
        self._rarity = rarity
        self._embedder = embedder

    def features(self, question: Question, candidates: Sequence[Candidate]) -> Features:
        """One row a candidate, one column a name of NAMES."""
        if not candidates:
            return np.zeros((0, len(NAMES)))
        columns = self._meaning(question, candidates) | self._wording(question, candidates)
        columns |= _time(question, candidates)
        crosses = np.array([_crosses(question, candidate.article) for candidate in candidates], float)
        columns["other_language"] = crosses
        for name in CROSSING:
            columns[f"{name}_across_languages"] = columns[name] * crosses
        return np.column_stack([columns[name] for name in NAMES])

    def _meaning(self, question: Question, candidates: Sequence[Candidate]) -> dict[str, Features]:
        # a passage that only the keywords found is no nearer than the last one that the vectors found
        known = [candidate.cosine for candidate in candidates if candidate.cosine is not None]
        cosines = [min(known, default=0.0) if one.cosine is None else one.cosine for one in candidates]
        if self._embedder is None:
            return {"cosine": np.array(cosines)} | {name: np.zeros(len(candidates)) for name in MEANING}
        titles = list(dict.fromkeys(candidate.article.title for candidate in candidates))
        passages = [candidate.passage.text for candidate in candidates]
        asked, *tokens = self._embedder.token_vectors([question.text, *titles, *passages])
        found = similarities(asked, [*titles, *passages], tokens)
        first = len(titles)
        return {
            "cosine": found.cosine[first:],
            "best_sentence": found.best_sentence[first:],
            "late_interaction": found.late[first:],
            "late_interaction_rare": found.late_rare[first:],
            "title_interaction": found.late[[titles.index(one.article.title) for one in candidates]],
        }

    def _wording(self, question: Question, candidates: Sequence[Candidate]) -> dict[str, Features]:
        frequencies = self._rarity.frequencies(question.concepts)
        weights = np.array(self._rarity.weights(question.concepts, frequencies))
        names = np.array([concept.is_name for concept in question.concepts], bool)
        articles = {candidate.article.article_id: candidate.article for candidate in candidates}
        titles = {key: TextView(article.title).names_each(question.concepts) for key, article in articles.items()}
        whole = {
            key: tuple(map(max, titles[key], TextView(article.body).names_each(question.concepts)))
            for key, article in articles.items()
        }
        passages = [
            TextView(one.passage.text).names_each(question.concepts, whole[one.article.article_id])
            for one in candidates
        ]
        ids = [candidate.article.article_id for candidate in candidates]
        best = max(candidate.keywords for candidate in candidates) or 1.0
        keywords = np.array([candidate.keywords for candidate in candidates])
        return {
            "keywords": np.log1p(keywords),
            "keywords_share": keywords / best,
            "passage_names": np.array([_share(row, weights) for row in passages]),
            "title_names": np.array(
                [_share(np.maximum(row, titles[key]), weights) for key, row in zip(ids, passages, strict=True)]
            ),
            "article_names": np.array([_share(whole[key], weights) for key in ids]),
            "names_missing": np.array([float(np.sum(names & (np.array(whole[key]) == 0))) for key in ids]),
        }


def _time(question: Question, candidates: Sequence[Candidate]) -> dict[str, Features]:
    days = [candidate.article.published_on for candidate in candidates]
    ages = recency(days)
    recent = np.array([ages[day] for day in days])
    articles = {candidate.article.article_id: candidate.article for candidate in candidates}
    headlines = {key: headline_agrees(question.periods, article) for key, article in articles.items()}
    return {
        "period_named": np.array(
            [names_periods(question.periods, one.article, one.passage.text) for one in candidates], float
        ),
        "period_published": np.array([published_in(question.periods, one.article) for one in candidates], float),
        "period_headline": np.array([headlines[one.article.article_id] for one in candidates]),
        "newest": recent * question.about_now,
        "recency": recent,
    }


def _share(named: Sequence[float] | Features, weights: Iterable[float]) -> float:
    values = np.asarray(weights, float)
    total = float(values.sum())
    return float(np.asarray(named) @ values) / total if total else 0.0


def _crosses(question: Question, article: Article) -> bool:
    return article.language is not None and article.language != question.language
