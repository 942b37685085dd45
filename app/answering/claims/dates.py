"""Dates of a claim, looked for among the resolved dates of what it cites: Sept. 29 = 오는 29일, told in September."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from app.answering.claims.figures import figures_said, find_figures
from app.answering.claims.grounds import Grounds
from indexing.language.temporal import TemporalExpression, find_temporal_expressions

_REPORTED: Final = re.compile(
    r"보도|기사|기준|밝혔|밝힌|전했|알렸|말했|발표|현재"
    r"|\b(?:report|article|said|says|announc|according|as of|told|publish|state[sd]|version)",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(
    r"(?:(?:on|last|next|this|지난주?|다음\s?주|이번\s?주|오는)\s)*(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[월화수목금토일]요일)",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(
    r"\d{4}|\d\s?월|\d[./-]\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\b", re.IGNORECASE
)
_ENGLISH_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KOREAN_DAYS: Final = "월화수목금토일"


def claim_dates(claim: str, published_on: date | None) -> tuple[TemporalExpression, ...]:
    """The temporal expressions of a claim; those that need another day to be read are read from the article's."""
    return find_temporal_expressions(claim, published_on)


def unfound_dates(claim: str, dates: Sequence[TemporalExpression], grounds: Grounds) -> Iterator[str]:
    """Those of a claim's dates, as written, that its grounds do not have."""
    stated = {(found.start, found.end) for found in find_temporal_expressions(claim, None)}
    for found in dates:
        weekday = _WEEKDAY.fullmatch(found.text)
        if weekday:
            is_found = _has_weekday(weekday["day"], grounds)
        else:
            is_found = _is_found(found, grounds, (found.start, found.end) in stated)
        if not is_found and not _is_number(found, grounds) and not _is_publication(found, claim, grounds.published_on):
            yield found.text


def _is_found(claimed: TemporalExpression, grounds: Grounds, has_year: bool) -> bool:
    days = {day for reading in grounds.dates for day in (reading.first, reading.last)}
    if any(_agree(claimed.first, claimed.last, reading) for reading in grounds.dates):
        return True
    if claimed.granularity == "range" and {claimed.first, claimed.last} <= days:
        return True
    if has_year:
        return claimed.granularity == "year" and str(claimed.first.year) in grounds.view.numbers
    # "Sept. 29" of a claim means the source's, whichever year that is
    return any(
        (first := _in_year(claimed.first, reading.first.year)) is not None
        and (last := _in_year(claimed.last, reading.last.year)) is not None
        and _agree(first, last, reading)
        for reading in grounds.dates
    )


def _is_number(claimed: TemporalExpression, grounds: Grounds) -> bool:
    """Rather a length of time or a bare day ("in three years", 30일, "the 8th"), and its number is said."""
    if _MONTH.search(claimed.text):
        return False
    figures, said = find_figures(claimed.text), figures_said(grounds.near)
    return bool(figures) and all(any(one.amount == other.amount for other in said) for one in figures)


def _agree(first: date, last: date, reading: TemporalExpression) -> bool:
    """The claim's period is the source's, or holds one of its ends: September of 29 September to 1 October."""
    return any(first <= day <= last for day in (reading.first, reading.last))


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


def _is_publication(claimed: TemporalExpression, claim: str, published_on: date | None) -> bool:
    """The article's own year or month; its day only where the claim speaks of the report."""
    if published_on is None or not claimed.first <= published_on <= claimed.last:
        return False
    return claimed.first != claimed.last or bool(_REPORTED.search(claim))


def _has_weekday(word: str, grounds: Grounds) -> bool:
    lowered = word.lower()
    number = _KOREAN_DAYS.find(word[0]) if word[0] in _KOREAN_DAYS else _ENGLISH_DAYS.index(lowered[:3])
    named = f"{_KOREAN_DAYS[number]}요일" in grounds.near or _ENGLISH_DAYS[number] in grounds.near.lower()
    return named or any(day.weekday() == number for reading in grounds.dates for day in (reading.first, reading.last))
