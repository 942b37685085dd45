"""The rows of a table as lines that say by themselves what they are about: "20ℓ: 현행 480원, 인상 560원".

A line is what a citation can point at and quote. Cells read one below the other, or all rows as one paragraph, are not.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

MAX_HEAD = 40
"""Characters of the longest head; it is repeated in each row, and a longer one is a text of its own."""

# Heads that tell no more than that something stands below them.
_EMPTY_HEAD = re.compile(
    r"(?:세부|상세|주요)?\s?(?:내용|사항)|설명|값|정보|details?|descriptions?|values?|info(?:rmation)?|-*",
    re.IGNORECASE,
)
HEAD_OF_LABELS = re.compile(r"구분|항목|분류|종류|품목|지역|연도|category|item|year", re.IGNORECASE)
"""A head that tells of the column below it, also where the table has no more than one other."""

_PLACE = re.compile(r"(?:[가-힣]{2,6}\s?)?순위|등수")
"""A head of places: "1" below it is 1위."""

_TIME = re.compile(r"[:：~∼]")
_NOTHING = re.compile(r"[-–—\s]*")


def may_be_pair(cells: Sequence[str]) -> bool:
    """Whether a first row may be a label and its value ("기간 | 11. 3.~11. 10."), not the heads of two columns."""
    return len(cells) == 2 and HEAD_OF_LABELS.fullmatch(cells[0]) is None and re.search(r"\d", cells[1]) is not None


def row_lines(rows: Sequence[Sequence[str]], heads: Sequence[str] = ()) -> list[str]:
    """A line for each row that holds anything.

    Args:
        rows: the cells of each row but those of the heads, each on one line.
        heads: of the columns; none where the table has no head, as one of labels and values has not.
    """
    heads = [head if len(head) <= MAX_HEAD else "" for head in heads]
    lines = (_row_line(_with_places([cell.strip() for cell in row], heads), heads) for row in rows)
    return [line for line in lines if line]


def _with_places(cells: Sequence[str], heads: Sequence[str]) -> list[str]:
    named = zip_longest(cells, heads[: len(cells)], fillvalue="")
    return [f"{cell}위" if _PLACE.fullmatch(head) and re.fullmatch(r"\d{1,4}", cell) else cell for cell, head in named]


def _row_line(cells: Sequence[str], heads: Sequence[str]) -> str:
    named = [(head, cell) for head, cell in zip_longest(heads, cells, fillvalue="") if not _NOTHING.fullmatch(cell)]
    begins = bool(named) and named[0][1] == cells[0]
    if begins and len(named) == 1:  # what spans the row says what the rows below it are of
        return cells[0]
    between = "; " if any(", " in cell for _, cell in named) else ", "
    # A time of day is no label: behind its colon another would be misread.
    labelled = begins and not _TIME.search(cells[0]) and (len(named) == 2 or any(heads))
    rest = between.join(cell if _EMPTY_HEAD.fullmatch(head) else f"{head} {cell}" for head, cell in named[labelled:])
    return f"{cells[0]}: {rest}" if labelled else rest
