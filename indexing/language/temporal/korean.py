"""The grammar of Korean temporal expressions: the rules as a table."""

import re
from collections.abc import Callable, Iterable

from indexing.language.temporal import korean_meanings as meanings
from indexing.language.temporal import korean_patterns as p
from indexing.language.temporal import korean_words as words
from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.clocks import KOREAN_CLOCK
from indexing.language.temporal.grammar import Grammar
from indexing.language.temporal.lengths import LengthWords
from indexing.language.temporal.periods import Decade, Quarter, Weekday, Weekend
from indexing.language.temporal.rules import Rule, RuleIndex
from indexing.language.temporal.scene import Meaning
from indexing.language.temporal.shifts import DayFromAnchor
from indexing.language.temporal.times import KOREAN_TIME


def _rule(
    pattern: str,
    read: Callable[[re.Match[str]], Meaning | None],
    openings: Iterable[str],
    not_after: re.Pattern[str] = p.RECURRING,
) -> Rule:
    return Rule(re.compile(pattern), read, tuple(openings), not_after)


_OPEN = [f"#{dash}" for dash in "~∼～〜-–—"]
_LISTED = ("#,", "#·", "#ㆍ")
_YEAR = ("#년", *_OPEN, "'#", "’#", "‘#", *words.YEARS, "올", "새해")
_BEFORE = (*words.DIRECTIONS, *_YEAR)
_NUMERALS = (f"{numeral} {unit}" for numeral in words.NUMERALS for unit in words.UNITS)

_RULES = (
    _rule(
        rf"{p.BEFORE}{p.MONTH}(?!의{p.S}소녀)(?:{p.S}(?:{p.DAY}|{p.PART}))?",
        meanings.read_month,
        (*_BEFORE, "#월", *_LISTED, *words.MONTHS),
        p.SENTENCED,
    ),
    _rule(
        rf"{p.BEFORE}{p.MONTH}의?{p.S}{p.NTH_WEEKDAY}",
        meanings.read_nth_weekday,
        (*_BEFORE, "#월", *words.MONTHS),
    ),
    _rule(
        rf"(?:{p.DIRECTION}|(?<![가-힣])){p.DAY}(?(direction)|{p.NOT_BARE_DAYS})",
        meanings.read_day,
        (*words.DIRECTIONS, "#일", *_OPEN, *_LISTED),
        p.COUNTED,
    ),
    _rule(rf"(?:{p.DIRECTION})?{p.YEAR}(?:{p.S}{p.PART})?", meanings.read_year, (*_BEFORE, "#시")),
    _rule(
        rf"{p.BEFORE}(?:(?<![가-힣])|(?<=올)|(?<=지난))(?P<edge>[연월][말초]){p.AFTER_WORD}",
        meanings.read_edge,
        (*_BEFORE, "연말", "연초", "월말", "월초"),
    ),
    _rule(
        rf"{p.BEFORE}{p.PART_OF_YEAR}",
        meanings.read_part_of_year,
        (*_BEFORE, "상반기", "하반기", "#분기", "#·4", "#/4", *words.SEASONS),
    ),
    _rule(
        rf"(?!3[·ㆍ.]1절){p.BEFORE}(?:(?<![가-힣])|(?<=[올난])){p.HOLIDAY}",
        meanings.read_holiday,
        (*_BEFORE, *words.HOLIDAYS),
    ),
    _rule(rf"(?=3[·ㆍ.]1절){p.BEFORE}{p.HOLIDAY}", meanings.read_holiday, ("#·", "#ㆍ", "#.")),
    _rule(
        rf"{p.WORD}(?P<week>{p.WEEKS.pattern})"
        rf"(?:{p.S}(?P<weekday>[월화수목금토일])요일|[ ]?(?P<weekend>말){p.AFTER_WORD}|{p.AFTER_WEEK})",
        meanings.read_week,
        words.WEEKS,
    ),
    _rule(
        rf"{p.WORD}(?P<direction>{p.WEEKDAY_DIRECTIONS.pattern}|이번){p.S}(?P<weekday>[월화수목금토일])요일",
        meanings.read_weekday,
        (*words.WEEKDAY_DIRECTIONS, "이번"),
    ),
    _rule(p.WEEKEND, lambda match: Weekend(), ("주말",)),
    _rule(
        rf"{p.WORD}(?P<word>{p.QUARTERS.pattern})",
        lambda match: Quarter(p.QUARTERS[match["word"]]),
        words.QUARTERS,
    ),
    _rule(
        rf"{p.WORD}(?P<word>{p.DAYS.pattern}){p.NOT_LONGER_WORD}",
        lambda match: DayFromAnchor(p.DAYS[match["word"]]),
        words.DAYS_FROM_ANCHOR,
    ),
    _rule(
        rf"{p.TOLD_DAY}(?P<word>{p.TOLD_DAYS.pattern})(?!치|권|{p.S}(?:여행|배송))",
        meanings.read_told_day,
        words.DAYS_FROM_TEXT,
    ),
    _rule(
        p.DISTANCE,
        meanings.read_distance,
        (*(f"# {unit}" for unit in words.UNITS), *_NUMERALS, *words.NATIVE_DAYS, "반년"),
    ),
    _rule(rf"{p.NUMBER}(?P<decade>[12]\d{{2}}0)년대", lambda match: Decade(int(match["decade"])), ("#년대",)),
    _rule(rf"{p.NUMBER}(?P<decade>[3-9]0)년대", lambda match: Decade(1900 + int(match["decade"])), ("#년대",)),
)

_TAILS = (
    _rule(
        rf"{p.WORD}(?P<weekday>[월화수목금토일])요일",
        lambda match: Weekday(words.KOREAN_WEEKDAYS[match["weekday"]]),
        words.KOREAN_WEEKDAYS,
    ),
    _rule(rf"{p.WORD}{p.PART}", lambda match: CalendarDate(part=p.PARTS[match["part"]]), words.PARTS),
)

LENGTHS = LengthWords(re.compile(p.LENGTH_BEHIND), meanings.read_length)
"""Behind dates in figures, too."""

KOREAN = Grammar(
    rules=RuleIndex(_RULES, inside=p.INSIDE),
    tails=RuleIndex(_TAILS),
    joiner=re.compile(rf"{p.S}(?:(?:부터|에서){p.S}[~∼～]?|[~∼～〜\-–—]){p.S}{p.APPOSED_HOLIDAY}"),
    closer=re.compile(rf"(?:{p.S}까지)?"),
    trail=re.compile(
        rf"(?P<note>(?:{p.S}\((?P<weekday>[월화수목금토일])(?:요일)?\)|{p.S}(?P<weekday_>[월화수목금토일])요일)?"
        rf"(?:{p.S}\((?:이하[ ]?)?{KOREAN_CLOCK}(?:[ ]?기준)?\))?)(?:{p.S}(?:,{p.S})?{KOREAN_TIME})?"
    ),
    until=re.compile(rf"(?:{p.S}부터{p.S}|{p.DASH}){KOREAN_TIME}(?:{p.S}까지)?"),
    lengths=LENGTHS,
    weekdays=words.KOREAN_WEEKDAYS,
)
