"""From a question's concepts to a weighted keyword query."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.question.concept import Concept
from app.question.question import Question
from indexing.language.terms import index_terms

_TRANSLATED = 0.8
"""A glossary word counts a little less than the asker's own word, which may stand in the article as it is."""


_PERIOD = 0.4
"""A year stands in many passages, and an article may mean it without writing it."""


@dataclass(frozen=True, slots=True)
class KeywordQuery:
    """Weights of index terms and of sound keys, all above 0."""

    terms: dict[str, float]
    sounds: dict[str, float]


def keyword_query(question: Question) -> KeywordQuery:
    """The keyword side of a question.

    The forms of one concept are alternatives, so a concept's weight is shared among the terms of each form: a long
    compound with many bigrams counts as one thing, not as many.
    """
    terms: defaultdict[str, float] = defaultdict(float)
    sounds: defaultdict[str, float] = defaultdict(float)
    for concept in _with_parts(question.concepts):
        for position, form in enumerate(concept.forms):
            pieces = index_terms(form)
            weight = concept.importance * (_TRANSLATED if position else 1.0)
            for piece in pieces:
                terms[piece] = max(terms[piece], weight / len(pieces) ** 0.5)
        for key in concept.sounds:
            sounds[key] = max(sounds[key], concept.importance)
    for period in question.periods:
        for piece in index_terms(f"{period.text} {period.first.year}"):  # 24년 and FY25 are written 2024, 2025
            terms[piece] = max(terms[piece], _PERIOD)
    return KeywordQuery(dict(terms), dict(sounds))


def _with_parts(concepts: Iterable[Concept]) -> Iterator[Concept]:
    for concept in concepts:
        yield concept
        yield from concept.parts
