"""Times of English articles without a date, in Korean: "9 p.m." -> 오후 9시, "Friday, Oct. 16" -> 10월 16일 금요일."""

import re
from calendar import month_name
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
_MONTHS: Final = {name[:3].lower(): number for number, name in enumerate(month_name) if name}
_MONTH: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name[1:]).replace("(?:tember)", "t?(?:ember)")
_MONTHDAY: Final = re.compile(
    rf"(?:(?P<before>on|from|until|through|by|since|in|after|before)\s)?(?:(?P<weekday>{_DAY}),?\s)?"
    rf"(?:(?P<month>{_MONTH})\b\.?(?:\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)?"
    rf"(?:(?:\s(?:to|through|until)\s|\s?[-–]\s?)(?:(?P<last_weekday>{_DAY}),?\s)?(?:(?P<last_month>{_MONTH})\b\.?\s)?"
    r"(?P<last>\d{1,2})(?:st|nd|rd|th)?\b)?"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th)? (?P<of>{_MONTH})\b\.?)",
    re.IGNORECASE,
)
"""A day without its year, which only the article's date would tell: "Oct. 16", "from June 24 to 29", "17 October"."""
_DAYS_OF_A_MONTH: Final = 31
_AT: Final = re.compile(r"^,?\s?(?:at\s)?|,?\s?(?:on)?\s?$", re.IGNORECASE)
_ONE: Final = re.compile(ENGLISH_TIME, re.IGNORECASE)
_OPENING: Final = r"\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?|noon|midnight"
_HOURS: Final = re.compile(
    rf"(?:(?P<before>at|until|till|by|from|after|before|since|around|about)\s)?"
    rf"(?:(?P<opening>{_OPENING})(?:\s(?:to|until|till)\s|\s?[-–]\s?))?"
    rf"(?P<time>{re.sub('[?]P<[a-z]+>', '?:', ENGLISH_TIME)})",
    re.IGNORECASE,
)
_BEHIND: Final = {
    "until": "까지", "till": "까지", "by": "까지", "through": "까지",
    "from": "부터", "since": "부터", "after": " 이후", "before": " 이전",
    "around": "쯤", "about": "쯤",
}  # fmt: skip
_CUT: Final = re.compile(r"[ap]\.\s?m$", re.IGNORECASE)
"""What is marked may lack its last stop."""
_EITHER_HALF: Final = re.compile(r"(?:[1-9]|1[01]):\d{2}")
"""7:30 may be in the morning or in the evening, 07:30 and 19:30 may not."""
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
    if dated := _MONTHDAY.search(text):
        return _dated(dated)
    days = _DAYS.match(text)
    rest = _JOINING.sub("", text[days.end() :], count=1) if days else text
    hours = _hours(rest) if rest else ""
    if hours is None and days is None and (turned := _DAYS.search(text)) and turned.end() == len(text):
        days, hours = turned, _hours(text[: turned.start()].strip(" ,"))  # 7 p.m. on Fridays
    if hours is None or not (days or hours):
        return None
    return " ".join(part for part in (_days(days) if days else "", hours) if part)


def _dated(match: re.Match[str]) -> str | None:
    """Nov. 28 to Dec. 2 -> 11월 28일부터 12월 2일까지, 5 p.m. on Dec. 20 -> 12월 20일 오후 5시."""
    rest = _AT.sub("", match.string[: match.start()] + match.string[match.end() :])
    hours = _hours(rest) if rest else ""
    month = _MONTHS[(match["month"] or match["of"])[:3].lower()]
    numbers = [int(match[name]) for name in ("day", "first", "last") if match[name]]
    if hours is None or any(not 0 < number <= _DAYS_OF_A_MONTH for number in numbers):
        return None
    begin = f"{month}월" + (f" {numbers[0]}일" if match["day"] or match["first"] else "")
    begin += f" {_letter(match['weekday'])}요일" if match["weekday"] else ""
    before = (match["before"] or "").lower()
    if not match["last"]:
        return " ".join(part for part in (begin + _BEHIND.get(before, ""), hours) if part)
    if not match["day"] or hours:
        return None
    other = f"{_MONTHS[match['last_month'][:3].lower()]}월 " if match["last_month"] else ""
    weekday = f" {_letter(match['last_weekday'])}요일" if match["last_weekday"] else ""
    return f"{begin}부터 {other}{int(match['last'])}일{weekday}까지"


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
        if _EITHER_HALF.fullmatch(ends.group()):
            hour, minute = map(int, ends.group().split(":"))
            return f"{hour}시 {minute}분".removesuffix(" 0분") + _BEHIND.get((match["before"] or "").lower(), "")
        time = time_of_day(ends)
        return f"{_clock(time)}{_BEHIND.get((match['before'] or '').lower(), '')}" if time else None
    begin = opening_time(match["opening"], ends)
    end = closing_time(ends, begin) if begin else None
    return f"{_clock(begin)}부터 {_clock(end)}까지" if begin and end else None


def _clock(time: str) -> str:
    return "자정" if time in _MIDNIGHT else korean_time(time)
