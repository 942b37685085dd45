"""How words get their days: a Meaning, read off the words, is resolved in a Scene, the words' surroundings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from indexing.language.temporal.expression import Granularity
from indexing.language.temporal.intervals import Interval

PAST = -1
FUTURE = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """The days that an expression was resolved to; fields as in ``TemporalExpression``.

    ``aside`` is True where the words only describe something ("광복절 특사"), so that what follows does not go back
    to their day.
    """

    first: date
    last: date
    granularity: Granularity
    relative: bool = True
    ambiguous: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands around an expression.

    Attributes:
        anchor: the article's publication date, None if unknown.
        named: the nearest earlier expression of the text.
        named_day: the nearest earlier expression that names a day.
        this_day: the day that "이날" goes back to, mostly the same.
        told_day: the nearest earlier one of the anchor's day or shortly before it, on which the news was told.
        period: the last few days in a row that the text has named and that are to come: "다음 달 13일부터 15일까지".
        several_days: True where earlier expressions name different days.
        near_text: True where ``named`` stands shortly before, in the same sentence or not.
        same_sentence: True where ``named`` stands in the same sentence.
        between: the words between ``named`` and this, where they stand in the same sentence.
        listed: True where only "과", "and", a comma or the like stands between ``named`` and this.
        other_clock: True where this tells the day of ``named`` by another clock: "3일(한국시간 4일)".
        left: the start of the range whose end is being read.
        right: the end of the range whose start is being read; given only where it alone states a year.
        weekday: the weekday written beside the date, Monday 0, as in "5월 3일(토)".
    """

    anchor: date | None
    named: Reading | None = None
    named_day: Reading | None = None
    this_day: Reading | None = None
    told_day: Reading | None = None
    period: Reading | None = None
    several_days: bool = False
    near_text: bool = False
    same_sentence: bool = False
    between: str = ""
    listed: bool = False
    other_clock: bool = False
    left: Reading | None = None
    right: Reading | None = None
    weekday: int | None = None

    @property
    def near(self) -> date | None:
        """The day around which a date without a year is looked for."""
        if self.left is not None:
            return self.left.first
        return self.right.last if self.right is not None else self.anchor

    @property
    def counted_from(self) -> Reading | None:
        """What "이듬해" and "같은 달" are counted from: the start of their range, else what the text named before."""
        return self.left or (self.named if self.anchor is not None else None)


class Meaning(Protocol):
    """What the words say, before it is known when they were written."""

    def resolve(self, scene: Scene) -> Reading | None:
        """The days meant, or None where the scene lacks what the words need.

        Raises:
            ValueError: the calendar has no such day.
            OverflowError: the day lies outside the years 1 to 9999.
        """
        ...


@dataclass(frozen=True, slots=True)
class NoDate:
    """Words that look like a date and are none ("매년 5월 5일"), so that no part of them is taken for one either."""

    def resolve(self, scene: Scene) -> Reading | None:
        """None."""
        return None


@dataclass(frozen=True, slots=True)
class Counted:
    """A year or month: a number of the calendar (9월), or counted from the anchor (다음 달) or the text (이듬해).

    Counted from the new year (새해): the one to come in the last months of a year, else that of the anchor.
    """

    value: int
    base: Literal["calendar", "anchor", "text", "new year"] = "calendar"


def choose(options: Sequence[Interval], scene: Scene, direction: int, likely: Interval | None) -> Interval | None:
    """The one meant among the readings of a date that is not fully stated.

    In this order: the end of a range follows its start, and its start comes before its end; a written weekday
    must fit, if it fits any; "오는" is the first not yet over on the anchor's day, "지난" the last already
    begun; else ``likely``; else the nearest.
    """
    if scene.left is not None:
        start = scene.left.first
        return next((option for option in options if option.first >= start), None)
    if scene.right is not None:
        end = scene.right.last
        return next((option for option in reversed(options) if option.last <= end), None)
    fitting = [option for option in options if option.first.weekday() == scene.weekday] or options
    if scene.anchor is None or not fitting:
        return None
    anchor = scene.anchor
    if direction == FUTURE:
        return next((option for option in fitting if option.last >= anchor), None)
    if direction == PAST:
        return next((option for option in reversed(fitting) if option.first <= anchor), None)
    return likely if likely in fitting else min(fitting, key=lambda option: abs(option.first - anchor))
