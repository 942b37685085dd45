"""Tab-separated tables: one row a line, ``#`` begins a comment."""

from collections.abc import Iterator
from pathlib import Path


def rows(file: Path, columns: int = 2) -> Iterator[tuple[str, ...]]:
    """The rows of a TSV file with at least so many columns, none of the first two empty; ``#`` begins a comment."""
    for line in file.read_text("utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) >= columns and cells[0] and cells[1] and not cells[0].startswith("#"):
            yield cells
