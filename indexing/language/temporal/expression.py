"""What a temporal expression is: words of a text, and the days that they mean."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Granularity = Literal["day", "week", "month", "quarter", "half", "season", "year", "range"]


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """Words of a text that name a day or a period, resolved to the calendar.

    Attributes:
        text: as written; equals ``source[start:end]``.
        start: offset of the first character, in code points.
        end: offset after the last character.
        first: first day of the period.
        last: last day of the period, the same day included; equals ``first`` for a day.
        granularity: the unit that the words name; "range" for anything that is not one calendar unit.
        relative: True where the anchor or an earlier expression was needed, because the words alone do not
            name a day of one year: "오는 9월", "yesterday", but also "9월 29일".
        time: the time of day that stands with the day, 24-hour ``"18:30"``, without a time zone; ``"24:00"`` is
            its end; else None.
        ambiguous: another reading is plausible; the rule that chose is written where the meaning is resolved.
        until: the time of day at which the period ends, "18일 오전 9시부터 오후 6시까지", "18일부터 19일 오후 6시까지".
    """

    text: str
    start: int
    end: int
    first: date
    last: date
    granularity: Granularity
    relative: bool
    time: str | None
    ambiguous: bool
    until: str | None = None

    @property
    def iso(self) -> str:
        """ISO 8601: "2025-09-29", month "2025-09", year "2025", else an interval "2025-09-29/2025-10-01"."""
        if self.granularity == "month":
            return f"{self.first.year:04d}-{self.first.month:02d}"
        if self.granularity == "year":
            return f"{self.first.year:04d}"
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def overlaps(self, other: "TemporalExpression") -> bool:
        """Whether both have a day in common."""
        return self.first <= other.last and other.first <= self.last
