"""Other years: "올해 축제의 주제는 …" tells nothing of the year before, whatever year its article is of.

Nor is a number of the year asked for that is told of the year before ("지난해 축제에는 3만 명이 찾았고"), by how much
something has changed since ("지난해보다 2천 명 많다"), or what it has come to ("올해는 6만 원으로 지난해보다 올랐다").
"""

import re
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.answering.spans.comparisons import asks_difference, is_compared
from app.answering.spans.quantities import asks_change, is_change
from app.answering.spans.span import Span
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.temporal import TemporalExpression

_BEGINNING: Final = 2
"""Characters; a year that begins a sentence is that of all it tells."""
_GOES_ON: Final = re.compile(r"(?:까지|부터|보다|이후|에\s이어|이래|말|\s?대비)")
"""Behind a year that the sentence only measures by."""
_OF_THE_YEAR: Final = re.compile(
    r"(?!부터|까지|이후|이래|보다|말|\s?대비|에\s비)(?:[^\d,.]|(?<![고며나만서데]),\s?){0,25}"
)
"""From a year to the number that is told of it: 지난해 |축제에는 |3만 명."""
_TOOK_PLACE: Final = re.compile(
    r"열[렸리려린]|개최[했됐되]|치[렀러르]|개막|폐막|막을\s(?:올|내)"
    r"|\b(?:held|take place|took place|open|opened|begin|began|end|ended)\b"
)
_DID_NOT: Final = re.compile(
    r"열리지\s?(?:않|못)|열지\s?(?:않|못)|취소(?:했|됐|되었|한|된|하기로)[^.]{0,8}(?:다|습니다)\W*$"
    r"|\b(?:not held|did not take place|cancell?ed)\b"
)
_ASKS_NOT: Final = re.compile(r"안\s?[열했]|못\s?[열했]|않|못|취소|\bnot\b|n['’]t\b|cancel")
_NAMED_AFTER: Final = re.compile(r"\d년?\s?(?:학년도|회계연도|시즌|도쿄|카타르)|예산|수능")
"""A season, or a thing named after the year that it is for, which may be in another one."""
_HELD: Final = re.compile(r"열[려린렸]|개최|치러|개막")
_MORE: Final = re.compile(r"(?:보다|대비|비해)\s(?:[가-힣]{1,4}\s)?$")


def is_of_another_year(question: Question, found: Evidence) -> bool:
    """Whether a sentence begins with another year than the question names, and tells of no time that it names."""
    if not question.periods or "when" in question.kinds:
        return False
    if any(period.overlaps(told) for period in question.periods for told in found.dates):
        return False
    return any(
        told.granularity == "year" and told.start <= _BEGINNING and not _GOES_ON.match(found.text, told.end)
        for told in found.dates
    )


def is_number_of_another_year(question: Question, found: Evidence) -> bool:
    """Whether the number that would answer is that of an earlier year, or only compares with the one asked for."""
    number, asked_text = found.spans.get("how_many"), question.text[:QUESTION_CHARACTERS].lower()
    if number is None or asks_change(asked_text) or asks_difference(asked_text):
        return False
    if _MORE.search(found.text, 0, number.start) and is_change(found.text, number):
        return True
    if len(question.periods) != 1:
        return False
    asked = question.periods[0]
    of_asked = [told for told in found.dates if asked.overlaps(told)]
    if of_asked and all(is_compared(found.text, told) for told in of_asked):
        return True
    if asked.granularity != "year":
        return False
    if not of_asked and any(_was_held(found.text, told, number) for told in found.dates):
        return True
    year = _year_of(found, number)
    return year is not None and year.last < asked.first


def _was_held(text: str, told: TemporalExpression, number: Span) -> bool:
    """Whether a number is that of what was held on a day: 25일 도심에서 열려 |1만 명이 달렸다."""
    return _HELD.search(text, told.end, number.start) is not None


def _year_of(found: Evidence, number: Span) -> TemporalExpression | None:
    """The year, or part of one, that stands before a number in its clause, without another number between."""
    before = [told for told in found.dates if told.end <= number.start]
    if not before or before[-1].granularity not in ("year", "half", "quarter"):
        return None
    return before[-1] if _OF_THE_YEAR.fullmatch(found.text, before[-1].end, number.start) else None


def took_place_in_another_year(question: Question, found: Evidence) -> bool:
    """Whether the day that would answer is of another year, only compared with, or one on which nothing took place.

    Nor does the year of the question answer when.
    """
    when, asked_text = found.spans.get("when"), question.text[:QUESTION_CHARACTERS].lower()
    if when is None or not when.value:
        return False
    if is_compared(found.text, when) and not asks_difference(asked_text):
        return True
    if _DID_NOT.search(found.text) and not _ASKS_NOT.search(asked_text):
        return True
    if when.value in (period.iso for period in question.periods):
        return True
    if len(question.periods) != 1 or question.periods[0].granularity != "year":
        return False
    if not _TOOK_PLACE.search(asked_text) or _NAMED_AFTER.search(asked_text):
        return False
    return str(question.periods[0].first.year) not in (when.value[:4], when.value.split("/")[-1][:4])
