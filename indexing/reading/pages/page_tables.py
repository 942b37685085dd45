"""The tables of a page that state something, put as lines where they stand in its article.

Only those are taken for a part of it that stand among its paragraphs: others are of the page, as is the text around.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from lxml.etree import SubElement
from lxml.html import Element, HtmlElement

from indexing.reading.text.characters import one_line, squeezed
from indexing.reading.text.line import Kind, typed
from indexing.reading.text.rendering import ShownLine
from indexing.reading.text.stated_rows import stated_rows

MAX_TABLES = 50
"""Most tables of a page that are read."""


@dataclass(frozen=True, slots=True)
class StatedTable:
    """The rows of a table as lines, and the empty element that stands where the table stood."""

    place: HtmlElement
    lines: list[str]


def take_tables(page: HtmlElement) -> list[StatedTable]:
    """Remove from a page the tables that state something, so that no cell of theirs is taken for a line."""
    stated = ((table, lines) for table in list(page.iter("table")) if (lines := stated_rows(table)))
    taken: list[StatedTable] = []
    for table, lines in islice(stated, MAX_TABLES):
        place = Element("div")
        place.tail = table.tail
        table.getparent().replace(table, place)
        taken.append(StatedTable(place, lines))
    return taken


def put_rows(tables: Sequence[StatedTable]) -> frozenset[str]:
    """Put a paragraph for each row in the place of a table, and return the texts of all these."""
    for table in tables:
        for line in table.lines:
            SubElement(table.place, "p").text = line
    return frozenset(line for table in tables for line in table.lines)


def with_table_rows(body: Sequence[str], lines: Sequence[ShownLine], rows: frozenset[str]) -> list[str]:
    """A body with the tables that stand between two of its paragraphs, or below one in the element that holds both.

    Args:
        body: its paragraphs.
        lines: all that the page shows.
        rows: those of the lines that are rows of a table.
    """
    if not rows:
        return list(body)
    merged = [text for text in body if one_line(text) not in rows]
    keys = [squeezed(text) for text in merged]
    blocks = [list(block) for _, block in groupby(lines, key=lambda line: line.text in rows)]
    sentences = [[line for line in block if typed(line.text).kind is Kind.PROSE] for block in blocks]
    above: ShownLine | None = None
    place = 0
    for number, block in enumerate(blocks):
        if block[0].text not in rows:
            above = sentences[number][-1] if sentences[number] else above
            continue
        own = _index(keys, above)
        if above is None or own is None:
            continue
        below = next(iter(sentences[number + 1]), None) if number + 1 < len(blocks) else None
        if _index(keys, below) is not None or _holds(block[0].block, above.block):
            between = {squeezed(line.text) for line in blocks[number - 1]}
            place = max(place, own + 1)
            while place < len(keys) and keys[place] in between:  # the table's title and unit
                place += 1
            merged[place:place] = [line.text for line in block]
            keys[place:place] = [""] * len(block)
            place += len(block)
    return merged


def _index(keys: Sequence[str], line: ShownLine | None) -> int | None:
    """Index of the first paragraph that a line stands in."""
    key = squeezed(line.text) if line else ""
    return next((index for index, paragraph in enumerate(keys) if key and key in paragraph), None)


def _holds(row: HtmlElement, other: HtmlElement) -> bool:
    """Whether the element that holds a table, of which a row is given, holds the other, too."""
    table = row.getparent()
    holder = table.getparent()
    while holder is not None and len(holder) == 1 and not (holder.text or "").strip():
        holder = holder.getparent()  # it only frames the table
    return holder is not None and holder.tag != "body" and (holder is other or holder in other.iterancestors())
