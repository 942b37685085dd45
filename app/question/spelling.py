"""Slips of the keyboard in questions: English words nearly as a glossary has them, Korean endings as heard."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from indexing.language.terms import latin_stem

SHORTEST: Final = 5
"""Letters; shorter words have a neighbour one letter away for everything."""

_LONG: Final = 8
"""From so many letters on, two may be wrong."""

_USUAL: Final = 200
"""Words as frequent as this in pyspellchecker's list (heron has 263) are English; rarer ones may be slips and surnames
(Mayer has 129)."""

_TENSED: Final = {
    "햇": "했",
    "됫": "됐",
    "됬": "됐",
    "왓": "왔",
    "갓": "갔",
    "엇": "었",
    "앗": "았",
    "겟": "겠",
    "낫": "났",
    "엿": "였",
    "췃": "췄",
    "샛": "샜",
    "렷": "렸",
    "졋": "졌",
    "쳣": "쳤",
    "켯": "켰",
    "겻": "겼",
}
_MENDED: Final = {**_TENSED, "잇": "있", "케": "게", "여": "요"}
_NO_SLIP_AFTER: Final = {"엇": "무", "앗": "씨빼", "갓": "삿쑥", "겟": "타", "왓": "르", "렷": "또뚜"}
"""무엇, 씨앗, 빼앗다, 삿갓, 쑥갓, 타겟, 앙코르왓, 또렷 are written so."""
_SLIP: Final = "|".join(f"(?<![{_NO_SLIP_AFTER.get(slip, '-')}]){slip}" for slip in _TENSED)
_ENDS: Final = "[어나다는던을음네지습더]"
_AS_HEARD: Final = re.compile(
    rf"(?<=[가-힣])(?:{_SLIP})(?={_ENDS}|니까|고|[?!.]|\s|$)"
    rf"|(?:(?<!르)왓|됫|됬|샛|졋|쳣|켯)(?={_ENDS})|(?<![가-힣])갓(?=[어다던습]|나[요?\s])"
    r"|(?:(?<=수)|(?<=수\s))잇(?=[나는어다을습])|(?<=어떻)케|(?<=[가-힣][나까에예해어지네가])여(?=[\s?!.]|$)"
)
"""The past tense with ㅅ for ㅆ: 대피햇나요, 왓나요; and 수 잇나요, 어떻케, 얼마에여."""
_ASKING: Final = ("what", "when", "where", "which", "does", "much", "many", "the", "and")
_SWAPPED: Final = {
    word[:place] + word[place + 1] + word[place] + word[place + 2 :]: word
    for word in _ASKING
    for place in range(len(word) - 1)
    if word[place] != word[place + 1]
}
"""Two letters of a word that asks, typed in the other order: wehn, waht, teh."""
_TYPED: Final = re.compile(rf"\b(?:{'|'.join(_SWAPPED.keys() - {'dose', 'odes'})})\b", re.IGNORECASE)
_DOSE: Final = re.compile(
    r"\b((?:what|when|where|much|long|how|why) )dose\b"
    r"(?!.*\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should)\b)",
    re.IGNORECASE,
)
"""A dose is meant only where another word asks: "What dose is given?", "how much dose it cost"."""


class EnglishSpelling:
    """Knows how words are spelt, from a list of them.

    Args:
        words: the words; phrases and short words are passed over.
    """

    def __init__(self, words: Iterable[str]) -> None:
        plain = (word for word in words if word.isalpha() and word.isascii() and len(word) >= SHORTEST - 1)
        self._by_first: dict[str, list[str]] = {}
        for word in plain:
            self._by_first.setdefault(word[0].lower(), []).append(word.lower())

    def nearest(self, word: str) -> str | None:
        """The known word that ``word`` was probably meant to be; None where none is near enough.

        One letter may be wrong, missing, too many or swapped with its neighbour, in words of eight letters and more
        two; the first letter is taken as right, which keeps this to a tenth of the words. An English word is meant as
        it is, unless the known one has the same stem: a trunk is no truck, and museums are what a museum is.
        """
        if len(word) < SHORTEST:
            return None
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 2 if len(word) >= _LONG else 1
        known = self._by_first.get(word[0].lower(), [])
        found = process.extractOne(word.lower(), known, scorer=OSA.distance, score_cutoff=allowed)
        if not found:
            return None
        known_word = str(found[0])
        is_other = latin_stem(known_word) != latin_stem(word.lower())
        return None if is_other and self._english.get(word.lower(), 0) >= _USUAL else known_word

    @cached_property
    def _english(self) -> Mapping[str, int]:
        """How often English words are used. Read when the first word is in doubt: it takes a fifth of a second."""
        from spellchecker import SpellChecker

        counts: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
        return counts


def korean_as_written(text: str) -> str:
    """The text with endings spelt as in articles: 대피햇나요 -> 대피했나요, 얼마에여 -> 얼마에요. As long as before."""
    return _AS_HEARD.sub(lambda match: _MENDED[match.group()], text)


def english_as_written(text: str) -> str:
    """The text with question words spelt right: wehn -> when, how much dose it cost -> does. As long as before."""
    return _DOSE.sub(r"\1does", _TYPED.sub(lambda match: _SWAPPED[match.group().lower()], text))
