"""Excel workbooks (.xlsx) with an article a row -> Articles, as BigKinds and monitoring services export them.

A workbook is an archive of XML (ECMA-376): a part for each sheet, whose cells mostly refer to a list of texts that all
share. Formulas count by the value that was saved with them; old .xls files are another format.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import IO, Final

from lxml import etree

from indexing.errors import ReadingError
from indexing.reading.outcome import Reading
from indexing.reading.rows.jsonl import reading_of_rows
from indexing.reading.rows.row_texts import SNIPPETS
from indexing.reading.text.column_names import COLUMNS, plain_name

MAX_XML: Final = 200_000_000
"""Bytes of a part with its markup: 20,000 articles of 2,000 characters have some 100 million."""

MAX_COLUMNS: Final = 200
HEADER_ROWS: Final = 10
"""Rows among which the names of the columns stand: a title and the search may stand above them."""

_TEXTS: Final = "xl/sharedStrings.xml"
_SHEET: Final = re.compile(r"xl/worksheets/sheet(\d{1,4})\.xml", re.ASCII)
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_COLUMN: Final = re.compile(r"([A-Z]{1,3})\d{1,7}", re.ASCII)
_SERIAL: Final = re.compile(r"[2-7]\d{4}(?:\.\d{1,20})?", re.ASCII)
_DAY_0: Final = date(1899, 12, 30)
"""From which the days are counted that a cell with a date holds."""


def is_workbook(content: bytes) -> bool:
    """Whether an archive is a workbook with a sheet; a damaged one is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return bool(_sheets(archive))
    except _BROKEN:
        return False


def read_workbook(content: bytes, path: str) -> Reading:
    """The articles of a workbook, one a row, numbered on over its sheets, the first header being row 1.

    Raises:
        ReadingError: the workbook is damaged or too large, or no sheet has a column of titles and one of texts.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            texts = list(_texts(archive)) if _TEXTS in archive.namelist() else []
            rows = [row for sheet in _sheets(archive) for row in _articles(archive, sheet, texts)]
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        raise ReadingError(
            f"the workbook cannot be read ({type(error).__name__}: {str(error)[:100]}); save it as .csv"
        ) from error
    if not rows:
        raise ReadingError(
            f"no sheet of the workbook has a column called {' or '.join(COLUMNS['title'][:3])}, and another "
            f"{' or '.join(COLUMNS['body'][:4])}, with rows below; name the columns so"
        )
    return reading_of_rows(enumerate(rows, 2), path)


def _sheets(archive: zipfile.ZipFile) -> list[str]:
    names = (name for name in archive.namelist() if _SHEET.fullmatch(name))
    return sorted(names, key=lambda name: int(_SHEET.sub(r"\1", name)))


def _articles(archive: zipfile.ZipFile, sheet: str, texts: list[str]) -> Iterator[dict[str, object]]:
    """The rows below the names of the columns; none where there are no such names."""
    rows = _rows(archive, sheet, texts)
    header = next((cells for cells in islice(rows, HEADER_ROWS) if _names_columns(cells)), None)
    for cells in rows if header else ():
        row = {name: cells.get(at, "") for at, name in header.items()} if header else {}
        if any(row.values()):
            yield {name: _dated(name, value) for name, value in row.items()}


def _names_columns(cells: dict[str, str]) -> bool:
    names = {plain_name(name) for name in cells.values()}
    return bool(names & set(COLUMNS["title"])) and bool(names & {*COLUMNS["body"], *SNIPPETS})


def _dated(name: str, value: str) -> object:
    """A value; the day that a number in a column of dates counts to, as its text."""
    if plain_name(name) in (*COLUMNS["published_at"], *COLUMNS["updated_at"]) and _SERIAL.fullmatch(value):
        return (_DAY_0 + timedelta(days=int(float(value)))).isoformat()
    return value


def _rows(archive: zipfile.ZipFile, sheet: str, texts: list[str]) -> Iterator[dict[str, str]]:
    """The filled cells of each row, by their column's letters."""
    for row in _elements(archive, sheet, "row"):
        cells: dict[str, str] = {}
        for cell in islice((one for one in row if _name(one) == "c"), MAX_COLUMNS):
            at = _COLUMN.fullmatch(cell.get("r") or "")
            if (value := _value(cell, texts).strip()) and at:
                cells[at[1]] = value
        yield cells


def _value(cell: etree._Element, texts: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _text(cell)
    value = next((child.text or "" for child in cell if _name(child) == "v"), "")
    if cell.get("t") != "s":
        return value
    return texts[int(value)] if value.isdecimal() and int(value) < len(texts) else ""


def _texts(archive: zipfile.ZipFile) -> Iterator[str]:
    return map(_text, _elements(archive, _TEXTS, "si"))


def _text(element: etree._Element) -> str:
    """The texts in an element, readings of Chinese characters left out."""
    runs = (one for one in element.iter() if _name(one) == "t" and _name(one.getparent()) != "rPh")
    return "".join(run.text or "" for run in runs)


def _elements(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[etree._Element]:
    """The elements of a name in a part, one after the other, so that the whole is never held."""
    with archive.open(part) as stream:
        events = etree.iterparse(
            _Bounded(stream),
            events=("end",),
            tag=f"{{*}}{name}",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        for _, element in events:
            yield element
            element.clear()
            while (before := element.getprevious()) is not None:
                before.getparent().remove(before)


class _Bounded:
    """A part that is read no further than MAX_XML."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = MAX_XML

    def read(self, size: int = -1) -> bytes:
        content = self._stream.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise ReadingError(f"a part of the workbook has more than {MAX_XML:,} bytes; split it, or save it as .csv")
        return content


def _name(element: etree._Element | None) -> str:
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
