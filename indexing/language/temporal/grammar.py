"""What a language brings to the search for temporal expressions: rules, and how ranges and times are written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from indexing.language.temporal.calendar_dates import CalendarDate
from indexing.language.temporal.lengths import LengthWords
from indexing.language.temporal.periods import Weekday
from indexing.language.temporal.rules import Rule, RuleIndex
from indexing.language.temporal.scene import Meaning, NoDate

LEFT_CONTEXT = 48
"""Characters before a match that ``Rule.not_after`` sees."""

PAIR_CONTEXT = 24
"""Characters before a match in which ``Grammar.pair`` looks for "between", and for what makes it no range."""

OPEN_GROUP = "open"
"""A match with a group of this prefix ("open_day") is half a range, as "3" in "3~5일": no date without its end."""

BORROW_GROUP = "borrow"
"""A match with this group is open, and takes its month from its range's end: "29" in "29-30 September"."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The temporal expressions of one language.

    Attributes:
        rules: expressions that stand alone; the longest match wins, then the rule listed first.
        joiner: what stands between the two ends of a range: "부터", "~", "to".
        closer: what ends a range and belongs to it: "까지"; may match nothing.
        tails: rules that only hold for the end of a range: the "31" of "July 21 to 31".
        trail: what belongs to a day after it; groups of a time (see times.py) and a group "weekday"; may match nothing.
        lead: what belongs to a day before it, ended with ``$``: "6:30 p.m. on".
        until: what follows a time and ends it on the same day: "부터 오후 6시까지", " to 6 p.m."; groups of a time.
        pair: what stands before a range and between its ends: "between … and".
        lengths: how long what begins on a day lasts: "부터 사흘간".
        weekdays: initial of a weekday, lower case -> 0 (Monday) to 6.
    """

    rules: RuleIndex
    joiner: re.Pattern[str]
    closer: re.Pattern[str]
    trail: re.Pattern[str]
    until: re.Pattern[str]
    lengths: LengthWords
    weekdays: Mapping[str, int]
    tails: RuleIndex
    lead: re.Pattern[str] | None = None
    pair: tuple[re.Pattern[str], re.Pattern[str]] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match that may become an expression, or the end of one."""

    start: int
    end: int
    meaning: Meaning
    grammar: Grammar
    is_open: bool
    borrows: bool

    def joiner(self, text: str, end: int) -> re.Match[str] | None:
        """What joins it, where it ends at ``end``, to the end of its range; None where it stands alone."""
        pair = self.grammar.pair
        if pair is not None and pair[0].search(text[max(0, self.start - PAIR_CONTEXT) : self.start]):
            return pair[1].match(text, end)
        return self.grammar.joiner.match(text, end)

    def in_month_of(self, start: "Candidate") -> "Candidate":
        """The end of a range with the month of its start, where it states only day and year: "Nov. 3-5, 2025"."""
        if not (isinstance(start.meaning, CalendarDate) and isinstance(self.meaning, CalendarDate)):
            return self
        meaning = self.meaning.in_month_of(start.meaning)
        return self if meaning is self.meaning else replace(self, meaning=meaning)

    def in_week_of(self, end: "Candidate") -> "Candidate":
        """The start of a range of weekdays in the week of its end: "Tuesday through Friday next week"."""
        if not (isinstance(end.meaning, Weekday) and isinstance(self.meaning, Weekday)) or end.meaning.week is None:
            return self
        return replace(self, meaning=self.meaning.in_week_of(end.meaning))


def candidates(grammar: Grammar, text: str) -> list[Candidate]:
    """Every match of every rule of ``grammar`` in ``text``, overlapping ones included."""
    found = (_candidate(grammar, rule, match) for rule, match in grammar.rules.matches(text))
    return [one for one in found if one is not None]


def candidate_at(grammar: Grammar, text: str, start: int) -> Candidate | None:
    """The longest match that begins exactly at ``start``, tails included: the end of a range."""
    matches = (*grammar.rules.at(text, start), *grammar.tails.at(text, start))
    found = [_candidate(grammar, rule, match) for rule, match in matches]
    closed = (one for one in found if one is not None and not one.is_open)
    return max(closed, key=lambda one: one.end, default=None)


def _candidate(grammar: Grammar, rule: Rule, match: re.Match[str]) -> Candidate | None:
    start, end = match.span()
    before = match.string[max(0, start - LEFT_CONTEXT) : start]
    spoiled = rule.not_after is not None and rule.not_after.search(before)
    meaning = NoDate() if spoiled else rule.read(match)
    if meaning is None:
        return None
    given = [name for name, value in match.groupdict().items() if value is not None]
    borrows = BORROW_GROUP in given
    is_open = borrows or any(name.startswith(OPEN_GROUP) for name in given)
    return Candidate(start, end, meaning, grammar, is_open, borrows)
