"""The grammar of English temporal expressions: the rules as a table."""

import re
from collections.abc import Callable, Iterable

from indexing.language.temporal import english_lengths as lengths
from indexing.language.temporal import english_meanings as meanings
from indexing.language.temporal import english_patterns as p
from indexing.language.temporal import english_weeks as weeks
from indexing.language.temporal import english_words as words
from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.grammar import Grammar
from indexing.language.temporal.lengths import LengthWords
from indexing.language.temporal.periods import Decade
from indexing.language.temporal.rules import FIGURE, Rule, RuleIndex
from indexing.language.temporal.scene import Counted, Meaning
from indexing.language.temporal.shifts import DayFromAnchor, DayFromText
from indexing.language.temporal.times import ENGLISH_TIME


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
_WEEKS = [f"the {nth} week" for nth in words.WEEKS_OF_MONTH]
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

_HOLIDAYS = [name.replace("'", mark) for name in words.HOLIDAYS for mark in "'’"]

_RULES = (
    _rule(
        rf"{p.WEEKDAY_BEFORE}{p.DIRECTION}{p.MONTH}[ ]?{p.DAY}(?:,?[ ]{p.YEAR})?",
        meanings.read_day,
        (*_WEEKDAYS, *words.DIRECTIONS, *_MONTHS),
    ),
    _rule(
        rf"{p.WEEKDAY_BEFORE}(?:\bthe[ ])?{p.DAY_THEN_MONTH}(?:,?[ ]{p.YEAR})?",
        meanings.read_day,
        (*_WEEKDAYS, "the #", *_DAY_FIGURES),
    ),
    _rule(
        rf"{p.VAGUE}{p.END_OR_WEEK}{p.DIRECTION}{p.MONTH}(?:(?:[ ]of|,)?[ ]{p.YEAR})?",
        meanings.read_month,
        (*words.VAGUE, _THE_END, *_WEEKS, *words.DIRECTIONS, *_MONTHS),
    ),
    _rule(rf"{p.VAGUE}{p.END}{p.FIGURES}", meanings.read_year, (*words.VAGUE, _THE_END, FIGURE)),
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
    _rule(p.WEEKEND, weeks.read_weekend, [f"{word} weekend" for word in words.WEEKENDS]),
    _rule(
        rf"\b(?:the[ ])?week[ ](?:of|beginning|starting)[ ]{p.MONTH}[ ]?{p.DAY}(?:,?[ ]{p.YEAR})?",
        weeks.read_week_of,
        tuple(f"{the}week {word}" for the in ("", "the ") for word in ("of", "beginning", "starting")),
    ),
    _rule(
        p.WEEKS_FROM, weeks.read_weeks_from, [f"{count} week{s}" for count in words.COUNTED_WEEKS for s in ("", "s")]
    ),
    _rule(p.DAY_OF_MONTH, meanings.read_day_of_month, ("the #", *_FIGURES_ORDINAL)),
    _rule(
        rf"\bFY[ ]?{p.YEAR_FIGURES}",
        lambda match: CalendarDate(Counted(int(match["year"])), part="vague"),
        ("fy#", "fy #"),
    ),
    _rule(rf"{p.VAGUE}{p.END}{p.COUNTED}", meanings.read_counted, (*words.VAGUE, _THE_END, *words.SHIFTS)),
    _rule(
        p.BUT_ONE, meanings.read_but_one, [f"the {unit} {side}" for unit in words.UNITS for side in ("before", "after")]
    ),
    _rule(
        p.WEEKDAY,
        weeks.read_weekday,
        (*words.DIRECTIONS, "coming", "upcoming", *words.ENGLISH_WEEKDAYS),
        p.NOT_WEEKDAY_AFTER,
    ),
    _rule(p.NTH_WEEKDAY, meanings.read_nth_weekday, (*_NTH, *(f"the {word}" for word in _NTH))),
    _rule(p.HALF, meanings.read_half, ("the first", "the second", "the #", "first", "second", "#st", "#nd")),
    _rule(p.HALF_CODE, meanings.read_half, ("h#",)),
    _rule(p.QUARTER, meanings.read_quarter, (*_ORDINALS, *(f"the {word}" for word in _ORDINALS), "q#", "#q")),
    _rule(rf"{p.DIRECTION}{p.SEASON}", meanings.read_season, (*words.DIRECTIONS, *words.SEASONS)),
    _rule(
        p.HOLIDAY,
        meanings.read_holiday,
        (
            *(f"# {name}" for name in _HOLIDAYS),
            "the eve",
            "eve",
            "the day",
            "day before",
            "day after",
            *words.SHIFTS,
            *words.DIRECTIONS,
            *_HOLIDAYS,
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
    _rule(p.AWAY, lengths.read_distance, (*(f"# {unit}" for unit in words.UNITS), *_COUNTED)),
    _rule(p.AHEAD, lengths.read_distance, ("in #", *(f"in {number}" for number in words.NUMERALS)), p.RECORD),
    _rule(rf"(?<=[ ]){p.LISTED_DAY}", meanings.read_listed_day, (FIGURE,)),
    _rule(rf"(?:(?<=\bon[ ])|(?<=\bfrom[ ])){p.DAY_ALONE}", lengths.read_day_alone, ("the #",)),
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
        meanings.read_end_of_range,
        (FIGURE,),
    ),
    _rule(p.END_OF_RANGE_YEAR, meanings.read_last_year, (FIGURE,)),
)

ENGLISH = Grammar(
    rules=RuleIndex(_RULES, ignore_case=True),
    tails=RuleIndex(_TAILS),
    joiner=re.compile(r"[ ]?[-–—~][ ]?|,?[ ](?:to|through|until|till|thru)[ ]", re.IGNORECASE),
    closer=re.compile(""),
    pair=(
        re.compile(r"(?<!difference[ ])(?<!comparison[ ])(?<!gap[ ])\bbetween[ ]$", re.I),
        re.compile(r",?[ ]and[ ]", re.I),
    ),
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
    lengths=LengthWords(p.LENGTH_BEHIND, lengths.read_length, p.LENGTH_OPENING, p.LENGTH_BEFORE),
    weekdays={name[:3]: number for name, number in words.ENGLISH_WEEKDAYS.items()},
)
