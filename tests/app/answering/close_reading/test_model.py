import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.close_reading.model import (
    ANSWERABLE,
    NAMES,
    RETRIEVAL,
    RIGHT,
    WIDEST,
    CloseReadingModel,
    Curve,
    margin_of,
)

NUMBERS = st.floats(-1e6, 1e6)


@given(st.tuples(*[NUMBERS] * len(NAMES)), st.sampled_from(NAMES), st.floats(-10, 10))
def test_a_value_counts_by_its_own_weight_and_without_one_not_at_all(
    features: tuple[float, ...], name: str, weight: float
) -> None:
    assert CloseReadingModel({name: weight}).score(features) == weight * features[NAMES.index(name)]
    assert CloseReadingModel({}).score(features) == 0


@given(
    st.fixed_dictionaries({name: st.floats(0, 3) for name in (*NAMES, RETRIEVAL)}),
    NUMBERS,
    st.lists(st.tuples(NUMBERS, NUMBERS), min_size=len(NAMES) + 1, max_size=len(NAMES) + 1),
)
def test_a_probability_is_bounded_and_never_falls_with_what_speaks_for_the_answer(
    slopes: dict[str, float], offset: float, pairs: list[tuple[float, float]]
) -> None:
    model = CloseReadingModel({}, Curve(slopes, offset))
    *low, low_retrieval = map(min, pairs)
    *high, high_retrieval = map(max, pairs)
    assert 0 <= model.is_answerable(low, low_retrieval) <= model.is_answerable(high, high_retrieval) <= 1


def test_a_probability_is_the_logistic_function_of_all() -> None:
    model = CloseReadingModel({}, Curve({"evidence": 0.5, RETRIEVAL: 2.0}, -3.0))
    assert model.is_answerable((9.0, 2.0, 9.0, 9.0, 0.0, 1.0), 1.0) == 0.5
    assert model.is_answerable((0.0, 2.0, 0.0, 0.0, -1.0, 0.0), 1.0 + math.log(3) / 2) == pytest.approx(0.75)


def test_the_shipped_model_weighs_what_there_is_and_trusts_a_mark() -> None:
    model = CloseReadingModel.load()
    assert set(model.weights) == set(NAMES)
    assert (set(model.answerable.slopes), set(model.right.slopes)) == (set(ANSWERABLE), set(RIGHT))
    assert model.weights["evidence"] + model.weights["extract"] > 0
    assert model.weights["marked"] > 0
    assert model.is_answerable((-50, -50, -9, -9, -2, 0), -9) < 0.1 < 0.9 < model.is_answerable((50, 50, 0, 9, 0, 1), 9)
    read = (9, 9, -1, 3, 0, 1)
    assert model.is_right(read, 1, 0.1, 0.5) < 0.5 < model.is_right(read, 1, 4, 0.5)
    assert model.is_right(read, 1, 2, 0.01) < model.is_right(read, 1, 2, 0.9) < model.is_right(read, 1, 2, None)


@given(st.lists(NUMBERS, min_size=1))
def test_a_margin_is_what_the_best_is_ahead_of_the_next(scores: list[float]) -> None:
    assert 0 <= margin_of(scores) <= WIDEST
    assert margin_of([max(scores)]) == WIDEST
    assert margin_of([*scores, max(scores)]) == 0
    assert margin_of([*scores, max(scores) + 9 * WIDEST]) == WIDEST
