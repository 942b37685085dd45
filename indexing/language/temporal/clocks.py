"""Whose clock a day is told by: news from abroad gives the local day, and in brackets beside it the one of Korea."""

import re
from datetime import date, timedelta

from indexing.language.temporal.intervals import Interval
from indexing.language.temporal.tables import listed

BETWEEN = 40
"""Characters between a day and the same by another clock: " 밤 (현지시간·한국시간 4일"."""

_PLACES = "|".join(
    listed(
        """
        현지, 한국, 우리, 국내, 미국, 동부, 서부, 중부, 태평양, 표준, 일본, 중국, 영국, 독일, 프랑스, 이탈리아, 스페인,
        유럽, 러시아, 모스크바, 런던, 파리, 뉴욕, 워싱턴, 베이징, 도쿄, 세계, 국제
        """
    )
)
KOREAN_CLOCK = rf"(?:[가-힣]{{1,6}}[ ])?(?:{_PLACES})[ ]?시[간각]"
"""현지시간, 미 동부시간, 우리 시각."""

_ENGLISH_CLOCK = r"\b(?:KST|Korean?(?:[ ]Standard)?[ ]time|local[ ]time|in[ ]Korea)\b"
_CLOCK_BEFORE = re.compile(
    rf"[^()\n]{{0,10}}[(,·][ ]?(?:{KOREAN_CLOCK}[ ]?[·,/][ ]?)?{KOREAN_CLOCK}(?:으로는?|은)?(?:[ ]기준)?[ ]?"
)
_BRACKET_BEFORE = re.compile(r"[^()\n]{0,20}\([^()\n]{0,12}")
_CLOCK_BEHIND = re.compile(rf"[^()\n]{{0,24}}(?:{KOREAN_CLOCK}|(?i:{_ENGLISH_CLOCK}))[^()\n]{{0,6}}\)")


def is_by_another_clock(text: str, previous_end: int, start: int, end: int) -> bool:
    """Whether a day tells the one before it by another clock: "현지시간 3일(한국시간 4일)", "Nov. 3 (Nov. 4 KST)".

    Args:
        text: the whole text.
        previous_end: of the expression before the day.
        start: of the day.
        end: of the day.
    """
    if start - previous_end > BETWEEN:
        return False
    if _CLOCK_BEFORE.fullmatch(text, previous_end, start):
        return True
    in_bracket = _BRACKET_BEFORE.fullmatch(text, previous_end, start)
    return in_bracket is not None and _CLOCK_BEHIND.match(text, end) is not None


def day_beside(named: date, month: int | None, number: int) -> Interval | None:
    """The day of that number at most one day from another, as no two clocks are further apart; None if there is none.

    Args:
        named: the other day.
        month: of the day, if that is stated.
        number: of the day in its month.
    """
    near = (named + timedelta(days=shift) for shift in (1, -1, 0))
    days = (one for one in near if one.day == number and month in (None, one.month))
    return next((Interval(one, one) for one in days), None)
