"""Occasions: what is so at Chuseok need not be so at the Lunar New Year, nor on Christmas Day what is so on Mondays.

Closing days and free parking are told by naming the days they hold for. A sentence that names other days than the one
asked about leaves that open, unless it speaks of holidays at large or gives a date, or the article names the day too.
"""

import re
from functools import lru_cache
from typing import Final

from app.question.question import Question
from indexing.article import Article
from indexing.language.detection import QUESTION_CHARACTERS

_OCCASIONS: Final = tuple(
    re.compile(names, re.IGNORECASE)
    for names in (
        r"(?<![가-힣])설(?=날|\s|[·,에은과])|구정|\blunar new year\b|\bseollal\b",
        r"추석|한가위|\bchuseok\b",
        r"크리스마스|성탄절|\bchristmas\b",
        r"어린이날|\bchildren['’]s day\b",
        r"현충일|\bmemorial day\b",
        r"광복절|\bliberation day\b",
        r"개천절",
        r"한글날",
        r"삼일절|3·1절",
        r"부처님\s?오신\s?날|석가탄신일|초파일|\bbuddha['’]s birthday\b",
        r"신정|새해 첫날|설날|\bnew year['’]s day\b",
    )
)
_ASKED: Final = (
    r"(?:{names})(?:날|\s?(?:당일|연휴|명절))?(?:\s?기간)?(?:에는|에도|에|도|은|는)(?![가-힣])"
    r"|\b(?:on|at|during|over) (?:the )?(?:{names})"
)
_OTHER_DAYS: Final = re.compile(
    r"[월화수목금토일]요일|주말|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\bweekends?\b", re.IGNORECASE
)
_AT_LARGE: Final = re.compile(
    r"휴일|명절|연중무휴|365일|매일|날마다|언제나|\d월\s?\d|\bevery day\b|\bdaily\b|\bholidays\b|\byear[- ]round\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d",
    re.IGNORECASE,
)


def is_of_another_occasion(question: Question, article: Article, sentence: str) -> bool:
    """Whether a question of yes or no names a feast that a sentence about other days leaves open."""
    if question.kinds != ("yes_no",):
        return False
    asked = question.text[:QUESTION_CHARACTERS]
    feasts = _feasts(asked)
    if not feasts or _AT_LARGE.search(sentence):
        return False
    told = f"{article.title}\n{article.body}"
    if any(one.search(told) for one in feasts):
        return False
    others = (one for one in _OCCASIONS if one not in feasts)
    return any(one.search(sentence) for one in others) or _OTHER_DAYS.search(sentence) is not None


@lru_cache(maxsize=16)
def _feasts(asked: str) -> tuple[re.Pattern[str], ...]:
    """Those that a question names, which is asked of every sentence."""
    return tuple(one for one in _OCCASIONS if re.search(_ASKED.format(names=one.pattern), asked, re.IGNORECASE))
