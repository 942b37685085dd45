"""Tables of training data as files: TSV, JSON and JSONL. One that is missing is empty."""

import json
from collections.abc import Iterator
from pathlib import Path


def rows(file: Path, columns: int = 2) -> Iterator[tuple[str, ...]]:
    """The rows of a TSV file with at least so many columns, none of the first two empty; ``#`` begins a comment."""
    for line in _text(file).splitlines():
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) >= columns and cells[0] and cells[1] and not cells[0].startswith("#"):
            yield cells


def records(file: Path) -> list[dict[str, str]]:
    """The objects of a JSON list, or of a JSONL file by its name's ending."""
    text = _text(file)
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    found: list[dict[str, str]] = json.loads(text or "[]")
    return found


def _text(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""
