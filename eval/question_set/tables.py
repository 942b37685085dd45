"""JSONL, CSV and TSV: one question a row."""

import ast
import csv
import io
import json
import re
from pathlib import Path

from eval.question_set.collector import Collector
from eval.question_set.encoding import not_utf8, read_bytes, read_text
from eval.question_set.row import excerpt

LONGEST_CELL = 1_000_000
"""Characters of one CSV cell; the csv module's own limit is shorter than some contexts."""

FLAGS = ("answerable", "is_impossible")
"""Columns of true and false; elsewhere "True" is an answer."""

NUMPY_LIST = re.compile(r"""\s*(?:\[\s*['"].*['"]\s+['"]|[\[{].*\barray\()""", re.DOTALL)
"""A list as numpy prints it into a CSV; Python would read ``['a' 'b']`` as ``['ab']``."""


def read_jsonl(path: Path, prefix: str, collector: Collector) -> None:
    """One JSON object a line; rows are counted from 1, as an editor counts them, blank ones too."""
    for number, line in enumerate(read_bytes(path).split(b"\n"), start=1):
        if not line.strip():
            continue
        place = f"{path.name} row {number}"
        try:
            row = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            collector.add_fault(place, not_utf8(line[error.start], error.start + 1))
        except (ValueError, RecursionError) as error:
            collector.add_fault(place, f"not JSON ({str(error)[:80]}): {excerpt(line.decode('utf-8'))}")
        else:
            collector.add_row(place, f"{prefix}q{number}", row)


def read_csv(path: Path, prefix: str, collector: Collector) -> None:
    """A table with a header row; a cell that is a JSON or Python list holds several values."""
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    text = read_text(path)
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows.fieldnames = next((cells for cells in rows.reader if any(map(str.strip, cells))), [])
        for row in rows:
            # a cell may hold line breaks, so a row is named by the line it ends on
            place = f"{path.name} row {rows.line_num}"
            if None in row:
                collector.add_fault(place, "has more cells than the header row; put cells with commas in double quotes")
            elif lists := [name for name, cell in row.items() if NUMPY_LIST.match(cell or "")]:
                collector.add_fault(place, f"{lists[0]} is a list as numpy prints it; write it as JSON")
            elif any(row.values()):
                values = {name.strip(): _value(name.strip(), cell or "") for name, cell in row.items()}
                collector.add_row(place, f"{prefix}q{rows.line_num}", values)
    except csv.Error as error:
        collector.add_fault(f"{path.name} row {rows.reader.line_num}", f"not CSV ({error})")


def _value(name: str, cell: str) -> object:
    text = cell.strip()
    if name in FLAGS and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if text.startswith(("[", "{")):
        return _literal(text)
    return text


def _literal(text: str) -> object:
    """The list or object that a cell spells, in JSON or as Python prints it; else the cell as it is."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return text
