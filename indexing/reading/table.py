"""CSV and TSV files from crawlers -> Articles, whatever their columns are called."""

import csv
import io
import re
from collections.abc import Iterator

from indexing.errors import CutOffError, ReadingError
from indexing.reading.columns import COLUMNS, plain_name
from indexing.reading.jsonl import reading_of_rows
from indexing.reading.outcome import Reading

DELIMITERS = (",", "\t", ";", "|")
HEADER = 2_000
"""Characters in which the header line must end."""


def delimiter_of(text: str) -> str | None:
    """What separates the columns, None unless the first line names a column of titles and one of texts."""
    header = re.split(r"[\r\n]", text[:HEADER].lstrip(), maxsplit=1)[0]
    for delimiter in DELIMITERS:
        names = {plain_name(name.strip('"\ufeff ')) for name in header.split(delimiter)}
        if names & set(COLUMNS["body"]) and names & set(COLUMNS["title"]):
            return delimiter
    return None


def read_table(text: str, path: str) -> Reading:
    """The articles of a table, one a row; a row without text is skipped by number, the header being row 1.

    Where the last row breaks off, the file is skipped by its own name beside the rows that were read.

    Raises:
        ReadingError: no column holds texts, or no row can be read.
    """
    delimiter = delimiter_of(text)
    if delimiter is None:
        columns = text[:HEADER].strip().partition("\n")[0][:100]
        raise ReadingError(
            f"no column of the table is called {' or '.join(COLUMNS['title'][:3])}, and another "
            f"{' or '.join(COLUMNS['body'][:4])} (its first line: {columns}); name the columns so"
        )
    return reading_of_rows(_rows(text, delimiter), path)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, object]]:
    rows = csv.DictReader(io.StringIO(text.lstrip("\n\r "), newline=""), delimiter=delimiter)
    number = 1
    is_short = False
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            if is_short and not text.endswith(("\n", "\r")):
                yield number, CutOffError(f"the file ends within row {number - 1}; if it was cut off, copy it again")
            return
        except csv.Error as error:
            yield number, ReadingError(f"a row of the table is broken ({error})")
            continue
        is_short = None in row.values()
        yield number, {key: value for key, value in row.items() if isinstance(key, str)}
