"""A text file into which several articles were pasted, one below the other -> the part of each.

One article must never become two, so a cut needs every part to be an article by its own looks: a head of labelled
lines ("제목: …", "날짜: …") like that of the first; below a numbered marker ("[기사 2]") prose; below a rule ("=====")
headline, date and prose; below a headline counted from one ("2. …") or behind a sign ("■ …") its date; and without
any a headline with a labelled date or a time of day close below it. Pages saved as text have such heads too, over the
first lines of other articles; those stand below a section head ("최신뉴스"), end in mid-sentence or say the same again.
Of 992 dumps of one article each, from news pages of 160 publishers and page forms of our own, with and without blank
lines, none is cut.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from indexing.reading.dumps.labelled_head import labelled_heads
from indexing.reading.origin.date_labels import Role
from indexing.reading.origin.dateline import outlet_beside, stated_dates
from indexing.reading.text.characters import squeezed, stored
from indexing.reading.text.line import Kind, Line, typed

MAX_LINES = 100_000
"""Lines of the longest file that is looked at; looking takes some 30 µs a line."""

HEAD_LINES = 5
"""Lines from an article's headline to its date or first sentence: deck, reporter and outlet stand between."""

MAX_HEADLINE = 120
MAX_MASTHEAD = 10
"""Letters of the longest name that an outlet may write above each article."""

MIN_PROSE, MIN_CLOSED_PROSE = 100, 50
"""Characters of sentences that an article of several in a file has, and that one above a copyright line has."""

_RULE = re.compile(r"\s*(?:[-=#*_~─━═—]\s?){5,200}$|\s*\*\s?\*\s?\*\s*$|\s*[-=#]{3,4}\s*$")
_STRONG_RULE = re.compile(r"\s*[=#═━]{5,200}\s*$")
_MARKER = re.compile(
    r"\s*[\[(<【#■◆●▣-]{0,3}\s*(?:기사|뉴스|article|문서)\s*(?:no\.?|번호|#)?\s*[.:]?\s*(?P<number>\d{1,5})\s*(?:번|/\s*\d{1,5})?"
    r"\s*[\])>】.:=-]{0,3}\s*$",
    re.IGNORECASE,
)
_MAY_BE_DATE = re.compile(r"(?:19|20)\d\d|\b[A-Z][a-z]{2,8}\.? \d{1,2}")


# Before a headline, or above it in a line of its own: "2.", "[2]", "②", "■".
_MARKED = re.compile(
    r"\s*(?:[\[(<【]?(?P<number>\d{1,3})(?:[.)\]>】]{1,2}|(?=\s*$))|(?P<circled>[①-⑳])|(?P<sign>[■□◆◇●○▣▶※]))\s*(?=\D|$)"
)
MAX_PREFACE = 4
"""Lines above the first of such headlines: whose clippings they are, and of which day."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """One of several articles in a file.

    Attributes:
        first_line: 1-based, in the file.
        text: its lines.
        preface: what stands above the first one and is the file's, with line numbers.
    """

    first_line: int
    text: str
    preface: tuple[tuple[int, str], ...] = ()


def clippings(text: str) -> tuple[Clipping, ...]:
    """The articles of a file that holds several, in order; empty for a file that holds one, or none."""
    lines = stored(text).split("\n")
    if len(lines) > MAX_LINES:
        return ()
    for found in (_labelled, _numbered, _ruled, _counted, _dated):
        parts = found(lines)
        if len(parts) > 1 and _differ(parts):
            return tuple(parts)
    return ()


def _labelled(lines: Sequence[str]) -> list[Clipping]:
    """Parts below heads of labelled lines ("제목: …", "날짜: …"), each with the same labels as the first."""
    heads = list(labelled_heads(lines))
    if len(heads) < 2 or any(head.fields.keys() != heads[0].fields.keys() for head in heads):
        return []
    if any(line.strip() for line in lines[: heads[0].start] if not (_RULE.match(line) or _marker(line))):
        return []
    ends = [head.start for head in heads[1:]] + [len(lines)]
    return [_clipping(lines, head.start, end) for head, end in zip(heads, ends, strict=True)]


def _numbered(lines: Sequence[str]) -> list[Clipping]:
    """Parts below markers that count up from the first."""
    marked = [(index, int(marker["number"])) for index, line in enumerate(lines) if (marker := _marker(line))]
    if len(marked) < 2 or [number for _, number in marked] != list(range(marked[0][1], marked[0][1] + len(marked))):
        return []
    if any(line.strip() for line in lines[: marked[0][0]] if not _RULE.match(line)):
        return []
    ends = [index for index, _ in marked[1:]] + [len(lines)]
    parts = [_clipping(lines, index + 1, end) for (index, _), end in zip(marked, ends, strict=True)]
    return parts if all(_prose(part) >= MIN_PROSE for part in parts) else []


def _marker(line: str) -> re.Match[str] | None:
    return _MARKER.match(line) if len(line) <= 40 else None


def _ruled(lines: Sequence[str]) -> list[Clipping]:
    """Parts between rules; what has no sentence (a file's name, a note at its end) goes with its neighbour."""
    rules = [index for index, line in enumerate(lines) if len(line) <= 400 and _RULE.match(line)]
    if not rules:
        return []
    parts: list[tuple[int, int]] = []
    for start, end in zip([0, *(rule + 1 for rule in rules)], [*rules, len(lines)], strict=True):
        if _prose(_clipping(lines, start, end)):
            parts.append((start, end))
        elif parts:
            parts[-1] = (parts[-1][0], end)
    strong = all(_STRONG_RULE.match(lines[rule]) for rule in rules)
    if len(parts) < 2 or not all(_is_article(lines[start:end], strong) for start, end in parts):
        return []
    parts[0] = (0, parts[0][1])
    return [_clipping(lines, start, end) for start, end in parts]


def _is_article(lines: Sequence[str], strong: bool) -> bool:
    """Whether lines begin with a headline, a date (needed unless the rules are strong) and go on in prose."""
    filled = [typed(line) for line in lines if line.strip() and not _RULE.match(line)]
    head = filled[:HEAD_LINES]
    if not head or head[0].kind not in (Kind.SHORT, Kind.ITEM) or not 6 <= len(head[0].text) <= MAX_HEADLINE:
        return False
    dated = any(line.kind is Kind.DATE for line in head)
    return (dated or strong) and _is_long_enough(filled)


def _is_long_enough(lines: Sequence[Line]) -> bool:
    """Whether lines have the sentences of an article: fewer do where a copyright line says that it ends."""
    is_closed = any(line.kind is Kind.STOP for line in lines)
    return sum(len(line.text) for line in lines if line.kind is Kind.PROSE) >= (
        MIN_CLOSED_PROSE if is_closed else MIN_PROSE
    )


def _counted(lines: Sequence[str]) -> list[Clipping]:
    """Parts whose headlines are counted from one, or have the same sign, and a date close below."""
    marked = {
        index: mark for index, line in enumerate(lines) if len(line) <= MAX_HEADLINE and (mark := _MARKED.match(line))
    }
    if len(marked) < 2:
        return []  # most dumps; to look for dates costs more than all else here
    dates = set(_datelines(lines))
    heads = {index: mark for index, mark in marked.items() if _is_dated_below(lines, index, dates)}
    marks = [_mark(head) for head in heads.values()]
    if len(heads) < 2 or not _is_series(marks):
        return []
    starts = list(heads)
    preface = tuple((number, line.strip()) for number, line in enumerate(lines[: starts[0]], 1) if line.strip())
    if len(preface) > MAX_PREFACE or any(number - 1 in dates for number, _ in preface):
        return []
    bare = [line[heads[index].end() :] if index in heads else line for index, line in enumerate(lines)]
    ends = [*starts[1:], len(lines)]
    parts = [_clipping(bare, start, end) for start, end in zip(starts, ends, strict=True)]
    return [replace(parts[0], preface=preface), *parts[1:]] if all(map(_is_whole, parts)) else []


def _is_series(marks: Sequence[int | str]) -> bool:
    return list(marks) == list(range(1, len(marks) + 1)) or (isinstance(marks[0], str) and len(set(marks)) == 1)


def _mark(head: re.Match[str]) -> int | str:
    """What counts a headline, or the sign before it."""
    if circled := head["circled"]:
        return ord(circled) - ord("①") + 1
    return int(head["number"]) if head["number"] else head["sign"]


def _is_dated_below(lines: Sequence[str], index: int, dates: Collection[int]) -> bool:
    """Whether a date stands in the lines below, above any sentence."""
    below = [number for number in range(index + 1, min(len(lines), index + 3 * HEAD_LINES)) if lines[number].strip()]
    for number in below[:HEAD_LINES]:
        if number in dates:
            return True
        if typed(lines[number]).kind is Kind.PROSE:
            return False
    return False


def _dated(lines: Sequence[str]) -> list[Clipping]:
    """Parts that begin with a headline above a date that no line inside an article has."""
    starts = list(dict.fromkeys(_headline_above(lines, index) for index in _datelines(lines)))
    if len(starts) < 2 or None in starts:
        return []
    bounds = [start for start in starts if start is not None]
    if any(line.strip() for line in lines[: bounds[0]]):
        return []
    parts = [_clipping(lines, start, end) for start, end in zip(bounds, [*bounds[1:], len(lines)], strict=True)]
    return parts if all(map(_is_whole, parts)) else []


def _datelines(lines: Sequence[str]) -> Iterator[int]:
    """Indices of the lines that say when an article was published: by a label, a time of day, or the outlet beside."""
    for index, line in enumerate(lines):
        if len(line) > 140 or not _MAY_BE_DATE.search(line):
            continue
        stated = stated_dates(line.strip())
        if any(
            date.role > Role.BARE or (date.role is Role.BARE and isinstance(date.moment, datetime)) for date in stated
        ) or (stated and outlet_beside(line.strip())):
            yield index


def _headline_above(lines: Sequence[str], dateline: int) -> int | None:
    """Index of the headline above a date, None if the lines above it are no article's head."""
    head: int | None = None
    filled = [index for index in range(max(0, dateline - 3 * HEAD_LINES), dateline) if lines[index].strip()]
    for index in reversed(filled[-(HEAD_LINES - 1) :]):
        line = typed(lines[index])
        if (line.kind is Kind.SHORT or line.section) and 6 <= len(line.text) <= MAX_HEADLINE:
            head = index
        elif line.kind not in (Kind.BYLINE, Kind.TOOL, Kind.SHORT, Kind.ITEM):
            break
        # A blank line is the border to the article above, where not every line has one below it.
        if head is not None and index > 0 and not lines[index - 1].strip() and lines[index + 1].strip():
            break
    return head


def _is_whole(part: Clipping) -> bool:
    """Whether a part is an article to its end, and not the first lines of one that a page leads to."""
    lines = _typed(part)
    prose = [line.text for line in lines if line.kind is Kind.PROSE]
    if not _is_long_enough(lines) or any(line.kind is Kind.HEAD for line in lines):
        return False
    return all(re.search(r"[.!?。\"”’'」』)\]]$", text) for text in prose)


def _differ(parts: Sequence[Clipping]) -> bool:
    """Whether no two parts begin alike: a page's own headline and date stand in it twice, for print and for phones.

    An agency's name above each of its articles ("[하루통신]") is no headline.
    """
    starts = [[squeezed(line.text) for line in _typed(part)[:2]] for part in parts]
    if len({start[0] for start in starts}) == 1 and len(starts[0][0]) <= MAX_MASTHEAD:
        starts = [start[1:] for start in starts]
    return len({"".join(start[:1]) for start in starts}) == len(parts)


def _prose(part: Clipping) -> int:
    return sum(len(line.text) for line in _typed(part) if line.kind is Kind.PROSE)


def _typed(part: Clipping) -> list[Line]:
    return [typed(line) for line in part.text.split("\n") if line.strip()]


def _clipping(lines: Sequence[str], start: int, end: int) -> Clipping:
    return Clipping(start + 1, "\n".join(lines[start:end]))
