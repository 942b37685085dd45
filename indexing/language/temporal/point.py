"""One end of a range as the search finds it, or an expression that is none."""

import re
from dataclasses import dataclass, replace

from indexing.language.temporal.expression import TemporalExpression
from indexing.language.temporal.scene import Reading
from indexing.language.temporal.times import closing_hour, time_of_day

_WEEKDAY = re.compile(r"(?P<weekday>[월화수목금토일])요일 ?\($")


@dataclass(frozen=True, slots=True)
class Point:
    """Words and what they were resolved to.

    Attributes:
        start: offset of the first character.
        end: offset after the last.
        reading: the days meant.
        time: the time of day at which they begin, else None.
        until: that at which they end.
        opening: the first day of a period that is told by its length, which the text may go back to.
    """

    start: int
    end: int
    reading: Reading
    time: str | None
    until: str | None = None
    opening: Reading | None = None


def in_brackets(text: str, before: TemporalExpression | None, point: Point, trail: re.Pattern[str]) -> Point | None:
    """A day with itself in brackets behind, and the time behind those: "내일(21일) 오전 6시", "화요일(25일) 오후 2시".

    Args:
        text: the whole text.
        before: the expression before ``point``, if there is one.
        point: the day that may stand in brackets; the outcome is None where it does not.
        trail: what belongs to a day after it.
    """
    if not (text.startswith("(", max(0, point.start - 1)) and text.startswith(")", point.end)):
        return None
    start = _start_of_same(text, before, point)
    if start is None:
        return None
    reading = point.reading
    if before is not None and start == before.start:
        relative, ambiguous = reading.relative and before.relative, reading.ambiguous and before.ambiguous
        reading = replace(reading, relative=relative, ambiguous=ambiguous)
    match = trail.match(text, point.end + 1) if reading.granularity == "day" else None
    time = time_of_day(match) if match else None
    if match is None or time is None:
        return replace(point, start=start, end=point.end + 1, reading=reading)
    return replace(point, start=start, end=match.end(), reading=reading, time=time, until=closing_hour(match, time))


def weekday_before(text: str, start: int) -> str | None:
    """The letter of the Korean weekday before the bracket that a day from ``start`` stands in."""
    match = _weekday_before(text, start)
    return match["weekday"] if match else None


def _start_of_same(text: str, before: TemporalExpression | None, point: Point) -> int | None:
    if before is not None and text[before.end : point.start] in ("(", " ("):
        is_same = (before.first, before.last) == (point.reading.first, point.reading.last)
        return before.start if is_same else None
    weekday = _weekday_before(text, point.start)
    return point.start - len(weekday[0]) if weekday else None


def _weekday_before(text: str, start: int) -> re.Match[str] | None:
    if not text.startswith("(", max(0, start - 1)):
        return None
    return _WEEKDAY.search(text[max(0, start - len("금요일 (")) : start])


def joined(left: Reading, right: Reading) -> Reading:
    """The range between two ends."""
    return Reading(
        left.first,
        max(left.last, right.last),
        "range",
        left.relative or right.relative,
        left.ambiguous or right.ambiguous,
    )
