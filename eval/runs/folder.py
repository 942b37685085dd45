"""A run on disk: ``summary.json``, ``questions.jsonl`` and ``settings.json`` in one folder.

The folder is what ``--baseline`` reads back, so that a run can be compared with any earlier one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.runner import QuestionResult, Run
from eval.summary import DIGITS, Summary
from indexing.errors import QuestionSetError

SUMMARY = "summary.json"
QUESTIONS = "questions.jsonl"
SETTINGS = "settings.json"

SECRET = re.compile(r"key|token|secret|password|authorization|credential", re.IGNORECASE)
USER_IN_URL = re.compile(r"(?<=://)[^/@\s]+(?=@)")
HIDDEN = "**********"


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A question of an earlier run: its text and its scores."""

    question: str
    scores: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class SavedRun:
    """An earlier run.

    Attributes:
        name: its folder, as the user wrote it.
        summary: every figure by its full name.
        questions: by id.
    """

    name: str
    summary: Mapping[str, float | None]
    questions: Mapping[str, SavedQuestion]


def write_run(folder: Path, run: Run, summary: Summary, settings: Mapping[str, object]) -> None:
    """Write the three files; those of an earlier run in the folder are replaced. What looks secret is masked.

    Raises:
        OSError: the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = "".join(json.dumps(question_row(result), ensure_ascii=False) + "\n" for result in run.results)
    _replace(folder / QUESTIONS, rows)
    _replace(folder / SETTINGS, json.dumps(_masked(settings), ensure_ascii=False, indent=2) + "\n")
    _replace(folder / SUMMARY, json.dumps(summary.as_json(), ensure_ascii=False, indent=2) + "\n")


def question_row(result: QuestionResult) -> dict[str, object]:
    """What a person needs to see why a question scored as it did."""
    question, answer = result.question, result.answer
    return {
        "id": question.id,
        "question": question.question,
        "lang": question.lang,
        "type": question.type,
        "answerable": question.answerable,
        "answered": answer.answered,
        "answer": answer.text,
        "short_answer": answer.short_answer,
        "dates": list(answer.dates),
        "retrieved": [passage.path for passage in answer.passages],
        "citations": [
            {"marker": citation.marker, "path": citation.passage.path, "quote": citation.quote}
            for citation in answer.citations
        ],
        "scores": {name: None if score is None else round(score, DIGITS) for name, score in result.scores.items()},
        "latency_ms": result.latency_ms,
    }


def read_run(folder: Path) -> SavedRun:
    """A run written by :func:`write_run`.

    Raises:
        QuestionSetError: the folder holds no such run.
    """
    try:
        summary = json.loads((folder / SUMMARY).read_text("utf-8"))
        rows = [json.loads(line) for line in (folder / QUESTIONS).read_text("utf-8").splitlines() if line.strip()]
        questions = {row["id"]: SavedQuestion(row["question"], _numbers(row["scores"])) for row in rows}
        return SavedRun(str(folder), _numbers(dict(flattened(summary))), questions)
    except OSError as error:
        problem = f"{error.filename} cannot be read ({error.strerror})"
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problem = f"{folder} is damaged ({type(error).__name__}: {str(error)[:80]})"
    raise QuestionSetError(f"{problem}. Give a folder that `newschat eval --out` has written.")


def flattened(nested: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Leaves of nested objects under dotted names: ``{"answers": {"f1": 1}}`` gives ``("answers.f1", 1)``."""
    for name, value in nested.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _numbers(values: Mapping[str, object]) -> dict[str, float | None]:
    for name, value in values.items():
        if value is not None and not isinstance(value, int | float):
            raise TypeError(f"{name} is no number: {value!r}")
    return {name: float(value) if isinstance(value, int | float) else None for name, value in values.items()}


def _replace(path: Path, text: str) -> None:
    """Write aside, then rename, so that a crash leaves the earlier run whole."""
    aside = path.with_name(path.name + ".part")
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(path)


def _masked(value: object, name: str = "") -> object:
    """The settings without API keys, wherever a user has put them."""
    if isinstance(value, Mapping):
        return {key: _masked(item, str(key)) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(item, name) for item in value]
    if isinstance(value, str):
        return HIDDEN if SECRET.search(name) else USER_IN_URL.sub(HIDDEN, value)
    return value
