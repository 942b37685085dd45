"""What the English patterns of lengths of time mean: "three days ago", "for three days from the 14th"."""

import re

from indexing.language.temporal import english_patterns as p
from indexing.language.temporal import english_words as words
from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.lengths import REACH, Length
from indexing.language.temporal.scene import Meaning
from indexing.language.temporal.shifts import Distance


def read_distance(match: re.Match[str]) -> Meaning:
    """For "three days ago", "two weeks later", "in five years"."""
    count, unit = _count(match), words.UNITS[match["unit"].lower()]
    side = match.groupdict().get("side", "in").lower()
    past = side in ("ago", "earlier")
    return Distance(-count if past else count, unit, from_text=side in ("later", "earlier"), ambiguous=side == "in")


def read_length(match: re.Match[str]) -> Length:
    """For "for three days"."""
    unit = words.UNITS[match["unit"].lower()]
    return Length(_count(match), unit, ambiguous=unit in ("month", "year"))


def _count(match: re.Match[str]) -> int:
    number = match["count"]
    return int(number) if number.isdecimal() else p.NUMERALS[number]


def read_day_alone(match: re.Match[str]) -> Meaning | None:
    """For "the 14th" of "on the 14th", and of "from the 14th" where the words say for how long."""
    text, start = match.string, match.start()
    if text.startswith("on ", start - 3) or p.LENGTH_BEHIND.match(text, match.end()):
        return CalendarDate(day=int(match["day"]))
    lasts = p.LENGTH_BEFORE.search(text[max(0, start - REACH) : start])
    return CalendarDate(day=int(match["day"])) if lasts else None
