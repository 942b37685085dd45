"""What language a text on the page is in, for whoever has it read aloud, and which way it runs, for whoever reads it.

A Hangul word by an English voice is noise; an Arabic name takes the day that follows it ("…, 2025년 6월") to its left.
"""

import re
from typing import Final

from app.web.escaping import cut, escape
from indexing.language.detection import detect_language

_HANGUL: Final = "가-힣ㄱ-ㅎㅏ-ㅣ"
_LATIN: Final = "A-Za-z"
_RUNS: Final = {
    "ko": re.compile(rf"[{_LATIN}](?:[^{_HANGUL}\n]*[{_LATIN}])?"),
    "en": re.compile(rf"[{_HANGUL}](?:[^{_LATIN}\n]*[{_HANGUL}])?"),
}
"""What of another language stands in a text of this one: from letter to letter of the other's script."""
_RIGHT_TO_LEFT: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFTWARD: Final = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[^{_HANGUL}{_LATIN}\n]*[{_RIGHT_TO_LEFT}])?")
"""Hebrew, Arabic and the like: from letter to letter."""
_FEWEST_WORDS: Final = 3
"""Of English in Korean: a name or two are Korean, too, and a Korean voice reads them."""


def language_attributes(*texts: str) -> str:
    """`` lang="ko"`` for the start tag of what holds the first text; nothing where the language cannot be told.

    What may run from right to left is left to the browser (`` dir="auto"``). Korean and English do not, even where they
    begin with an Arabic name.

    Args:
        texts: what is shown, then what it belongs to: an English headline of two names is not told by itself.
    """
    first, *others = map(detect_language, texts)
    language = first if first == "ko" or not others else others[0]
    told = f' lang="{language}"' if language else ""
    return told + (' dir="auto"' if first is None and _LEFTWARD.search(texts[0]) else "")


def spoken(text: str, around: str, limit: int | None = None) -> str:
    """Text as inert markup in which what is of another language than the text around it is marked as such.

    What runs from right to left is kept apart, so that it leaves the order of what stands beside it alone.

    Args:
        text: anything.
        around: language of the element it goes into.
        limit: characters to keep at most; a longer text ends in "…".
    """
    text, end, pieces = cut(text, limit), 0, []
    for found in _RUNS[around].finditer(text) if around in _RUNS else ():
        language = _other(found.group(), around)
        if language is not None:
            pieces += [_apart(text[end : found.start()]), f'<span lang="{language}">{_apart(found.group())}</span>']
            end = found.end()
    return "".join(pieces) + _apart(text[end:])


def _apart(text: str) -> str:
    pieces, end = [], 0
    for found in _LEFTWARD.finditer(text):
        pieces += [escape(text[end : found.start()]), f"<bdi>{escape(found.group())}</bdi>"]
        end = found.end()
    return "".join(pieces) + escape(text[end:])


def _other(run: str, around: str) -> str | None:
    if around == "en":
        return "ko"
    return "en" if len(run.split()) >= _FEWEST_WORDS and detect_language(run) == "en" else None
