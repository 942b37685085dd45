import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics.latency import latency_summary, percentile


def test_percentiles_of_ten_answers_come_out_as_by_hand() -> None:
    # positions 4.5 and 8.55 of 10 ordered values
    assert latency_summary([100, 90, 80, 70, 60, 50, 40, 30, 20, 10]) == {
        "p50": pytest.approx(55),
        "p95": pytest.approx(95.5),
    }


def test_one_answer_is_every_percentile() -> None:
    assert latency_summary([12.5]) == {"p50": 12.5, "p95": 12.5}


def test_latency_is_not_scored_without_a_measurement() -> None:
    assert latency_summary([]) == {}


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=50), st.floats(0, 1))
def test_percentiles_agree_with_numpy(values: list[float], share: float) -> None:
    assert percentile(values, share) == pytest.approx(numpy.percentile(values, share * 100), rel=1e-6, abs=1e-6)
