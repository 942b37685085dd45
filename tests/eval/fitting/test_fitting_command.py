"""``python -m eval.fitting`` from end to end, writing beside the test."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.answering.evidence import model as evidence_model
from app.retrieval import features, fusion
from eval.fitting.__main__ import EVIDENCE, FUSION, RANKING, READING, fit

Fit = Callable[..., Result]

PARTS = {"ranking": {"weights", "answerable"}, "evidence": {"weights"}}
NAMES = {"ranking": features.NAMES, "evidence": evidence_model.NAMES}
NEEDY = {"ranking": set(features.MEANING), "evidence": {"cosine", "interaction"}}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fit:
    monkeypatch.chdir(tmp_path)

    def running(*arguments: str | Path) -> Result:
        return CliRunner().invoke(fit, [str(argument) for argument in arguments])

    return running


def shipped() -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in (FUSION, RANKING, EVIDENCE, READING)}


def _squad(folder: Path) -> Path:
    """A set in SQuAD's form that brings its texts along."""
    height = {"id": "1", "question": "포월항 등대는 얼마나 높아?", "answers": [{"text": "31미터", "answer_start": 12}]}
    paragraphs = (
        ("항구", "포월항 등대는 높이가 31미터다. 등대지기는 셋이다.", [height]),
        ("산", "가마산은 봄에 붐빈다. 산장은 여섯 곳이다.", []),
    )
    data = [{"title": title, "paragraphs": [{"context": text, "qas": asked}]} for title, text, asked in paragraphs]
    file = folder / "held-out.json"
    file.write_text(json.dumps({"data": data}, ensure_ascii=False), "utf-8")
    return file


@pytest.mark.parametrize("step", ["ranking", "evidence"])
def test_a_step_learns_both_models_and_writes_them_where_it_is_told(
    run: Fit, corpus: Path, question_set: Path, tmp_path: Path, step: str
) -> None:
    before = shipped()
    target = tmp_path / "learnt.toml"

    result = run(step, question_set, "--corpus", corpus, "--write", target)

    assert result.exit_code == 0, result.output
    assert shipped() == before
    assert f"written to: {target}" in result.output
    text = target.read_text("utf-8")
    assert text.startswith(f"# Learnt by `python -m eval.fitting {step}`")
    tables: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(text)
    assert set(tables) == {"token_vectors", "one_vector"}
    assert tuple(tables["token_vectors"]["weights"]) == NAMES[step]
    used = {name.removesuffix("_across_languages") for name in tables["one_vector"]["weights"]}
    assert used
    assert used.isdisjoint(NEEDY[step])
    for table in tables.values():
        assert set(table) == PARTS[step]
        assert all(isinstance(number, float) for part in table.values() for number in part.values())
        assert any(table["weights"].values())


def test_fusion_is_one_model_for_all_embedders_and_learns_from_further_sets(
    run: Fit, corpus: Path, question_set: Path, tmp_path: Path
) -> None:
    before, squad = shipped(), _squad(tmp_path)
    learnt = []
    for name, further in (("alone", ()), ("with", ("--also", squad))):
        result = run(
            "fusion", question_set, "--corpus", corpus, "--write", tmp_path / name, "--report", squad, *further
        )
        assert result.exit_code == 0, result.output
        learnt.append(tomllib.loads((tmp_path / name).read_text("utf-8"))["weights"])
    assert "learnt from: answering passage among 12 kept 1.000" in result.output
    assert result.output.count("held-out.json: answering passage among 12 kept 1.000") == 2
    assert shipped() == before
    assert [tuple(weights) for weights in learnt] == [fusion.NAMES] * 2
    assert learnt[0] != learnt[1]


def test_the_reading_is_one_model_for_all_embedders(run: Fit, corpus: Path, question_set: Path, tmp_path: Path) -> None:
    before = shipped()
    result = run("reading", question_set, "--corpus", corpus, "--write", tmp_path / "learnt.toml")

    assert result.exit_code == 0, result.output
    assert shipped() == before
    assert "learnt from: right sentence 1.000, declined f1" in result.output
    written, used = (tomllib.loads(file.read_text("utf-8")) for file in (tmp_path / "learnt.toml", READING))
    assert {part: set(values) for part, values in written.items()} == {part: set(used[part]) for part in used}
    assert written["weights"]["extract"] + written["weights"]["evidence"] == pytest.approx(1.0)


def test_the_shipped_files_have_the_form_that_is_written(
    run: Fit, corpus: Path, question_set: Path, tmp_path: Path
) -> None:
    for step, file in (("ranking", RANKING), ("evidence", EVIDENCE)):
        run(step, question_set, "--corpus", corpus, "--write", tmp_path / step)
        written, used = tomllib.loads((tmp_path / step).read_text("utf-8")), tomllib.loads(file.read_text("utf-8"))
        for model, parts in written.items():
            for part, values in parts.items():
                assert set(values) == set(used[model][part]), f"{file.name}: {model}.{part} is of another version"


def test_how_good_it_is_on_the_sets_and_on_a_held_out_one_is_told(
    run: Fit, corpus: Path, question_set: Path, tmp_path: Path
) -> None:
    squad = _squad(tmp_path)
    first = run("ranking", question_set, "--corpus", corpus, "--write", tmp_path / "a", "--report", squad)
    second = run("evidence", question_set, "--corpus", corpus, "--write", tmp_path / "b", "--report", squad)
    assert "learnt from: hit_rate@1 1.000, hit_rate@10 1.000 of 6" in first.output
    assert "held-out.json: hit_rate@1 1.000, hit_rate@10 1.000 of 1" in first.output
    assert "learnt from: right sentence 1.000" in second.output
    assert "held-out.json: right sentence 1.000" in second.output


def test_the_evidence_may_also_be_learnt_from_a_set_with_contexts_of_its_own(
    run: Fit, corpus: Path, question_set: Path, tmp_path: Path
) -> None:
    learnt = []
    for name, further in (("alone", ()), ("with", ("--also", _squad(tmp_path)))):
        result = run("evidence", question_set, "--corpus", corpus, "--write", tmp_path / name, *further)
        assert result.exit_code == 0, result.output
        learnt.append(tomllib.loads((tmp_path / name).read_text("utf-8"))["token_vectors"]["weights"])
    alone, together = learnt
    assert alone.keys() == together.keys()
    assert alone != together


@pytest.mark.parametrize("step", ["fusion", "ranking", "evidence", "reading"])
def test_a_set_that_teaches_nothing_is_explained_and_nothing_is_written(
    run: Fit, corpus: Path, tmp_path: Path, step: str
) -> None:
    silent = tmp_path / "silent.jsonl"
    silent.write_text('{"question": "Who won the chess olympiad?", "answerable": false}\n', "utf-8")
    result = run(step, silent, "--corpus", corpus, "--write", tmp_path / "out.toml")
    assert result.exit_code == 1
    assert "Nothing can be learnt" in result.output
    assert not (tmp_path / "out.toml").exists()


def test_a_set_that_cannot_be_read_is_explained(run: Fit, corpus: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{", "utf-8")
    result = run("ranking", broken, "--corpus", corpus, "--write", tmp_path / "out.toml")
    assert result.exit_code == 1
    assert "broken.jsonl" in result.output


def test_without_a_set_the_usage_is_told(run: Fit) -> None:
    assert run("ranking").exit_code == 2
    assert run("evidence", "no-such-file.jsonl").exit_code == 2
