"""The grammar of English temporal expressions: what each pattern means, and the rules as a table."""

import re
from collections.abc import Callable, Iterable

from indexing.language.temporal import english_patterns as p
from indexing.language.temporal import english_words as words
from indexing.language.temporal.calendar_dates import CalendarDate, NthWeekday
from indexing.language.temporal.grammar import Grammar
from indexing.language.temporal.holidays import Holiday
from indexing.language.temporal.periods import Decade, PartOfYear, Quarter, Week, Weekday
from indexing.language.temporal.rules import FIGURE, Rule, RuleIndex
from indexing.language.temporal.scene import FUTURE, PAST, Counted, Meaning, NoDate
from indexing.language.temporal.shifts import DayFromAnchor, DayFromText, Distance
from indexing.language.temporal.times import ENGLISH_TIME

LEFT_CONTEXT = RIGHT_CONTEXT = 24
"""Characters beside four figures or a month's name that decide whether they are a date."""

FIRST_BARE_YEAR = 1900
"""Four figures below this are a year only after a word such as "in"."""

SENTENCE_BEFORE = 80
"""Characters before a bare weekday in which a sign of the future is looked for."""


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
    before = match.string[max(0, match.start() - SENTENCE_BEFORE) : match.start()]
    if p.TO_COME.search(before):
        return FUTURE
    return PAST if p.PASSED.search(before[-LEFT_CONTEXT:]) else 0


def _read_day(match: re.Match[str]) -> Meaning:
    year = _year(match)
    return CalendarDate(year, _month(match), int(match["day"]), _direction(match) or (0 if year else _tense(match)))


def _read_listed_day(match: re.Match[str]) -> Meaning | None:
    before = match.string[max(0, match.start() - LEFT_CONTEXT) : match.start()]
    return CalendarDate(day=int(match["day"])) if p.LIST_BEFORE.search(before) else None


def _month(match: re.Match[str]) -> Counted | None:
    name = match.groupdict().get("month")
    return Counted(p.MONTHS[name.rstrip(".")]) if name else None


def _read_month(match: re.Match[str]) -> Meaning | None:
    year = _year(match)
    direction = match["direction"]
    part = "vague" if match["vague"] else None
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


def _read_year(match: re.Match[str]) -> Meaning | None:
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


def _read_counted(match: re.Match[str]) -> Meaning:
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


def _read_weekday(match: re.Match[str]) -> Meaning:
    weekday = words.ENGLISH_WEEKDAYS[match["weekday"].lower()]
    if match["week"]:
        return Weekday(weekday, week=p.SHIFTS[match["week"]])
    direction = " ".join((match["direction"] or "").lower().split())
    if direction in ("this", "next"):
        return Weekday(weekday, week=p.SHIFTS[direction])
    if direction:
        return Weekday(weekday, direction=FUTURE if "coming" in direction else PAST)
    before = match.string[max(0, match.start() - SENTENCE_BEFORE) : match.start()]
    return Weekday(weekday, coming=bool(p.COMING.search(before) and not p.TOLD.search(before)))


def _read_nth_weekday(match: re.Match[str]) -> Meaning:
    if match["monthly"] or match["yearly"]:
        return NoDate()
    day = NthWeekday(p.NTH[match["nth"]], words.ENGLISH_WEEKDAYS[match["weekday"].lower()])
    if match["month_shift"]:
        return CalendarDate(month=Counted(p.SHIFTS[match["month_shift"]], "anchor"), day=day)
    return CalendarDate(_year(match), _month(match), day, _direction(match))


def _read_half(match: re.Match[str]) -> Meaning:
    number = match["half"]
    return PartOfYear("half", number if number.isdecimal() else str(p.ORDINALS[number]), _year(match))


def _read_quarter(match: re.Match[str]) -> Meaning | None:
    if _year(match) is None and p.SPORT.search(
        match.string[max(0, match.start() - SENTENCE_BEFORE) : match.end() + SENTENCE_BEFORE]
    ):
        return None
    number = match["code"] or match["code_"] or str(p.ORDINALS[match["quarter"]])
    return PartOfYear("quarter", number, _year(match))


def _read_season(match: re.Match[str]) -> Meaning | None:
    year = _year(match)
    if year is None and not match["direction"]:
        return None
    if p.QUANTITY_AFTER.match(match.string[match.end() : match.end() + RIGHT_CONTEXT]):
        return None
    return PartOfYear("season", words.SEASONS[match["season"].lower()], year, _direction(match))


def _read_holiday(match: re.Match[str]) -> Meaning:
    year = Counted(int(match["year_before"])) if match["year_before"] else _year(match)
    beside = {None: 0, "day after": 1}.get(match["beside"], -1)
    return Holiday(p.HOLIDAYS[match["name"]], year, _direction(match), bool(match["days_off"]), beside)


def _read_distance(match: re.Match[str]) -> Meaning:
    number = match["count"]
    count = int(number) if number.isdecimal() else p.NUMERALS[number]
    unit = words.UNITS[match["unit"].lower()]
    side = match.groupdict().get("side", "in").lower()
    past = side in ("ago", "earlier")
    return Distance(-count if past else count, unit, from_text=side in ("later", "earlier"), ambiguous=side == "in")


def _rule(
    pattern: str,
    read: Callable[[re.Match[str]], Meaning | None],
    openings: Iterable[str],
    not_after: str | None = None,
) -> Rule:
    forbidden = re.compile(not_after, re.IGNORECASE) if not_after else None
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(openings), forbidden)


_WEEKDAYS = (*words.ENGLISH_WEEKDAYS, *words.WEEKDAY_ABBREVIATIONS)
_MONTHS = (*words.MONTHS, *words.MONTH_ABBREVIATIONS)
_COUNTED = [f"{number} {unit}{plural}" for number in words.NUMERALS for unit in words.UNITS for plural in ("", "s")]
_THE_END = "the end of"
_FIGURES_ORDINAL = ("#st", "#nd", "#rd", "#th")
_DAY_FIGURES = (
    *_FIGURES_ORDINAL,
    "#-",
    "#–",
    "#—",
    "#~",
    "# to",
    "# through",
    "# of",
    *(f"# {one}" for one in _MONTHS),
)
_NTH = (*_FIGURES_ORDINAL, *(word for word in words.NTH if word.isalpha()))
_ORDINALS = (*_FIGURES_ORDINAL, *(word for word in words.ORDINALS if word.isalpha()))

_RULES = (
    _rule(
        rf"{p.WEEKDAY_BEFORE}{p.DIRECTION}{p.MONTH}[ ]?{p.DAY}(?:,?[ ]{p.YEAR})?",
        _read_day,
        (*_WEEKDAYS, *words.DIRECTIONS, *_MONTHS),
    ),
    _rule(
        rf"{p.WEEKDAY_BEFORE}(?:\bthe[ ])?{p.DAY_THEN_MONTH}(?:,?[ ]{p.YEAR})?",
        _read_day,
        (*_WEEKDAYS, "the #", *_DAY_FIGURES),
    ),
    _rule(
        rf"{p.VAGUE}{p.DIRECTION}{p.MONTH}(?:(?:[ ]of|,)?[ ]{p.YEAR})?",
        _read_month,
        (*words.VAGUE, *words.DIRECTIONS, *_MONTHS),
    ),
    _rule(rf"{p.VAGUE}{p.END}{p.FIGURES}", _read_year, (*words.VAGUE, _THE_END, FIGURE)),
    _rule(
        p.YEAR_END,
        lambda match: CalendarDate(Counted(0, "anchor"), Counted(12), part="vague"),
        (_THE_END, "year-end", "the year"),
    ),
    _rule(
        r"\bthe[ ]end[ ]of[ ]the[ ]month\b",
        lambda match: CalendarDate(month=Counted(0, "anchor"), part="vague"),
        (_THE_END,),
    ),
    _rule(r"\bthis[ ]past[ ]weekend\b", lambda match: Week(-1, weekend=True), ("this past",)),
    _rule(rf"{p.VAGUE}{p.END}{p.COUNTED}", _read_counted, (*words.VAGUE, _THE_END, *words.SHIFTS)),
    _rule(
        p.WEEKDAY,
        _read_weekday,
        (*words.DIRECTIONS, "coming", "upcoming", *words.ENGLISH_WEEKDAYS),
        p.NOT_WEEKDAY_AFTER,
    ),
    _rule(p.NTH_WEEKDAY, _read_nth_weekday, (*_NTH, *(f"the {word}" for word in _NTH))),
    _rule(p.HALF, _read_half, ("the first", "the second", "the #", "first", "second", "#st", "#nd")),
    _rule(p.HALF_CODE, _read_half, ("h#",)),
    _rule(p.QUARTER, _read_quarter, (*_ORDINALS, *(f"the {word}" for word in _ORDINALS), "q#", "#q")),
    _rule(rf"{p.DIRECTION}{p.SEASON}", _read_season, (*words.DIRECTIONS, *words.SEASONS)),
    _rule(
        p.HOLIDAY,
        _read_holiday,
        (
            *(f"# {name}" for name in words.HOLIDAYS),
            "the eve",
            "eve",
            "the day",
            "day before",
            "day after",
            *words.SHIFTS,
            *words.DIRECTIONS,
            *words.HOLIDAYS,
        ),
    ),
    _rule(
        rf"\b(?P<word>{p.DAYS.pattern})\b",
        lambda match: DayFromAnchor(p.DAYS[match["word"]]),
        words.DAYS_FROM_ANCHOR,
    ),
    _rule(
        rf"\b(?P<word>{p.TOLD_DAYS.pattern})\b",
        lambda match: DayFromText(*p.TOLD_DAYS[match["word"]]),
        words.DAYS_FROM_TEXT,
    ),
    _rule(
        rf"\b(?P<word>{p.TOLD_YEARS.pattern})\b",
        lambda match: CalendarDate(Counted(p.TOLD_YEARS[match["word"]], "text")),
        words.YEARS_FROM_TEXT,
    ),
    _rule(p.AWAY, _read_distance, (*(f"# {unit}" for unit in words.UNITS), *_COUNTED)),
    _rule(p.AHEAD, _read_distance, ("in #", *(f"in {number}" for number in words.NUMERALS)), p.RECORD),
    _rule(rf"(?<=[ ]){p.LISTED_DAY}", _read_listed_day, (FIGURE,)),
    _rule(rf"(?<=\bon[ ]){p.DAY_ALONE}", lambda match: CalendarDate(day=int(match["day"])), ("the #",)),
    _rule(
        r"\b(?:the[ ])?(?P<decade>[12]\d{2}0)s\b",
        lambda match: Decade(int(match["decade"])),
        ("the #", "#s"),
    ),
    _rule(r"['’](?P<decade>[3-9]0)s\b", lambda match: Decade(1900 + int(match["decade"])), ("'#", "’#")),
)
_TAILS = (
    _rule(
        rf"{p.DAY}(?:,?[ ]{p.YEAR})?",
        lambda match: CalendarDate(_year(match), day=int(match["day"])),
        (FIGURE,),
    ),
    _rule(p.END_OF_RANGE_YEAR, lambda match: CalendarDate(_year(match)), (FIGURE,)),
)

ENGLISH = Grammar(
    rules=RuleIndex(_RULES, ignore_case=True),
    tails=RuleIndex(_TAILS),
    joiner=re.compile(r"[ ]?[-–—~][ ]?|,?[ ](?:to|through|until|till|thru)[ ]", re.IGNORECASE),
    closer=re.compile(""),
    trail=re.compile(
        rf"(?P<note>(?:[ ]?\((?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?\))?)"
        rf"(?:,?[ ](?:(?:at|from|around|about)[ ])?{ENGLISH_TIME}{p.ZONE})?",
        re.IGNORECASE,
    ),
    lead=re.compile(
        rf"(?<![\w:.])(?:(?P<opening>\d{{1,2}}(?:[:.]\d{{2}})?(?:[ ]?[ap](?:\.[ ]?m\.|m\b))?|noon|midnight)"
        rf"(?:[ ]?[-–—~][ ]?|[ ](?:to|until|till)[ ]))?{ENGLISH_TIME}{p.ZONE},?[ ](?:on[ ])?$",
        re.IGNORECASE,
    ),
    until=re.compile(rf"(?:[ ]?[-–—~][ ]?|[ ](?:to|until|till)[ ]){ENGLISH_TIME}{p.ZONE}", re.IGNORECASE),
    weekdays={name[:3]: number for name, number in words.ENGLISH_WEEKDAYS.items()},
)
