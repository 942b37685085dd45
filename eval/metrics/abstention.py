"""Whether the application declines exactly the questions that the archive cannot answer.

The positive class is "unanswerable": precision is the share of abstentions that were right, recall the share of
unanswerable questions that were declined.
"""

from collections.abc import Iterable

from app.answering.answer import Answer
from eval.question_set.question import Question

NAMES = ("precision", "recall", "f1")


def abstention_scores(question: Question, answer: Answer) -> dict[str, float]:
    """``correct``: 1 where the question was rightly answered or declined; empty where its answerability is unknown."""
    if question.answerable is None:
        return {}
    return {"correct": float(answer.answered == question.answerable)}


def abstention_summary(outcomes: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Every measure of NAMES in 0..1 over pairs of (unanswerable, abstained).

    Empty without an unanswerable question: there is nothing to decline, so not even a precision of 0 would say
    anything about abstention. No precision where nothing was declined.
    """
    pairs = list(outcomes)
    unanswerable = sum(positive for positive, _ in pairs)
    abstained = sum(declined for _, declined in pairs)
    right = sum(positive and declined for positive, declined in pairs)
    if not unanswerable:
        return {}
    scores = {"recall": right / unanswerable, "f1": 2 * right / (unanswerable + abstained)}
    return {"precision": right / abstained, **scores} if abstained else scores
