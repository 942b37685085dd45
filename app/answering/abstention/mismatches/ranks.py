"""Ranks: an article that names the mayor and no deputy does not tell who the deputy mayor is."""

import re
from functools import lru_cache
from typing import Final

from app.question.question import Question
from indexing.article import Article
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul

_HEADS: Final = "시장|지사|군수|구청장|교육감"
_OTHER_HEADS: Final = "회장|위원장|총재|사장|총장|원장|의장|총리|대표"
_KOREAN: Final = re.compile(
    rf"(?<![동서남북중내외])(?<!의정)부(?:{_HEADS})|(?<![가-힣])부(?:{_OTHER_HEADS})(?![가-힣]{{3}})"
)
"""의정부시장 is no deputy, 동부시장 a market; glued to a body's name, 부회장 may be 국방부 회장."""
_ENGLISH: Final = re.compile(
    r"\b(?:deputy|vice)[ -](?:[a-z]+ )?(?:mayor|governor|(?:prime )?minister|premier|president"
    r"|chair(?:man|woman|person)?|speaker|director|head|chief|commissioner|superintendent|secretary)\b",
    re.IGNORECASE,
)
_STANDS_IN: Final = "부단체장|권한대행|직무대행|직무대리"
_TOLD_IN_KOREAN: Final = re.compile(rf"부(?:{_HEADS}|{_OTHER_HEADS}|통령|국장)|차관|차장|{_STANDS_IN}")
_TOLD_IN_ENGLISH: Final = re.compile(r"\b(?:deputy|vice|deputies|acting)\b|\bunder-?secretary\b", re.IGNORECASE)


def is_of_another_rank(question: Question, article: Article) -> bool:
    """Whether a question asks who a deputy is, and the article names none."""
    if question.kinds[:1] != ("who",):
        return False
    deputy = _asked(question.text[:QUESTION_CHARACTERS])
    if not deputy:
        return False
    told = f"{article.title}\n{article.body}"
    if not has_hangul(told):
        return _TOLD_IN_ENGLISH.search(told) is None
    if has_hangul(deputy):
        return re.search(f"{deputy}|{_STANDS_IN}", told) is None
    return _TOLD_IN_KOREAN.search(told) is None


@lru_cache(maxsize=16)
def _asked(text: str) -> str:
    """The deputy's title as a question writes it, which is asked of every sentence; empty where there is none."""
    found = _KOREAN.search(text) or _ENGLISH.search(text)
    return found.group() if found else ""
