"""What language a text on the page is in, for whoever has it read aloud: a Hangul word by an English voice is noise."""

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
_FEWEST_WORDS: Final = 3
"""Of English in Korean: a name or two are Korean, too, and a Korean voice reads them."""


def language_attribute(*texts: str) -> str:
    """`` lang="ko"`` for the start tag of what holds the first text; nothing where the language cannot be told.

    Args:
        texts: what is shown, then what it belongs to: an English headline of two names is not told by itself.
    """
    first, *others = map(detect_language, texts)
    language = first if first == "ko" or not others else others[0]
    return f' lang="{language}"' if language else ""


def spoken(text: str, around: str, limit: int | None = None) -> str:
    """Text as inert markup in which what is of another language than the text around it is marked as such.

    Args:
        text: anything.
        around: language of the element it goes into.
        limit: characters to keep at most; a longer text ends in "…".
    """
    text, end, pieces = cut(text, limit), 0, []
    for found in _RUNS[around].finditer(text) if around in _RUNS else ():
        language = _other(found.group(), around)
        if language is not None:
            pieces += [escape(text[end : found.start()]), f'<span lang="{language}">{escape(found.group())}</span>']
            end = found.end()
    return "".join(pieces) + escape(text[end:])


def _other(run: str, around: str) -> str | None:
    if around == "en":
        return "ko"
    return "en" if len(run.split()) >= _FEWEST_WORDS and detect_language(run) == "en" else None
