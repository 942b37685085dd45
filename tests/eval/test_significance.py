import tracemalloc
from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import comb
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.significance import RESAMPLES, mean_interval, p_value

shares = st.integers(0, 10_000).map(lambda number: number / 10_000) | st.sampled_from([0.0, 0.5, 1.0])
pairs = st.lists(st.tuples(shares, shares), min_size=1, max_size=8)


def enumerated(before: Sequence[float], now: Sequence[float]) -> float:
    """The share of all sign flips whose sum is at least as far from 0, in exact arithmetic."""
    differences = [Fraction(str(after)) - Fraction(str(earlier)) for earlier, after in zip(before, now, strict=True)]
    sums = [
        sum(sign * one for sign, one in zip(signs, differences, strict=True))
        for signs in product((1, -1), repeat=len(differences))
    ]
    return sum(abs(one) >= abs(sum(differences)) for one in sums) / len(sums)


@given(pairs)
def test_for_few_questions_it_is_the_share_of_all_sign_flips(scores: list[tuple[float, float]]) -> None:
    before, now = zip(*scores, strict=True)
    assert p_value(before, now) == pytest.approx(enumerated(before, now), abs=1e-9)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([0], [1], 1.0),
        ([0, 0], [1, 1], 0.5),
        ([0] * 5, [1] * 5, 2 / 2**5),
        ([1] * 12, [0] * 12, 2 / 2**12),
        ([0, 0, 0, 1], [1, 1, 1, 0], 10 / 2**4),
        ([0.2, 0.2], [0.3, 0.1], 1.0),
    ],
)
def test_values_that_are_known_by_hand(before: list[float], now: list[float], expected: float) -> None:
    assert p_value(before, now) == pytest.approx(expected)


@given(pairs)
def test_questions_that_score_the_same_change_nothing(scores: list[tuple[float, float]]) -> None:
    before, now = (list(column) for column in zip(*scores, strict=True))
    assert p_value([*before, *before], [*before, *now]) == p_value(before, now)


@given(pairs)
def test_it_is_the_same_whichever_run_came_first(scores: list[tuple[float, float]]) -> None:
    before, now = zip(*scores, strict=True)
    assert p_value(before, now) == p_value(now, before)


@settings(max_examples=10)  # ten thousand resamples each
@given(st.lists(st.tuples(shares, shares), min_size=15, max_size=40))
def test_for_many_questions_it_is_symmetric_repeatable_and_never_zero(scores: list[tuple[float, float]]) -> None:
    before, now = zip(*scores, strict=True)
    found = p_value(before, now)
    assert found == p_value(now, before) == p_value(before, now)
    assert 0 < found <= 1


def test_certain_as_it_may_be_it_is_never_zero() -> None:
    found = p_value([0] * 100, [1] * 100)
    assert 0 < found <= 2 / RESAMPLES


@pytest.mark.parametrize("better", [10, 13, 15, 17])
def test_for_many_questions_of_right_or_wrong_it_is_close_to_the_sign_test(better: int) -> None:
    before = [0] * better + [1] * (20 - better)
    now = [1 - score for score in before]
    exact = min(1.0, 2 * sum(comb(20, k) for k in range(better, 21)) / 2**20)
    assert p_value(before, now) == pytest.approx(exact, abs=0.02)


@given(st.lists(shares, min_size=1, max_size=20))
def test_equal_runs_differ_by_chance_only(scores: list[float]) -> None:
    assert p_value(scores, scores) == 1.0


def test_without_a_question_there_is_nothing_to_say() -> None:
    assert p_value([], []) is None


def test_thousands_of_questions_need_no_gigabytes() -> None:
    before, now = [0.0] * 1500, [(row % 7 - 2) / 7 or 0.5 for row in range(1500)]
    tracemalloc.start()
    try:
        assert p_value(before, now) < 0.01
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 300_000_000


@settings(max_examples=50)
@given(st.lists(shares, min_size=2, max_size=30))
def test_an_interval_holds_the_mean_and_stays_within_the_scores(scores: list[float]) -> None:
    low, high = mean_interval(scores)
    assert low - 1e-12 <= fmean(scores) <= high + 1e-12
    assert min(scores) - 1e-12 <= low <= high <= max(scores) + 1e-12
    assert mean_interval(scores) == (low, high)


@pytest.mark.parametrize("scores", [[], [0.5]])
def test_under_two_scores_there_is_no_interval(scores: list[float]) -> None:
    assert mean_interval(scores) is None


@pytest.mark.parametrize("score", [0.0, 0.1, 1.0])
def test_equal_scores_have_an_interval_of_nothing(score: float) -> None:
    assert mean_interval([score] * 7) == (score, score)


def test_for_many_scores_the_interval_is_that_of_the_normal_distribution() -> None:
    low, high = mean_interval([0, 1] * 200)
    half = 1.96 * 0.5 / 400**0.5
    assert (low, high) == (pytest.approx(0.5 - half, abs=0.006), pytest.approx(0.5 + half, abs=0.006))


def test_more_scores_make_the_interval_narrower() -> None:
    few, many = mean_interval([0, 1, 1] * 3), mean_interval([0, 1, 1] * 30)
    assert many[1] - many[0] < (few[1] - few[0]) / 2
