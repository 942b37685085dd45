"""Reading question sets, whatever form each has."""

from collections.abc import Callable, Sequence
from pathlib import Path

from eval.question_set.beir import is_beir, read_beir
from eval.question_set.collector import Collector
from eval.question_set.json_document import read_json
from eval.question_set.question import QuestionSet
from eval.question_set.tables import read_csv, read_jsonl
from indexing.errors import QuestionSetError

FORMATS: dict[str, Callable[[Path, str, Collector], None]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
}
"""File name ending to reader; any other file is read as JSONL, a folder as BEIR's."""


def load_question_set(paths: Sequence[Path]) -> QuestionSet:
    """The questions of all sets, in order, as one set.

    A row without an id is called ``q<row>``, or ``<file>:q<row>`` where several sets are read at once.

    Raises:
        QuestionSetError: a set cannot be read, or rows are unusable; every bad row of every set is named.
    """
    collector = Collector()
    for path in paths:
        prefix = "" if len(paths) == 1 else f"{path.stem}:"
        _reader(path)(path, prefix, collector)
    return collector.question_set(", ".join(path.name for path in paths))


def _reader(path: Path) -> Callable[[Path, str, Collector], None]:
    if not path.is_dir():
        return FORMATS.get(path.suffix.lower(), read_jsonl)
    if is_beir(path):
        return read_beir
    raise QuestionSetError(
        f"{path} is a folder without corpus.jsonl and queries.jsonl, so no BEIR set. Give the files: {path}/*.jsonl"
    )
