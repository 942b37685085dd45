"""The quality of the assistant on the sample archive does not fall below its gate."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.command import eval_command

ROOT = Path(__file__).parents[2]


def test_the_sample_questions_are_answered_as_well_as_the_gate_asks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    questions, gate = sorted((ROOT / "eval/sets").glob("*.jsonl")), ROOT / "eval/gates/sample.toml"
    outcome = CliRunner().invoke(
        eval_command, [*map(str, questions), "--corpus", str(ROOT / "corpus"), "--gate", str(gate), "--json"]
    )
    assert outcome.exit_code == 0, outcome.output
