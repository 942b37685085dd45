"""What each pattern of Korean temporal expressions means: a match in, its meaning out."""

import re

from indexing.language.temporal import korean_patterns as p
from indexing.language.temporal import korean_words as words
from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.holidays import Holiday
from indexing.language.temporal.intervals import full_year
from indexing.language.temporal.lengths import Length
from indexing.language.temporal.nth_weekdays import NthWeekday
from indexing.language.temporal.periods import PartOfYear, Week, Weekday
from indexing.language.temporal.scene import Counted, Meaning
from indexing.language.temporal.shifts import DayFromText, Distance

CLAUSE_LENGTH = 100
"""Characters behind a day in which the verb that it belongs to is looked for."""

SENTENCE_LENGTH = 400
"""The same behind "이날", which long quotations follow."""


def _year(match: re.Match[str]) -> Counted | None:
    groups = match.groupdict()
    if groups["year"]:
        return Counted(int(groups["year"]))
    if groups["short_year"]:
        return Counted(full_year(int(groups["short_year"])))
    if groups["new_year"]:
        return Counted(0, "new year")
    if groups["this_year"]:
        return Counted(0, "anchor")
    return Counted(*p.YEARS[groups["year_word"]]) if groups["year_word"] else None


def _month(match: re.Match[str]) -> Counted:
    word = match["month_word"]
    return Counted(*p.MONTHS[word]) if word else Counted(int(match["month"]))


def _direction(match: re.Match[str]) -> int:
    return p.DIRECTIONS[match["direction"]] if match["direction"] else 0


def _behind(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + CLAUSE_LENGTH]


def read_month(match: re.Match[str]) -> Meaning:
    """For "9월 29일", "내달 초"."""
    day = int(match["day"]) if match["day"] else None
    part = p.PARTS[match["part"]] if match["part"] else None
    return CalendarDate(_year(match), _month(match), day, _direction(match), part, _behind(match))


def read_nth_weekday(match: re.Match[str]) -> Meaning:
    """For "다음 달 첫째 주 토요일"."""
    weekday = words.KOREAN_WEEKDAYS[match["weekday"]]
    day = NthWeekday(p.NTH[match["nth"]], weekday, of_week=bool(match["of_week"]))
    return CalendarDate(_year(match), _month(match), day, _direction(match))


def read_day(match: re.Match[str]) -> Meaning:
    """For "29일", "오는 29일"."""
    return CalendarDate(day=int(match["day"]), direction=_direction(match), behind=_behind(match))


def read_year(match: re.Match[str]) -> Meaning:
    """For "2025년", "올해 말"."""
    if match["part"] == "말":
        return CalendarDate(_year(match), Counted(12), part="vague")
    return CalendarDate(_year(match), part="vague" if match["part"] else None)


def read_edge(match: re.Match[str]) -> Meaning:
    """For "연말", "월초"."""
    if match["edge"] in ("월말", "월초"):
        return CalendarDate(month=Counted(0, "anchor"), part="vague")
    month = Counted(12 if match["edge"] == "연말" else 1)
    year = _year(match)
    if year is None and not match["direction"]:
        year = Counted(0, "anchor")
    return CalendarDate(year, month, direction=_direction(match), part="vague")


def read_part_of_year(match: re.Match[str]) -> Meaning | None:
    """For "하반기", "3분기", "올여름"; none of a season without year or direction."""
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


def read_holiday(match: re.Match[str]) -> Meaning | None:
    """For "추석", "광복절 전날", "설 연휴"; none where the date follows ("한글날인 9일")."""
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


def read_week(match: re.Match[str]) -> Meaning:
    """For "지난주", "다음 주 월요일", "이번 주말"."""
    shift = p.WEEKS[match["week"]]
    if match["weekday"]:
        return Weekday(words.KOREAN_WEEKDAYS[match["weekday"]], week=shift)
    return Week(shift, weekend=bool(match["weekend"]))


def read_weekday(match: re.Match[str]) -> Meaning:
    """For "오는 토요일"."""
    weekday = words.KOREAN_WEEKDAYS[match["weekday"]]
    if match["direction"] == "이번":
        return Weekday(weekday, week=0)
    return Weekday(weekday, direction=p.WEEKDAY_DIRECTIONS[match["direction"]])


def read_told_day(match: re.Match[str]) -> Meaning:
    """For "이날", "이튿날"."""
    shift, needs_day = p.TOLD_DAYS[match["word"]]
    return DayFromText(shift, needs_day, match.string[match.end() : match.end() + SENTENCE_LENGTH])


def read_distance(match: re.Match[str]) -> Meaning:
    """For "사흘 뒤", "2주 전"."""
    past = match["side"] == "전"
    way = -1 if past else 1
    if match["native"]:
        days = p.NATIVE_DAYS[match["native"]]
        return Distance(way * days, "day", from_text=not past, ambiguous=match["native"] == "보름")
    if match["half_year"]:
        return Distance(way * 6, "month", from_text=not past)
    return Distance(way * _count(match), p.UNITS[match["unit"] or match["unit_"]], from_text=not past)


def read_length(match: re.Match[str]) -> Length:
    """For "부터 사흘간", "부터 2주 동안"."""
    if match["native"]:
        return Length(p.NATIVE_DAYS[match["native"]], "day", ambiguous=match["native"] == "보름")
    if match["half_year"]:
        return Length(6, "month", ambiguous=True)
    unit = p.UNITS[match["unit"] or match["unit_"]]
    return Length(_count(match), unit, ambiguous=unit in ("month", "year"))


def _count(match: re.Match[str]) -> int:
    return int(match["count"]) if match["count"] else p.NUMERALS[match["numeral"]]
