"""The rows of an HTML table that states something, as lines: "어른: 현행 3,000원, 인상 4,000원".

Most tables of pages state nothing: they place things side by side, list links, show a month or the stock exchange, or
say above a text who wrote it and how often it was read.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import islice, zip_longest

from lxml.html import HtmlElement

from indexing.reading.text.characters import one_line
from indexing.reading.text.rendering import BLOCKS, element_text
from indexing.reading.text.table_rows import HEAD_OF_LABELS, row_lines

MAX_ROWS, MAX_COLUMNS = 60, 10
"""Size of the largest table that is read; a larger one is a data set of its own."""

MAX_CELL, MAX_LABEL = 200, 20
"""Characters of the longest cell, and of the longest that is a label where nothing but its place says so."""

MAX_BLOCKS = 4
"""Paragraphs and the like in one cell; more are placed side by side, not stated."""

MAX_BARE = 0.5
"""Share of the numbers without a unit."""

MAX_LINKED, MAX_DAYS, MIN_FILLED = 0.25, 0.6, 0.5
"""Shares of the cells: with links, from which a table leads to other pages; a number up to 31, from which it shows a
month; and that say anything, under which it only places things."""

OF_PAGE = re.compile(
    r"(?:글)?제목|작성자|작성일|글쓴이|등록일|등록자|게시일|조회수?|추천수?|첨부(?:파일)?|이전\s?글|다음\s?글"
    r"|현재가|시가총액|매매기준율|등락률?|전일\s?대비|종목명|symbol|ticker|cookies?",
    re.IGNORECASE,
)
_DAY = re.compile(r"[12]?\d|3[01]")
_DIGIT = re.compile(r"\d")
_BARE_NUMBER = re.compile(r"[-+△▲▽▼]?\s?\d[\d,.]*[\s*]{0,2}")
_UNIT = re.compile(
    r"단위|\((?:[가-힣]{1,3}\s?)?(?:원|달러|명|건|개|대|회|일|월|년|시간|분|%|㎡|㎞|km|kg|ℓ|톤|곳)\)|\bunit",
    re.IGNORECASE,
)
_COUNTING_HEAD = re.compile(
    r"승|무(?:승부)?|패|승점|승차|게임\s?차|득점|실점|득실(?:\s?차)?|경기(?:\s?수)?|[금은동](?:메달)?|합계|W|D|L|Pts"
)
"""What the columns of standings and of medal tables are called: the numbers below count just that."""
MIN_COUNTING_HEADS = 2


def stated_rows(table: HtmlElement) -> list[str]:
    """The rows of a table as lines, empty for one that states nothing."""
    if next(table.iterdescendants("table", "form", "input"), None) is not None:
        return []
    holding = (row for row in table.iter("tr") if next(row.iterchildren("td", "th"), None) is not None)
    rows = list(islice(holding, MAX_ROWS + 1))
    if not 2 <= len(rows) <= MAX_ROWS or max(map(len, rows)) > MAX_COLUMNS:
        return []
    cells = [cell for row in rows for cell in row.iterchildren("td", "th")]
    if any(sum(part.tag in BLOCKS for part in cell.iterdescendants()) > MAX_BLOCKS for cell in cells):
        return []
    linked = sum(next(cell.iter("a"), None) is not None for cell in cells)
    texts = [one_line(element_text(cell)) for cell in cells]
    if not texts or max(map(len, texts)) > MAX_CELL or linked > MAX_LINKED * len(texts):
        return []
    days = sum(_DAY.fullmatch(text) is not None for text in texts)
    filled = sum(map(bool, texts))
    if filled < max(4, MIN_FILLED * len(texts)) or days > MAX_DAYS * filled or any(map(OF_PAGE.fullmatch, texts)):
        return []
    caption = _caption(table)
    lines = _lines(rows, caption)
    return [caption, *lines] if caption and lines else lines


def _caption(table: HtmlElement) -> str:
    """The caption of a table if it states the unit of its numbers, else nothing."""
    caption = next((one_line(element_text(part)) for part in table.iterchildren("caption")), "")
    return caption if _UNIT.search(caption) and len(caption) <= MAX_CELL else ""


def _lines(rows: Sequence[HtmlElement], caption: str) -> list[str]:
    """The rows as lines; empty where neither the elements nor the texts tell heads or labels from what they are of."""
    grid = _grid(rows)
    if not 2 <= max(map(len, grid)) <= MAX_COLUMNS:
        return []
    number = next((n for n, row in enumerate(rows) if not _is_head(row)), 0)
    heads: list[str] = []
    if number:
        named = zip_longest(*grid[:number], fillvalue="")
        heads, grid = [" ".join(dict.fromkeys(filter(None, names))) for names in named], grid[number:]
    elif all(next(row.iterchildren("td", "th")).tag == "th" for row in rows):
        grid = [labelled for row in rows for labelled in _labelled(row)]
    elif sum(any(map(_DIGIT.search, cells)) for cells in grid) < 0.5 * len(grid):
        return []
    elif _may_be_heads(grid[0]) and (len(grid[0]) > 2 or HEAD_OF_LABELS.fullmatch(grid[0][0])):
        heads, grid = grid[0], grid[1:]
    elif max(map(len, grid)) > 2 or not _may_be_heads([cells[0] for cells in grid]):
        return []
    return row_lines(grid, heads) if says_units(grid, [*heads, caption]) else []


def says_units(grid: Sequence[Sequence[str]], heads: Iterable[str]) -> bool:
    """Whether the numbers of a table have units, or its heads have: "1,455" alone says nothing to who reads the row."""
    numbers = [cell for cells in grid for cell in cells[1:] if _DIGIT.search(cell)]
    bare = sum(_BARE_NUMBER.fullmatch(cell) is not None for cell in numbers)
    heads = tuple(heads)
    says_what = sum(_COUNTING_HEAD.fullmatch(head) is not None for head in heads) >= MIN_COUNTING_HEADS
    return says_what or bare <= MAX_BARE * len(numbers) or any(map(_UNIT.search, heads))


def _is_head(row: HtmlElement) -> bool:
    return row.getparent().tag == "thead" or all(cell.tag == "th" for cell in row.iterchildren("td", "th"))


def _may_be_heads(cells: Collection[str]) -> bool:
    return all(cell and len(cell) <= MAX_LABEL and not _DIGIT.search(cell) for cell in cells)


def _labelled(row: HtmlElement) -> list[list[str]]:
    """A row of labels and values, each label with what stands behind it."""
    groups: list[list[str]] = []
    for cell in row.iterchildren("td", "th"):
        if cell.tag == "th":
            groups.append([])
        groups[-1].append(one_line(element_text(cell)))
    return groups


def _grid(rows: Sequence[HtmlElement]) -> list[list[str]]:
    """The cells' texts. What reaches over several rows is repeated in each; over several columns, in heads only."""
    grid: list[list[str]] = []
    reaching: dict[int, tuple[int, str]] = {}
    for row in rows:
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _fill(cells, reaching)
            text = one_line(element_text(cell))
            for nth in range(_span(cell, "colspan")):
                if (more := _span(cell, "rowspan") - 1) > 0:
                    reaching[len(cells)] = (more, text)
                cells.append(text if nth == 0 or _is_head(row) else "")
        _fill(cells, reaching)
        grid.append(cells)
    return grid


def _fill(cells: list[str], reaching: dict[int, tuple[int, str]]) -> None:
    """Put in the cells that reach down from the rows above."""
    while (column := len(cells)) in reaching:
        more, text = reaching.pop(column)
        if more > 1:
            reaching[column] = (more - 1, text)
        cells.append(text)


def _span(cell: HtmlElement, attribute: str) -> int:
    stated = (cell.get(attribute) or "").strip()
    return min(int(stated), MAX_ROWS) if stated.isdecimal() and len(stated) < 4 else 1
