"""Question sets: JSONL, one question a row, with whatever gold is known about it."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.intervals import parse_interval
from indexing.errors import QuestionSetError

NAMED_FAULTS = 20
"""Most faults spelled out in one message; a set in the wrong format has a fault in every row."""

EXCERPT_LENGTH = 40

HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its gold; a metric whose gold is empty is not scored for it.

    Attributes:
        id: unique in the run.
        question: as a user would ask it.
        lang: language of the question, "ko" or "en".
        type: a slice to report by, e.g. "when"; None if unstated.
        answers: acceptable short answers; any one suffices.
        articles: paths of articles that answer it, relative to the corpus; any one suffices.
        quote: the sentence of the article that answers it.
        date: ISO 8601 date, month, year or interval that the answer must state.
        answerable: whether the archive holds the answer; None where neither the row nor its gold says.
    """

    id: str
    question: str
    lang: str
    type: str | None = None
    answers: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    quote: str | None = None
    date: str | None = None
    answerable: bool | None = None


def load_questions(paths: Sequence[Path]) -> tuple[Question, ...]:
    """The questions of all sets, in order.

    A row without an id is called ``q<row>``, or ``<file>:q<row>`` where several sets are read at once.

    Raises:
        QuestionSetError: a set cannot be read, or rows are unusable; every bad row of every set is named.
    """
    faults: list[str] = []
    questions: dict[str, Question] = {}
    first_seen: dict[str, str] = {}
    for path in paths:
        for row, line in _lines(path):
            place = f"{path.name} row {row}"
            default_id = f"q{row}" if len(paths) == 1 else f"{path.stem}:q{row}"
            question, row_faults = _parse_row(line, default_id)
            if question and question.id in questions:
                row_faults = [f"the id {_excerpt(question.id)} is taken by {first_seen[question.id]}"]
            elif question:
                questions[question.id] = question
                first_seen[question.id] = place
            faults += [f"{place}: {fault}" for fault in row_faults]
    if faults:
        raise QuestionSetError(_fault_report(faults))
    if not questions:
        names = ", ".join(path.name for path in paths)
        raise QuestionSetError(f'{names}: no questions. Write one JSON object a line: {{"question": "…"}}.')
    return tuple(questions.values())


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Row numbers from 1, as an editor counts them, with the rows that are not blank."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise QuestionSetError(
            f"{path} cannot be read: {error.strerror}. Check the path and its permissions."
        ) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise QuestionSetError(f"{path.name} is UTF-16. Save it as UTF-8.")
    for row, line in enumerate(data.removeprefix(BYTE_ORDER_MARK).split(b"\n"), start=1):
        if line.strip():
            yield row, line


def _parse_row(line: bytes, default_id: str) -> tuple[Question | None, list[str]]:
    """A question, or the reasons why the row is none."""
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return None, [f"not UTF-8 (byte 0x{line[error.start]:02x} at {error.start + 1}). Save the file as UTF-8"]
    except (ValueError, RecursionError) as error:
        return None, [f"not JSON ({str(error)[:80]}): {_excerpt(line.decode('utf-8'))}"]
    if not isinstance(row, dict):
        return None, [f"not a JSON object but {_excerpt(row)}"]
    faults = [f"{name} {fault}" for name, check in FIELDS.items() if (fault := check(row.get(name)))]
    return (None, faults) if faults else (_question(row, default_id), [])


def _question(row: dict[str, object], default_id: str) -> Question:
    """The question of a row whose fields have passed their checks."""
    text = str(row["question"]).strip()
    answerable = row.get("answerable")
    gold = any(row.get(name) for name in ("answers", "articles")) or _stated(row, "quote") or _stated(row, "date")
    return Question(
        id=_stated(row, "id") or default_id,
        question=text,
        lang=_stated(row, "lang") or ("ko" if HANGUL.search(text) else "en"),
        type=_stated(row, "type"),
        answers=_stated_all(row, "answers"),
        articles=_stated_all(row, "articles"),
        quote=_stated(row, "quote"),
        date=_stated(row, "date"),
        answerable=answerable if isinstance(answerable, bool) else (True if gold else None),
    )


def _stated(row: dict[str, object], name: str) -> str | None:
    value = row.get(name)
    return (value.strip() or None) if isinstance(value, str) else None


def _stated_all(row: dict[str, object], name: str) -> tuple[str, ...]:
    values = row.get(name)
    return tuple(str(value).strip() for value in values) if isinstance(values, list) else ()


def _text_fault(value: object) -> str | None:
    if value is None:
        return "is missing"
    if not isinstance(value, str):
        return f"must be text, is {_excerpt(value)}"
    if not value.strip():
        return "is empty"
    return "holds half a character (a lone surrogate)" if LONE_SURROGATE.search(value) else None


def _optional_text_fault(value: object) -> str | None:
    return None if value is None or value == "" else _text_fault(value)


def _texts_fault(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, list):
        return f"must be a list of texts, is {_excerpt(value)}"
    return next((f"has an entry that {fault}" for item in value if (fault := _text_fault(item))), None)


def _date_fault(value: object) -> str | None:
    fault = _optional_text_fault(value)
    if fault or not isinstance(value, str) or not value:
        return fault
    if parse_interval(value) is None:
        return f"must be ISO 8601 (2025-09-29, 2025-09, 2025 or 2025-09-29/2025-10-01), is {_excerpt(value)}"
    return None


def _flag_fault(value: object) -> str | None:
    return None if value is None or isinstance(value, bool) else f"must be true or false, is {_excerpt(value)}"


FIELDS: dict[str, Callable[[object], str | None]] = {
    "id": _optional_text_fault,
    "question": _text_fault,
    "lang": _optional_text_fault,
    "type": _optional_text_fault,
    "answers": _texts_fault,
    "articles": _texts_fault,
    "quote": _optional_text_fault,
    "date": _date_fault,
    "answerable": _flag_fault,
}
"""What a row may hold, each with the check that says what is wrong; null and ""
mean absent, other keys are ignored."""


def _fault_report(faults: list[str]) -> str:
    more = len(faults) - NAMED_FAULTS
    tail = [f"and {more} more"] if more > 0 else []
    rows = "\n".join(f"  {fault}" for fault in [*faults[:NAMED_FAULTS], *tail])
    return f"The question set cannot be scored; mend these rows:\n{rows}"


def _excerpt(value: object) -> str:
    """A value cut short and with control characters escaped: the row may come from anywhere."""
    text = repr(value)
    return text if len(text) <= EXCERPT_LENGTH else text[:EXCERPT_LENGTH] + "…"
