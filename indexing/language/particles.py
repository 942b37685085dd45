"""Korean particles that depend on how the word before them ends: 2023년을, 서울은, 10월 1일까지는, 3%를."""

import re
from typing import Final

from indexing.language.hangul import final_consonant

# How digits are read, by whether the reading ends in a consonant: 영 일 삼 육 칠 팔 do; 이 사 오 구 do not.
_DIGITS_WITH_FINAL: Final = frozenset("013678")
_LATIN_WITH_FINAL: Final = frozenset("lmnr")
"""By their names, as the last letter of an abbreviation: IMF는, LNG는, FTA는, but ISMN은."""
_WORD_WITH_FINAL: Final = re.compile(r"[a-z](?:[lmn]e?|ng)$")
"""As the end of a word: June은, morning은, but year는."""
_LATIN_WORD: Final = re.compile(r"[A-Za-z]*[a-z]{2}$")
_CLOSING: Final = "’'”\"」』)]"


def topic_particle(word: str) -> str:
    """은 after a consonant, 는 after a vowel."""
    return "은" if _ends_in_consonant(word) else "는"


def object_particle(word: str) -> str:
    """을 after a consonant, 를 after a vowel."""
    return "을" if _ends_in_consonant(word) else "를"


def may_end_in_particle(word: str) -> bool:
    """Whether 은, 는, 을 or 를 at the end of a word may be a particle: 서울은, but not 한지은, with a vowel before."""
    return len(word) > 1 and word.endswith((topic_particle(word[:-1]), object_particle(word[:-1])))


def _ends_in_consonant(word: str) -> bool:
    last = word.rstrip(_CLOSING + " ")[-1:].lower()
    final = final_consonant(last) if last else None
    if final is not None:
        return final != 0
    if spoken := _LATIN_WORD.search(word.rstrip(_CLOSING + " ")):
        return _WORD_WITH_FINAL.search(spoken.group()) is not None
    return last in _DIGITS_WITH_FINAL or last in _LATIN_WITH_FINAL
