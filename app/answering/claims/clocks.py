"""Times of day in Korean and English: 오후 6시 30분 = 6:30 p.m. = 18:30."""

import re
from dataclasses import dataclass
from typing import Final

from indexing.language.temporal.times import AFTERNOON, BEFORE_NOON

_KOREAN: Final = re.compile(
    r"(?:(?P<half>오전|오후|새벽|아침|낮|저녁|밤)\s?)?(?<![\d:.,])(?P<hour>\d{1,2})시(?!간|[가-힣]*군)(?:\s?(?P<minute>\d{1,2})분|\s?(?P<past>반))?"
)
_ENGLISH: Final = re.compile(
    r"(?<![\d:.,$])(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s?(?P<half>a\.?m\b\.?|p\.?m\b\.?|o['’]clock)", re.IGNORECASE
)
_CLOCK: Final = re.compile(
    r"(?<![\d:.,])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?![\d:]|\s?[ap]\.?m|\s(?:noon|mid(?:day|night))\b)", re.IGNORECASE
)
_WORDS: Final = re.compile(
    r"(?P<noon>정오|(?:\b12(?::00)?\s)?\b(?:noon|midday)\b)|자정|(?:\b12(?::00)?\s)?\bmidnight\b", re.IGNORECASE
)
_HALVES: Final = AFTERNOON.keys() | BEFORE_NOON
_HALF_DAY: Final = 12 * 60


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as written: minutes since midnight, or since midnight or noon where the text leaves it open."""

    text: str
    start: int
    end: int
    minutes: int
    is_exact: bool

    def agrees(self, other: "ClockTime") -> bool:
        """The same time, as far as both say it."""
        if self.is_exact and other.is_exact:
            return self.minutes % (2 * _HALF_DAY) == other.minutes % (2 * _HALF_DAY)
        return self.minutes % _HALF_DAY == other.minutes % _HALF_DAY


def find_clock_times(text: str) -> list[ClockTime]:
    """The times of day of a text."""
    found = [_read(match) for pattern in (_KOREAN, _ENGLISH, _CLOCK) for match in pattern.finditer(text)]
    found += [
        ClockTime(match.group(), *match.span(), _HALF_DAY if match["noon"] else 0, is_exact=True)
        for match in _WORDS.finditer(text)
    ]
    return sorted((one for one in found if one is not None), key=lambda one: one.start)


def _read(match: re.Match[str]) -> ClockTime | None:
    groups = match.groupdict()
    hour, minute = int(groups["hour"]), int(groups["minute"] or (30 if groups.get("past") else 0))
    if hour > 24 or minute > 59:
        return None
    half = (groups.get("half") or "").lower()
    half = half[0] if half[:1] in ("a", "p") else half
    if hour in AFTERNOON.get(half, ()):
        hour += 12
    elif half in BEFORE_NOON and hour == 12:
        hour = 0
    is_exact = half in _HALVES or hour > 12 or match.re is _CLOCK
    return ClockTime(match.group(), *match.span(), hour * 60 + minute, is_exact)
