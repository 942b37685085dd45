"""Gold answers that are a date or a figure, given by the answer in another way of writing the same."""

from fractions import Fraction
from typing import Final

from app.answering.answer import Answer
from app.answering.claims.figures import find_figures
from eval.intervals import parse_interval
from eval.normalisation import normalise
from eval.question_set.question import Question
from indexing.language.temporal import find_temporal_expressions

PART: Final = " · "
"""Stands between the parts of a short answer."""

APPROXIMATELY: Final = frozenset(("", "약", "about"))
"""What may stand before a figure without making it another one."""

MEASURED: Final = frozenset(("won", "dollar", "euro", "yen", "yuan", "pound", "length", "mass", "area"))
"""Dimensions that a unit alone tells. 13일 is a day of the month or a length of time, and % is also short for
percentage points: these have to be written as in the gold."""


def is_spelt_otherwise(question: Question, answer: Answer) -> bool:
    """Whether the answer gives a gold answer that is nothing but a date or a figure, written in another way.

    "3 March 2025" is "March 3, 2025" where the gold date is that day and the answer's own date as well; "7만 명" is
    "70,000명" and "14.6 kilometres" "14.6 km" where a part of the short answer is nothing else.
    """
    said = {_figure(part) for part in (answer.short_answer or "").split(PART)} - {None}
    return any(_is_date(gold, question, answer) or _figure(gold) in said for gold in question.answers)


def _is_date(gold: str, question: Question, answer: Answer) -> bool:
    days = parse_interval(question.date) if question.date else None
    if days is None or days not in map(parse_interval, answer.dates):
        return False
    named = find_temporal_expressions(gold, days[0])
    return len(named) == 1 and normalise(named[0].text) == normalise(gold) and parse_interval(named[0].iso) == days


def _figure(text: str) -> tuple[Fraction, str] | None:
    """Amount and what it is of, None where the text is anything but one figure of something."""
    figures = find_figures(text)
    if len(figures) != 1 or normalise(text[: figures[0].start]) not in APPROXIMATELY:
        return None
    figure, things = figures[0], normalise(text[figures[0].end :])
    if figure.unit is None:
        return (figure.amount, things) if things else None
    if things or figure.unit.dimension not in MEASURED:
        return None
    return figure.amount * figure.unit.factor, figure.unit.dimension
