"""The rules for dates whose year or month is not stated.

News writes the year of a date only where it is not the current one, so

* a month without a year is of the anchor's year; but within two months back (November and December seen from
  January, December seen from February) it is the past one, and January seen from December is the coming one;
* a day without a month is of the anchor's month; but it is of the month before where that is at most 12 days back
  and this month's is at least 15 ahead (31일 on 1 August is 31 July), and of the next month where that is at most
  5 days ahead and this month's is at least 25 back (1일 on 31 August is 1 September); the tense of a Korean day
  overrides that ("22일 열린다" on the 2nd is to come, "3일 열린 경기" on the 28th is not), and makes a past day of this
  month the coming one where that is near ("5일 열린다" on the 28th);
* a day without a month that follows an earlier day in the same sentence, or repeats it ("9월 29일 개막해 30일 ...",
  "토요일(11일)"), is of that day's month, unless it is the anchor's own day or one of the three before, which is when
  the news was told ("지난달 3일 ...했다고 21일 밝혔다"); so is, in the sentences after a day of a month to come, one of
  those days or at most three later ("다음 달 17일 개막한다. 18일에는 ..."), but none further off ("예매는 27일부터");
* a day without a month that is one of the few days of an event to come, named anywhere before ("다음 달 13일부터
  15일까지 열린다. ... 개막식은 13일 오후 5시다"), is that one, unless it is told as past;
* a month without a year that is at most three months after the date before it in the same sentence follows that date
  ("지난해 9월 착공해 11월 끝났다"); if it is listed with it ("2023년 9월과 3월") it is at least of its year;
* "오는" and "지난" force the future and the past, the anchor's own day or month allowed in both; the end of a range
  follows its start (``scene.choose``).
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from indexing.language.temporal.intervals import Interval, day, months_between
from indexing.language.temporal.korean_tense import tense_behind
from indexing.language.temporal.scene import Scene

PAST_MONTHS = 2
FUTURE_MONTHS = 1
CARRIED_MONTHS = 3
BACK_DAYS, BACK_UNLESS_AHEAD = 12, 15
AHEAD_DAYS, AHEAD_UNLESS_BACK = 5, 25
NEXT_WORDS = 8
"""Characters: what "열린" directly behind a day tells of it, "떨어진" of "1일 새벽 6㎞ 떨어진 곳에서" does not."""

SOON_DAYS = 12
WEEKLY_DAYS = 7
"""Until then a day is rather the one on which something was said ("시는 24일 요금을 올린다고 밝혔다")."""

REPORTED_DAYS = NEXT_DAYS = 3
SEARCH_MONTHS = 12
PERIOD_DAYS = 10
"""A period in its sentence may be told to begin so many days earlier: "내년 설 연휴는 2월 14일부터 18일까지다"."""

APPOSED = re.compile(r"(?:[은는이가인]|\() ?")
"""Between a day and its date: 내년 설날은| 2월 7일이다."""


def likely_year(options: Sequence[Interval], anchor: date) -> Interval | None:
    """The reading of a date without a year; ``options`` are its days or months in the years around the anchor."""

    def cost(option: Interval) -> tuple[int, int]:
        ahead = months_between(anchor, option.first)
        if option.first.year == anchor.year:
            return 1, abs(ahead)
        return (0 if -PAST_MONTHS <= ahead <= FUTURE_MONTHS else 2), abs(ahead)

    return min(options, key=cost, default=None)


def likely_month(options: Sequence[Interval], anchor: date, behind: str = "") -> Interval | None:
    """The reading of a day without a month; None where the anchor's month has no such day.

    Args:
        options: the days of that number in the months around the anchor.
        anchor: the day of the news.
        behind: the Korean words behind the day, which are read only where their tense could change it.
    """
    here = next((one for one in options if months_between(anchor, one.first) == 0), None)
    if here is None:
        return None
    usual = _usual_month(options, anchor, here)
    if usual.first < anchor:
        coming = next((one for one in options if one.first >= anchor), None)
        return coming if coming and _is_coming(usual.first, coming.first, anchor, behind) else usual
    if usual is not here and tense_behind(behind[:NEXT_WORDS]) == "done":
        return here
    return usual


def _usual_month(options: Sequence[Interval], anchor: date, here: Interval) -> Interval:
    ahead = (here.first - anchor).days
    for option in options:
        distance = (option.first - anchor).days
        if ahead >= BACK_UNLESS_AHEAD and -BACK_DAYS <= distance < 0:
            return option
        if -ahead >= AHEAD_UNLESS_BACK and 0 < distance <= AHEAD_DAYS:
            return option
    return here


def _is_coming(usual: date, coming: date, anchor: date, behind: str) -> bool:
    """Whether the coming day is meant, not the usual, past one; yesterday's is, in news written the day before."""
    back, ahead = (anchor - usual).days, (coming - anchor).days
    month_before = usual.month != anchor.month
    if back <= 1 or not (month_before or ahead < min(back, SOON_DAYS)):
        return False
    tense = tense_behind(behind)
    return tense == "to come" or (tense == "said to come" and month_before and back > WEEKLY_DAYS)


def carried_year(options: Sequence[Interval], scene: Scene) -> Interval | None:
    """The reading of a date without a year by the date before it in the sentence; None where that rule is silent."""
    if scene.named is None or not scene.same_sentence or scene.named.granularity not in ("day", "month", "range"):
        return None
    named = scene.named.first
    of_period = scene.named.granularity == "range"
    is_same = APPOSED.fullmatch(scene.between) is not None
    back = timedelta(days=PERIOD_DAYS if of_period else 0 if is_same else -1)
    soon = (one for one in options if one.first >= named - back and months_between(named, one.first) <= CARRIED_MONTHS)
    same_year = (one for one in options if scene.listed and one.first.year == named.year)
    return next(soon, None) or next(same_year, None)


def carried_day(options: Sequence[Interval], scene: Scene, behind: str = "") -> Interval | None:
    """The day in the month of the day or event before it in the text; None where neither rule applies.

    Arguments as of ``likely_month``.
    """
    return _after_named(options, scene, behind) or _within_event(options, scene, behind)


def _within_event(options: Sequence[Interval], scene: Scene, behind: str) -> Interval | None:
    period, anchor = scene.period, scene.anchor
    if period is None or anchor is None:
        return None
    within = next((one for one in options if period.first <= one.first <= period.last), None)
    if within is None or months_between(anchor, within.first) <= 0:
        return None
    tense = tense_behind(behind)
    told = any(is_told(one.first, anchor) for one in options)
    return None if tense in ("done", "told") or (told and tense != "to come") else within


def _after_named(options: Sequence[Interval], scene: Scene, behind: str) -> Interval | None:
    named, anchor = scene.named, scene.anchor
    if named is None or anchor is None or named.granularity not in ("day", "range"):
        return None
    to_come = scene.near_text and months_between(anchor, named.last) > 0
    if not scene.same_sentence and not to_come:
        return None
    told = any(is_told(one.first, anchor) for one in options)
    if told and not scene.listed and not (to_come and tense_behind(behind) == "to come"):
        return None
    later = (one for one in options if one.first >= named.first)
    if not scene.same_sentence:
        later = (one for one in later if one.first <= named.last + timedelta(days=NEXT_DAYS))
    return next((one for one in later if months_between(named.last, one.first) <= 0), None)


def is_told(one: date, anchor: date) -> bool:
    """Whether news of the anchor's day was told on a day: that one or one of the three before."""
    return timedelta(0) <= anchor - one <= timedelta(days=REPORTED_DAYS)


@lru_cache(maxsize=1024)  # takes 12 µs, a third of what a bare "21일" takes, which news repeats
def days_around(near: date, number: int) -> tuple[Interval, ...]:
    """The ``number``-th days of the months within a year of ``near``."""
    found = []
    for shift in range(-SEARCH_MONTHS, SEARCH_MONTHS + 1):
        years, zero_based = divmod(near.month - 1 + shift, 12)
        if exists(near.year + years, zero_based + 1, number):
            found.append(day(near.year + years, zero_based + 1, number))
    return tuple(found)


def exists(year: int, month: int, number: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        date(year, month, number)
    except ValueError:
        return False
    return True
