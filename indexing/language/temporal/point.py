"""One end of a range as the search finds it, or an expression that is none."""

from dataclasses import dataclass

from indexing.language.temporal.scene import Reading


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


def joined(left: Reading, right: Reading) -> Reading:
    """The range between two ends."""
    return Reading(
        left.first,
        max(left.last, right.last),
        "range",
        left.relative or right.relative,
        left.ambiguous or right.ambiguous,
    )
