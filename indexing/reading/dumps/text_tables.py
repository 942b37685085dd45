"""Tables in text, as a browser copies them, cells apart by tabs, bars or wide gaps -> lines that say what they are.

Two lines below the heads are needed at least, with as many cells as these and with units, as of the tables of a page.
"""

import re
from collections.abc import Iterator, Sequence

from indexing.reading.text.characters import one_line
from indexing.reading.text.lines import MAX_CHARACTERS
from indexing.reading.text.stated_rows import MAX_COLUMNS, MAX_LABEL, MAX_ROWS, OF_PAGE, says_units
from indexing.reading.text.table_rows import row_lines

MIN_COLUMNS, MIN_ROWS = 3, 2
MAX_CELL, MAX_LINE = 60, 400
"""Characters of the longest cell and line."""

_GAPS = (re.compile(r"\t"), re.compile(r" ?[|│ㅣ] ?"), re.compile(r"[ \u00a0\u3000]{2,20}"))
_RULE = re.compile(r"[-=+|│:\s]{3,400}")
_PERIOD = re.compile(r"\d{1,4}\s?(?:년|월|분기|주|학기|차|등급|호선)")
"""A number in a head: "5월 분양가"."""
_DIGIT = re.compile(r"\d")


def with_stated_rows(text: str) -> tuple[str, frozenset[str]]:
    """A text with the rows of its tables as lines that repeat the heads, and these lines; no line moves.

    The line of the heads is left empty.
    """
    if len(text) > MAX_CHARACTERS:  # no article, which its reader will say
        return text, frozenset()
    lines = text.split("\n")
    stated: set[str] = set()
    for start, grid in _tables(lines):
        heads, *rows = [cells for _, cells in grid]
        if not says_units(rows, heads):
            continue
        lines[start] = ""
        for (number, _), row in zip(grid[1:], rows, strict=True):
            line = one_line(next(iter(row_lines([row], heads)), ""))
            lines[number] = f"- {line}"  # without a bullet, lines of about one width are taken for a wrapped paragraph
            stated.add(line)
    return ("\n".join(lines), frozenset(stated)) if stated else (text, frozenset())


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, list[tuple[int, list[str]]]]]:
    """Index of the heads, and index and cells of each line of a table, heads first."""
    index = 0
    while index < len(lines):
        grid = next((found for gap in _GAPS if len(found := _grid(lines, index, gap)) > MIN_ROWS), [])
        if grid:
            yield index, grid
        index = grid[-1][0] + 1 if grid else index + 1


def _grid(lines: Sequence[str], start: int, gap: re.Pattern[str]) -> list[tuple[int, list[str]]]:
    heads = _cells(lines[start], gap)
    if not MIN_COLUMNS <= len(heads) <= MAX_COLUMNS or not all(map(_may_be_head, heads)) or any(map(_is_page_s, heads)):
        return []
    grid = [(start, heads)]
    for index in range(start + 1, min(len(lines), start + 2 * MAX_ROWS)):
        if index == start + 1 and _RULE.fullmatch(lines[index]):
            continue
        cells = _cells(lines[index], gap)
        if len(cells) != len(heads) or not any(_DIGIT.search(cell) for cell in cells[1:]):
            break
        grid.append((index, cells))
    return grid


def _cells(line: str, gap: re.Pattern[str]) -> list[str]:
    if len(line) > MAX_LINE or len(gap.findall(line)) < MIN_COLUMNS - 1:
        return []
    cells = [one_line(cell) for cell in gap.split(line.strip(" |│"))]
    return cells if max(map(len, cells)) <= MAX_CELL else []


def _may_be_head(cell: str) -> bool:
    return 0 < len(cell) <= MAX_LABEL and not _DIGIT.search(_PERIOD.sub("", cell))


def _is_page_s(cell: str) -> bool:
    return OF_PAGE.fullmatch(cell) is not None
