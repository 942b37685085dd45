"""Topics that the archive does not know at all: a question about a casino, where no article has one, has no answer.

Other evidence does not tell this: everything else in "해담시립미술관은 언제 문을 여나요?" stands in an article about a
museum. A word alone does not tell it either, since articles use other words than questions. So in Korean a noun is
unknown when no passage has any part of its last three syllables, which name the kind of thing (시립미술관 is a 미술관);
in English, when no passage has a translation and nothing in the article comes near its meaning.
"""

import re
from typing import Final

from app.answering.evidence import Evidence
from app.retrieval.concept import Concept
from app.retrieval.question import Question
from app.retrieval.rarity import Frequencies, Rarity
from indexing.embedding.late_interaction import TokenEmbedder, late_interaction
from indexing.language.hangul import has_hangul

NEAR: Final = 0.3
"""Likeness of a word to the nearest of an article, from which on the article may mean it; "airport" beside a ferry
terminal has 0.26, "nurse" beside 간호사 0.75."""

_KIND: Final = 3
"""Syllables that name the kind of a thing at the end of a compound."""
_MAIN: Final = 0.75
"""Importance from which on a concept is a noun or name."""
_PARTICLE: Final = re.compile(r"(?:은|는|을|를|이|가|의|에|에서|에는|에서는|로|으로)$")
_INFLECTED: Final = re.compile(r"(?:ed|ing)$")


class UnknownTopics:
    """Finds what a question is about and the archive does not know.

    Args:
        frequencies: counts of the archive's passages.
        embedder: gives token vectors; without them no English word is ever found unknown.
    """

    def __init__(self, frequencies: Frequencies, embedder: TokenEmbedder | None) -> None:
        self._frequencies = frequencies
        self._rarity = Rarity(frequencies)
        self._embedder = embedder

    def find(self, question: Question, best: Evidence) -> Concept | None:
        """The first concept of the question that is unknown beside the best evidence; None where all are known."""
        for concept, frequency in zip(question.concepts, self._rarity.frequencies(question.concepts), strict=True):
            if concept.importance >= _MAIN and not frequency:
                korean = has_hangul(concept.forms[0])
                if self._is_unknown_noun(concept, best) if korean else self._is_unknown_word(concept, best):
                    return concept
        return None

    def _is_unknown_noun(self, concept: Concept, best: Evidence) -> bool:
        noun = concept.forms[0]
        if concept.importance < 1 or len(noun) < _KIND or noun.endswith("적") or best.article.language == "en":
            return False
        if concept.surface == noun or not _PARTICLE.search(concept.surface):
            return False  # without a nominal particle it may be a verb
        kind = noun[-_KIND:]
        pairs = {kind[at : at + 2] for at in range(_KIND - 1)}
        return not any(self._frequencies.document_frequencies(pairs).values())

    def _is_unknown_word(self, concept: Concept, best: Evidence) -> bool:
        has_translation = any(has_hangul(form) for form in concept.forms)
        if self._embedder is None or not has_translation or _INFLECTED.search(concept.surface):
            return False
        word, article = self._embedder.token_vectors([concept.surface, f"{best.article.title}\n{best.article.body}"])
        return late_interaction(word, article) < NEAR
