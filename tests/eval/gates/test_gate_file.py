from pathlib import Path

import pytest

from eval.gates.gate_file import GateFile
from eval.question_set.question import Question
from indexing.errors import QuestionSetError

QUESTIONS = (Question("a", "언제?", "ko", answers=("29일",), answerable=True),)


def opened(path: Path, text: str) -> GateFile:
    path.write_text(text, "utf-8")
    return GateFile.opened(path, QUESTIONS, new=False, judged=False)


def test_a_new_gate_is_empty_until_a_run_gives_it_floors(tmp_path: Path) -> None:
    path = tmp_path / "gate.toml"
    gate = GateFile.opened(path, QUESTIONS, new=True, judged=False)
    assert (dict(gate.gate.limits), path.exists()) == ({}, False)
    updated, changes = gate.updated({"answers.f1": 0.756}, lower=False)
    assert (updated.gate.limits, [str(change) for change in changes]) == (
        {"answers.f1": 0.75},
        ["answers.f1: new → 0.75"],
    )


def test_a_floor_falls_only_where_it_may(tmp_path: Path) -> None:
    gate = opened(tmp_path / "gate.toml", '"answers.f1" = 0.5')
    assert gate.updated({"answers.f1": 0.4}, lower=False)[0].gate.misses({"answers.f1": 0.4}) != []
    assert gate.updated({"answers.f1": 0.4}, lower=True)[0].gate.misses({"answers.f1": 0.4}) == []
    assert (tmp_path / "gate.toml").read_text("utf-8") == '"answers.f1" = 0.4'


def test_a_gate_on_what_a_run_cannot_have_or_none_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match=r"'answers\.f2'"):
        opened(tmp_path / "gate.toml", '"answers.f2" = 0.5')
    with pytest.raises(QuestionSetError, match=r"not scored: dates\.accuracy"):
        opened(tmp_path / "gate.toml", '"dates.accuracy" = 0.5')
    with pytest.raises(QuestionSetError, match="cannot be read"):
        GateFile.opened(tmp_path / "missing.toml", QUESTIONS, new=False, judged=False)
