"""Times of a Korean article without a date, in English: what is plain without a year, "30 November (11월 30일)".

The year stays unsaid, since only the article's date would tell it.
"""

import re
from calendar import month_name
from typing import Final

from indexing.language.temporal.english_words import ENGLISH_WEEKDAYS

_DAY: Final = r"(?:\s?일|(?=\s?[~∼–-]\s?\d{1,2}\s?일))"
"""The unit of a day; the first of 22~23일 goes without."""
_WEEKDAY: Final = dict(zip("월화수목금토일", map(str.capitalize, ENGLISH_WEEKDAYS), strict=True))
_DAY_WORDS: Final = {"평일": "weekdays", "주말": "weekends", "매일": "daily", "공휴일": "public holidays"}
_LISTED: Final = r"\s?[~∼·,–-]\s?"
_WEEKDAYS: Final = (
    rf"(?<![가-힣\d])(?:매주\s)?[월화수목금토일](?:{_LISTED}[월화수목금토일](?![가-힣])){{0,5}}(?:{_LISTED}[월화수목금토일])?요일"
    rf"|(?<![가-힣])(?:{'|'.join(_DAY_WORDS)})"
)
_TIME: Final = re.compile(
    rf"(?:(?P<days>{_WEEKDAYS})"
    rf"|(?P<month>(?<!\d)1[0-2]|(?<!\d)0?[1-9])\s?월(?:\s?(?P<monthday>\d{{1,2}}){_DAY})?"
    rf"|(?P<day>(?<!\d)\d{{1,2}}){_DAY}"
    r"|(?:(?P<half>오전|오후|새벽|아침|낮|저녁|밤)\s?)?(?P<hour>(?<!\d)\d{1,2})(?:\s?시(?:\s?(?P<minute>\d{1,2})\s?분|(?P<past>\s?반))?"
    r"|:(?P<minutes>\d{2}))(?![가-힣]?간)"
    r"|(?P<noon>정오)|(?P<midnight>자정))"
)
_UNTIL: Final = re.compile(r"\s*(?:[~∼–-]|부터|에서)\s*(?:(?:이튿날|다음\s?날|익일)\s?)?")
_JOINING: Final = re.compile(r"이튿날|다음\s?날|익일|부터|까지|에서|에|과|와|[\s,·~∼–-]")
_LONGEST: Final = 80
_NOON: Final = 12
_SMALL_HOURS: Final = 5
"""밤 1시 is after midnight, 밤 10시 before it."""
_DAYS: Final = 31


def english_time(text: str) -> str | None:
    """A time in English with the Korean beside it, or None where a number of it cannot be told.

    Args:
        text: days, months and hours as they stand, single or from one to another; other words (첫날) stay Korean.
    """
    found = list(_TIME.finditer(text)) if len(text) <= _LONGEST else []
    if not is_time(text):  # the second Monday (둘째 주 월요일) is not every one
        found = [match for match in found if not match["days"]]
    plain: list[str | None] = []
    for match in found:
        plain.append(_plain(match) or (_later(text, found[len(plain) - 1], match, plain[-1]) if plain else None))
    rest = _TIME.sub("", text)
    if not found or None in plain or re.search(r"\d", rest):
        return None
    english = plain[0] or ""
    for before, match, one in zip(found, found[1:], plain[1:], strict=False):
        is_range = _UNTIL.fullmatch(text, before.end(), match.start())
        if is_range and match["day"] and before["monthday"]:
            day, month = english.rsplit(" ", 1)
            english = f"{day}–{int(match['day'])} {month}"
        else:
            english += f"–{(one or '').removeprefix('the ')}" if is_range else f", {one}"
    return f"{english} ({text})"


def _later(text: str, before: re.Match[str], match: re.Match[str], first: str | None) -> str | None:
    """The hour until which a time lasts, without its half of the day: 오후 5시부터 10시까지 is until 22:00."""
    if (
        not match["hour"]
        or first is None
        or ":" not in first
        or not _UNTIL.fullmatch(text, before.end(), match.start())
    ):
        return None
    hour, minute = int(match["hour"]), 30 if match["past"] else int(match["minute"] or 0)
    if hour > _NOON or minute > 59:
        return None
    hour %= _NOON
    ends = (f"{later:02}:{minute:02}" for later in (hour, hour + _NOON))
    return next((end for end in ends if end > first), f"{hour:02}:{minute:02}")


def is_time(text: str) -> bool:
    """Whether a text is nothing but days of the week, months, days and hours, with what joins them."""
    return len(text) <= _LONGEST and _TIME.search(text) is not None and not _JOINING.sub("", _TIME.sub("", text))


def _days(text: str) -> str:
    """매주 월요일 -> every Monday, 화~일요일 -> Tuesday–Sunday, 토·일요일 -> Saturday, Sunday."""
    if text in _DAY_WORDS:
        return _DAY_WORDS[text]
    bare = text.removeprefix("매주").replace("요일", "").strip()
    days = "".join(_WEEKDAY.get(one, "–" if one in "~∼–-" else ", " if one in "·," else "") for one in bare)
    return f"every {days}" if text.startswith("매주") else days


def _plain(match: re.Match[str]) -> str | None:
    if match["days"]:
        return _days(match["days"])
    if match["noon"]:
        return "12:00"
    if match["midnight"]:
        return "midnight"
    if match["hour"]:
        return _clock(match)
    number = int(match["monthday"] or match["day"] or 0)
    if number > _DAYS or (number == 0 and not match["month"]):
        return None
    if not match["month"]:
        return f"the {_ordinal(number)}"
    month = month_name[int(match["month"])]
    return f"{number} {month}" if number else month


def _clock(match: re.Match[str]) -> str | None:
    hour, half = int(match["hour"]), match["half"]
    minute = 30 if match["past"] else int(match["minute"] or match["minutes"] or 0)
    told = half or match["minutes"] or hour > _NOON
    if hour > 24 or minute > 59 or not told:
        return None  # 7시 may be either
    is_later = (
        half in ("오후", "저녁") or (half == "낮" and hour < _SMALL_HOURS) or (half == "밤" and hour > _SMALL_HOURS)
    )
    if is_later and hour < _NOON:
        hour += _NOON
    if half in ("오전", "새벽", "밤") and hour == _NOON:
        hour = 0
    return f"{hour % 24:02}:{minute:02}"


def _ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
