"""The check of a claim against what it cites: what it says that cannot be found there."""

import re
from calendar import month_abbr
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from app.answering.claims.clocks import find_clock_times
from app.answering.claims.dates import claim_dates, unfound_dates
from app.answering.claims.figure import Figure, says
from app.answering.claims.figures import figures_said, find_figures
from app.answering.claims.grounds import Grounds
from app.answering.claims.names import NameFinder
from app.answering.claims.negation import unfound_denials
from app.answering.claims.victims import victims_counted
from indexing.language.blanking import blanked
from indexing.language.glossary import Glossary

Aspect = Literal["number", "date", "name", "negation", "script"]
LONGEST_CLAIM: Final = 600
"""Characters; a longer "sentence" is checked in its beginning."""
_LIST_NUMBER: Final = re.compile(r"^\s*(?:\d{1,2}[.)]\s|[-*•]\s)")
_OTHER_SCRIPTS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_UNSAID: Final = 1
"""One and first are said in too many ways: 제1회, "a year", 1위."""
_MONTH_NUMBER: Final = re.compile(r"(?<!\d)(?P<month>1[0-2]|[1-9])\s?월(?!요일)")
_MONTH_NAME: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b")
_YEARS: Final = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Unfound:
    """Something that a claim says and its source does not.

    Attributes:
        aspect: what kind of thing it is.
        text: as the claim writes it; of a negation, the words that deny, in the claim or in the source.
    """

    aspect: Aspect
    text: str


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """The outcome of a check.

    Attributes:
        unfound: what was not found, in the order of the aspects, without repetitions.
    """

    unfound: tuple[Unfound, ...]

    @property
    def holds(self) -> bool:
        """Whether everything was found."""
        return not self.unfound


class ClaimChecker:
    """Checks numbers, dates, names and negation of claims, whatever the languages of claim and source.

    Args:
        names: finds names.
        glossary: says what a denied verb is in the other language.
    """

    def __init__(self, names: NameFinder, glossary: Glossary) -> None:
        self._names = names
        self._glossary = glossary

    def check(self, claim: str, grounds: Sequence[Grounds]) -> ClaimCheck:
        """What of a claim is found in none of its grounds.

        Args:
            claim: one sentence, without citation markers.
            grounds: the sentences that it cites, at least one; what one of them says is said.

        Raises:
            ValueError: without grounds there is nothing to check against.
        """
        if not grounds:
            raise ValueError(f"{claim[:40]!r} cites nothing, so it cannot be checked; pass at least one sentence.")
        claim = _LIST_NUMBER.sub("", claim[:LONGEST_CLAIM])
        first, *others = [list(self._unfound(claim, ground)) for ground in grounds]
        return ClaimCheck(tuple(one for one in dict.fromkeys(first) if all(one in other for other in others)))

    def _unfound(self, claim: str, grounds: Grounds) -> Iterator[Unfound]:
        """What a claim says and one of its grounds does not, in the order of the aspects."""
        dates = claim_dates(claim, grounds.published_on)
        undated = blanked(claim, [(date.start, date.end) for date in dates])
        found: tuple[tuple[Aspect, Iterable[str]], ...] = (
            ("number", _numbers(undated, grounds)),
            ("date", unfound_dates(claim, dates, grounds)),
            ("name", self._names.unfound(undated, grounds)),
            ("negation", unfound_denials(claim, grounds.quote, grounds.near, self._glossary)),
            ("script", _strays(claim, grounds)),
        )
        return (Unfound(aspect, text) for aspect, texts in found for text in texts)


def _numbers(undated: str, grounds: Grounds) -> Iterator[str]:
    """Times of day and amounts of a claim without its dates that are not said."""
    times, said_times = find_clock_times(undated), find_clock_times(grounds.near)
    said = figures_said(grounds.near)
    for time in times:
        # "patrolling at 11 every night" names no clock
        is_bare = not said_times and any(other.amount * 60 == time.minutes % (12 * 60) for other in said)
        if not is_bare and not any(time.agrees(other) for other in said_times):
            yield time.text
    rest = blanked(undated, [(time.start, time.end) for time in times] + _named_months(undated, grounds.near))
    for figure in find_figures(rest):
        if figure.amount == _UNSAID or _is_known(figure, grounds):
            continue
        same = [other for other in said if says(figure, other)]
        if not same or _counts_others(rest, figure, grounds.near, same):
            yield figure.text


def _named_months(claim: str, near: str) -> list[tuple[int, int]]:
    """Where a claim numbers a month that an English source names, of a year that neither tells: 10월 of Oct. 16."""
    named = {match[0][:3].title() for match in _MONTH_NAME.finditer(near)}
    return [match.span() for match in _MONTH_NUMBER.finditer(claim) if month_abbr[int(match["month"])] in named]


def _counts_others(claim: str, figure: Figure, near: str, same: Sequence[Figure]) -> bool:
    """Whether a claim counts the dead by a number that wherever it is said counts the injured."""
    ours = victims_counted(claim, figure.start, figure.end)
    theirs = [victims_counted(near, other.start, other.end) for other in same]
    return bool(ours) and all(counted and counted.isdisjoint(ours) for counted in theirs)


def _strays(claim: str, grounds: Grounds) -> Iterator[str]:
    """Chinese or Japanese letters that are not the article's own: some models fall into them."""
    return (run for run in _OTHER_SCRIPTS.findall(claim) if run not in grounds.around)


def _is_known(figure: Figure, grounds: Grounds) -> bool:
    """The year of a date, or a number that is part of a name in the headline ("K리그2", "2호선")."""
    if figure.unit is None and figure.amount in _YEARS:
        years = {day.year for reading in grounds.dates for day in (reading.first, reading.last)}
        years |= {grounds.published_on.year} if grounds.published_on else set()
        return int(figure.amount) in years or str(figure.amount) in grounds.view.numbers
    return False
