"""The journal of a run that goes on: every result as soon as it is there, so that a broken-off run can be continued."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from eval.question_set.question import Question
from eval.runs.folder import UNENCODABLE
from eval.runs.records import question_row, result_of
from eval.runs.runner import QuestionResult

FILE = "unfinished.jsonl"


class Journal:
    """Results written one by one into a run's folder; a context manager that closes the file.

    The first line identifies the run. A journal of the same identity is continued; of another, or a damaged one, begun
    anew: its results would not be comparable.

    Args:
        folder: of the run, made where it does not exist.
        identity: what must be equal for results to belong to one run.

    Raises:
        OSError: the folder cannot be made or written.
    """

    def __init__(self, folder: Path, identity: Mapping[str, Any]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / FILE
        self._rows = _rows_of(self._path, identity)
        # what is kept is written anew, so that half a line at the end of a broken-off run never stays in the middle
        lines = [{"identity": identity}, *self._rows.values()]
        self._file = self._path.open("w", encoding="utf-8", errors=UNENCODABLE, newline="\n")
        self._write(*lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def finished(self, questions: Iterable[Question]) -> dict[str, QuestionResult]:
        """The results that the journal already has for these questions, by id.

        A question of another text, history or gold answers is asked again: the answer, or the judgement of it, would
        not be its own. Other gold only has to be scored anew.
        """
        found = {}
        for question in questions:
            row = self._rows.get(question.id)
            if row and (result := _result_for(question, row)):
                found[question.id] = result
        return found

    def keep(self, result: QuestionResult) -> None:
        """Write a result through to the disk's cache: it survives the end of this process."""
        self._write(question_row(result))

    def _write(self, *rows: Mapping[str, Any]) -> None:
        for row in rows:
            self._file.write(json.dumps(row, ensure_ascii=False) + "\n")
        self._file.flush()


def remove_journal(folder: Path) -> None:
    """The run is written; what was kept of it one by one is no longer needed.

    Raises:
        OSError: it cannot be removed.
    """
    (folder / FILE).unlink(missing_ok=True)


def _result_for(question: Question, row: Mapping[str, Any]) -> QuestionResult | None:
    asked = (question.question, list(question.history), list(question.answers))
    try:
        unchanged = asked == (row["question"], row["history"], row["gold"]["answers"])
        return result_of(row, question) if unchanged else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None  # damaged; its question is asked again


def _rows_of(path: Path, identity: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    try:
        first, *lines = path.read_text("utf-8", errors="replace").split("\n")
        if json.loads(first) != {"identity": json.loads(json.dumps(identity))}:
            return {}
    except (OSError, ValueError, RecursionError):
        return {}
    rows = {}
    for line in lines:
        try:
            row = json.loads(line)
            rows[str(row["id"])] = row
        except (ValueError, KeyError, TypeError, RecursionError):
            continue  # the last line of a run that was killed while writing it; its question is asked again
    return rows
