"""Times of English articles without a date, in Korean: "9 p.m." -> 오후 9시, "every Friday" -> 매주 금요일."""

import re
from typing import Final

from indexing.language.temporal import korean_time
from indexing.language.temporal.english_words import ENGLISH_WEEKDAYS
from indexing.language.temporal.times import ENGLISH_TIME, closing_time, opening_time, time_of_day

_LONGEST: Final = 80
_DAY: Final = "|".join(ENGLISH_WEEKDAYS)
_LETTERS: Final = dict(zip(ENGLISH_WEEKDAYS, "월화수목금토일", strict=True))
_DAYS: Final = re.compile(
    rf"(?:on\s)?(?P<every>every\s|each\s)?(?:(?:from\s)?(?P<first>{_DAY})s?"
    rf"(?:\s(?:to|through|until)\s|\s?[-–]\s?)(?P<last>{_DAY})s?"
    rf"|(?P<list>(?:{_DAY})s?(?:(?:,\s|,?\s(?:and|or)\s)(?:{_DAY})s?){{0,5}})"
    r"|(?P<word>weekdays|weekends|every day|daily|public holidays))",
    re.IGNORECASE,
)
_WORDS: Final = {
    "weekdays": "평일", "weekends": "주말", "every day": "매일", "daily": "매일", "public holidays": "공휴일",
}  # fmt: skip
_ONE: Final = re.compile(ENGLISH_TIME, re.IGNORECASE)
_OPENING: Final = r"\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?|noon|midnight"
_HOURS: Final = re.compile(
    rf"(?:(?P<before>at|until|till|by|from|after|before|since|around|about)\s)?"
    rf"(?:(?P<opening>{_OPENING})(?:\s(?:to|until|till)\s|\s?[-–]\s?))?"
    rf"(?P<time>{re.sub('[?]P<[a-z]+>', '?:', ENGLISH_TIME)})",
    re.IGNORECASE,
)
_BEHIND: Final = {
    "until": "까지", "till": "까지", "by": "까지", "from": "부터", "since": "부터", "after": " 이후", "before": " 이전",
    "around": "쯤", "about": "쯤",
}  # fmt: skip
_CUT: Final = re.compile(r"[ap]\.\s?m$", re.IGNORECASE)
"""What is marked may lack its last stop."""
_JOINING: Final = re.compile(r"[\s,]*")
_MIDNIGHT: Final = ("00:00", "24:00")


def korean_time_of(text: str) -> str | None:
    """Days of the week and times of day in Korean, or None where the text says anything else.

    Args:
        text: English: "6 p.m. to midnight", "Fridays at 7:30 p.m.", "weekdays from 9 to 11 a.m.".
    """
    text = _CUT.sub(r"\g<0>.", " ".join(text.split()))
    if len(text) > _LONGEST:
        return None
    days = _DAYS.match(text)
    rest = _JOINING.sub("", text[days.end() :], count=1) if days else text
    hours = _hours(rest) if rest else ""
    if hours is None and days is None and (turned := _DAYS.search(text)) and turned.end() == len(text):
        days, hours = turned, _hours(text[: turned.start()].strip(" ,"))  # 7 p.m. on Fridays
    if hours is None or not (days or hours):
        return None
    return " ".join(part for part in (_days(days) if days else "", hours) if part)


def _days(match: re.Match[str]) -> str:
    if match["word"]:
        return _WORDS[match["word"].lower()]
    if match["first"]:
        return f"{_letter(match['first'])}요일부터 {_letter(match['last'])}요일까지"
    named = re.findall(rf"(?:{_DAY})s?", match["list"], re.IGNORECASE)
    is_weekly = match["every"] or all(day.lower().endswith("days") for day in named)
    return f"{'매주 ' if is_weekly else ''}{'·'.join(map(_letter, named))}요일"


def _letter(day: str) -> str:
    return _LETTERS[day.lower().removesuffix("s")]


def _hours(text: str) -> str | None:
    """6 p.m. to midnight -> 오후 6시부터 자정까지, until 11 p.m. -> 오후 11시까지."""
    match = _HOURS.fullmatch(text)
    ends = _ONE.search(text, match.start("time")) if match else None
    if match is None or ends is None:
        return None
    if not match["opening"]:
        time = time_of_day(ends)
        return f"{_clock(time)}{_BEHIND.get((match['before'] or '').lower(), '')}" if time else None
    begin = opening_time(match["opening"], ends)
    end = closing_time(ends, begin) if begin else None
    return f"{_clock(begin)}부터 {_clock(end)}까지" if begin and end else None


def _clock(time: str) -> str:
    return "자정" if time in _MIDNIGHT else korean_time(time)
