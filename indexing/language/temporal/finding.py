"""The search: candidates of every grammar, longest first, joined into ranges and resolved from left to right."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.clocks import is_by_another_clock
from indexing.language.temporal.english import ENGLISH
from indexing.language.temporal.expression import TemporalExpression
from indexing.language.temporal.grammar import Candidate, Grammar, candidate_at, candidates
from indexing.language.temporal.korean import KOREAN
from indexing.language.temporal.named_days import SENTENCE_BREAK, SENTENCE_LENGTH, NamedDays
from indexing.language.temporal.numeric import NUMERIC
from indexing.language.temporal.point import Point, in_brackets, joined, weekday_before
from indexing.language.temporal.scene import Reading, Scene
from indexing.language.temporal.times import closing_hour, closing_time, opening_time, time_of_day

GRAMMARS = (NUMERIC, KOREAN, ENGLISH)
LEAD_LENGTH = 48
"""Characters before a day in which "from 9 a.m. to 11:30 a.m. local time on" is looked for."""

_LOOKALIKES = str.maketrans("ſ\u212aİı", "skIi")
"""Letters that ``re.IGNORECASE`` takes for s, k and i, and that no table of words has ("laſt week")."""

_LIST = re.compile(r"[ ]?(?:[,·ㆍ/]|과|와|및|또는|이나|and|or)[ ]?")
_AHEAD = re.compile(r"\)?(?:\([^()\n]{1,12}\))?[을를]?\s?앞[두둔]")
"""A day that something comes before (추석(17일)을 앞두고) is not the day that "이날" goes back to."""
_RANGE_REST = re.compile(r"\d\s?[~∼～\-–]\s?$")


def find_temporal_expressions(text: str, anchor: date | None) -> tuple[TemporalExpression, ...]:
    """The temporal expressions of a Korean or English text, resolved to days.

    Pass the whole text, not a sentence of it: "이날" and "30일" mean what the text has named before them.

    Args:
        text: any text; of any length, in time linear in it.
        anchor: the day the text was published, which "어제" and "last week" are counted from; None if unknown: then
            only expressions that state their year are returned.

    Returns:
        The expressions in order, not overlapping, the longest where several begin together. Dates that the
        calendar does not have (2월 30일) and lengths of time (3일간) are no expressions.
    """
    search = _Search(_without_lookalikes(text), anchor)
    found = [one for grammar in GRAMMARS for one in candidates(grammar, search.text)]
    for candidate in sorted(found, key=lambda one: (one.start, -one.end)):
        if candidate.start >= search.end:
            search.accept(candidate)
    if search.text == text:
        return tuple(search.expressions)
    return tuple(replace(one, text=text[one.start : one.end]) for one in search.expressions)


@dataclass(slots=True)
class _Search:
    """The state of one walk through a text."""

    text: str
    anchor: date | None
    end: int = 0
    expressions: list[TemporalExpression] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    days: NamedDays = field(init=False)

    def __post_init__(self) -> None:
        self.days = NamedDays(self.text, self.anchor)

    def accept(self, candidate: Candidate) -> None:
        """Resolve a candidate, with the end of its range if it has one; either way its words are spent."""
        scene = self._scene(candidate.start, candidate.end)
        left = self._point(candidate, scene)
        before = self.expressions[-1] if self.expressions else None
        beside = in_brackets(self.text, before, left, candidate.grammar.trail) if left else None
        if before is not None and beside is not None and beside.start == before.start:
            self.expressions.pop()
        left = beside or left
        joined = self._range(candidate, left, scene)
        if joined is not None:
            self._add(replace(joined, start=left.start) if left else joined)
        elif left is not None and not candidate.is_open and not self._is_rest_of_range(candidate.start):
            self._add(self._lasting(candidate, left) or self._until(candidate.grammar, left))
        self.end = max(self.end, candidate.end)

    def _scene(self, start: int, end: int) -> Scene:
        previous = self.readings[-1] if self.readings else None
        previous_end = self.expressions[-1].end if self.expressions else -SENTENCE_LENGTH
        near = start - previous_end < SENTENCE_LENGTH
        same = near and not SENTENCE_BREAK.search(self.text, previous_end, start)
        between = self.text[previous_end:start] if same else ""
        listed = same and _LIST.fullmatch(between) is not None
        by_clock = same and is_by_another_clock(self.text, previous_end, start, end)
        days = self.days
        this_day = days.this_day(start)
        told, period, several = days.told, days.period, days.several
        return Scene(
            self.anchor, previous, days.last, this_day, told, period, several, near, same, between, listed, by_clock
        )

    def _point(self, candidate: Candidate, scene: Scene) -> Point | None:
        grammar = candidate.grammar
        trail = grammar.trail.match(self.text, candidate.end)
        groups = {} if trail is None else trail.groupdict()
        weekday = groups.get("weekday") or groups.get("weekday_") or weekday_before(self.text, candidate.start)
        if weekday:
            scene = replace(scene, weekday=grammar.weekdays.get(weekday.lower()))
        reading = _resolved(candidate, scene)
        if reading is None:
            return None
        if reading.granularity != "day" or trail is None:
            return Point(candidate.start, candidate.end, reading, None)
        time = time_of_day(trail)
        end = trail.end() if time else trail.end("note")
        if time is None and grammar.lead is not None:
            return self._with_lead(candidate, reading, end, grammar.lead)
        return Point(candidate.start, end, reading, time, closing_hour(trail, time) if time else None)

    def _with_lead(self, candidate: Candidate, reading: Reading, end: int, lead: re.Pattern[str]) -> Point:
        begin = max(self.end, candidate.start - LEAD_LENGTH)
        match = lead.search(self.text[begin : candidate.start])
        time = time_of_day(match) if match else None
        if match is None or time is None:
            return Point(candidate.start, end, reading, None)
        opening = opening_time(match["opening"], match) if match["opening"] else None
        start = begin + match.start()
        return Point(start, end, reading, opening or time, time if opening and opening < time else None)

    def _until(self, grammar: Grammar, point: Point) -> Point:
        match = grammar.until.match(self.text, point.end) if point.time and point.until is None else None
        until = closing_time(match, point.time) if match and point.time else None
        return point if match is None or until is None else replace(point, end=match.end(), until=until)

    def _lasting(self, candidate: Candidate, point: Point) -> Point | None:
        is_part = isinstance(candidate.meaning, CalendarDate) and candidate.meaning.part is not None
        found = None if is_part else candidate.grammar.lengths.find(self.text, self.end, point.start, point.end)
        if found is None:
            return None
        start, end, length = found
        try:
            reading = length.beginning_with(point.reading)
        except (ValueError, OverflowError):
            return None
        return None if reading is None else replace(point, start=start, end=end, reading=reading, opening=point.reading)

    def _range(self, candidate: Candidate, left: Point | None, scene: Scene) -> Point | None:
        grammar = candidate.grammar
        joiner = candidate.joiner(self.text, left.end if left else candidate.end)
        other = candidate_at(grammar, self.text, joiner.end()) if joiner else None
        if other is None:
            return None
        follows = left is not None and not candidate.borrows
        tail = other.in_month_of(candidate)
        right = self._point(tail, replace(scene, left=left.reading) if left and follows else scene)
        states_year = tail is not other or (right is not None and not right.reading.relative)
        if right is not None and (candidate.borrows or states_year):
            left = self._point(candidate, replace(scene, right=right.reading)) or left
        if (start := candidate.in_week_of(other)) is not candidate:
            left = self._point(start, scene)
        if left is None or right is None or right.reading.last < left.reading.first:
            return None
        closer = grammar.closer.match(self.text, right.end)
        end = closer.end() if closer else right.end
        return Point(left.start, end, joined(left.reading, right.reading), left.time, right.time)

    def _is_rest_of_range(self, start: int) -> bool:
        """Whether these are the words after a dash whose other side was no date ("12~31일")."""
        return _RANGE_REST.search(self.text, max(0, start - 4), start) is not None

    def _add(self, point: Point) -> None:
        reading = point.reading
        self.expressions.append(
            TemporalExpression(
                self.text[point.start : point.end],
                point.start,
                point.end,
                reading.first,
                reading.last,
                reading.granularity,
                reading.relative,
                point.time,
                reading.ambiguous,
                point.until,
            )
        )
        self.end = point.end
        if reading.aside:
            return
        self.readings.append(point.opening or reading)
        if reading.granularity == "range":
            self.days.add_period(reading)
        named = point.opening or reading
        if named.granularity == "day" and not _AHEAD.match(self.text, point.end):
            self.days.add(named, point.start)


def _without_lookalikes(text: str) -> str:
    # translate takes 80 µs for 1,000 characters, to look for the letters 1 µs
    return text.translate(_LOOKALIKES) if any(chr(letter) in text for letter in _LOOKALIKES) else text


def _resolved(candidate: Candidate, scene: Scene) -> Reading | None:
    try:
        return candidate.meaning.resolve(scene)
    except (ValueError, OverflowError):  # the calendar has no such day, or Python's has not: 2월 30일, 900000년 전
        return None
