"""Paragraphs that an extractor lost although they stand in the page just as those it found.

An advertisement or a picture between two halves of an article splits it into containers, and the second half is lost.
Its paragraphs still have the same tag and classes, up to the fourth element above them, as the paragraphs of the first.
On 233 news pages this brings back 16 paragraphs of 10 articles and 3 sentences that belong to none: body F1 +.002.
"""

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from indexing.reading.pages.page import classes
from indexing.reading.pages.page_body import share_within
from indexing.reading.text.characters import squeezed
from indexing.reading.text.line import Kind, typed
from indexing.reading.text.rendering import ShownLine

DEPTH = 4
"""Elements, from the paragraph upwards, whose tags and classes must be equal."""

MIN_ALIKE, MIN_SHARE = 3, 0.3
"""Found paragraphs that stand so, in number and as a share of all, before a lost one is believed."""

MIN_LINE = 15
"""Letters of the shortest line that tells where the body stands; shorter ones occur anywhere."""

FIRST = 3
"""Letters by which the lines are looked up that a paragraph may begin with."""

MOST_STARTS = 100
"""Lines that begin like a paragraph and are tried as its first; a menu of 3,000 equal lines took 18 seconds."""

MAX_KNOWN = 0.5
"""Share of a line's sentences that the body has already, from which it is no lost paragraph."""

_Place = tuple[tuple[str, str], ...]


def with_lost_paragraphs(found: Sequence[str], lines: Sequence[ShownLine]) -> list[str]:
    """The found paragraphs, with the lost ones put in where they stand in the page.

    Args:
        found: paragraphs of the body.
        lines: all that the page shows.
    """
    whole = squeezed(" ".join(found))
    keys = [squeezed(line.text) for line in lines]
    known = [len(key) >= MIN_LINE and key in whole for key in keys]
    prose = [line if typed(line.text).kind is Kind.PROSE else None for line in lines]
    places = Counter(_place(line.block) for line, is_known in zip(prose, known, strict=True) if line and is_known)
    usual = {place for place, n in places.items() if n >= MIN_ALIKE and n >= MIN_SHARE * places.total()}
    if not usual:
        return list(found)
    lost = {
        index: line.text
        for index, line in enumerate(prose)
        if line and not known[index] and _place(line.block) in usual and share_within([line.text], whole) < MAX_KNOWN
    }
    return _merged(found, keys, lost)


def as_shown_apart(found: Sequence[str], lines: Sequence[ShownLine]) -> list[str]:
    """The found paragraphs, those taken apart that the page shows as several lines: a caption glued to the lead."""
    starts: dict[str, list[int]] = {}
    keys = [squeezed(line.text) for line in lines]
    for index, key in enumerate(keys):
        if key:
            starts.setdefault(key[:FIRST], []).append(index)
    runs: dict[str, range] = {}
    apart: list[str] = []
    for text in found:
        key = squeezed(text)
        if key not in runs:
            tried = (_run(key, keys, start) for start in starts.get(key[:FIRST], ())[:MOST_STARTS])
            runs[key] = next((run for run in tried if len(run) > 1), range(0))
        apart += [lines[index].text for index in runs[key]] or [text]
    return apart


def _run(whole: str, keys: Sequence[str], start: int) -> range:
    """The lines from ``start`` that together are the whole, an empty range if they are not."""
    end, left = start, whole
    while left and end < len(keys) and keys[end] and left.startswith(keys[end]):
        left = left[len(keys[end]) :]
        end += 1
    return range(start, end if not left else start)


def _place(element: HtmlElement) -> _Place:
    place: list[tuple[str, str]] = []
    above: HtmlElement | None = element
    while above is not None and len(place) < DEPTH:
        place.append((str(above.tag), classes(above)))
        above = above.getparent()
    return tuple(place)


def _merged(found: Sequence[str], keys: Sequence[str], lost: dict[int, str]) -> list[str]:
    """The found paragraphs and before each the lost ones that stand above it in the page."""
    merged: list[str] = []
    waiting = sorted(lost)
    position = 0
    for text in found:
        key = squeezed(text)
        ahead = range(position, len(keys)) if len(key) >= MIN_LINE else ()
        place = next((index for index in ahead if keys[index] and keys[index] in key), None)
        if place is not None:
            while waiting and waiting[0] < place:
                merged.append(lost[waiting.pop(0)])
            position = place
        merged.append(text)
    return [*merged, *(lost[index] for index in waiting)]
