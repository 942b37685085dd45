"""A concept: one thing a question is about, in all the wordings under which an article may name it.

"assembly" is also 총회; "Oh Se-hoon" sounds like 오세훈; "시장포럼" is also written "시장 포럼". A question is a set of
concepts, and how many of them a text names is the evidence behind ranking, answering and abstaining.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain

from indexing.language.hangul import has_hangul
from indexing.language.romanisation import word_sound_keys
from indexing.language.terms import latin_stem

_LATIN_WORD = re.compile(r"[a-zà-öø-ÿ]+(?:['’][a-z]+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SYLLABLE = re.compile(r"(?<![가-힣])([가-힣])[은는이을를]?(?![가-힣])")
_PARTIAL_MATCH = 0.6
"""A compound counts as half named from this share of its bigrams on: 세계도시정상회의 is half of 세계도시포럼."""
_SHORTEST_COMPOUND = 4
"""Characters; a shorter word is no compound, and its bigrams are in words that mean something else."""


@dataclass(frozen=True)
class Concept:
    """One thing a question is about.

    Attributes:
        surface: as written in the question.
        forms: wordings to look for: Hangul stems without particle, Latin stems, numbers with their unit.
        sounds: sound keys to look for, for names; see ``indexing.language.romanisation``.
        importance: 1 for nouns and names, less for predicates, whose wording differs from article to article.
        is_name: True for capitalised words, Latin acronyms and numbers, which nothing else can stand for.
        parts: the words of a name or phrase of several words, each with forms and sounds of its own. A text with some
            words of a name ("Jordi Vaquer") names it partly; a phrase ("film festival") must have them all.
    """

    surface: str
    forms: tuple[str, ...]
    sounds: tuple[str, ...] = ()
    importance: float = 1.0
    is_name: bool = False
    parts: tuple["Concept", ...] = ()

    @cached_property
    def lookups(self) -> "tuple[Callable[[TextView], float], ...]":
        """For each form how far a text names it, 0..1."""
        return tuple(map(_lookup, self.forms))

    def with_forms(self, forms: Iterable[str]) -> "Concept":
        """The same concept with further wordings, for example an abbreviation an article introduces."""
        merged = tuple(dict.fromkeys((*self.forms, *filter(None, forms))))
        return replace(self, forms=merged)


class TextView:
    """A text prepared for asking many times whether it names a concept. Parts are computed when first needed."""

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFKC", text)

    @cached_property
    def lowered(self) -> str:
        """In small letters."""
        return self._text.lower()

    @cached_property
    def squeezed(self) -> str:
        """In small letters and without white space."""
        return squeeze(self._text).lower()

    @cached_property
    def latin(self) -> frozenset[str]:
        """Stems of the Latin words."""
        return frozenset(latin_stem(word) for word in _LATIN_WORD.findall(self.lowered))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers without separators."""
        return frozenset(number.replace(",", "") for number in _NUMBER.findall(self._text))

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Words of one syllable, alone or with a particle: 불, 불이; as a part of words they would be everywhere."""
        return frozenset(_SYLLABLE.findall(self._text))

    @cached_property
    def sounds(self) -> frozenset[str]:
        """Sound keys of what may be names."""
        return frozenset(chain.from_iterable(map(word_sound_keys, set(self._text.split()))))

    def names_each(self, concepts: Sequence[Concept], within: Sequence[float] | None = None) -> tuple[float, ...]:
        """How far the text names each concept.

        Args:
            concepts: what is asked about.
            within: how far a larger text that holds this one names each; what that does not name is not looked for,
                which saves two thirds of the work: most articles lack most of a question.
        """
        if within is None:
            return tuple(self.names(concept) for concept in concepts)
        return tuple(self.names(one) if whole else 0.0 for one, whole in zip(concepts, within, strict=True))

    def names(self, concept: Concept) -> float:
        """How far the text names ``concept``: 1 wholly, 0.5 a part of a compound, 0 not at all."""
        best = 0.0
        for found_in in concept.lookups:
            best = max(best, found_in(self))
            if best == 1:
                return 1.0
        if concept.sounds and not self.sounds.isdisjoint(concept.sounds):
            return 1.0
        if concept.parts:
            parts = [self.names(part) for part in concept.parts]
            # half of a person's name is that person; half of "film festival" is another festival
            return max(best, sum(parts) / len(parts) if concept.is_name else min(parts))
        return best


def _lookup(form: str) -> Callable[[TextView], float]:
    """How to look for a wording; all that depends on the wording alone is done here, once for all texts."""
    if has_hangul(form):
        if len(form) == 1:
            return partial(_holds_syllable, form)
        if form[0].isdigit():
            return partial(_holds_counted, re.compile(rf"(?<!\d){re.escape(form)}"))
        bigrams = [form[i : i + 2] for i in range(len(form) - 1)] if len(form) >= _SHORTEST_COMPOUND else []
        return partial(_holds_compound, squeeze(form), bigrams)
    if not form[0].isdigit():
        return partial(_holds_words, form.split())
    ordinal = re.compile(rf"(?<!\d){re.escape(form)}(?![a-z])") if form[-1].isalpha() else None
    return partial(_holds_number, form, ordinal)


def _holds_syllable(syllable: str, text: TextView) -> float:
    return float(syllable in text.syllables)


def _holds_counted(pattern: re.Pattern[str], text: TextView) -> float:
    return float(pattern.search(text.squeezed) is not None)


def _holds_compound(squeezed: str, bigrams: Sequence[str], text: TextView) -> float:
    # looked for in the squeezed text: making index terms of an article's body takes 20 times as long
    if squeezed in text.squeezed:
        return 1.0
    if not bigrams:
        return 0.0
    return 0.5 if sum(bigram in text.squeezed for bigram in bigrams) / len(bigrams) >= _PARTIAL_MATCH else 0.0


def _holds_words(words: Sequence[str], text: TextView) -> float:
    return float(all(word in text.latin for word in words))


def _holds_number(number: str, ordinal: re.Pattern[str] | None, text: TextView) -> float:
    return float(number in text.numbers or (ordinal is not None and ordinal.search(text.lowered) is not None))


def squeeze(text: str) -> str:
    """The text without white space, so that spacing variants of compounds agree."""
    return "".join(text.split())
