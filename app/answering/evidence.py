"""Evidence: sentences of the retrieved articles, weighed by how much of the question they and their article name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from app.answering.answer import RetrievedPassage
from app.answering.article_reading import ArticleReading
from app.answering.spans.span import Finder, SentenceContext, Span
from app.retrieval.concept import Concept
from app.retrieval.question import Question
from app.retrieval.rarity import Rarity
from indexing.article import Article, Passage
from indexing.language.temporal import TemporalExpression

ARTICLES_READ = 6
"""Articles whose every sentence is weighed; later ones name so little of the question that they never won."""

_SPAN_SHARE = 0.35
_LENGTH_PENALTY = 0.08
_LONG_SENTENCE = 200
_NEWER = 0.06
_PERIOD_WEIGHT = 2.0
"""Naming the right year counts like a word that stands in one passage of seven."""
_BEFORE_COVERAGE = 0.6
"""A sentence that goes on about its predecessor's subject: "The delay was caused by …"."""


class Readable(Protocol):
    """What finding evidence needs of an archive."""

    def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """Articles by id."""
        ...

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """An article's passages in order."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One sentence that may answer.

    Attributes:
        article: its article.
        passage: the passage the sentence stands in.
        start: offset of the sentence in the article's body.
        end: offset after its last character.
        text: the sentence.
        coverage: share of the question, by weight, that the sentence names itself, 0..1.
        topic: like ``support``, without the dates and years of the question: a year alone is no topic.
        support: like ``coverage``, counting what headline and neighbouring sentences name, 0..1.
        missing: names of the question that the whole article lacks.
        dates: the sentence's temporal expressions; offsets count from the sentence's beginning.
        missing_period: the question names a date or year that the article neither mentions nor comes from.
        spans: best short answer of each kind asked for, where there is one.
        score: for ranking evidence of one question.
    """

    article: Article
    passage: RetrievedPassage
    start: int
    end: int
    text: str
    coverage: float
    topic: float
    support: float
    missing: tuple[Concept, ...]
    missing_period: bool
    dates: Sequence[TemporalExpression]
    spans: Mapping[str, Span]
    score: float


class EvidenceFinder:
    """Weighs every sentence of the best retrieved articles."""

    def __init__(self, archive: Readable, rarity: Rarity, finders: Mapping[str, Finder]) -> None:
        self._archive = archive
        self._rarity = rarity
        self._finders = finders

    def find(self, question: Question, passages: Sequence[RetrievedPassage]) -> list[Evidence]:
        """Evidence for ``question`` in the articles of ``passages``, best first."""
        weights = [self._rarity.weight(concept) for concept in question.concepts]
        weights += [_PERIOD_WEIGHT for _ in question.periods]
        if not sum(weights):
            return []
        article_ids = list(dict.fromkeys(passage.article_id for passage in passages))[:ARTICLES_READ]
        articles = self._archive.articles(article_ids)
        found: list[Evidence] = []
        for article_id in article_ids:
            if article_id in articles:
                retrieved = [passage for passage in passages if passage.article_id == article_id]
                found.extend(self._of_article(question, weights, articles[article_id], retrieved))
        return sorted(_newest_first(found), key=lambda evidence: -evidence.score)

    def _of_article(
        self, question: Question, weights: list[float], article: Article, retrieved: Sequence[RetrievedPassage]
    ) -> Iterator[Evidence]:
        reading = ArticleReading(article, self._archive.passages_of(article.article_id), question)
        found = {passage.passage_id: passage for passage in retrieved}
        score_of_rest = max(passage.score for passage in retrieved)
        missing = tuple(name for name in reading.missing if self._rarity.frequency(name) or name.importance == 1)
        for sentence in reading.sentences:
            coverage, support = _weighted(sentence.own, weights), _weighted(sentence.named, weights)
            before = _weighted(sentence.before, weights)
            if max(coverage, before) == 0:
                continue
            spans = self._spans(reading.context(sentence))
            score = 0.5 * coverage + 0.5 * support + _span_score(spans, question)
            score -= _LENGTH_PENALTY * min(len(sentence.text) / _LONG_SENTENCE, 2)
            yield Evidence(
                article=article,
                passage=found.get(sentence.passage.passage_id)
                or RetrievedPassage.of(sentence.passage, article, score_of_rest),
                start=sentence.start,
                end=sentence.end,
                text=sentence.text,
                coverage=max(coverage, _BEFORE_COVERAGE * before),
                topic=_weighted(sentence.named[: len(question.concepts)], weights[: len(question.concepts)]),
                support=support,
                missing=missing,
                missing_period=reading.missing_period,
                dates=sentence.dates,
                spans=spans,
                score=score,
            )

    def _spans(self, context: SentenceContext) -> dict[str, Span]:
        best: dict[str, Span] = {}
        for kind in context.question.kinds:
            finder = self._finders.get(kind)
            spans = finder(context) if finder else []
            if spans and spans[0].score > 0:
                best[kind] = spans[0]
        return best


def _weighted(shares: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(share * weight for share, weight in zip(shares, weights, strict=True)) / total if total else 1.0


def _span_score(spans: Mapping[str, Span], question: Question) -> float:
    return _SPAN_SHARE * sum(min(span.score, 1.5) for span in spans.values()) / len(question.kinds)


def _newest_first(found: list[Evidence]) -> list[Evidence]:
    """A small advantage for newer articles: yearly events are asked about as of now."""
    days = sorted({evidence.article.published_on or date.min for evidence in found})
    if len(days) < 2:
        return found
    bonus = {day: _NEWER * position / (len(days) - 1) for position, day in enumerate(days)}
    return [
        replace(evidence, score=evidence.score + bonus[evidence.article.published_on or date.min]) for evidence in found
    ]
