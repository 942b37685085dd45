"""Finding evidence: sentences of the retrieved articles, weighed by how much of the question they name."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from app.answering.answer import RetrievedPassage
from app.answering.evidence.article_reading import ArticleReading, ReadSentence
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.model import EvidenceModel, best_odds, in_order, log_odds
from app.answering.spans.span import Finder, SentenceContext, Span
from app.question.concept import Concept
from app.question.periods import recency
from app.question.question import Question
from app.retrieval.rarity import Rarity
from app.retrieval.similarity import nearness
from indexing.article import Article, Passage
from indexing.embedding.late_interaction import TokenEmbedder

ARTICLES_READ = 6
"""Articles whose every sentence is weighed; later ones name so little of the question that they never won."""

SPAN_KINDS = frozenset({"when", "where", "who", "how_many"})
"""Kinds of question whose answer is a few words of a recognisable shape."""

_PERIOD_WEIGHT = 2.0
"""Naming the right year counts like a word that stands in one passage of seven."""
_LONG_SENTENCE = 200
"""Characters; the feature "length" is 1 there and never more than 2."""


class Readable(Protocol):
    """What finding evidence needs of an archive."""

    def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """Articles by id."""
        ...

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """An article's passages in order."""
        ...


@dataclass(frozen=True)
class _Read:
    """An article read for the question, the passages of it that were retrieved, and what the archive knows."""

    reading: ArticleReading
    article: Article
    passages: Sequence[RetrievedPassage]
    known: Collection[Concept]

    @cached_property
    def score(self) -> float:
        """Of its best passage that was retrieved."""
        return max(passage.score for passage in self.passages)

    @cached_property
    def lacks(self) -> int:
        """How many concepts of the question the article lacks; less important ones only where another article has them.

        A word that the whole archive lacks may be another word for what the article says.
        """
        return sum(name in self.known or name.importance == 1 for name in self.reading.missing)


@dataclass(frozen=True)
class _Asked:
    """The question, and what its sentences are measured by.

    Attributes:
        question: as it was analysed.
        weights: of its concepts, then of its periods.
        best: log-odds of the best passage that was retrieved.
        ages: of the days of the articles read, see :func:`recency`.
    """

    question: Question
    weights: Sequence[float]
    best: float
    ages: Mapping[date | None, float]


class EvidenceFinder:
    """Weighs every sentence of the best retrieved articles.

    Args:
        archive: where the articles are read.
        rarity: how much naming a concept tells.
        finders: short answers by kind of question.
        model: weighs what speaks for a sentence.
        embedder: gives token vectors; None for an embedder that cannot.
    """

    def __init__(
        self,
        archive: Readable,
        rarity: Rarity,
        finders: Mapping[str, Finder],
        model: EvidenceModel,
        embedder: TokenEmbedder | None,
    ) -> None:
        self._archive = archive
        self._rarity = rarity
        self._finders = finders
        self._model = model
        self._embedder = embedder

    def find(self, question: Question, passages: Sequence[RetrievedPassage]) -> list[Evidence]:
        """Evidence for ``question`` in the articles of ``passages``, best first."""
        frequencies = self._rarity.frequencies(question.concepts)
        weights = self._rarity.weights(question.concepts, frequencies)
        weights += [_PERIOD_WEIGHT for _ in question.periods]
        if not passages or not sum(weights):
            return []
        article_ids = list(dict.fromkeys(passage.article_id for passage in passages))[:ARTICLES_READ]
        found = self._archive.articles(article_ids)
        known = {concept for concept, frequency in zip(question.concepts, frequencies, strict=True) if frequency}
        read = [
            _Read(
                ArticleReading(found[article_id], self._archive.passages_of(article_id), question),
                found[article_id],
                [passage for passage in passages if passage.article_id == article_id],
                known,
            )
            for article_id in article_ids
            if article_id in found
        ]
        sentences = [(one, sentence) for one in read for sentence in one.reading.sentences]
        near = self._nearness(question, [sentence.text for _, sentence in sentences])
        asked = _Asked(
            question,
            weights,
            best_odds(passage.score for passage in passages),
            recency(one.article.published_on for one in read),
        )
        evidence = [
            self._evidence(asked, one, sentence, pair) for (one, sentence), pair in zip(sentences, near, strict=True)
        ]
        return sorted(evidence, key=lambda item: -item.score)

    def _nearness(self, question: Question, sentences: Sequence[str]) -> list[tuple[float, float]]:
        """Cosine and late interaction of each sentence with the question; 0 without token vectors."""
        if self._embedder is None:
            return [(0.0, 0.0)] * len(sentences)
        asked, *tokens = self._embedder.token_vectors([question.text, *sentences])
        return nearness(asked, tokens)

    def _evidence(self, asked: _Asked, read: _Read, sentence: ReadSentence, near: tuple[float, float]) -> Evidence:
        alternatives = self._alternatives(read.reading.context(sentence))
        spans = {kind: found[0] for kind, found in alternatives.items()}
        support = _weighted(sentence.named, asked.weights)
        features = in_order(_features(asked, read, sentence, near, spans) | {"support": support})
        retrieved = {passage.passage_id: passage for passage in read.passages}
        return Evidence(
            article=read.article,
            passage=retrieved.get(sentence.passage.passage_id)
            or RetrievedPassage.of(sentence.passage, read.article, read.score),
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            support=support,
            dates=sentence.dates,
            spans=spans,
            alternatives=alternatives,
            features=features,
            score=self._model.score(features),
            of_period=sentence.of_period,
        )

    def _alternatives(self, context: SentenceContext) -> dict[str, list[Span]]:
        found = {kind: self._finders[kind](context) for kind in context.question.kinds if kind in self._finders}
        return {kind: spans for kind, spans in found.items() if spans and spans[0].score > 0}


def _features(
    asked: _Asked, read: _Read, sentence: ReadSentence, near: tuple[float, float], spans: Mapping[str, Span]
) -> dict[str, float]:
    """What the evidence model weighs of a sentence, by name, but for its support."""
    question, weights, concepts = asked.question, asked.weights, len(asked.question.concepts)
    cosine, interaction = near
    wanted = [kind for kind in question.kinds if kind in SPAN_KINDS]
    return {
        "article": log_odds(read.score) - asked.best,
        "cosine": cosine,
        "interaction": interaction,
        "coverage": _weighted(sentence.own, weights),
        "before": _weighted(sentence.before, weights),
        "topic": _weighted(sentence.named[:concepts], weights[:concepts]),
        "span": sum(min(span.score, 1.5) for span in spans.values()) / len(question.kinds),
        "span_missing": float(any(kind not in spans for kind in wanted)),
        "lead": float(sentence.start == read.reading.start),
        "length": min(len(sentence.text) / _LONG_SENTENCE, 2.0),
        "names_missing": float(read.lacks),
        "period_missing": float(read.reading.missing_period),
        "newest": asked.ages[read.article.published_on] * question.about_now,
    }


def _weighted(shares: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(share * weight for share, weight in zip(shares, weights, strict=True)) / total if total else 1.0
