"""How much naming a concept tells: rare in the archive, much; in every passage, little."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from app.question.concept import Concept
from indexing.language.hangul import has_hangul
from indexing.language.terms import index_terms


class Frequencies(Protocol):
    """Counts of an archive's passages."""

    def passage_count(self) -> int:
        """Passages in all."""
        ...

    def document_frequencies(self, terms: Collection[str]) -> Mapping[str, int]:
        """Passages that hold each index term."""
        ...

    def sound_frequencies(self, keys: Collection[str]) -> Mapping[str, int]:
        """Passages that hold a word with each sound key."""
        ...


_UNKNOWN_COMMON = 0.3
"""Weight of a common English word that no article holds: in a Korean archive it says nothing."""


class Rarity:
    """Inverse document frequency of concepts (Spärck Jones 1972), smoothed for small archives."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._frequencies = frequencies

    def weights(self, concepts: Sequence[Concept], frequencies: Sequence[int]) -> list[float]:
        """At least 0.5 each (so that a common word still counts), more the rarer; times the concept's importance.

        Args:
            concepts: any.
            frequencies: theirs, as ``frequencies`` gives them.
        """
        passages = self._frequencies.passage_count()
        return [_weight(concept, frequency, passages) for concept, frequency in zip(concepts, frequencies, strict=True)]

    def frequencies(self, concepts: Sequence[Concept]) -> list[int]:
        """An upper bound of the passages that name each concept; 0 means the archive does not know it."""
        every = [part for concept in concepts for part in _with_parts(concept)]
        terms = {form: index_terms(form) for one in every for form in one.forms}
        documents = self._frequencies.document_frequencies(set(chain.from_iterable(terms.values())))
        sounds = self._frequencies.sound_frequencies({key for one in every for key in one.sounds})

        def frequency(concept: Concept) -> int:
            forms = [min((documents[term] for term in terms[form]), default=0) for form in concept.forms]
            heard = [sounds[key] for key in concept.sounds]
            return max((*forms, *heard, *map(frequency, concept.parts)), default=0)

        return list(map(frequency, concepts))


def _weight(concept: Concept, frequency: int, passages: int) -> float:
    if not frequency and not concept.is_name and not any(map(has_hangul, concept.forms)):
        return _UNKNOWN_COMMON * concept.importance
    # An unknown Korean word may be a synonym of the article's; it counts like one that stands in one passage.
    idf = math.log((passages + 1) / (max(frequency, 1) + 0.5))
    return concept.importance * max(0.5, idf)


def _with_parts(concept: Concept) -> Iterator[Concept]:
    yield concept
    for part in concept.parts:
        yield from _with_parts(part)
