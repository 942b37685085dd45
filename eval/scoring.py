"""One question's scores: the table of per-question measures and who is subject to them."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.answering.answer import Answer
from eval.metrics import abstention, answers, citations, dates, retrieval
from eval.question_set.question import Question
from eval.verdict import verdict

Scores = Mapping[str, float | None]
"""Measure ("answers.f1") to score in 0..1, None where it is not scored."""

RIGHT = "verdict.right"
"""The measure that sums up the others: 1 where the answer is right, see :mod:`eval.verdict`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What of a question's result counts in a summary, whether it was asked now or in an earlier run.

    Attributes:
        scores: every per-question measure.
        answerable: whether the archive holds the answer, None if unknown.
        answered: whether it was answered.
        latency_ms: how long the answer took, None if unknown.
    """

    scores: Scores
    answerable: bool | None = None
    answered: bool = False
    latency_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A group of measures of one question.

    Attributes:
        group: their name in the summary.
        names: the measures.
        score: their scores for a question and its answer; one that is missing is not scored.
        needs_answer: whether they say nothing about an unanswerable question.
    """

    group: str
    names: tuple[str, ...]
    score: Callable[[Question, Answer], dict[str, float]]
    needs_answer: bool = True


MEASURES = (
    Measure("retrieval", retrieval.NAMES, retrieval.retrieval_scores),
    Measure("answers", answers.NAMES, answers.answer_scores),
    Measure("citations", citations.NAMES, citations.citation_scores),
    Measure("abstention", ("correct",), abstention.abstention_scores, needs_answer=False),
    Measure("dates", dates.NAMES, dates.date_scores),
)
"""A measure in this table is scored, summed up, compared and open to gates."""


def scores(question: Question, answer: Answer) -> dict[str, float | None]:
    """Every measure of the question by its full name, None where its gold is absent or it does not apply."""
    found: dict[str, float | None] = {}
    for measure in MEASURES:
        applies = question.answerable is not False or not measure.needs_answer
        values = measure.score(question, answer) if applies else {}
        found |= {f"{measure.group}.{name}": values.get(name) for name in measure.names}
    reason = verdict(question, answer, found)
    return {RIGHT: None if reason is None else float(not reason)} | found


def latency_ms(answer: Answer) -> float | None:
    """Milliseconds the whole answer took, None where the application did not say."""
    total = answer.timings_ms.get("total")
    return float(total) if total is not None and math.isfinite(total) else None
