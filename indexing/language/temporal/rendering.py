"""ISO dates and intervals for readers: "29 September – 1 October 2025", "2025년 9월 29일부터 10월 1일까지"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from indexing.language.temporal.english_words import MONTHS
from indexing.language.temporal.expression import TemporalExpression

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DAY = re.compile(
    r"\d\s?일(?!간|째)|\b(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)\b|\b[A-Z][a-z]{2,8}\.?\s\d{1,2}(?!\d)|(?<!\d)\d{1,2}\s[A-Z][a-z]{2}"
    r"|\d[./-]\s?\d{1,2}[./-]\s?\d"
)
MONTH_NAMES = tuple(map(str.capitalize, MONTHS))


@dataclass(frozen=True, slots=True)
class _Value:
    """A year, a month of it, a day of that."""

    year: int
    month: int | None = None
    day: int | None = None


def states_days(text: str) -> bool:
    """Whether the words of an expression name days: "7월 1일부터 31일까지" and "1–31 July", but not "7월 한 달간"."""
    return _DAY.search(text) is not None


def english_date(value: TemporalExpression | str, *, to_the_day: bool = False) -> str:
    """A date or interval in English: "29 September 2025", "September 2025", "3–5 May 2025", "2022–2026".

    Args:
        value: an expression, or what its ``iso`` gives: a day, month or year, or two of them with "/" between.
        to_the_day: whether days that are whole months stay days: "1–31 July 2025".

    Raises:
        ValueError: the text is no such ISO value.
    """
    start, end = _ends(value, to_the_day)
    if end is None:
        return _english(start)
    if start.month is None:
        return f"{start.year}–{end.year}"
    if start.day is not None and (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_english(end)}"
    opening = _english(start)
    if start.year == end.year:
        opening = opening.removesuffix(f" {start.year}")
    return f"{opening} – {_english(end)}"


def korean_date(value: TemporalExpression | str, *, to_the_day: bool = False) -> str:
    """A date or interval in Korean: "2025년 9월 29일", "2025년 9월", "2025년 9월 29일부터 10월 1일까지".

    Args:
        value: as for ``english_date``.
        to_the_day: as for ``english_date``.

    Raises:
        ValueError: the text is no such ISO value.
    """
    start, end = _ends(value, to_the_day)
    if end is None:
        return _korean(start)
    closing = _korean(end)
    if start.month is not None and start.year == end.year:
        closing = closing.removeprefix(f"{end.year}년 ")
        if start.day is not None and start.month == end.month:
            closing = closing.removeprefix(f"{end.month}월 ")
    return f"{_korean(start)}부터 {closing}까지"


def korean_time(clock: str) -> str:
    """A time of day in Korean: "15:30" -> "오후 3시 30분", "12:00" -> "정오", "24:00" -> "밤 12시".

    Args:
        clock: hours from 0 to 24 and minutes with ":" between.
    """
    hours, minutes = map(int, clock.split(":"))
    if hours == 12:
        return f"낮 12시 {minutes}분" if minutes else "정오"
    if hours == 24:
        return "밤 12시"
    half = "오전" if hours % 24 < 12 else "오후"
    return f"{half} {hours % 24 % 12}시" + (f" {minutes}분" if minutes else "")


def korean_moment(value: str, time: str | None, until: str | None = None) -> str:
    """A day with its time, or a period with both: "2024년 1월 18일 오후 10시부터 19일 오전 5시까지".

    Args:
        value: a day, or an interval of days, as for ``english_date``.
        time: of the day, or at which the interval begins; None where only its end is told to the hour.
        until: at which it ends; an interval without it is written without ``time``.

    Raises:
        ValueError: as for ``english_date``.
    """
    day = korean_date(value)
    if "/" not in value:
        return (
            day if time is None else f"{day} {korean_time(time)}" + (f"부터 {korean_time(until)}까지" if until else "")
        )
    if until is None:
        return day
    opens = day.replace("일부터", f"일 {korean_time(time)}부터") if time else day
    return opens.replace("일까지", f"일 {korean_time(until)}까지")


def english_moment(value: str, time: str | None, until: str | None = None) -> str:
    """The same in English: "18 January 2024, 22:00 – 19 January 2024, 05:00", "20 March 2025, 09:00–18:00"."""
    if "/" not in value:
        return (
            english_date(value) if time is None else f"{english_date(value)}, {time}" + (f"–{until}" if until else "")
        )
    if until is None:
        return english_date(value)
    first, last = value.split("/")
    opens = f"{english_date(first)}, {time}" if time else english_date(first)
    return f"{opens} – {english_date(last)}, {until}"


def _ends(value: TemporalExpression | str, to_the_day: bool) -> tuple[_Value, _Value | None]:
    iso = value if isinstance(value, str) else value.iso
    first, slash, last = iso.partition("/")
    start = _parsed(first, iso)
    return _joined(start, _parsed(last, iso), to_the_day) if slash else (start, None)


def _parsed(part: str, iso: str) -> _Value:
    match = _ISO.fullmatch(part)
    if match is None:
        raise ValueError(
            f"{iso!r} is no ISO date or interval; write 2025-09-29, 2025-09, 2025, or two of them joined by '/'."
        )
    year, month, day = (int(group) if group else None for group in match.groups())
    date(year or 0, month or 1, day or 1)
    return _Value(year or 0, month, day)


def _joined(start: _Value, end: _Value, to_the_day: bool) -> tuple[_Value, _Value | None]:
    """Days that are whole months or years become those: readers think of "2022–2026", not of New Year's Day."""
    if (start.month is None) != (end.month is None) or (start.day is None) != (end.day is None):
        raise ValueError(f"The ends of an interval are of one kind, not {start} and {end}; write both as days.")
    if not to_the_day and start.day == 1 and end.day is not None and _is_last_of_month(end):
        start, end = _Value(start.year, start.month), _Value(end.year, end.month)
    if start.day is None and start.month == 1 and end.month == 12:
        start, end = _Value(start.year), _Value(end.year)
    return start, None if start == end else end


def _is_last_of_month(value: _Value) -> bool:
    day = date(value.year, value.month or 1, value.day or 1)
    return day == date.max or (day + timedelta(days=1)).day == 1


def _english(value: _Value) -> str:
    month = "" if value.month is None else f"{MONTH_NAMES[value.month - 1]} "
    day = "" if value.day is None else f"{value.day} "
    return f"{day}{month}{value.year}"


def _korean(value: _Value) -> str:
    month = "" if value.month is None else f" {value.month}월"
    day = "" if value.day is None else f" {value.day}일"
    return f"{value.year}년{month}{day}"
