"""Names across scripts: Revised Romanisation for display, and a sound key under which spellings of a name meet.

오세훈 is written Oh Se-hoon, O Sehun or Oh Sehoon; 부산 is Busan or Pusan. A key keeps what all spellings agree on:
consonants by place of articulation (g/k, d/t, b/p/f/v, j/ch, l/r) and four vowel classes, in the spirit of Soundex
(Russell 1918) but for Korean. Keys are compared for equality only.

The romanisation follows the Ministry of Culture's 2000 rules: letter by letter, without assimilation, as the rules
themselves ask for personal names, and as pronounced for places.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain, pairwise

from indexing.language.hangul import FINALS, VOWELS, syllable_index

_INITIALS = (
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
)
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
_MEETING: Mapping[tuple[str, str], tuple[str, str]] = {
    ("k", "n"): ("ng", "n"), ("k", "m"): ("ng", "m"), ("k", "r"): ("ng", "n"), ("t", "n"): ("n", "n"),
    ("t", "m"): ("n", "m"), ("t", "r"): ("l", "l"), ("p", "n"): ("m", "n"), ("p", "m"): ("m", "m"),
    ("p", "r"): ("m", "n"), ("m", "r"): ("m", "n"), ("ng", "r"): ("ng", "n"), ("n", "r"): ("l", "l"),
    ("l", "n"): ("l", "l"), ("l", "r"): ("l", "l"), ("k", ""): ("g", ""), ("p", ""): ("b", ""), ("l", ""): ("r", ""),
}  # fmt: skip
"""What becomes of a final and the initial after it, where the two change each other."""

_HANGUL_WORD = re.compile(r"[가-힣]{2,}")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")

_SOUND_RULES: tuple[tuple[str, str], ...] = (
    # A mute final e (Singapore, Europe) has no counterpart in Hangul.
    (r"(?<=[^aeiou][aeiou][^aeiou])e$", ""),
    (r"[^a-z]", ""),
    (r"(?<=[a-z])er(?![aeiouwyr])", "U"),  # heard as 어: river 리버, Vaquer 바쿼
    (r"gh(?![aeiou])", ""),
    (r"sch|sh|ss", "s"),
    (r"tch|ch|jj", "C"),
    (r"ph", "p"),
    (r"ck|kk|qu|q", "k"),
    (r"x", "ks"),
    (r"c(?=[eiy])", "s"),
    (r"c(?=[^eiyh]|$)", "K"),
    (r"ng(?=[aeiouwy])", "nk"),
    (r"ng", "n"),
    (r"[gk]", "k"),
    (r"K", "k"),
    (r"[dt]h?", "t"),
    (r"[bpfv]", "p"),
    (r"[jzC]", "c"),
    (r"[lr]", "r"),
    (r"(?<=[aeiou])h(?![aeiou])", ""),
    # Vowels.
    (r"oe|oi(?![aeou])", "U3"),
    (r"y?ae|y?e(?=[^aeiou]|$)", "3"),
    (r"y?eo|y?eu|y?oo|w?oo|y?ou|w?o|y?o|y?u|eou", "U"),
    (r"ee|ui|wi|yi|i|y(?![aeiou3U])", "I"),
    (r"[wy]?a", "A"),
    (r"e", "3"),
    (r"[wy]", ""),
    # Consonants double at syllable borders (한라, Halla); two vowels are two syllables (포월, Powol) and stay two.
    (r"([a-z])\1+", r"\1"),
)
_SHORTEST_KEY = 4
"""Keys of three symbols ("시장" and "Sejong" both lose their ends) match half the vocabulary."""


def romanise(hangul: str) -> str:
    """Revised Romanisation of Hangul syllables, letter by letter; other characters stay: 바쿼 -> "bakwo"."""
    return "".join("".join(_letters(character)) for character in hangul)


def romanise_name(name: str) -> str:
    """Romanised words with capitals, for names without a known spelling: 조르디 바쿼 -> "Joreudi Bakwo"."""
    return " ".join(romanise(word).capitalize() for word in name.split())


def romanise_place(name: str) -> str:
    """Romanised words with capitals, as they are pronounced: 솔내 -> "Sollae", 신라 -> "Silla", 왕십리 -> "Wangsimni".

    For places the rules ask for what personal names do without: neighbouring consonants change each other. What only
    a dictionary knows (fortis, ㄴ put in between) is left out.
    """
    return " ".join(_as_pronounced(word).capitalize() for word in name.split())


def _as_pronounced(word: str) -> str:
    syllables = [list(_letters(character)) for character in word]
    for left, right in pairwise(syllables):
        final, initial, vowel = left[2], right[0], right[1]
        if final and vowel:  # what is no syllable has neither
            left[2], right[0] = _MEETING.get((final, initial), (final, initial))
    return "".join(chain.from_iterable(syllables))


@lru_cache(maxsize=131_072)
def sound_key(word: str) -> str:
    """The key of one name or word, Hangul or Latin; equal keys mean "may be the same name".

    Keys are remembered: news repeats its words, and a key takes 30 substitutions (50 µs).

    Returns:
        A string over consonant classes and the vowel classes A, 3, U, I; empty when nothing sounds.
    """
    latin = "".join(_key_letters(character) for character in word).lower()
    for pattern, replacement in _sound_rules():
        latin = pattern.sub(replacement, latin)
    return latin


@cache
def _sound_rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in _SOUND_RULES)


def sound_keys(text: str) -> list[str]:
    """Keys of the names a text may contain: of Latin words, and of the first two to six syllables of Hangul words.

    A Hangul word gives the keys of its prefixes because particles and titles are glued to names (오세훈은, 서울시장).

    Args:
        text: any text.

    Returns:
        Keys of at least four symbols, with repetitions, in order.
    """
    keys = [sound_key(word) for word in _LATIN_WORD.findall(text)]
    for word in _HANGUL_WORD.findall(text):
        keys.extend(sound_key(word[:length]) for length in range(2, min(len(word), 6) + 1))
    return [key for key in keys if len(key) >= _SHORTEST_KEY]


@lru_cache(maxsize=65_536)
def word_sound_keys(word: str) -> tuple[str, ...]:
    """The :func:`sound_keys` of a word without white space.

    Remembered, because a corpus repeats its words: without this, sounds are three quarters of indexing.
    """
    return tuple(sound_keys(word))


def _letters(character: str) -> tuple[str, str, str]:
    index = syllable_index(character)
    if index is None:
        return (character, "", "")
    rest, final = divmod(index, FINALS)
    return (_INITIALS[rest // VOWELS], _VOWELS[rest % VOWELS], _FINALS[final])


def _key_letters(character: str) -> str:
    initial, vowel, final = _letters(character)
    # An open 으 only carries a foreign consonant: 조르디 is j-r-d to Jordi's ear.
    is_open_eu = vowel == "eu" and not final
    return initial + ("" if is_open_eu else vowel) + final
