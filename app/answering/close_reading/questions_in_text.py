"""The questions in an interview: "-하루에 환자를 몇 명이나 보나.", "Q. 누가 살 수 있나." They answer nothing."""

import re
from typing import Final

_MOST: Final = 160
"""Characters of the longest question that is looked at."""
_MARKED: Final = re.compile(
    r"(?:[-–—―▶▷◆■□]\s?|[Qq]\d{0,2}\s?[.:)]\s?|(?:질?문|물음)\s?[.:)]\s?).{2,150}?"
    r"(?:[?？]|(?:[나가까]|[은는]|지요?|죠|[다라자냐]고|면|텐데|데)[.…]{0,3})"
)
_BY_ITS_SIGN: Final = re.compile(r"[^\"“”]{4,150}[?？]")


def is_asked(sentence: str) -> bool:
    """Whether a sentence is a question, by its sign or as the line of who asks in an interview."""
    text = sentence.strip()
    return len(text) <= _MOST and any(pattern.fullmatch(text) for pattern in (_MARKED, _BY_ITS_SIGN))
