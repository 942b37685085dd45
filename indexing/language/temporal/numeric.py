"""Dates in figures alone, the same in both languages: 2024-08-03, 2024.8.3, 2024. 8. 3., 2024/08/03."""

import re

from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.grammar import Grammar
from indexing.language.temporal.korean_words import KOREAN_WEEKDAYS
from indexing.language.temporal.rules import FIGURE, Rule, RuleIndex
from indexing.language.temporal.scene import Counted, Meaning
from indexing.language.temporal.times import KOREAN_TIME

_YEAR_FIRST = (
    r"(?<![\d./:-])(?P<year>[12]\d{3})"
    r"(?:-(?P<month>\d{1,2})-(?P<day>\d{1,2})|/(?P<month_>\d{1,2})/(?P<day_>\d{1,2})"
    r"|\.(?P<month__>\d{1,2})\.(?P<day__>\d{1,2})|\.[ ](?P<month___>\d{1,2})\.[ ](?P<day___>\d{1,2})\.?)(?!\d|[-/.]\d)"
)
_MONTH_GROUPS = ("month", "month_", "month__", "month___")
_DAY_GROUPS = ("day", "day_", "day__", "day___")
_END_OF_RANGE = r"(?:(?P<month>\d{1,2})[.-][ ]?)?(?P<day>\d{1,2})(?:(?<=[ ]\d\d)\.|(?<=[ ]\d)\.)?(?![\d:%]|[.-]\d)"


def _read(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    month = next((groups[name] for name in _MONTH_GROUPS if groups.get(name)), None)
    day = next(groups[name] for name in _DAY_GROUPS if groups.get(name))
    year = groups.get("year")
    return CalendarDate(Counted(int(year)) if year else None, Counted(int(month)) if month else None, int(day))


NUMERIC = Grammar(
    rules=RuleIndex((Rule(re.compile(_YEAR_FIRST, re.ASCII), _read, ("#-", "#/", "#.")),)),
    tails=RuleIndex((Rule(re.compile(_END_OF_RANGE, re.ASCII), _read, (FIGURE,)),)),
    joiner=re.compile(r"[ ]?(?:[~∼～〜–—]|부터|to\b|(?<=[ ])-(?=[ ]))[ ]?"),
    closer=re.compile(r"(?:[ ]?까지)?"),
    trail=re.compile(
        rf"(?P<note>(?:[ ]?\((?P<weekday>[월화수목금토일])(?:요일)?\))?)(?:(?:T|[ ]{{0,2}}|,[ ]){KOREAN_TIME})?",
        re.ASCII,
    ),
    until=re.compile(rf"[ ]?(?:[~∼～〜–—-]|부터)[ ]?{KOREAN_TIME}(?:[ ]?까지)?", re.ASCII),
    weekdays=KOREAN_WEEKDAYS,
)
