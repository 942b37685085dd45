import pytest

from eval.bench.measurement import StageResult, rounded


def test_ratios_say_how_many_times_better_newschat_is() -> None:
    newschat = {"wall_s": 2.0, "articles_per_s": 50.0, "disk_bytes": 400, "passages": 7}
    naive = {"wall_s": 5.0, "articles_per_s": 20.0, "disk_bytes": 100, "passages": 3}
    assert StageResult(newschat, naive).ratio == {"wall_s": 2.5, "articles_per_s": 2.5, "disk_bytes": 0.25}


def test_what_one_side_lacks_or_took_no_time_has_no_ratio() -> None:
    assert StageResult({"wall_s": 2.0, "cpu_s": 0.0}, {"cpu_s": 1.0, "p50_ms": 3.0}).ratio == {}


def test_without_the_naive_side_there_is_nothing_beside_newschat() -> None:
    result = StageResult({"wall_s": 2.0}, None)
    assert result.ratio == {}
    assert result.as_json() == {"newschat": {"wall_s": 2.0}}


def test_values_are_rounded_and_counts_stay_whole() -> None:
    values = rounded({"wall_s": 1.23456789, "passages": 12})
    assert values["wall_s"] == pytest.approx(1.2346, abs=1e-9)
    assert isinstance(values["passages"], int)
