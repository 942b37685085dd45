"""Dates in figures alone, the same in both languages: 2024-08-03, 2024.8.3, 2024. 8. 3., 8/3/2024, 8/3(토)."""

import re

from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.grammar import Grammar
from indexing.language.temporal.intervals import full_year
from indexing.language.temporal.korean import LENGTHS
from indexing.language.temporal.korean_words import KOREAN_WEEKDAYS
from indexing.language.temporal.rules import FIGURE, Rule, RuleIndex
from indexing.language.temporal.scene import Counted, Meaning
from indexing.language.temporal.times import KOREAN_TIME

CENTURY = 100

# A last dot belongs to the date where the sentence goes on ("2025.9.29.(월)", "2025.9.24. 오후 3:15").
_CLOSED = r"(?=[ ]?[~∼～〜–—(]|[ ](?:오전|오후|\d{1,2}:\d{2}|\d{1,2}시))"
_YEAR_FIRST = (
    r"(?<![\d./:-])(?P<year>[12]\d{3})"
    r"(?:-(?P<month>\d{1,2})-(?P<day>\d{1,2})|/(?P<month_>\d{1,2})/(?P<day_>\d{1,2})"
    rf"|\.(?P<month__>\d{{1,2}})\.(?P<day__>\d{{1,2}})(?:\.{_CLOSED})?"
    r"|\.[ ](?P<month___>\d{1,2})\.[ ](?P<day___>\d{1,2})\.?)(?!\d|[-/.]\d)"
)
# "9/29(월)", "10. 1.(수)": only a weekday tells such figures from a fraction or the number of a chapter.
_SHORT_YEAR = (
    r"(?:(?<=['’‘])(?P<short_year>\d{2})"
    r"|(?<![\d./:'’‘-])(?P<bare_year>\d{2})(?=\.[ ]?\d{1,2}\.[ ]?\d{1,2}\.?[ ]?\([월화수목금토일]))"
    rf"\.[ ]?(?P<month____>\d{{1,2}})\.[ ]?(?P<day____>\d{{1,2}})(?:\.{_CLOSED})?(?!\d|\.\d)"
)
"""As officials write it: '25.11.3, and with its weekday 25.11.03(월)."""
_NO_YEAR = (
    r"(?<![\d./:-])(?P<month>\d{1,2})(?:/(?P<day>\d{1,2})|\.[ ]?(?P<day_>\d{1,2})\.?)"
    r"(?=[ ]?\([월화수목금토일](?:요일)?\))"
)
_YEAR_LAST = r"(?<![\d./:-])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>[12]\d{3})(?![\d/])"
"""As Americans write it, the month first."""
_YEAR_GROUPS = ("year", "short_year", "bare_year")
_MONTH_GROUPS = ("month", "month_", "month__", "month___", "month____")
_DAY_GROUPS = ("day", "day_", "day__", "day___", "day____")
# "14시~16시", "2025.3.3 ~ 5명": the number behind the dash counts something else.
_OTHER_UNIT = r"(?:시|분|월|명|개|건|회|층|호|차|팀|년|주|세|인|만|억|천|원|박|달|일[ ]?(?:간|동안|연속))"
_END_OF_RANGE = (
    r"(?:(?P<month>\d{1,2})[.-][ ]?)?(?P<day>\d{1,2})(?:(?<=[ .]\d\d)\.|(?<=[ .]\d)\.)?"
    rf"(?![\d:%]|[.-]\d|{_OTHER_UNIT})"
)


def _read(match: re.Match[str]) -> Meaning | None:
    year, month, day = (_number(match, groups) for groups in (_YEAR_GROUPS, _MONTH_GROUPS, _DAY_GROUPS))
    if year is not None and year < CENTURY:
        year = full_year(year)
    return CalendarDate(None if year is None else Counted(year), None if month is None else Counted(month), day)


def _number(match: re.Match[str], groups: tuple[str, ...]) -> int | None:
    given = match.groupdict()
    return next((int(given[name]) for name in groups if given.get(name)), None)


NUMERIC = Grammar(
    rules=RuleIndex(
        (
            Rule(re.compile(_YEAR_FIRST, re.ASCII), _read, ("#-", "#/", "#.")),
            Rule(re.compile(_SHORT_YEAR, re.ASCII), _read, ("#.",)),
            Rule(re.compile(_NO_YEAR, re.ASCII), _read, ("#/", "#.")),
            Rule(re.compile(_YEAR_LAST, re.ASCII), _read, ("#/",)),
        )
    ),
    tails=RuleIndex((Rule(re.compile(_END_OF_RANGE, re.ASCII), _read, (FIGURE,)),)),
    joiner=re.compile(r"[ ]?(?:[~∼～〜–—]|부터|to\b|(?<=[ ])-(?=[ ]))[ ]?(?:['’‘](?=\d\d\.))?"),
    closer=re.compile(r"(?:[ ]?까지)?"),
    trail=re.compile(
        rf"(?P<note>(?:[ ]?\((?P<weekday>[월화수목금토일])(?:요일)?\))?)(?:(?:T|[ ]{{0,2}}|,[ ]){KOREAN_TIME})?",
        re.ASCII,
    ),
    until=re.compile(rf"[ ]?(?:[~∼～〜–—-]|부터)[ ]?{KOREAN_TIME}(?:[ ]?까지)?", re.ASCII),
    lengths=LENGTHS,
    weekdays=KOREAN_WEEKDAYS,
)
