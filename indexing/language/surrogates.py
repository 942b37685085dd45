"""Lone surrogates: halves of a character, which tokenisers refuse."""

import re
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")  # not reading.characters': importing that package takes 0.4 s


def without_surrogates(text: str) -> str:
    """The text with a space for each lone surrogate; as long as before."""
    return _SURROGATE.sub(" ", text)
