import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer
from eval.gates.gate import Gate, load_gate
from eval.gates.update import FEWEST_QUESTIONS, FloorChange, floor_changes, write_floors
from eval.question_set.question import Question, Relevant
from eval.runs.runner import Run
from eval.summary import summarise

TABLES = """# Floors of the sample.
"retrieval.hit_rate@1" = 0.5  # raised in March
n = 4

# how long it may take
"latency_ms.p95" = 500

[dates]  # only questions with a date
accuracy = 0.1

[slices."lang=ko".answers]
f1 = 0.4   # Korean
contains = 0.9
# the end
"""


def write(folder: Path, text: str, name: str = "gate.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def raised(path: Path, figures: Mapping[str, float | None]) -> list[FloorChange]:
    """As ``--update-gate`` does without ``--lower-floors``."""
    changes = [change for change in floor_changes(load_gate(path).limits, figures) if not change.lowers]
    write_floors(path, changes)
    return changes


def test_comments_order_and_tables_stay_and_only_the_floors_that_rise_change(tmp_path: Path) -> None:
    path = write(tmp_path, TABLES)
    figures = {
        "retrieval.hit_rate@1": 0.8765,
        "n": 3.0,
        "latency_ms.p95": 900.0,
        "dates.accuracy": 0.25,
        "slices.lang=ko.answers.f1": 0.61,
        "slices.lang=ko.answers.contains": 0.2,
    }
    changes = raised(path, figures)
    assert path.read_text("utf-8") == (
        TABLES.replace("0.5  #", "0.87  #")
        .replace("accuracy = 0.1", "accuracy = 0.25")
        .replace("f1 = 0.4", "f1 = 0.61")
    )
    assert [str(change) for change in changes] == [
        "retrieval.hit_rate@1: 0.5 → 0.87",
        "dates.accuracy: 0.1 → 0.25",
        "slices.lang=ko.answers.f1: 0.4 → 0.61",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"answers.f1" = 0.5\n"slices.lang=ko.answers.f1" = 0.4\n',
        'answers.f1 = 0.5 # dotted\nslices."lang=ko".answers.f1 = 0.4\n',
        'answers = { f1 = 0.5 }\nslices = { "lang=ko" = { answers = { f1 = 0.4 } } } # inline\n',
        '[answers]\nf1 = 0.5\n\n[slices]\n"lang=ko.answers.f1" = 0.4 # half and half\n',
        '[slices."lang=ko".answers]\nf1 = 0.4\n\n[answers]\nf1 = 0.5 # apart\n\n[slices."lang=en"]\n',
    ],
    ids=["quoted", "dotted", "inline", "half and half", "tables"],
)
def test_a_floor_is_changed_where_it_stands_however_it_is_written(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    raised(path, {"answers.f1": 0.75, "slices.lang=ko.answers.f1": 0.65})
    assert path.read_text("utf-8") == text.replace("0.5", "0.75").replace("0.4", "0.65")


def test_a_json_gate_stays_json_with_its_order_and_tables(tmp_path: Path) -> None:
    content = {"slices": {"lang=ko": {"answers": {"f1": 0.4}}}, "answers.f1": 0.5, "유형": {"n": 3}}
    path = write(tmp_path, json.dumps(content), "gate.json")
    raised(path, {"answers.f1": 0.75, "slices.lang=ko.answers.f1": 0.65, "유형.n": 3.0})
    text = path.read_text("utf-8")
    assert json.loads(text) == {
        "slices": {"lang=ko": {"answers": {"f1": 0.65}}},
        "answers.f1": 0.75,
        "유형": {"n": 3},
    }
    assert list(json.loads(text)) == list(content)
    assert '"유형"' in text


def test_a_byte_order_mark_is_no_part_of_the_gate(tmp_path: Path) -> None:
    path = tmp_path / "gate.toml"
    path.write_bytes(b"\xef\xbb\xbf" + b'"answers.f1" = 0.5\n')
    raised(path, {"answers.f1": 0.75})
    assert load_gate(path).limits == {"answers.f1": 0.75}


def test_without_a_change_the_file_stays_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, TABLES)
    write_floors(path, [])
    assert path.read_text("utf-8") == TABLES


@pytest.mark.parametrize(
    ("floor", "figure", "after"),
    [
        (0.5, 0.6, 0.6),
        (0.5, 0.6789, 0.67),
        (0.5, 0.505, None),
        (0.5, 0.5, None),
        (0.5, 0.4999, 0.49),
        (0.505, 0.509, None),
        (0.0, 0.29, 0.29),
        (0.5, 1.0, 1.0),
        (0.5, 0.0, 0.0),
        (5, 7.0, 7.0),
        (0.5, None, None),
    ],
)
def test_a_floor_is_the_figure_rounded_down(floor: float, figure: float | None, after: float | None) -> None:
    changes = floor_changes({"answers.f1": floor}, {"answers.f1": figure})
    assert changes == ([] if after is None else [FloorChange("answers.f1", floor, after)])


def test_a_change_says_whether_it_lowers() -> None:
    assert FloorChange("n", 0.5, 0.4).lowers
    assert not FloorChange("n", 0.5, 0.6).lowers
    assert not FloorChange("n", None, 0.4).lowers
    assert str(FloorChange("n", None, 12.0)) == "n: new → 12"


@pytest.mark.parametrize("name", ["latency_ms.p95", "slices.lang=ko.latency_ms.p50"])
@pytest.mark.parametrize("reached", [1.0, 99.0, 900.0])
def test_a_latency_is_never_touched(name: str, reached: float) -> None:
    assert floor_changes({name: 100.0}, {name: reached}) == []


def test_a_figure_that_the_gate_does_not_name_gets_no_floor() -> None:
    assert floor_changes({"answers.f1": 0.5}, {"answers.f1": 0.5, "answers.contains": 0.9}) == []


floors = st.dictionaries(
    st.sampled_from(["answers.f1", "dates.accuracy", "slices.lang=ko.answers.f1"]), st.floats(0, 1), min_size=1
)


@given(floors, st.floats(0, 1))
def test_floors_only_rise_unless_told_and_never_above_the_run(limits: dict[str, float], figure: float) -> None:
    figures = dict.fromkeys(limits, figure)
    changes = floor_changes(limits, figures)
    after = limits | {change.name: change.after for change in changes if not change.lowers}
    assert all(after[name] >= limits[name] for name in limits)
    everything = limits | {change.name: change.after for change in changes}
    # rounded down, but for the last bits of a float: 0.29 * 100 is 28.999…
    assert all(floor <= figure + 1e-9 for floor in everything.values())
    assert all(floor > figure - 0.01 - 1e-9 or floor == limits[name] for name, floor in everything.items())
    for change in changes:
        assert change.lowers == (figure < limits[change.name])


@pytest.fixture
def figures(make_answer: Callable[..., Answer], make_run: Callable[..., Run]) -> dict[str, float | None]:
    """Enough Korean questions for floors of their own, too few English ones."""
    korean = [
        (
            Question(f"k{row}", "어디?", "ko", answers=("서울",), qrels=(Relevant(("a.html",)),), answerable=True),
            make_answer("서울" if row else "부산", found=["a.html"], total_ms=40),
        )
        for row in range(FEWEST_QUESTIONS)
    ]
    english = [
        (Question(f"e{row}", "Who?", "en", answerable=False), make_answer(answered=False, total_ms=40))
        for row in range(FEWEST_QUESTIONS - 1)
    ]
    return summarise(make_run(*korean, *english).results).flat()


def test_a_new_gate_holds_every_total_that_was_scored_and_the_slices_with_enough_questions(
    tmp_path: Path, figures: dict[str, float | None]
) -> None:
    path = tmp_path / "new.toml"
    write_floors(path, floor_changes({}, figures))
    limits = load_gate(path).limits
    assert path.read_text("utf-8").startswith("# Floors for `newschat eval --gate`.")
    plain = {name for name in limits if not name.startswith("slices.")}
    assert plain == {
        name
        for name, value in figures.items()
        if value is not None and name != "n" and not name.startswith(("slices.", "latency_ms."))
    }
    assert {"verdict.right", "answers.contains", "abstention.f1"} <= plain
    assert {name: limits[name] for name in limits if name not in plain} == {
        "slices.lang=ko.retrieval.hit_rate@1": 1.0,
        "slices.lang=ko.answers.contains": 0.8,
        "slices.answerable=true.retrieval.hit_rate@1": 1.0,
        "slices.answerable=true.answers.contains": 0.8,
    }
    assert limits["verdict.right"] == 0.88  # 8 of 9


@pytest.mark.parametrize("name", ["new.toml", "new.json", "gate"])
def test_a_run_passes_the_gate_that_was_made_of_it_and_moves_nothing_in_it(
    tmp_path: Path, figures: dict[str, float | None], name: str
) -> None:
    path = tmp_path / name
    write_floors(path, floor_changes({}, figures))
    gate = load_gate(path)
    gate.check_names(figures.keys())
    assert gate.misses(figures) == []
    assert floor_changes(gate.limits, figures) == []


def test_a_new_gate_is_of_the_format_that_its_name_says(tmp_path: Path) -> None:
    changes = [FloorChange("retrieval.hit_rate@1", None, 0.5), FloorChange("slices.lang=ko.answers.f1", None, 0.25)]
    write_floors(tmp_path / "new.json", changes)
    write_floors(tmp_path / "new.toml", changes)
    limits = {"retrieval.hit_rate@1": 0.5, "slices.lang=ko.answers.f1": 0.25}
    assert json.loads((tmp_path / "new.json").read_text("utf-8")) == limits
    assert tomllib.loads((tmp_path / "new.toml").read_text("utf-8")) == limits


@given(st.dictionaries(st.text("ab가.=@\"'\\\n []#", min_size=1, max_size=8), st.floats(0, 1), min_size=1, max_size=4))
def test_whatever_a_slice_is_called_its_floor_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, shares: dict[str, float]
) -> None:
    path = tmp_path_factory.mktemp("gate") / "gate.toml"
    changes = [FloorChange(f"slices.slice={name}.answers.f1", None, value) for name, value in shares.items()]
    write_floors(path, changes)
    assert load_gate(path).limits == {change.name: change.after for change in changes}


def test_a_lowered_floor_is_written_when_told(tmp_path: Path) -> None:
    path = write(tmp_path, '"answers.f1" = 0.5 # too bold\n')
    write_floors(path, floor_changes(load_gate(path).limits, {"answers.f1": 0.123}))
    assert path.read_text("utf-8") == '"answers.f1" = 0.12 # too bold\n'
    assert Gate(load_gate(path).limits).misses({"answers.f1": 0.123}) == []


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        write_floors(tmp_path / "missing" / "gate.toml", [FloorChange("n", None, 1.0)])
