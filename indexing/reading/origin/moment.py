"""Dates and times as they are written in articles and metadata -> ``date`` or ``datetime``.

A moment keeps the clock of whoever wrote it: nothing is converted to UTC, a zone is kept only where it is written. What
states only a day becomes a ``date``, what states a time a ``datetime``. UTC itself is the clock of systems, not of
outlets; `on_korean_clock` and `on_clock_shown` turn it into the outlet's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TypeGuard

Moment = date | datetime

MAX_TEXT = 140
"""Characters of the longest text that is searched for a date."""


KST = timezone(timedelta(hours=9))
"""The clock of Korea."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character, time included.
        moment: the date, or the time where one is stated.
        short_year: whether the year has two digits, so that it may not be a date at all.
    """

    start: int
    end: int
    moment: Moment
    short_year: bool


_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_DAY_PATTERNS = (
    r"(?P<y>(?:19|20)\d\d)\s?(?:[.\-/]|년|年)\s?(?P<m>\d{1,2})\s?(?:[.\-/]|월|月)\s?(?P<d>\d{1,2})(?!\d)\s?[.일日]?",
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=T?\d{4,6}(?!\d)|(?!\d))",
    rf"\b(?P<mon>{_MONTH})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<y>(?:19|20)\d\d)",
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?P<mon>{_MONTH})\.?,?\s(?P<y>(?:19|20)\d\d)",
    r"(?<!\d)(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<!\d)(?P<y2>\d\d)\.\s?(?P<m>[01]?\d)\.\s?(?P<d>[0-3]?\d)\.?(?=\s|$)(?!\.?\s*장)",  # only believed with a label
    r"(?<![\d-])(?P<y2>\d\d)-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?=\s|$)",  # the same, as boards have it
)
_DAYS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DAY_PATTERNS)
_TIME = re.compile(
    r"(?:[\s,T·|]{0,3}|\s[-–]\s|\s?\((?=\d{1,2}:\d\d(?::\d\d)?\)))(?:[(\[]?(?:[월화수목금토일](?:요일)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)[)\]]?[\s,]{0,2})?(?:at\s)?"
    r"(?P<half>오전|오후|AM\s|PM\s)?\s?(?P<hour>\d{1,2})(?:\s?[:：]\s?|\s?시\s?|(?=\d{4}))(?P<minute>\d{2})?\s?분?"
    r"(?:[:：]?(?P<second>\d{2})(?:[.,]\d{1,9})?)?\s?(?P<half2>[ap]\.?m\.?)?\s?(?P<zone>Z\b|KST|(?:GMT|UTC)?[+-]\d\d:?\d\d|(?:GMT|UTC)(?:[+-]\d{1,2})?\b)?",
    re.IGNORECASE,
)
# "09:12 April 08, 2025": an agency's clock stands before the day.
_TIME_BEFORE = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})\s?(?P<half>[ap]\.?m\.?)?[\s,|·]{1,3}$", re.IGNORECASE
)


# A date in digits alone, with the fraction that a table gives a column of numbers; a text that counts from 1970.
_DIGITS = re.compile(r"((?:19|20)\d{6}(?:\d{4}(?:\d\d)?)?|20\d{8})(?:\.0*)?")
_DIGIT_FORMS = {8: "%Y%m%d", 10: "%Y%m%d%H", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
_SINCE_1970 = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{0,9})?")

MAX_NUMBER = 1e15
"""Numbers from here on are no dates; JSON has such that no ``float`` holds."""


def parse_moment(value: object) -> Moment | None:
    """A date from a field of metadata: ISO 8601, RFC 2822, as in a dateline, or a number.

    A number is a date in digits alone (20250121), also with hour, minute and second, else seconds or milliseconds
    since 1970; it may stand as text.

    Returns:
        None where the value is no date.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_digits(str(value)) or _from_epoch(float(value)) if 0 < value < MAX_NUMBER else None
    if not isinstance(value, str) or not 6 <= len(text := value.strip()) <= MAX_TEXT:
        return None
    if numeric := _from_digits(text) or (_from_epoch(float(text)) if _SINCE_1970.fullmatch(text) else None):
        return numeric
    written = (found.moment for found in written_dates(text) if not found.short_year)
    return _from_iso(text) or next(written, None) or _from_mail(text)


def _from_digits(text: str) -> Moment | None:
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    digits = match[1]
    try:
        moment = datetime.strptime(digits, _DIGIT_FORMS[len(digits)])
    except ValueError:  # no calendar or clock has it
        return None
    return moment if len(digits) > 8 else moment.date()


def _from_epoch(number: float) -> datetime | None:
    seconds = number / 1000 if number > 1e11 else number
    # 1990 to 2100: anything else is a row number or an identifier, not a time.
    return datetime.fromtimestamp(seconds, UTC) if 631_152_000 <= seconds < 4_102_444_800 else None


def _from_iso(text: str) -> Moment | None:
    if not re.match(r"(?:19|20)\d\d-\d\d-\d\d", text):
        return None
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _from_mail(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if 1900 <= moment.year < 2100 else None


def written_dates(line: str) -> Iterator[WrittenDate]:
    """The dates in a line, left to right; days that no calendar has are passed over."""
    position = 0
    while True:
        matches = [match for pattern in _DAYS if (match := pattern.search(line, position))]
        if not matches:
            return
        match = min(matches, key=lambda found: (found.start(), -found.end()))
        position = match.end()
        day = _day(match)
        if day is None:
            continue
        start = match.start()
        moment, position = _with_time(day, line, match.end())
        if not isinstance(moment, datetime):
            moment, start = _with_time_before(day, line, start)
        yield WrittenDate(start, position, moment, match.groupdict().get("y2") is not None)


def _day(match: re.Match[str]) -> date | None:
    group = match.groupdict()
    year = int(group["y"]) if group.get("y") else 2000 + int(group["y2"])
    month = int(group["m"]) if group.get("m") else _MONTHS[group["mon"].lower()]
    try:
        return date(year, month, int(group["d"]))
    except ValueError:
        return None


def _with_time(day: date, line: str, end: int) -> tuple[Moment, int]:
    match = _TIME.match(line, end)
    if match is None or (match["minute"] is None and "시" not in match.group()):
        return day, end
    hour = _hour(match["hour"], match["half"] or match["half2"])
    try:
        moment = datetime(
            day.year,
            day.month,
            day.day,
            hour,
            int(match["minute"] or 0),
            int(match["second"] or 0),
            tzinfo=_zone(match["zone"]),
        )
    except ValueError:
        return day, end
    return moment, match.end()


def _with_time_before(day: date, line: str, start: int) -> tuple[Moment, int]:
    """The day with the time of an English line just before it, and where the two begin."""
    match = _TIME_BEFORE.search(line, max(0, start - 14), start) if line[start : start + 1].isalpha() else None
    if match is None:
        return day, start
    try:
        return datetime(
            day.year, day.month, day.day, _hour(match["hour"], match["half"]), int(match["minute"])
        ), match.start()
    except ValueError:
        return day, start


def _hour(stated: str, half: str | None) -> int:
    """The hour of the day that a clock of twelve hours shows, or one of 24."""
    hour, half = int(stated), (half or "").strip().lower().replace(".", "")
    if half in ("오후", "pm") and hour < 12:
        return hour + 12
    return 0 if half in ("오전", "am") and hour == 12 else hour


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text.upper() == "KST":
        return KST
    offset = re.sub("[A-Za-z:]", "", text)  # "GMT+0900", "UTC+9", "+09:00"; nothing is left of "Z" and "GMT"
    if not offset:
        return UTC
    hours, minutes = (int(offset[1:-2]), int(offset[-2:])) if len(offset) > 3 else (int(offset[1:]), 0)
    return timezone((-1 if offset[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def on_korean_clock(moment: Moment | None) -> Moment | None:
    """What is stated in UTC as Korea's clocks showed it, so that its day is the day that the article calls today."""
    return moment.astimezone(KST) if _is_utc(moment) else moment


def on_clock_shown(stated: Moment | None, shown: Moment | None) -> Moment | None:
    """The stated moment, in the zone of the one that a page shows to its readers where both tell the same time.

    Some systems state their own clock with a "Z" behind it.
    """
    if not _is_utc(stated) or not isinstance(shown, datetime):
        return stated
    local = stated.replace(tzinfo=shown.tzinfo)
    return local if local.replace(second=0, microsecond=0) == shown.replace(second=0) else stated


def _is_utc(moment: Moment | None) -> TypeGuard[datetime]:
    return isinstance(moment, datetime) and moment.utcoffset() == timedelta()
