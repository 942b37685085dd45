"""Whether the answer states the gold date."""

from app.answering.answer import Answer
from eval.intervals import parse_interval
from eval.question_set.question import Question

NAMES = ("accuracy",)


def date_scores(question: Question, answer: Answer) -> dict[str, float]:
    """1 where a date of the answer covers exactly the days of the gold date, else 0; empty without a gold date."""
    gold = parse_interval(question.date) if question.date else None
    if gold is None:
        return {}
    dates = answer.dates if answer.answered else ()
    return {"accuracy": float(any(parse_interval(stated) == gold for stated in dates))}
