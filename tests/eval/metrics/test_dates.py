from collections.abc import Callable

import pytest

from app.answering.answer import Answer
from eval.metrics.dates import date_scores
from eval.question_set.question import Question


@pytest.mark.parametrize(
    ("gold", "stated", "score"),
    [
        ("2025-09-29", ["2025-09-29"], 1.0),
        ("2025-09-29", ["2025-10-01", "2025-09-29"], 1.0),
        ("2025-09-29", ["2025-09-29/2025-09-29"], 1.0),
        ("2025-09-01/2025-09-30", ["2025-09"], 1.0),
        ("2025", ["2025-01-01/2025-12-31"], 1.0),
        ("2025-09-29", ["2025-09-28"], 0.0),
        ("2025-09-29", ["2025-09"], 0.0),
        ("2025-09-29", ["2025-09-29/2025-10-01"], 0.0),
        ("2025-09-29", ["soon"], 0.0),
        ("2025-09-29", [], 0.0),
    ],
)
def test_a_date_is_right_where_it_covers_exactly_the_gold_days(
    make_answer: Callable[..., Answer], gold: str, stated: list[str], score: float
) -> None:
    assert date_scores(Question("q", "?", "ko", date=gold), make_answer(dates=stated)) == {"accuracy": score}


def test_an_abstention_states_no_date(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer(dates=["2025-09-29"], answered=False)
    assert date_scores(Question("q", "?", "ko", date="2025-09-29"), answer) == {"accuracy": 0.0}


def test_dates_are_not_scored_without_a_gold_date(make_answer: Callable[..., Answer]) -> None:
    assert date_scores(Question("q", "?", "ko"), make_answer(dates=["2025-09-29"])) == {}
