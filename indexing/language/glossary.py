"""Glossary: what Korean articles write for an English news word, and what a place is called in the other language.

The words are data (``glossary.tsv``, ``places.tsv``); this module only finds them in running English, where they
are inflected ("councils", "resigned"), capitalised and hyphenated. It is no dictionary: it serves search, so an
English word has every Korean equivalent an article may use, the most usual first.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Self

LONGEST_PHRASE = 7
"""Words of the longest phrase: "ministry of agriculture food and rural affairs"."""

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:['’&][^\W_]+)*")
_GAP = re.compile(r"['’]?,?(?:[ \t\xa0]{1,2}|\n)|[-‐‑]")
"""What may stand between the words of a phrase; a full stop may not, so no phrase spans two sentences."""
_ENDINGS = (
    ("'s", ("",)),
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("s", ("",)),
    ("es", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
)
_SHORTEST_STEM = 3
_DOUBLING = frozenset(("ed", "ing", "er", "est"))
"""Endings that double a last consonant: planned, biggest."""
_KOREAN_SUFFIX = re.compile(r"(?:특별자치[시도]|특별시|광역시|특례시|[시도군구])$")
_ENGLISH_SUFFIX = re.compile(
    r" (?:do|si|gun|gu|island|county|district|(?:special self governing )?province|(?:(?:metropolitan|special) )?city)$"
)


@dataclass(frozen=True, slots=True)
class Glossary:
    """English news words and places with their Korean, and back.

    Attributes:
        words: English word or phrase -> Korean equivalents, most usual first. Keys are lower case with single
            spaces between words; a key with a capital ("WHO") is met only as it is written.
        lemmas: Korean equivalent -> English words it stands for, closest first.
        places: English place name, keys as in ``words`` -> Korean names, most usual first.
        romanised: Korean place name without 시, 도, 군, 구 -> English name.
    """

    words: Mapping[str, tuple[str, ...]]
    lemmas: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    romanised: Mapping[str, str]

    @classmethod
    def load(cls) -> Self:
        """The glossary that comes with the package."""
        words = read_table("glossary.tsv")
        places = read_table("places.tsv")
        return cls(
            words={form: korean for english, korean in words for form in english},
            lemmas=_reversed(words),
            places={_place_key(name): korean for korean, english in places for name in english},
            romanised={name: english[0] for korean, english in places for name in korean},
        )

    def korean(self, english_term: str) -> tuple[str, ...]:
        """Korean equivalents of an English word, phrase or place, inflected or not; empty when there are none."""
        term = _plain(english_term)
        return _find(self.words, term) or _find(self.places, term)

    def english(self, korean: str) -> tuple[str, ...]:
        """English words that a Korean word or place stands for, closest first; empty when there are none."""
        place = self.place_in_english(korean)
        return self.lemmas.get(korean) or ((place,) if place else ())

    def phrases(self, text: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """The glossary's words in an English text; of those that start at one word, the longest.

        Names of places are stepped over, for "New York" is not new: they are for :meth:`place_in_korean`.

        Args:
            text: English text, any length.

        Returns:
            Start and end offset in ``text`` with the Korean equivalents, in order, without overlaps.
        """
        spans = [match.span() for match in _WORD.finditer(text)]
        found = []
        position = 0
        while position < len(spans):
            taken, korean = self._longest(text, spans[position : position + LONGEST_PHRASE])
            if korean:
                found.append((spans[position][0], spans[position + taken - 1][1], korean))
            position += taken
        return found

    def place_in_english(self, korean: str) -> str | None:
        """The English name of a place, with or without its suffix: 서울시 and 서울 -> Seoul."""
        return self.romanised.get(korean) or self.romanised.get(_KOREAN_SUFFIX.sub("", korean))

    def place_in_korean(self, english: str) -> str | None:
        """The Korean name of a place: Gangnam, Gangnam-gu and Gangnam District -> 강남."""
        name = _plain(english)
        korean = _find(self.places, name) or _find(self.places, _ENGLISH_SUFFIX.sub("", name.lower()))
        return korean[0] if korean else None

    def _longest(self, text: str, spans: list[tuple[int, int]]) -> tuple[int, tuple[str, ...]]:
        """How many words the longest entry at the first span takes, and its Korean: none for a place or a miss."""
        start = spans[0][0]
        for count in range(_joined(text, spans), 0, -1):
            surface = _plain(text[start : spans[count - 1][1]])
            if surface[0].isupper() and _find(self.places, surface):
                return count, ()
            korean = _find(self.words, surface)
            if korean:
                return count, korean
        return 1, ()


def read_table(name: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The rows of a two-column table of this package: the alternatives of the first cell, those of the second."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [(tuple(first.split("|")), tuple(second.split("|"))) for first, second in rows]


@cache
def korean_place_names() -> frozenset[str]:
    """Towns and countries of the world by their Korean names, read from ``places.tsv``."""
    return frozenset(name for korean, _ in read_table("places.tsv") for name in korean)


def _reversed(words: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    ranked: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for english, korean in words:
        for rank, equivalent in enumerate(korean):
            ranked[equivalent].append((rank, english[0]))
    return {korean: tuple(lemma for _, lemma in sorted(lemmas)) for korean, lemmas in ranked.items()}


def _plain(english: str) -> str:
    """Words with single spaces, without accents and the dots of abbreviations; capitals stay: "U.N." -> "UN"."""
    if not english.isascii():
        decomposed = unicodedata.normalize("NFKD", english.replace("’", "'"))
        english = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = _WORD.findall(english)
    return " ".join(word.replace(".", "") if word[-1] == "." else word for word in words)


def _place_key(name: str) -> str:
    """Lower case, but for abbreviations: "US" is not "us"."""
    plain = name.replace("-", " ")
    return plain if plain.isupper() else plain.lower()


def _find(table: Mapping[str, tuple[str, ...]], term: str) -> tuple[str, ...]:
    for cased in (term, term.lower()):
        for form in _forms(cased):
            if form in table:
                return table[form]
    return ()


def _forms(term: str) -> Iterator[str]:
    """The term, then with its last word uninflected ("school meals"), then its first ("stepped down")."""
    yield term
    before, space, last = term.rpartition(" ")
    yield from (before + space + stem for stem in _stems(last))
    first, space, after = term.partition(" ")
    if space:
        yield from (stem + space + after for stem in _stems(first))


def _stems(word: str) -> Iterator[str]:
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        candidates = [stem + replacement for replacement in replacements]
        if ending in _DOUBLING and stem[-2:-1] == stem[-1:]:
            candidates.append(stem[:-1])
        yield from (candidate for candidate in candidates if len(candidate) >= _SHORTEST_STEM)


def _joined(text: str, spans: list[tuple[int, int]]) -> int:
    """How many of the words, from the first, have nothing but a gap between them."""
    for count, ((_, end), (start, _)) in enumerate(pairwise(spans), start=1):
        if not _GAP.fullmatch(text, end, start):
            return count
    return len(spans)
