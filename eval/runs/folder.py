"""A run on disk: one folder with everything about it.

=====================  ============================================================================
``report.html``        for a person: totals, slices, every wrong answer beside its gold
``summary.json``       every figure, in total and by slice
``comparison.json``    only with a baseline: what every figure gained or lost, and which questions flipped
``questions.jsonl``    every question with its answer, what was retrieved and cited, and its scores
``run.json``           when, by which version, on which question sets, archive and corpus
``settings.json``      the settings, without secrets
``junit.xml``          the questions as test cases, for CI
``unfinished.jsonl``   only while the run goes on: what it has so far, taken up again after a break
=====================  ============================================================================

The folder is what ``--baseline`` and ``--failed-only`` read back.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.runs.records import question_row
from eval.runs.runner import Run
from eval.scoring import Outcome
from eval.summary import Summary
from indexing.errors import QuestionSetError

SUMMARY = "summary.json"
QUESTIONS = "questions.jsonl"
SETTINGS = "settings.json"
RUN = "run.json"
COMPARISON = "comparison.json"
JUNIT = "junit.xml"
REPORT = "report.html"

SECRET = re.compile(r"key|token|secret|password|authorization|credential", re.IGNORECASE)
USER_IN_URL = re.compile(r"(?<=://)[^/@\s]+(?=@)")
HIDDEN = "**********"

UNENCODABLE = "backslashreplace"
"""How half a character from a model (a lone surrogate) is written: as ``\\ud800``, which JSON reads back as it was."""


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A question of an earlier run: its text, what came of it, and whether it was answered wrong."""

    question: str
    outcome: Outcome
    failed: bool = False


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


def write_run(
    folder: Path,
    run: Run,
    summary: Summary,
    *,
    settings: Mapping[str, object],
    facts: Mapping[str, object],
    documents: Mapping[str, str],
) -> None:
    """Write the run; the files of an earlier run in the folder are replaced. What looks secret is masked.

    Args:
        folder: made where it does not exist.
        run: the results.
        summary: of the results.
        settings: what the application was set to.
        facts: the content of ``run.json``.
        documents: file name to text of what else belongs to the run: the report, JUnit's XML, the comparison.

    Raises:
        OSError: the folder cannot be made or written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = "".join(json.dumps(question_row(result), ensure_ascii=False) + "\n" for result in run.results)
    _replace(folder / QUESTIONS, rows)
    _replace(folder / SETTINGS, json_text(masked(settings)))
    _replace(folder / RUN, json_text(facts))
    for name, text in documents.items():
        _replace(folder / name, text)
    if COMPARISON not in documents:
        (folder / COMPARISON).unlink(missing_ok=True)
    _replace(folder / SUMMARY, json_text(summary.as_json()))


def unwritable(folder: Path, error: OSError) -> QuestionSetError:
    """The error of a run that cannot be written, in words for a user."""
    return QuestionSetError(
        f"The run could not be written to {folder}: {error.strerror}. Give --out a folder you may write to."
    )


def read_run(folder: Path) -> SavedRun:
    """A run written by :func:`write_run`.

    Raises:
        QuestionSetError: the folder holds no such run.
    """
    try:
        summary = json.loads((folder / SUMMARY).read_text("utf-8"))
        rows = [json.loads(line) for line in (folder / QUESTIONS).read_text("utf-8").split("\n") if line.strip()]
        questions = {row["id"]: SavedQuestion(row["question"], _outcome(row), bool(row.get("failure"))) for row in rows}
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


def masked(value: object, name: str = "") -> object:
    """The settings without API keys, wherever a user has put them."""
    if isinstance(value, Mapping):
        return {key: masked(item, f"{name}.{key}") for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [masked(item, name) for item in value]
    if isinstance(value, str):
        return HIDDEN if SECRET.search(name) else USER_IN_URL.sub(HIDDEN, value)
    return value


def _outcome(row: Mapping[str, object]) -> Outcome:
    scores, answerable = row["scores"], row.get("answerable")
    if not isinstance(scores, Mapping):
        raise TypeError(f"scores are no object: {scores!r}")
    return Outcome(
        _numbers(scores),
        answerable if isinstance(answerable, bool) else None,
        bool(row.get("answered")),
        _numbers({"latency_ms": row.get("latency_ms")})["latency_ms"],
    )


def _numbers(values: Mapping[str, object]) -> dict[str, float | None]:
    for name, value in values.items():
        if value is not None and not isinstance(value, int | float):
            raise TypeError(f"{name} is no number: {value!r}")
    return {name: float(value) if isinstance(value, int | float) else None for name, value in values.items()}


def json_text(value: object) -> str:
    """A value as the files of a run hold it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _replace(path: Path, text: str) -> None:
    """Write aside, then rename, so that a crash leaves the earlier run whole."""
    aside = path.with_name(path.name + ".part")
    aside.write_text(text, encoding="utf-8", errors=UNENCODABLE, newline="\n")
    aside.replace(path)
