"""Excel workbooks (.xlsx) with an article a row -> Articles, as BigKinds and monitoring services export them.

Formulas count by the value that was saved with them; old .xls files are another format.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from indexing.errors import ReadingError
from indexing.reading.outcome import Reading
from indexing.reading.rows.jsonl import reading_of_rows
from indexing.reading.rows.row_texts import SNIPPETS
from indexing.reading.text.column_names import COLUMNS, plain_name

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MAX_XML: Final = 200_000_000
"""Bytes of a part with its markup: 20,000 articles of 2,000 characters have some 100 million."""

MAX_COLUMNS: Final = 200
HEADER_ROWS: Final = 10
"""Rows among which the names of the columns stand: a title and the search may stand above them."""

_SHEET: Final = re.compile(r"xl/worksheets/[^/]{1,60}\.xml")
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError),
    *(AttributeError, IndexError, KeyError, TypeError, ValueError, SyntaxError),  # of openpyxl, where parts are missing
)
_SERIAL: Final = re.compile(r"[2-7]\d{4}(?:\.\d{1,20})?", re.ASCII)
_DAY_0: Final = date(1899, 12, 30)
"""From which the days are counted that a cell with a date holds."""


def is_workbook(content: bytes) -> bool:
    """Whether an archive is a workbook with a sheet; a damaged one is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(map(_SHEET.fullmatch, archive.namelist()))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        return False


def read_workbook(content: bytes, path: str) -> Reading:
    """The articles of a workbook, one a row, numbered on over its sheets, the first header being row 1.

    Raises:
        ReadingError: the workbook is damaged or too large, or no sheet has a column of titles and one of texts.
    """
    from openpyxl import load_workbook  # .1 s, and few archives hold workbooks

    try:
        _refuse_large(content)
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions that it does not know
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            rows = [row for sheet in workbook.worksheets for row in _articles(sheet)]
    except _BROKEN as error:
        raise ReadingError(
            f"the workbook cannot be read ({type(error).__name__}: {str(error)[:100]}); save it as .csv"
        ) from error
    if not rows:
        raise ReadingError(
            f"no sheet of the workbook has a column called {' or '.join(COLUMNS['title'][:3])}, and another "
            f"{' or '.join(COLUMNS['body'][:4])}, with rows below; name the columns so"
        )
    return reading_of_rows(enumerate(rows, 2), path)


def _refuse_large(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if any(part.file_size > MAX_XML for part in archive.infolist()):
            raise ReadingError(f"a part of the workbook has more than {MAX_XML:,} bytes; split it, or save it as .csv")


def _articles(sheet: "ReadOnlyWorksheet") -> Iterator[dict[str, object]]:
    """The rows below the names of the columns; none where there are no such names."""
    sheet.reset_dimensions()  # what the sheet says of its size may be wrong
    rows = (list(map(_text, cells)) for cells in sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True))
    header = next((cells for cells in islice(rows, HEADER_ROWS) if _names_columns(cells)), None)
    for cells in rows if header else ():
        row = {name: value for name, value in zip(header or (), cells, strict=False) if name}
        if any(row.values()):
            yield _dated(row)


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time().isoformat() != "00:00:00" else value.date().isoformat()
    return "" if value is None else str(value).strip()


def _names_columns(cells: Sequence[str]) -> bool:
    names = {plain_name(name) for name in cells}
    return bool(names & set(COLUMNS["title"])) and bool(names & {*COLUMNS["body"], *SNIPPETS})


def _dated(row: Mapping[str, str]) -> dict[str, object]:
    """A row; a number in a column of dates, which was not marked as one, as the day that it counts to."""
    return {
        name: (_DAY_0 + timedelta(days=int(float(value)))).isoformat()
        if plain_name(name) in (*COLUMNS["published_at"], *COLUMNS["updated_at"]) and _SERIAL.fullmatch(value)
        else value
        for name, value in row.items()
    }
