"""Times of day that stand with a day: "오후 6시 30분", "18:30", "정오", "6:30 p.m."."""

import re

KOREAN_TIME = (
    r"(?:(?:(?P<half>오전|오후|새벽|아침|낮|저녁|밤)[ \u00a0]{0,2})?(?P<hour>\d{1,2})"
    r"(?:[ ]?[~∼～\-–][ ]?(?P<until_hour>\d{1,2}))?시(?![간즌장청리대험설])"
    r"(?:[ ]?(?P<minute>\d{1,2})분(?![기야])|[ ]?(?P<thirty>반)(?![가-힣]))?"
    r"|(?:(?P<clock_half>오전|오후)[ ]?)?(?P<clock>\d{1,2}:\d{2})(?::\d{2}(?:[.,]\d{1,6})?)?(?![\d:])"
    r"|(?P<noon>정오)|(?P<midnight>자정))"
)
ENGLISH_TIME = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?[ ]?(?P<half>[ap])(?:\.[ ]?m\.|m\b)"
    r"|(?P<clock>\d{1,2}:\d{2})(?::\d{2})?(?![\d:])|(?P<noon>noon\b)|(?P<midnight>midnight\b))"
)

_ALONE = (re.compile(rf"{KOREAN_TIME}(?:께|쯤)?"), re.compile(ENGLISH_TIME, re.IGNORECASE))

AFTERNOON = {"오후": range(12), "낮": range(6), "저녁": range(4, 12), "밤": range(6, 12), "p": range(12)}
"""Hours to which twelve are added, by the word or letter beside them; "밤 2시" is two in the morning."""

END_OF_DAY = "24:00"
_DEADLINE = re.compile(r"[ ]?까지")

_IN_DAY_WORDS = ("밤", "저녁", "새벽", "아침")

BEFORE_NOON = {"오전", "새벽", "아침", "밤", "a"}
"""Beside these, twelve o'clock is midnight."""


def time_of_day(match: re.Match[str]) -> str | None:
    """The time in 24 hours, "00:00" to "24:00", or None where the match holds none or an impossible one.

    "24:00" is the end of the day: 24시, and 자정 or 밤 12시 before 까지.
    """
    groups = match.groupdict()
    if groups.get("noon"):
        return "12:00"
    if groups.get("midnight"):
        return END_OF_DAY if _DEADLINE.match(match.string, match.end("midnight")) else "00:00"
    if groups.get("clock"):
        hour, minute = map(int, groups["clock"].split(":"))
        hour = _hour(hour, groups.get("clock_half") or "")
    elif groups.get("hour"):
        hour = _hour(int(groups["hour"]), (groups.get("half") or _half_before(match)).lower())
        minute = 30 if groups.get("thirty") else int(groups.get("minute") or 0)
    else:
        return None
    if (hour, minute) == (0, 0) and groups.get("half") == "밤" and _DEADLINE.match(match.string, match.end()):
        return END_OF_DAY
    return f"{hour:02d}:{minute:02d}" if minute < 60 and (hour < 24 or (hour, minute) == (24, 0)) else None


def closing_hour(match: re.Match[str], opening: str) -> str | None:
    """The time at which ends what began at ``opening``, where one word for the hour ends both: "오후 1∼5시"."""
    number = match.groupdict().get("until_hour")
    if number is None:
        return None
    hour = int(number)
    later = (one for one in (hour, hour + 12) if f"{one:02d}:00" > opening and one <= 24)
    return next((f"{one:02d}:00" for one in later), None)


def opening_time(text: str, closing: re.Match[str]) -> str | None:
    """The English time at which begins what ends at ``closing``: "9 to 11 a.m." and "9 to 6 p.m." begin at 09:00."""
    end = time_of_day(closing)
    halves = (closing["half"], *"ap") if closing["half"] else ()
    for written in (text, *(f"{text} {half}m" for half in halves)):
        found = _ALONE[1].fullmatch(written)
        begin = time_of_day(found) if found else None
        if begin and end and (written == text or begin < end):
            return begin
    return None


def is_time_of_day(text: str) -> bool:
    """Whether a text is a time of day and nothing else: "오후 6시께", "6:30 p.m.", or its part "6:30 p.m"."""
    return any(pattern.fullmatch(text) or pattern.fullmatch(f"{text}.") for pattern in _ALONE)


def closing_time(match: re.Match[str], opening: str) -> str | None:
    """The time at which ends what began at ``opening``; one without a half of the day is the next that comes.

    "오전 9시부터 6시까지" ends at 18:00, "밤 10시부터 새벽 5시까지" at 05:00 of another day,
    "밤 10시부터 자정까지" at 24:00.
    """
    found = time_of_day(match)
    if found == "00:00" < opening and (match["midnight"] or match["hour"] == "12"):
        return END_OF_DAY
    if found is None or not match["hour"] or match["half"] or found > opening:
        return found
    hour, minute = map(int, found.split(":"))
    later = f"{hour + 12:02d}:{minute:02d}"
    return later if hour < 12 and later > opening else None


def _half_before(match: re.Match[str]) -> str:
    """The part of the day that the word for the day names: "어젯밤 9시" is 21:00."""
    before = match.string[: match.start("hour")].rstrip()
    return next((half for half in _IN_DAY_WORDS if before.endswith(half)), "")


def _hour(hour: int, half: str) -> int:
    if hour in AFTERNOON.get(half, ()):
        return hour + 12
    return 0 if hour == 12 and half in BEFORE_NOON else hour
