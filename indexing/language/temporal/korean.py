"""The grammar of Korean temporal expressions: what each pattern means, and the rules as a table."""

import re
from collections.abc import Callable, Iterable

from indexing.language.temporal import korean_patterns as p
from indexing.language.temporal import korean_words as words
from indexing.language.temporal.calendar_dates import CalendarDate, NthWeekday
from indexing.language.temporal.grammar import Grammar
from indexing.language.temporal.holidays import Holiday
from indexing.language.temporal.intervals import full_year
from indexing.language.temporal.periods import Decade, PartOfYear, Quarter, Week, Weekday, Weekend
from indexing.language.temporal.rules import Rule, RuleIndex
from indexing.language.temporal.scene import Counted, Meaning
from indexing.language.temporal.shifts import DayFromAnchor, DayFromText, Distance
from indexing.language.temporal.times import KOREAN_TIME


def _year(match: re.Match[str]) -> Counted | None:
    groups = match.groupdict()
    if groups["year"]:
        return Counted(int(groups["year"]))
    if groups["short_year"]:
        return Counted(full_year(int(groups["short_year"])))
    if groups["this_year"]:
        return Counted(0, "anchor")
    return Counted(*p.YEARS[groups["year_word"]]) if groups["year_word"] else None


def _month(match: re.Match[str]) -> Counted:
    word = match["month_word"]
    return Counted(*p.MONTHS[word]) if word else Counted(int(match["month"]))


def _direction(match: re.Match[str]) -> int:
    return p.DIRECTIONS[match["direction"]] if match["direction"] else 0


def _read_month(match: re.Match[str]) -> Meaning:
    day = int(match["day"]) if match["day"] else None
    part = p.PARTS[match["part"]] if match["part"] else None
    return CalendarDate(_year(match), _month(match), day, _direction(match), part)


def _read_nth_weekday(match: re.Match[str]) -> Meaning:
    weekday = words.KOREAN_WEEKDAYS[match["weekday"]]
    day = NthWeekday(p.NTH[match["nth"]], weekday, of_week=bool(match["of_week"]))
    return CalendarDate(_year(match), _month(match), day, _direction(match))


def _read_day(match: re.Match[str]) -> Meaning:
    return CalendarDate(day=int(match["day"]), direction=_direction(match))


def _read_year(match: re.Match[str]) -> Meaning:
    if match["part"] == "말":
        return CalendarDate(_year(match), Counted(12), part="vague")
    return CalendarDate(_year(match), part="vague" if match["part"] else None)


def _read_edge(match: re.Match[str]) -> Meaning:
    if match["edge"] in ("월말", "월초"):
        return CalendarDate(month=Counted(0, "anchor"), part="vague")
    month = Counted(12 if match["edge"] == "연말" else 1)
    year = _year(match)
    if year is None and not match["direction"]:
        year = Counted(0, "anchor")
    return CalendarDate(year, month, direction=_direction(match), part="vague")


def _read_part_of_year(match: re.Match[str]) -> Meaning | None:
    year, direction = _year(match), _direction(match)
    if match["half"]:
        return PartOfYear("half", "1" if match["half"] == "상" else "2", year, direction)
    if match["quarter"]:
        return PartOfYear("quarter", match["quarter"], year, direction)
    if year is None and not match["direction"]:
        return None
    if match["this_year"] and match["season"] == "겨울":
        year = None  # it may have begun last December
    return PartOfYear("season", words.SEASONS[match["season"]], year, direction)


def _read_holiday(match: re.Match[str]) -> Meaning | None:
    if match["bare"] and _year(match) is None and not match["direction"] and not match["beside"]:
        return None
    year, direction = _year(match), _direction(match)
    undated = year is None and not match["direction"]
    if undated and p.IS_APPOSED.match(match.string, match.end()):
        return None
    name = "independence movement day" if match["march"] else p.HOLIDAYS[_word(match, "name", "seasonal", "bare")]
    beside = {None: 0, "전날": -1}.get(match["beside"], 1)
    names_day = match["days_off"] or beside or p.OF_HOLIDAY.match(match.string, match.end()) is None
    return Holiday(name, year, direction, bool(match["days_off"]), beside, aside=undated and not names_day)


def _word(match: re.Match[str], *groups: str) -> str:
    return next(match[group] for group in groups if match[group])


def _read_week(match: re.Match[str]) -> Meaning:
    shift = p.WEEKS[match["week"]]
    if match["weekday"]:
        return Weekday(words.KOREAN_WEEKDAYS[match["weekday"]], week=shift)
    return Week(shift, weekend=bool(match["weekend"]))


def _read_weekday(match: re.Match[str]) -> Meaning:
    weekday = words.KOREAN_WEEKDAYS[match["weekday"]]
    if match["direction"] == "이번":
        return Weekday(weekday, week=0)
    return Weekday(weekday, direction=p.WEEKDAY_DIRECTIONS[match["direction"]])


def _read_told_day(match: re.Match[str]) -> Meaning:
    shift, needs_day = p.TOLD_DAYS[match["word"]]
    return DayFromText(shift, needs_day, shift == 0 and p.TELLING.match(match.string, match.end()) is not None)


def _read_distance(match: re.Match[str]) -> Meaning:
    past = match["side"] == "전"
    way = -1 if past else 1
    if match["native"]:
        days = p.NATIVE_DAYS[match["native"]]
        return Distance(way * days, "day", from_text=not past, ambiguous=match["native"] == "보름")
    if match["half_year"]:
        return Distance(way * 6, "month", from_text=not past)
    count = int(match["count"]) if match["count"] else p.NUMERALS[match["numeral"]]
    return Distance(way * count, p.UNITS[match["unit"] or match["unit_"]], from_text=not past)


def _rule(
    pattern: str,
    read: Callable[[re.Match[str]], Meaning | None],
    openings: Iterable[str],
    not_after: re.Pattern[str] = p.RECURRING,
) -> Rule:
    return Rule(re.compile(pattern), read, tuple(openings), not_after)


_OPEN = [f"#{dash}" for dash in "~∼～〜-–—"]
_LISTED = ("#,", "#·", "#ㆍ")
_YEAR = ("#년", *_OPEN, "'#", "’#", "‘#", *words.YEARS, "올")
_BEFORE = (*words.DIRECTIONS, *_YEAR)
_NUMERALS = (f"{numeral} {unit}" for numeral in words.NUMERALS for unit in words.UNITS)

_RULES = (
    _rule(
        rf"{p.BEFORE}{p.MONTH}(?!의{p.S}소녀)(?:{p.S}(?:{p.DAY}|{p.PART}))?",
        _read_month,
        (*_BEFORE, "#월", *_LISTED, *words.MONTHS),
    ),
    _rule(
        rf"{p.BEFORE}{p.MONTH}의?{p.S}{p.NTH_WEEKDAY}",
        _read_nth_weekday,
        (*_BEFORE, "#월", *words.MONTHS),
    ),
    _rule(
        rf"(?:{p.DIRECTION}|(?<![가-힣])){p.DAY}(?(direction)|{p.NOT_BARE_DAYS})",
        _read_day,
        (*words.DIRECTIONS, "#일", *_OPEN, *_LISTED),
        p.COUNTED,
    ),
    _rule(rf"(?:{p.DIRECTION})?{p.YEAR}(?:{p.S}{p.PART})?", _read_year, _BEFORE),
    _rule(
        rf"{p.BEFORE}(?:(?<![가-힣])|(?<=올)|(?<=지난))(?P<edge>[연월][말초]){p.AFTER_WORD}",
        _read_edge,
        (*_BEFORE, "연말", "연초", "월말", "월초"),
    ),
    _rule(
        rf"{p.BEFORE}{p.PART_OF_YEAR}",
        _read_part_of_year,
        (*_BEFORE, "상반기", "하반기", "#분기", "#·4", "#/4", *words.SEASONS),
    ),
    _rule(
        rf"{p.BEFORE}(?:(?<![가-힣])|(?<=[올난])){p.HOLIDAY}",
        _read_holiday,
        (*_BEFORE, *words.HOLIDAYS, "#·", "#ㆍ", "#."),
    ),
    _rule(
        rf"{p.WORD}(?P<week>{p.WEEKS.pattern})"
        rf"(?:{p.S}(?P<weekday>[월화수목금토일])요일|[ ]?(?P<weekend>말){p.AFTER_WORD}|{p.AFTER_WEEK})",
        _read_week,
        words.WEEKS,
    ),
    _rule(
        rf"{p.WORD}(?P<direction>{p.WEEKDAY_DIRECTIONS.pattern}|이번){p.S}(?P<weekday>[월화수목금토일])요일",
        _read_weekday,
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
        _read_told_day,
        words.DAYS_FROM_TEXT,
    ),
    _rule(p.DISTANCE, _read_distance, (*(f"# {unit}" for unit in words.UNITS), *_NUMERALS, *words.NATIVE_DAYS, "반년")),
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

KOREAN = Grammar(
    rules=RuleIndex(_RULES, inside=p.INSIDE),
    tails=RuleIndex(_TAILS),
    joiner=re.compile(rf"{p.S}(?:(?:부터|에서){p.S}[~∼～]?|[~∼～〜\-–—]){p.S}{p.APPOSED_HOLIDAY}"),
    closer=re.compile(rf"(?:{p.S}까지)?"),
    trail=re.compile(
        rf"(?P<note>(?:{p.S}\((?P<weekday>[월화수목금토일])(?:요일)?\)|{p.S}(?P<weekday_>[월화수목금토일])요일)?"
        rf"(?:{p.S}\(현지{p.S}시[간각]\))?)(?:{p.S}(?:,{p.S})?{KOREAN_TIME})?"
    ),
    until=re.compile(rf"(?:{p.S}부터{p.S}|{p.DASH}){KOREAN_TIME}(?:{p.S}까지)?"),
    weekdays=words.KOREAN_WEEKDAYS,
)
