"""Index terms: what a text is searched by. Documents and queries go through the same function.

Korean glues particles to nouns (서울은, 서울에서) and writes compounds with or without spaces, so whole words
match badly. Overlapping Hangul bigrams need no analyser, survive both, and cost 0.6 CPU-seconds for 1,000
articles where a morphological analyser takes 40. Words of three and more syllables are added without their
particle, so that an exact name outweighs its pieces.
"""

import re
import unicodedata
from functools import lru_cache
from threading import Lock
from typing import Final

from indexing.language.particles import may_end_in_particle

_YEAR: Final = r"(?<!\d)(?:19|20)\d\d"
_ALONE: Final = "[가-힣](?=(?:은|는|이|가|을|를|의|에|에서|에는|로|으로|와|과|도|만)?(?![가-힣]))"
_OF_A_YEAR: Final = rf"[년원여%]|[명개건](?!절|단|소|막|관|장|최|강|설|축)|{_ALONE}"
_OF_A_NUMBER: Final = (
    "[년월일분초개명건대원회차기호번위층도만억조천백점곳배권장쪽척량톤석채살쌍마편동선인여주%]"
    rf"|시(?!즌|민|장|청|의|립)|세(?!대)|{_ALONE}"
)
UNIT: Final = rf"(?:(?<={_YEAR})(?:{_OF_A_YEAR})|(?<!{_YEAR})(?:{_OF_A_NUMBER}))"
"""A pattern: the syllable behind a number that says what is counted, or any that stands alone behind it.

In 2025서울국제도서전, 2026월드컵 and 2024시즌 a year is glued to another word, of which no syllable is a unit.
"""
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)*)(?P<unit>{UNIT})?"
    r"|(?P<hangul>[가-힣]+)"
    r"|(?P<latin>[^\W\d_\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+(?:['’][^\W\d_]+)?)"
    r"|(?P<ideographs>[\u3040-\u30ff\u3400-\u9fff]+)"
)
_PARTICLE = re.compile(
    r"(?:에서는|에서도|으로는|으로써|으로서|에게서|이라고|이라는|까지는|부터는|에서|에게|으로|까지|부터|처럼|보다|마다|조차|이나|라고|라는"
    r"|라며|이며|과의|와의|에는|에도|은|는|이|가|을|를|의|에|도|로|과|와|만|며|나|랑|께)$"
)
_SINGLE_PARTICLES = frozenset("은는이을를")
_LONGEST_WORD = 40
"""Longer runs are base64, URLs or damage; they would only fill the vocabulary."""


def index_terms(text: str) -> list[str]:
    """The terms of ``text``, with repetitions, in order of appearance.

    Hangul words give their bigrams (a single syllable gives itself) and, from three syllables on, the word
    without particle; Latin words are stemmed; numbers lose their separators and are
    given with and without the unit that follows ("29", "29일").

    Args:
        text: any text, any length.

    Returns:
        Terms without white space, at most 40 characters each.
    """
    terms: list[str] = []
    for token in _TOKEN.finditer(unicodedata.normalize("NFKC", text).lower()):
        kind = token.lastgroup
        if token["number"]:
            terms.extend(_number_terms(token["number"], token["unit"]))
        elif kind == "hangul":
            terms.extend(_hangul_terms(token["hangul"]))
        elif kind == "latin":
            terms.append(latin_stem(token["latin"])[:_LONGEST_WORD])
        else:
            terms.extend(_bigrams(token["ideographs"]))
    return terms


def without_particle(word: str) -> str:
    """The Hangul word without its particle, when at least two syllables remain: 총회는 -> 총회, 나이 -> 나이.

    한지은 keeps its last syllable, which behind a vowel is no particle.
    """
    return word if word[-1:] in ("은", "을") and not may_end_in_particle(word) else _without_ending(word)


def _without_ending(word: str) -> str:
    """The word without what is spelt like a particle; index terms are made so, and in archives that exist."""
    stem = _PARTICLE.sub("", word)
    return stem if len(stem) >= 2 else word


@lru_cache(maxsize=65_536)
def latin_stem(word: str) -> str:
    """The lower-cased Latin word without inflection: "Cities'", "city" -> "citi"; "opened", "opens" -> "open".

    Porter's English stemmer, as Snowball has it (Porter 2001); remembered, since news repeats its words.
    """
    return _stemmer().stem(re.sub(r"['’]s?$", "", word[:_LONGEST_WORD].lower()))


@lru_cache(maxsize=1)
def _stemmer() -> "_EnglishStemmer":
    return _EnglishStemmer()


class _EnglishStemmer:
    """Snowball's stemmer keeps the word it works on in itself, so threads take turns."""

    def __init__(self) -> None:
        import snowballstemmer

        self._stemmer = snowballstemmer.stemmer("english")
        self._lock = Lock()

    def stem(self, word: str) -> str:
        with self._lock:
            return str(self._stemmer.stemWord(word))


def single_syllable(word: str) -> str | None:
    """The noun of one syllable in a word of two, 불이 -> 불; None where there is none."""
    return word[0] if len(word) == 2 and word[1] in _SINGLE_PARTICLES else None


def _number_terms(number: str, unit: str | None) -> list[str]:
    plain = number.replace(",", "")[:_LONGEST_WORD]
    return [plain, plain + unit] if unit else [plain]


@lru_cache(maxsize=65_536)  # a corpus repeats its words: of 191,000 in 1,000 articles 9 in 10 were seen before
def _hangul_terms(word: str) -> tuple[str, ...]:
    stem = _without_ending(word)
    whole = [stem] if 3 <= len(stem) <= _LONGEST_WORD else []
    # 불이 is 불 with its particle, or a word of its own; it is found as both.
    syllable = single_syllable(word)
    return (*_bigrams(word), *whole, *([syllable] if syllable else []))


def _bigrams(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]
