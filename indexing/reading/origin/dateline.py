"""Publication dates as news pages write them: "입력 2025-01-21 18:35", "2024년 4월 23일 오후 6시", "Jan. 21, 2025".

A label tells what the date is of, before it or, in a line that begins with its date, behind it ("2025-01-21 18:35
송고"); without one, the line must say nothing else. Footers, issues and stock exchanges have dates too, which are not
the article's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from indexing.reading.origin.bare_dates import says_nothing_else
from indexing.reading.origin.byline import outlet_alone, reporters_in
from indexing.reading.origin.date_labels import Role, role_before, role_behind
from indexing.reading.origin.moment import Moment, WrittenDate, written_dates

MAX_LINE = 140
"""Characters of the longest line that can be a dateline: reporter, outlet, two dates and their labels."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as a line states it."""

    moment: Moment
    role: Role


@dataclass(frozen=True, slots=True)
class Dateline:
    """When an article was published and changed, and the 0-based index of the line that says so."""

    index: int
    published: Moment
    updated: Moment | None


_ENDS_SENTENCE = re.compile(r"[다요][.!?][\"”’')]*$")
_DIGIT = re.compile(r"\d")
_IN_SENTENCE = re.compile(r"\s?(?:부터|까지|에[는도서]?\b|[은는의로]\b|이[후전]\b)")
# Dates of the newspaper's registration, of an issue, of a stock exchange's day: none is the article's.
_TRAPS = re.compile(
    r"등록\s?\(?(?:발행)?\)?\s?(?:일자|번호)|발행\s?일자|발행인|편집인|사업자|제\s?\d+\s?호|\d장\s?(?:종료|마감|중)|\s장\s?(?:종료|마감|중)|창간"
)
_ISSUE = re.compile(r"(?:제|통권|지령)\s?\d{1,6}\s?호")
_CLOCK_ALONE = re.compile(r"(?:오전|오후)\s?\d{1,2}:\d{2}|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)


def stated_dates(line: str) -> tuple[StatedDate, ...]:
    """The dates by which a line dates its article; empty for prose that merely mentions a date.

    Args:
        line: one line of text. Lines above 140 characters and whole sentences never date an article.
    """
    if len(line) <= MAX_LINE and _ISSUE.search(line) and reporters_in(line):
        line = _ISSUE.sub(" ", line)  # an imprint names no reporter
    if len(line) > MAX_LINE or not _DIGIT.search(line) or _ENDS_SENTENCE.search(line) or _TRAPS.search(line):
        return ()
    dates = list(written_dates(line))
    edges = [0, *(edge for written in dates for edge in (written.start, written.end)), len(line)]
    rest = [line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    found: list[StatedDate] = []
    for written, role in zip(dates, _roles(dates, rest), strict=True):
        # "등록 3월 1일부터": a date in a heading; but "보도시점 3월 1일 12:00 이후" is an embargo.
        if role is not Role.EMBARGOED and _IN_SENTENCE.match(line, written.end):
            continue
        if role is not None or not (found or written.short_year):
            found.append(StatedDate(written.moment, Role.BARE if role is None else role))
    if any(stated.role is not Role.BARE for stated in found):
        return tuple(found)
    return tuple(found) if found and says_nothing_else(rest, found[0].moment) else ()


def find_dateline(lines: Sequence[str], bare_before: int) -> Dateline | None:
    """The line that dates an article: a labelled date beats a bare one, publication beats modification, else the first.

    Args:
        lines: the lines of the source.
        bare_before: index from which bare dates are no longer believed: further down they belong to other articles.
    """
    best: tuple[Role, int, Moment] | None = None
    updated: tuple[int, Moment] | None = None
    for index, line in enumerate(lines):
        for stated in _with_clock(stated_dates(line), below=lines[index + 1 : index + 2]):
            if stated.role is Role.UPDATED and updated is None:
                updated = index, stated.moment
            if stated.role is Role.BARE and index >= bare_before:
                continue
            if best is None or stated.role > best[0]:
                best = stated.role, index, stated.moment
    if best is None:
        return None
    changed = updated[1] if updated and updated[1] != best[2] else None
    return Dateline(best[1], best[2], changed)


def without_dates(line: str) -> str:
    """What a dateline says beside its dates."""
    rest: list[str] = []
    position = 0
    for written in written_dates(line[:MAX_LINE]):
        rest.append(line[position : written.start])
        position = written.end
    return " ".join([*rest, line[position:]]).strip()


def outlet_beside(line: str) -> str | None:
    """The outlet that a dateline names beside its dates: "하루뉴스 | 2025-01-21 | 최하나 기자"."""
    rest = without_dates(line)
    pieces = [*re.split(r"\s*[|/·,ㅣ]\s*", rest), *rest.split()]
    return next((name for piece in pieces if (name := outlet_alone(piece))), None)


def is_clock(line: str) -> bool:
    """Whether a line is nothing but a time of day, as a page shows it below the day."""
    return _CLOCK_ALONE.fullmatch(line) is not None


def _with_clock(dates: tuple[StatedDate, ...], below: Sequence[str]) -> tuple[StatedDate, ...]:
    """The dates of a line; the only one, a day, with the time of day that stands alone below it."""
    if len(dates) != 1 or isinstance(dates[0].moment, datetime) or not any(map(is_clock, below)):
        return dates
    moment = next((written.moment for written in written_dates(f"{dates[0].moment.isoformat()} {below[0]}")), None)
    return (StatedDate(moment, dates[0].role),) if moment else dates


def _roles(dates: Sequence[WrittenDate], rest: Sequence[str]) -> list[Role | None]:
    """The roles that labels give to the dates of a line.

    Args:
        dates: of the line.
        rest: the text before the first date, that between two, and that after the last.
    """
    before = [role_before(text) for text in rest[:-1]]
    behind = [role_behind(text) for text in rest[1:]]
    # Where a label stands before the first date, one between two dates is that of the second.
    if not any(behind) or before[0] is not None:
        return before
    # A day in a headline may have such a word behind it ("1월 21일 승인"), a time of day has not.
    if not any(isinstance(date.moment, datetime) for date in dates) and not says_nothing_else(rest, dates[0].moment):
        return before
    if behind[-1] is not None:
        return behind
    return [
        own or (None if following else last)
        for own, last, following in zip(before, behind, [*before[1:], None], strict=True)
    ]
