from pathlib import Path

import pytest

from eval.gates.gate import Gate, load_gate
from indexing.errors import QuestionSetError


def write(folder: Path, text: str) -> Path:
    path = folder / "gate"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        '"answers.f1" = 0.5\n"slices.lang=ko.answers.f1" = 0.4\n',
        'answers.f1 = 0.5\nslices."lang=ko".answers.f1 = 0.4\n',
        '[answers]\nf1 = 0.5\n[slices."lang=ko".answers]\nf1 = 0.4\n',
        '{"answers.f1": 0.5, "slices.lang=ko.answers.f1": 0.4}',
        '{"answers": {"f1": 0.5}, "slices": {"lang=ko": {"answers": {"f1": 0.4}}}}',
    ],
)
def test_a_gate_is_toml_or_json_of_full_names_or_tables(tmp_path: Path, text: str) -> None:
    assert load_gate(write(tmp_path, text)).limits == {"answers.f1": 0.5, "slices.lang=ko.answers.f1": 0.4}


def test_a_byte_order_mark_is_no_part_of_a_gate(tmp_path: Path) -> None:
    assert load_gate(write(tmp_path, '\ufeff{"answers.f1": 0.5}')).limits == {"answers.f1": 0.5}


def test_counts_and_latencies_may_be_large(tmp_path: Path) -> None:
    text = 'n = 400\n"slices.lang=ko.n" = 40\n"latency_ms.p95" = 250\n'
    assert load_gate(write(tmp_path, text)).limits == {"n": 400, "slices.lang=ko.n": 40, "latency_ms.p95": 250}


def test_a_gate_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match=r"missing\.toml cannot be read: No such file"):
        load_gate(tmp_path / "missing.toml")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it names no figure"),
        ("{}", "it names no figure"),
        ("retrieval.hit_rate@1 = 0.8", "In TOML a name with @ or = needs quotes"),
        ("{", "neither TOML nor JSON"),
        ('{"a": ' * 100_000, "neither TOML nor JSON"),
        ('"answers.f1" = [0.5]', "answers.f1 = '[0.5]' is no number"),
        ('"answers.f1" = 0.5\n"answers.f2" = 2\n"dates.accuracy" = "x"', "answers.f2 = 2 is not within 0 and 1; dates"),
        ('"answers.f1" = "high"', "answers.f1 = 'high' is no number"),
        ('"answers.f1" = true', "answers.f1 = 'True' is no number"),
        ('"answers.f1" = nan', "answers.f1 = nan is not within 0 and 1"),
        ('"answers.f1" = 80', "answers.f1 = 80 is not within 0 and 1"),
        ('"answers.f1" = -0.1', "answers.f1 = -0.1 is not within 0 and 1"),
        ('"latency_ms.p95" = 1' + "0" * 400, "is not within 0 and 1000000000"),
    ],
)
def test_a_gate_that_could_not_be_met_or_missed_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(QuestionSetError) as caught:
        load_gate(write(tmp_path, text))
    assert fault in str(caught.value)


def test_bytes_that_are_not_utf8_are_no_gate(tmp_path: Path) -> None:
    path = tmp_path / "gate"
    path.write_bytes("# 문턱\n".encode("cp949"))
    with pytest.raises(QuestionSetError, match="neither TOML nor JSON"):
        load_gate(path)


def test_names_the_run_will_not_have_are_refused_all_at_once() -> None:
    gate = Gate({"answers.f1": 0.5, "answers.f2": 0.5, "slices.lang=fr.answers.f1": 0.5})
    with pytest.raises(QuestionSetError) as caught:
        gate.check_names({"answers.f1", "slices.lang=ko.answers.f1"})
    assert "'answers.f2', 'slices.lang=fr.answers.f1'. There are: answers.f1; by slice" in str(caught.value)


def test_a_floor_is_met_at_its_value_and_missed_below() -> None:
    gate = Gate({"answers.f1": 0.5, "dates.accuracy": 0.5, "n": 10})
    assert gate.misses({"answers.f1": 0.5, "dates.accuracy": 0.4999, "n": 9}) == [
        "dates.accuracy is 0.4999, must be at least 0.5",
        "n is 9, must be at least 10",
    ]


@pytest.mark.parametrize("name", ["latency_ms.p95", "slices.lang=ko.latency_ms.p95"])
def test_a_latency_is_limited_from_above(name: str) -> None:
    assert Gate({name: 200}).misses({name: 200.0}) == []
    assert Gate({name: 200}).misses({name: 200.5}) == [f"{name} is 200.5, must be at most 200"]


def test_a_figure_that_was_not_scored_cannot_be_judged() -> None:
    with pytest.raises(QuestionSetError, match=r"cannot judge what is not scored: dates\.accuracy"):
        Gate({"dates.accuracy": 0.0}).misses({"dates.accuracy": None})


def test_every_figure_that_was_not_scored_is_named() -> None:
    with pytest.raises(QuestionSetError, match=r"not scored: dates\.accuracy, judge\.correctness\."):
        Gate({"n": 1, "dates.accuracy": 0.5, "judge.correctness": 0.5}).misses({"n": 9, "dates.accuracy": None})


def test_a_gate_without_limits_is_passed_by_any_run() -> None:
    assert Gate({}).misses({"answers.f1": None}) == []
