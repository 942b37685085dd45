"""How much naming a concept tells: rare in the archive, much; in every passage, little."""

import math
from typing import Protocol

from app.retrieval.concept import Concept
from indexing.language.hangul import has_hangul
from indexing.language.terms import index_terms


class Frequencies(Protocol):
    """Counts of an archive's passages."""

    def passage_count(self) -> int:
        """Passages in all."""
        ...

    def document_frequency(self, term: str) -> int:
        """Passages that hold the index term."""
        ...

    def sound_frequency(self, key: str) -> int:
        """Passages that hold a word with this sound key."""
        ...


_UNKNOWN_COMMON = 0.3
"""Weight of a common English word that no article holds: in a Korean archive it says nothing."""


class Rarity:
    """Inverse document frequency of concepts (Spärck Jones 1972), smoothed for small archives."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._frequencies = frequencies

    def weight(self, concept: Concept) -> float:
        """At least 0.5 (so that a common word still counts), more the rarer; times the concept's importance."""
        frequency = self.frequency(concept)
        if not frequency and not concept.is_name and not any(map(has_hangul, concept.forms)):
            return _UNKNOWN_COMMON * concept.importance
        # An unknown Korean word may be a synonym of the article's; it counts like one that stands in one passage.
        idf = math.log((self._frequencies.passage_count() + 1) / (max(frequency, 1) + 0.5))
        return concept.importance * max(0.5, idf)

    def frequency(self, concept: Concept) -> int:
        """An upper bound of the passages that name the concept; 0 means the archive does not know it."""
        forms = [self._form_frequency(form) for form in concept.forms]
        sounds = [self._frequencies.sound_frequency(key) for key in concept.sounds]
        parts = [self.frequency(part) for part in concept.parts]
        return max((*forms, *sounds, *parts), default=0)

    def _form_frequency(self, form: str) -> int:
        return min((self._frequencies.document_frequency(term) for term in index_terms(form)), default=0)
