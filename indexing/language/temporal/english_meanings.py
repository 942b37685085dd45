"""What each pattern of English temporal expressions means: a match in, its meaning out."""

import re

from indexing.language.temporal import english_patterns as p
from indexing.language.temporal import english_words as words
from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.english_clauses import clause_before
from indexing.language.temporal.holidays import THREE_DAYS_OFF, Holiday
from indexing.language.temporal.nth_weekdays import NthWeekday
from indexing.language.temporal.periods import PartOfYear, Quarter, Week
from indexing.language.temporal.scene import FUTURE, PAST, Counted, Meaning, NoDate

LEFT_CONTEXT = RIGHT_CONTEXT = 24
"""Characters beside four figures or a month's name that decide whether they are a date."""

FIRST_BARE_YEAR = 1900
"""Four figures below this are a year only after a word such as "in"."""

SENTENCE_BEFORE = 80
"""Characters around "the fourth quarter" in which a word of sport is looked for."""


def _year(match: re.Match[str]) -> Counted | None:
    groups = match.groupdict()
    if groups.get("year"):
        return Counted(int(groups["year"]))
    if groups.get("year_shift"):
        return Counted(p.SHIFTS[groups["year_shift"]], "anchor")
    return Counted(0, "anchor") if groups.get("the_year") else None


def _direction(match: re.Match[str]) -> int:
    word = match.groupdict().get("direction")
    return p.DIRECTIONS[word] if word else 0


def _tense(match: re.Match[str]) -> int:
    """Where a date without a year lies by the clause before it: "took office in October", "set to begin in March"."""
    before = clause_before(match)
    if p.TO_COME.search(before):
        return FUTURE
    return PAST if p.PASSED.search(before[-LEFT_CONTEXT:]) else 0


def read_day(match: re.Match[str]) -> Meaning:
    """For "Sept. 29", "29 September 2025": a day of a month."""
    year = _year(match)
    return CalendarDate(year, _month(match), int(match["day"]), _direction(match) or (0 if year else _tense(match)))


def read_listed_day(match: re.Match[str]) -> Meaning | None:
    """For "28" of "Sept. 27 and 28"; none of "Sept. 20, and 28 people"."""
    before = match.string[max(0, match.start() - LEFT_CONTEXT) : match.start()]
    return CalendarDate(day=int(match["day"])) if p.LIST_BEFORE.search(before) else None


def _month(match: re.Match[str]) -> Counted | None:
    name = match.groupdict().get("month")
    return Counted(p.MONTHS[name.rstrip(".")]) if name else None


def read_month(match: re.Match[str]) -> Meaning | None:
    """For "September", "early next March"; none of a verb like "may" or "march"."""
    year = _year(match)
    direction = match["direction"]
    part = "vague" if match["vague"] or match["end"] else None
    if year is None and not direction and not part and not _is_surely_month(match):
        return None
    if direction and direction.lower() == "this":
        year = Counted(0, "anchor")
    return CalendarDate(year, _month(match), direction=_direction(match) or (0 if year else _tense(match)), part=part)


def _is_surely_month(match: re.Match[str]) -> bool:
    name = match["month"].lower()
    if name not in words.CUED_MONTHS and not (name.rstrip(".") in words.MONTH_ABBREVIATIONS and name[-1] != "."):
        return True
    if p.MONTH_RANGE_AFTER.match(match.string, match.end()):
        return True
    return p.MONTH_CUE.search(match.string[max(0, match.start() - LEFT_CONTEXT) : match.start()]) is not None


def read_year(match: re.Match[str]) -> Meaning | None:
    """For "2025", "the end of 2025"; none of a number of things."""
    if _is_quantity(match):
        return None
    if match["end"]:
        return CalendarDate(_year(match), Counted(12), part="vague")
    return CalendarDate(_year(match), part="vague" if match["vague"] else None)


def _is_quantity(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - LEFT_CONTEXT) : match.start()]
    cued = p.YEAR_CUE.search(before) is not None
    after = match.string[match.end() : match.end() + RIGHT_CONTEXT]
    if p.NUMBER_BEFORE.search(before) or p.QUANTITY_AFTER.match(after):
        return True
    return not cued and (int(match["year"]) < FIRST_BARE_YEAR or p.PLURAL_AFTER.match(after) is not None)


def read_counted(match: re.Match[str]) -> Meaning:
    """For "next month", "the end of this year", "last weekend"."""
    shift = p.SHIFTS[match["shift"]]
    vague = "vague" if match["vague"] or match["end"] else None
    unit = match["unit"].lower()
    if unit in ("week", "weekend"):
        return Week(shift, weekend=unit == "weekend")
    if unit == "quarter":
        return Quarter(shift)
    if unit == "month":
        return CalendarDate(month=Counted(shift, "anchor"), part=vague)
    return CalendarDate(Counted(shift, "anchor"), Counted(12) if match["end"] else None, part=vague)


def read_day_of_month(match: re.Match[str]) -> Meaning:
    """For "the 28th of last month"."""
    return CalendarDate(month=Counted(p.SHIFTS[match["month_shift"]], "anchor"), day=int(match["day"]))


def read_nth_weekday(match: re.Match[str]) -> Meaning:
    """For "the first Saturday of next month"; no date where it comes back every month."""
    if match["monthly"] or match["yearly"]:
        return NoDate()
    day = NthWeekday(p.NTH[match["nth"]], words.ENGLISH_WEEKDAYS[match["weekday"].lower()])
    if match["month_shift"]:
        return CalendarDate(month=Counted(p.SHIFTS[match["month_shift"]], "anchor"), day=day)
    return CalendarDate(_year(match), _month(match), day, _direction(match))


def read_but_one(match: re.Match[str]) -> Meaning:
    """For "the week before last", "the year after next"."""
    shift = -2 if match["side"].lower().startswith("before") else 2
    unit = match["unit"].lower()
    if unit == "week":
        return Week(shift)
    counted = Counted(shift, "anchor")
    return CalendarDate(month=counted) if unit == "month" else CalendarDate(counted)


def read_half(match: re.Match[str]) -> Meaning:
    """For "the second half of 2029", "H2 2029"."""
    number = match["half"]
    return PartOfYear("half", number if number.isdecimal() else str(p.ORDINALS[number]), _year(match))


def read_quarter(match: re.Match[str]) -> Meaning | None:
    """For "the third quarter", "Q3 2025"; none of a game."""
    if _year(match) is None and p.SPORT.search(
        match.string[max(0, match.start() - SENTENCE_BEFORE) : match.end() + SENTENCE_BEFORE]
    ):
        return None
    number = match["code"] or match["code_"] or str(p.ORDINALS[match["quarter"]])
    return PartOfYear("quarter", number, _year(match))


def read_season(match: re.Match[str]) -> Meaning | None:
    """For "this fall", "the summer of 2024"; none without year or direction."""
    year = _year(match)
    if year is None and not match["direction"]:
        return None
    if p.QUANTITY_AFTER.match(match.string[match.end() : match.end() + RIGHT_CONTEXT]):
        return None
    return PartOfYear("season", words.SEASONS[match["season"].lower()], year, _direction(match))


def read_holiday(match: re.Match[str]) -> Meaning:
    """For "Chuseok", "the eve of Chuseok", "the 2025 Lunar New Year holidays"."""
    year = Counted(int(match["year_before"])) if match["year_before"] else _year(match)
    if match["year_after"]:
        year = Counted(p.SHIFTS[match["year_after"]], "anchor")
    beside = {None: 0, "day after": 1}.get(match["beside"], -1)
    name = p.HOLIDAYS[match["name"]]
    days_off = match["days_off"] is not None and (name in THREE_DAYS_OFF or match["days_off"].lower() != " holiday")
    return Holiday(name, year, _direction(match), days_off, beside)


def read_end_of_range(match: re.Match[str]) -> Meaning:
    """For "31, 2025" of "July 21 to 31, 2025": a day whose month stands before it."""
    return CalendarDate(_year(match), day=int(match["day"]))


def read_last_year(match: re.Match[str]) -> Meaning:
    """For "2026" of "2024-2026"."""
    return CalendarDate(_year(match))
