"""Days counted from another day: 어제, 이날, 사흘 뒤, two weeks ago."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from indexing.language.temporal.intervals import DAYS_PER_WEEK, months, week, year_of
from indexing.language.temporal.korean_tense import tense_behind
from indexing.language.temporal.scene import Meaning, Reading, Scene


@dataclass(frozen=True, slots=True)
class DayFromAnchor:
    """오늘 (0), 어제 (-1), tomorrow (1)."""

    shift: int

    def resolve(self, scene: Scene) -> Reading | None:
        """The day so many days from the anchor."""
        if scene.anchor is None:
            return None
        meant = scene.anchor + timedelta(days=self.shift)
        return Reading(meant, meant, "day")


@dataclass(frozen=True, slots=True)
class DayFromText:
    """이날 (0), 전날 (-1), 이튿날 (1): counted from the day that the text named last (``named_days``).

    Where no earlier expression of the text names a day, it is counted from the anchor, because "이날" alone is the
    day of the news; ``needs_day`` forbids that for words that tell a story ("다음 날", "that day"). As the end of a
    range it is counted from the start ("27일 오후 6시부터 다음 날 오전 2시까지"). Ambiguous where the text has named
    several days.

    Attributes:
        shift: days.
        needs_day: whether a day must have been named.
        behind: the Korean words behind it; in the past tense they tell of no day to come, but of the one of the news.
    """

    shift: int
    needs_day: bool = False
    behind: str = ""

    def resolve(self, scene: Scene) -> Reading | None:
        """The day so many days from the one named last."""
        named = scene.left or (scene.named_day if self.needs_day else scene.this_day)
        if scene.anchor is None or (self.needs_day and named is None):
            return None
        shift = timedelta(days=self.shift)
        base = named.first if named else scene.anchor
        if base + shift > scene.anchor and not self.needs_day and tense_behind(self.behind) in ("told", "done"):
            base = scene.told_day.first if scene.told_day else scene.anchor
        meant = base + shift
        return Reading(meant, meant, "day", ambiguous=scene.several_days)


@dataclass(frozen=True, slots=True)
class WeeksFrom:
    """So many weeks from another day: a week from Thursday (1), a week ago Wednesday (-1)."""

    day: Meaning
    weeks: int

    def resolve(self, scene: Scene) -> Reading | None:
        """The day as many weeks on."""
        base = self.day.resolve(scene)
        if base is None:
            return None
        meant = base.first + timedelta(days=DAYS_PER_WEEK * self.weeks)
        return Reading(meant, meant, "day", base.relative, base.ambiguous)


@dataclass(frozen=True, slots=True)
class Distance:
    """So many days, weeks, months or years away: 3일 전, 2주 뒤, in three days. The unit gives the granularity.

    Counted from the anchor; "later" (``from_text``) from the date before it in the same sentence, where that date is
    at least as fine as the unit: "21일 협약을 맺고 사흘 뒤" is the 24th.
    """

    count: int
    unit: Literal["day", "week", "month", "year"]
    from_text: bool = False
    ambiguous: bool = False

    def resolve(self, scene: Scene) -> Reading | None:
        """The day, week, month or year meant."""
        base = scene.anchor
        if base is None:
            return None
        told = self.from_text and scene.same_sentence and self._fits(scene.named)
        if told and scene.named is not None:
            base = scene.named.first
        if self.unit == "day":
            meant = base + timedelta(days=self.count)
            return Reading(meant, meant, "day", ambiguous=told or self.ambiguous)
        if self.unit == "week":
            days = week(base, self.count)
        elif self.unit == "month":
            days = months(base.year, base.month + self.count)
        else:
            days = year_of(base.year + self.count)
        return Reading(days.first, days.last, self.unit, ambiguous=told or self.ambiguous)

    def _fits(self, named: Reading | None) -> bool:
        if named is None:
            return False
        allowed = {"month": ("day", "month"), "year": ("day", "month", "year")}
        return named.granularity in allowed.get(self.unit, ("day",))
