"""Which language a text is in: Korean, English, or unsure; and which of the two a question is asked in."""

import re
import unicodedata
from typing import Literal

from indexing.language.hangul import has_hangul

SAMPLE_CHARACTERS = 20_000
"""A language shows within the first paragraphs; a bound keeps a 20 MB file cheap."""

QUESTION_CHARACTERS = 400
"""Characters of a question that are understood; its topic stands well before this."""

KOREAN_SHARE = 0.3
"""Share of letters that must be Hangul: Korean with many Latin names has more, English that quotes Korean less."""

LONG_TEXT_WORDS = 40
"""From here on a text without English function words is some other language in Latin letters, not English."""

ENGLISH_SHARE = 0.15
"""Share of words that are English function words: 0.24 to 0.33 in the English articles of 233 news pages, at most 0.08
in those of other languages."""

_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ\u1100-\u11ff]+")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_ENGLISH_ASKS = re.compile(
    r"(?:(?:so|and|in|on|at|for|from|by|to|of|with)\s)?"
    r"(?:who|whose|whom|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|can|could|will|would"
    r"|tell|show|give)(?:['’]s\s|\s+(?=[A-Za-z]))",
    re.IGNORECASE,
)
"""How an English question begins, whatever names stand in it; "How To 책 저자는?" ends in Korean."""
_KOREAN_ASKS = re.compile(
    r"누구|누가|언제|어디|무엇|뭐|뭘|몇|얼마|왜(?![가-힣])|어떻게|어느|무슨|(?<=[가-힣]\s)[가-힣]{1,20}(?:요|까|니|냐|야|줘|은|는|죠)\W*$"
)
_FUNCTION_WORDS = frozenset(
    (
        *("the", "of", "and", "to", "in", "a", "that", "for", "is", "was", "with", "on", "as", "by", "at"),
        *("from", "it", "be", "has", "had", "are", "this", "not"),
    )
)


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language.

    Args:
        text: an article body or a question; only the first 20,000 characters are looked at.

    Returns:
        "ko" when at least 30% of the letters are Hangul, "en" when most letters are Latin (and a long text also
        uses English function words), None when unsure or without letters.
    """
    sample = text[:SAMPLE_CHARACTERS]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    if sum(map(len, _HANGUL.findall(sample))) >= KOREAN_SHARE * letters:
        return "ko"
    if sum(map(len, _LATIN.findall(sample))) <= 0.5 * letters:
        return None
    words = [word.lower() for word in _WORD.findall(sample)]
    known = sum(word in _FUNCTION_WORDS for word in words)
    return "en" if len(words) < LONG_TEXT_WORDS or known >= ENGLISH_SHARE * len(words) else None


def question_language(text: str) -> Literal["ko", "en"]:
    """The language that a question is asked in, and is to be answered in.

    Args:
        text: a question, its Hangul composed or, as macOS writes names of files, in single letters.

    Returns:
        "ko" when its first 400 characters hold a Hangul syllable ("BTS 콘서트"), or single letters of Hangul and no
        Latin ones ("ㅇㄷ?", but not "where is it ㅋㅋ"); else "en", as for an English question in which names are
        written in Hangul ("When does 도서관 open?").
    """
    asked = unicodedata.normalize("NFC", text).strip()[:QUESTION_CHARACTERS]
    if _ENGLISH_ASKS.match(asked) and not _KOREAN_ASKS.search(asked):
        return "en" if len(_LATIN.findall(asked)) > len(_HANGUL.findall(asked)) else "ko"
    return "ko" if has_hangul(asked) or (_HANGUL.search(asked) and not _LATIN.search(asked)) else "en"
