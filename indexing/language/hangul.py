"""Hangul syllables by their place in Unicode: 11,172 of them from U+AC00, by initial, vowel and final consonant."""

import re
from typing import Final

VOWELS: Final = 21
FINALS: Final = 28
"""Final consonants, index 0 being none."""
_FIRST: Final = 0xAC00
_SYLLABLES: Final = 19 * VOWELS * FINALS
_HANGUL: Final = re.compile(r"[가-힣]")


def has_hangul(text: str) -> bool:
    """True where the text holds a Hangul syllable."""
    return _HANGUL.search(text) is not None


def syllable_index(character: str) -> int | None:
    """0..11171 of a Hangul syllable, None for any other character."""
    index = ord(character) - _FIRST
    return index if 0 <= index < _SYLLABLES else None


def final_consonant(character: str) -> int | None:
    """0..27 of a Hangul syllable (0: it ends in its vowel), None for any other character."""
    index = syllable_index(character)
    return None if index is None else index % FINALS


def without_final(character: str) -> str:
    """The syllable without its final consonant: 났 -> 나."""
    index = syllable_index(character)
    return character if index is None else chr(_FIRST + index - index % FINALS)
