"""Numbers of a thing's counterpart: the highest of a day is not its lowest, and sales are no profit.

Korean names what a number is of before it, so the last of a group's words before a number tells which of them it is:
"최고기온은 36.4도, 최저기온은 27.1도". A number before its thing ("3명의 부상자") and English sentences are left alone.
"""

import re
from collections.abc import Sequence
from typing import Final

from app.answering.spans.quantities import unit_of
from app.answering.spans.span import Span
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul

_GROUPS: Final = tuple(
    tuple(re.compile(member) for member in group)
    for group in (
        (
            r"최고\s?(?:기온|체감)|낮\s최고|\b(?:highest|maximum)\b",
            r"최저\s?(?:기온|체감)|아침\s최저|\b(?:lowest|minimum)\b",
        ),
        (r"최연소|\byoungest\b", r"최고령|\boldest\b"),
        (r"찬성|\bin favou?r\b", r"반대|\boppos(?:ed?|ing)\b|\bagainst\b"),
        (r"수출(?!입)|\bexport(?:s|ed)?\b", r"(?<!수출)수입(?!차)|\bimport(?:s|ed)?\b"),
        (r"사망자|\bdeaths?\b", r"부상자|\binjur(?:ed|ies)\b"),
        (r"흑자|\bsurplus\b", r"적자|\bdeficit\b"),
        (r"매매|\bsale prices?\b", r"전세|전셋값|\bjeonse\b", r"월세|\bmonthly rents?\b"),
        (
            r"매출|\b(?:revenue|sales)\b",
            r"(?<!순)이익(?!률)|\boperating (?:profit|income)\b",
            r"영업\s?손실|\boperating loss\b",
            r"순이익|\bnet (?:profit|income)\b",
            r"순손실|\bnet loss\b",
            r"배당|\bdividends?\b",
        ),
        (
            r"달러(?=.{0,20}환율)|\bdollar\b(?=.{0,20}\brate)",
            r"유로(?=.{0,20}환율)|\beuro\b(?=.{0,20}\brate)",
            r"(?<![가-힣])엔(?=.{0,20}환율)|\byen\b(?=.{0,20}\brate)",
            r"위안(?=.{0,20}환율)|\byuan\b(?=.{0,20}\brate)",
        ),
        (
            r"초등|초교|\b(?:elementary|primary) ?schools?\b",
            r"중학|\bmiddle ?schools?\b",
            r"(?<!초)고등학|고교|\bhigh ?schools?\b",
        ),
    )
)
"""Things of which a question asks for one and a sentence often tells several."""
_CLOSE: Final = re.compile(r"종가|마감|장을\s?마|\bclos(?:e|ed|ing)\b")
_MARK: Final = re.compile(r"\d\s?선$")
"""A mark that prices passed, and no price: 3,050선, 1,380원선."""
_CUMULATIVE: Final = re.compile(r"누적\s?[가-힣 ]{0,12}$")
_OF_A_PERIOD: Final = re.compile(
    r"[1-4]분기|\d월|[상하]반기|\b(?:first|second|third|fourth) (?:quarter|half)\b|\bq[1-4]\b"
)
_ALL_SO_FAR: Final = re.compile(r"누적|까지|들어|총|합[계쳐]|\b(?:cumulative|total|so far|through|to date)\b")
_DIGIT: Final = re.compile(r"\d")
_OWN: Final = re.compile(r"의\s|[이가]\s?(?:숨|사망|목숨|다[치쳤친]|부상|찬성|반대)")
"""Behind a number that its own words tell of: 3명의 부상자, 3명이 다쳤다."""
_TO_NEXT: Final = re.compile(r"[을를]?\s?(?:현금\s?)?")


def asked_for(question: str, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """The first number of what is asked for, where the one marked is of its counterpart.

    Args:
        question: as it was asked.
        sentence: what the spans are of.
        spans: all its numbers.
        span: the one that was marked.
    """
    for group, asked in _asked(question):
        if _told(group, sentence, span) not in (None, asked):
            own = [
                one for one in spans if _told(group, sentence, one) is asked and unit_of(one.text) == unit_of(span.text)
            ]
            return min(own, key=lambda one: one.start, default=span)
    return span


def is_of_counterpart(question: str, sentence: str, span: Span) -> bool:
    """Whether a number is told of a counterpart of what is asked for: "배당은 |600원" where the profit is."""
    if not _DIGIT.search(span.text):
        return False
    text = question[:QUESTION_CHARACTERS].lower()
    if _CLOSE.search(text) and _MARK.search(span.text):
        return True
    if _OF_A_PERIOD.search(text) and not _ALL_SO_FAR.search(text) and _CUMULATIVE.search(sentence, 0, span.start):
        return True  # "누적 영업이익은 |3,690억 원" is of three quarters
    return any(_told(group, sentence, span) not in (None, asked) for group, asked in _asked(question))


def _asked(question: str) -> list[tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]]:
    """The groups of which a question names one thing, and that."""
    text = question[:QUESTION_CHARACTERS].lower()
    named = [(group, [member for member in group if member.search(text)]) for group in _GROUPS]
    return [(group, members[0]) for group, members in named if len(members) == 1]


def _told(group: tuple[re.Pattern[str], ...], sentence: str, span: Span) -> re.Pattern[str] | None:
    """The thing of a group that a number is of: the last one named before it; None where none is."""
    if not has_hangul(sentence) or _OWN.match(sentence, span.end):
        return None
    behind = _TO_NEXT.match(sentence, span.end)
    if behind and any(member.match(sentence, behind.end()) for member in group):
        return None  # 순이익의 30%인 150억 원을 배당했다
    last = [(match.end(), member) for member in group for match in member.finditer(sentence, 0, span.start)]
    return max(last, key=lambda one: one[0], default=(0, None))[1]
