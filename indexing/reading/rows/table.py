"""CSV and TSV files from crawlers -> Articles, whatever their columns are called."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from indexing.errors import CutOffError, ReadingError
from indexing.reading.outcome import Reading
from indexing.reading.rows.jsonl import reading_of_rows
from indexing.reading.rows.row_texts import SNIPPETS
from indexing.reading.text.column_names import COLUMNS, plain_name

DELIMITERS = (",", "\t", ";", "|")
ABOVE_HEADER = 5
"""Lines among which the header stands in a file that says it is a table."""

HEADER = 2_000
"""Characters in which the header line must end."""


def delimiter_of(text: str) -> str | None:
    """What separates the columns, None unless the first line names a column of titles and one of texts."""
    header = re.split(r"[\r\n]", text[:HEADER].lstrip(), maxsplit=1)[0]
    for delimiter in DELIMITERS:
        names = _names(header, delimiter)
        if names & {*COLUMNS["body"], *SNIPPETS} and names & set(COLUMNS["title"]):
            return delimiter
    return None


def _from_header(text: str) -> tuple[str, str | None]:
    """A table from the names of its columns on, and its delimiter: a title and the search may stand above them.

    A column of texts is enough, if there is no line that names one of titles, too.
    """
    start = len(text) - len(text.lstrip("\n\r \ufeff"))
    starts = [start]
    while len(starts) < ABOVE_HEADER and (start := text.find("\n", start, start + HEADER) + 1):
        starts.append(start)
    for names_them in (delimiter_of, _delimiter_of_texts):
        for start in starts:
            if delimiter := names_them(text[start : start + HEADER]):
                return text[start:], delimiter
    return text, None


def _delimiter_of_texts(text: str) -> str | None:
    header = re.split(r"[\r\n]", text[:HEADER], maxsplit=1)[0]
    return next((one for one in DELIMITERS if one in header and _names(header, one) & set(COLUMNS["body"])), None)


def _names(header: str, delimiter: str) -> set[str]:
    return {plain_name(name.strip('"\ufeff ')) for name in header.split(delimiter)}


def read_table(text: str, path: str) -> Reading:
    """The articles of a table, one a row; a row without text is skipped by number, the header being row 1.

    Where the last row breaks off, the file is skipped by its own name beside the rows that were read.

    Raises:
        ReadingError: no column holds texts, or no row can be read.
    """
    text, delimiter = _from_header(text)
    if delimiter is None:
        columns = text[:HEADER].strip().partition("\n")[0][:100]
        raise ReadingError(
            f"no column of the table is called {' or '.join(COLUMNS['title'][:3])}, and another "
            f"{' or '.join(COLUMNS['body'][:4])} (its first line: {columns}); name the columns so"
        )
    return reading_of_rows(_rows(text, delimiter), path)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, object]]:
    taken: list[str] = []  # the lines of the file that the row at hand was read from
    rows = csv.reader(_noted(io.StringIO(text.lstrip("\n\r "), newline=""), taken), delimiter=delimiter)
    columns: list[str] | None = None
    number = 1
    is_short = False
    while True:
        taken.clear()
        row: list[str] | csv.Error
        try:
            row = next(rows)
        except StopIteration:
            if is_short and not text.endswith(("\n", "\r")):
                yield number + 1, CutOffError(f"the file ends within row {number}; if it was cut off, copy it again")
            return
        except csv.Error as error:
            row = error
        if columns is None and isinstance(row, list):
            columns = row
            continue
        lines = [line for raw in taken if (line := raw.rstrip("\r\n"))]
        found: list[list[str] | ReadingError]
        if columns and delimiter == "\t" and _is_unquoted(lines, row, len(columns)):
            found = [_cells(line, len(columns)) for line in lines]
        elif isinstance(row, csv.Error):
            found = [ReadingError(f"a row of the table is broken ({row})")]
        else:
            found = [row] if row else []
        for cells in found:
            number += 1
            is_short = isinstance(cells, list) and len(cells) < len(columns or ())
            yield number, cells if isinstance(cells, ReadingError) else dict(zip(columns or (), cells, strict=False))


def _noted(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


def _is_unquoted(lines: Sequence[str], row: list[str] | csv.Error, width: int) -> bool:
    """Whether lines that were read as one row are a row each, of a table whose quotation marks are those of its texts.

    A text may begin with a mark that is closed in another paragraph, if at all; what takes it for that of a quoted cell
    reads on through the rows below.
    """
    whole = [line.count("\t") == width - 1 for line in lines]
    if len(lines) < 2 or not any(whole[1:]):
        return whole == [True]
    if whole[0] and lines[0].rpartition("\t")[2].startswith('"') and lines[-1].endswith('"'):
        return all(whole)  # else a text of several lines in the last column, with tabs in one of them
    return whole[0] or isinstance(row, csv.Error) or len(row) != width


def _cells(line: str, width: int) -> list[str] | ReadingError:
    cells = [_unquoted(cell) for cell in line.split("\t")]
    if len(cells) == width:
        return cells
    return ReadingError(
        f"a row of the table has {len(cells)} cells and the table {width} columns (it begins: {line[:40]}); put texts "
        "with tabs or line breaks into quotation marks, and double those inside"
    )


def _unquoted(cell: str) -> str:
    """A cell without the quotation marks around it, if they are the table's: then the ones inside are doubled."""
    inside = cell[1:-1]
    if len(cell) < 2 or cell != f'"{inside}"' or '"' in inside.replace('""', ""):
        return cell
    return inside.replace('""', '"')
