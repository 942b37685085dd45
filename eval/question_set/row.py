"""One row of a question set -> a Question, whatever its columns are called."""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256

from eval.intervals import parse_interval
from eval.question_set.question import Context, Question, Relevant
from indexing.language.detection import question_language

EXCERPT_LENGTH = 40

LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")

ALIASES: dict[str, tuple[str, ...]] = {
    "id": ("id", "qid", "query_id", "question_id", "_id", "guid"),
    "question": ("question", "query", "user_input", "input"),
    "lang": ("lang", "language"),
    "type": ("type", "question_type"),
    "answers": (
        *("answers", "answer", "generation_gt", "reference", "reference_answer"),
        *("ground_truth", "ground_truths", "expected_output", "expected_answer"),
    ),
    "articles": ("articles", "article"),
    "relevant": ("retrieval_gt", "relevant_docs", "reference_context_ids", "expected_ids"),
    "quote": ("quote",),
    "date": ("date",),
    "answerable": ("answerable",),
    "slices": ("slices", "categories", "tags"),
    "history": ("history",),
    "absent": ("absent",),
    "context": ("context", "reference_contexts", "reference_context"),
    "title": ("title",),
}
"""Our name of a field to the columns it is taken from, ours first: AutoRAG's, ragas', LlamaIndex', SQuAD's names.

``articles`` are alternatives, of which any suffices. The columns of ``relevant`` hold ids that are each relevant; as
a list of lists, as AutoRAG writes it, the outer list means "and", the inner "or".
"""


def canonical(row: Mapping[str, object]) -> dict[str, object]:
    """The row under our names, without what is absent: null, "" or an empty list."""
    found: dict[str, object] = {}
    for name, aliases in ALIASES.items():
        stated = next((row[alias] for alias in aliases if row.get(alias) not in (None, "", [])), None)
        if stated is not None:
            found[name] = _texts_of_squad(stated) if name == "answers" else stated
    found.setdefault("question", next((row[alias] for alias in ALIASES["question"] if alias in row), None))
    if row.get("is_impossible") is True:  # SQuAD 2 writes answers to such questions as plausible ones
        found = {name: value for name, value in found.items() if name != "answers"} | {"answerable": False}
    return found


def row_faults(row: Mapping[str, object]) -> list[str]:
    """What is wrong with a canonical row, one sentence a field; empty where it is a question."""
    return [f"{name} {fault}" for name, check in CHECKS.items() if (fault := check(row.get(name)))]


def question_of(row: Mapping[str, object], default_id: str, place: str) -> Question:
    """The question of a canonical row without faults; ``default_id`` is its id where it has none."""
    text = str(row["question"]).strip()
    answerable = row.get("answerable")
    answers, qrels = _texts(row.get("answers")), _qrels(row)
    gold = bool(answers or qrels or row.get("quote") or row.get("date"))
    return Question(
        id=_text(row, "id") or default_id,
        question=text,
        lang=_text(row, "lang") or question_language(text),
        type=_text(row, "type"),
        answers=answers,
        qrels=qrels,
        quote=_text(row, "quote"),
        date=_text(row, "date"),
        answerable=answerable if isinstance(answerable, bool) else (True if gold else None),
        slices=_texts(row.get("slices")),
        history=_texts(row.get("history")),
        absent=_texts(row.get("absent")),
        place=place,
    )


def contexts_of(row: Mapping[str, object]) -> tuple[Context, ...]:
    """The texts that a canonical row without faults brings along; equal texts have equal keys."""
    title = _text(row, "title") or ""
    return tuple(
        Context(sha256(f"{title}\n{text}".encode("utf-8", "surrogatepass")).hexdigest(), title, text)
        for text in _texts(row.get("context"))
    )


def excerpt(value: object) -> str:
    """A value cut short and with control characters escaped: the row may come from anywhere."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # an integer of thousands of digits, a list of thousands of levels
        text = f"a {type(value).__name__} too large to show"
    return text if len(text) <= EXCERPT_LENGTH else text[:EXCERPT_LENGTH] + "…"


def _qrels(row: Mapping[str, object]) -> tuple[Relevant, ...]:
    alternatives = _texts(row.get("articles"))
    if alternatives:
        return (Relevant(alternatives),)
    relevant = row.get("relevant")
    items = relevant if isinstance(relevant, list) else [relevant] if relevant else []
    return tuple(dict.fromkeys(Relevant(paths) for item in items if (paths := _texts(item))))


def _texts_of_squad(value: object) -> object:
    """The texts of SQuAD's answers: ``{"text": [...], "answer_start": [...]}`` or ``[{"text": ...}, ...]``."""
    if isinstance(value, Mapping) and "text" in value:
        return value["text"]
    if isinstance(value, list) and value and all(isinstance(one, Mapping) and "text" in one for one in value):
        return [one["text"] for one in value]
    return value


def _text(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    return None if value is None else str(value).strip() or None


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    return tuple(dict.fromkeys(stripped for one in values if (stripped := str(one).strip())))


def text_fault(value: object) -> str | None:
    """What is wrong with a text that must be there, None if nothing."""
    if value is None:
        return "is missing"
    if not isinstance(value, str):
        return f"must be text, is {excerpt(value)}"
    if not value.strip():
        return "is empty"
    return "holds half a character (a lone surrogate)" if LONE_SURROGATE.search(value) else None


def _optional_text_fault(value: object) -> str | None:
    return None if value is None or value == "" else text_fault(value)


def name_fault(value: object) -> str | None:
    """Like an optional text, but a whole number will do: crawlers number their rows, KLUE its question types."""
    return None if isinstance(value, int) and not isinstance(value, bool) else _optional_text_fault(value)


def _texts_fault(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return _optional_text_fault(value)
    if not isinstance(value, list):
        return f"must be a text or a list of texts, is {excerpt(value)}"
    return next((f"has an entry that {fault}" for item in value if (fault := text_fault(item))), None)


def _relevant_fault(value: object) -> str | None:
    if isinstance(value, list):
        return next((fault for item in value if (fault := _texts_fault(item))), None)
    return _texts_fault(value)


def _date_fault(value: object) -> str | None:
    fault = _optional_text_fault(value)
    if fault or not isinstance(value, str) or not value:
        return fault
    if parse_interval(value) is None:
        return f"must be ISO 8601 (2025-09-29, 2025-09, 2025 or 2025-09-29/2025-10-01), is {excerpt(value)}"
    return None


def _flag_fault(value: object) -> str | None:
    return None if value is None or isinstance(value, bool) else f"must be true or false, is {excerpt(value)}"


CHECKS: dict[str, Callable[[object], str | None]] = {
    "id": name_fault,
    "question": text_fault,
    "lang": _optional_text_fault,
    "type": name_fault,
    "answers": _texts_fault,
    "articles": _texts_fault,
    "relevant": _relevant_fault,
    "quote": _optional_text_fault,
    "date": _date_fault,
    "answerable": _flag_fault,
    "slices": _texts_fault,
    "history": _texts_fault,
    "absent": _texts_fault,
    "context": _texts_fault,
    "title": _optional_text_fault,
}
"""What a canonical row may hold, each with the check that says what is wrong."""
