"""What the English patterns of weekdays, weekends and counted weeks mean."""

import re

from indexing.language.temporal import english_meanings as meanings
from indexing.language.temporal import english_patterns as p
from indexing.language.temporal import english_words as words
from indexing.language.temporal.english_clauses import clause_before
from indexing.language.temporal.periods import Week, Weekday, Weekend, WeekOf
from indexing.language.temporal.scene import FUTURE, PAST, Meaning, NoDate
from indexing.language.temporal.shifts import WeeksFrom

TOLD_LENGTH = 60
"""Characters before a weekday that end in the verb that it belongs to ("told reporters late on")."""


def read_weekday(match: re.Match[str]) -> Meaning:
    """For "Tuesday", "last Tuesday", "Tuesday next week"; the coming one where the clause looks ahead."""
    weekday = words.ENGLISH_WEEKDAYS[match["weekday"].lower()]
    if _is_of_every_week(match):
        return NoDate()
    if match["week"]:
        return Weekday(weekday, week=p.SHIFTS[match["week"]])
    direction = " ".join((match["direction"] or "").lower().split())
    if direction in ("this", "next"):
        return Weekday(weekday, week=p.SHIFTS[direction])
    if direction:
        return Weekday(weekday, direction=FUTURE if "coming" in direction else PAST)
    return Weekday(weekday, coming=_is_coming(match))


def _is_of_every_week(match: re.Match[str]) -> bool:
    if match["direction"] or match["week"]:
        return False
    before = match.string[max(0, match.start() - TOLD_LENGTH) : match.start()]
    if p.OPEN_BEFORE.search(before):
        behind = p.WEEKDAY_BEHIND.match(match.string, match.end())
        return behind is not None and p.OF_WEEK.match(match.string, behind.end()) is None
    return p.OPEN_SINCE_BEFORE.search(before) is not None


def _is_coming(match: re.Match[str]) -> bool:
    before = clause_before(match)
    return not p.TOLD.search(before[-TOLD_LENGTH:]) and p.COMING.search(before) is not None


def read_weeks_from(match: re.Match[str]) -> Meaning:
    """For "a week from Thursday", "a week ago Wednesday"."""
    ahead = match["side"].lower() == "from"
    day = Weekday(words.ENGLISH_WEEKDAYS[match["weekday"].lower()], coming=ahead)
    weeks = words.COUNTED_WEEKS[match["count"].lower()]
    return WeeksFrom(day, weeks if ahead else -weeks)


def read_week_of(match: re.Match[str]) -> Meaning:
    """For "the week of Nov. 10"."""
    return WeekOf(meanings.read_day(match))


def read_weekend(match: re.Match[str]) -> Meaning:
    """For "this past weekend", "over the weekend": the one to come where the clause looks ahead."""
    shift = p.WEEKENDS[match["which"]]
    return Weekend(coming=_is_coming(match)) if shift is None else Week(shift, weekend=True)
