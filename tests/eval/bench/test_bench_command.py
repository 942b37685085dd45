"""``newschat bench`` from end to end: real stages in real processes, on as few articles as it takes."""

import json
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import main
from eval.bench.command import bench_command
from eval.bench.stage import STAGES

INDEXING = ("index", "reindex_none", "reindex_10")
ARTICLES = 20


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, here and in processes started from here; empty before and, hopefully, after."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def bench(*arguments: str | Path) -> Result:
    return CliRunner().invoke(bench_command, [*map(str, arguments)])


def test_both_sides_on_the_same_articles(quarry: Path, temporary: Path) -> None:
    result = bench("--articles", ARTICLES, "--corpus", quarry, "--json")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    assert not list(temporary.iterdir())
    found = json.loads(result.stdout)
    assert found["articles"] == ARTICLES
    assert found["machine"]["cores"] >= 1
    assert found["machine"]["load"] >= 0
    assert found["machine"]["embedder"] == "bundled"
    assert tuple(found["stages"]) == STAGES
    for name, stage in found["stages"].items():
        check_values(name, stage)
        check_ratios(stage)
    for side in ("newschat", "naive"):
        articles = [found["stages"][stage][side]["articles"] for stage in INDEXING]
        assert articles == [ARTICLES, ARTICLES, ARTICLES + 10]


def check_values(name: str, stage: dict[str, Any]) -> None:
    wanted = {"wall_s", "cpu_s", "peak_rss_mb"}
    wanted |= {"articles", "passages", "disk_bytes"} if name in INDEXING else set()
    wanted |= {"index": {"articles_per_s"}, "query": {"p50_ms", "p95_ms", "cpu_ms"}}.get(name, set())
    for side in ("newschat", "naive"):
        assert set(stage[side]) == wanted
        assert all(value > 0 for value in stage[side].values())
    assert set(stage["ratio"]) == wanted - {"articles", "passages"}


def check_ratios(stage: dict[str, Any]) -> None:
    for measure, ratio in stage["ratio"].items():
        better, worse = ("newschat", "naive") if measure == "articles_per_s" else ("naive", "newschat")
        assert ratio == pytest.approx(stage[better][measure] / stage[worse][measure])


def test_newschat_alone_as_a_table_with_its_archive_kept(quarry: Path, temporary: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    result = bench("--articles", ARTICLES, "--corpus", quarry, "--no-naive", "--keep", kept)
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    assert "newschat" in result.stdout
    assert not any(word in result.stdout.lower() for word in ("naive", "ratio"))
    assert "20 synthetic articles" in result.stdout
    assert {path.name for path in kept.iterdir()} == {"corpus", "newschat", "questions.json"}
    assert len(list((kept / "corpus").rglob("*.txt"))) == ARTICLES + 10
    assert not list(temporary.iterdir())


def test_a_stage_that_fails_is_one_line_and_leaves_nothing(
    quarry: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWSCHAT_EMBEDDING_QUERY_PROMPT", "query: ")  # which the bundled model cannot follow
    monkeypatch.setattr(sys, "argv", ["newschat", "bench", "--articles", "20", "--corpus", str(quarry), "--json"])
    assert main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Error: newschat, stage index, failed: embedding_query_prompt")
    assert said.err.count("\n") == 1
    assert not list(temporary.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signal of Ctrl-C to one process")
def test_an_interrupted_bench_leaves_nothing(quarry: Path, temporary: Path) -> None:
    command = [sys.executable, "-m", "app.cli", "bench", "--articles", "20", "--corpus", str(quarry)]
    # A shell that starts the tests in the background has them ignore this signal, and what they start would, too.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heeding
    ) as process:
        while not list(temporary.glob("newschat-bench-*/warm-up")) and process.poll() is None:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err.strip()) == (1, "", "Stopped.")
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("written", ["19", "0", "-5", "1.5k", "many", "", "1kk", "١٠٠"])
def test_a_number_of_articles_that_is_none_or_too_small_is_wrong_usage(written: str) -> None:
    result = bench("--articles", written)
    assert result.exit_code == 2
    assert "--articles" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("written", "meant"), [("20", 20), ("1000", 1_000), ("1k", 1_000), ("10K", 10_000), ("100k", 100_000)]
)
def test_numbers_of_articles_may_be_written_in_thousands(written: str, meant: int) -> None:
    with bench_command.make_context("bench", ["--articles", written]) as context:
        assert context.params["articles"] == meant


def test_a_folder_to_keep_that_is_not_empty_is_wrong_usage(quarry: Path, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    result = bench("--keep", tmp_path, "--corpus", quarry)
    assert result.exit_code == 2
    assert "is not empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


def test_a_folder_that_cannot_be_made_is_named(quarry: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    result = bench("--keep", tmp_path / "file" / "kept", "--corpus", quarry)
    assert result.exit_code == 1
    assert str(tmp_path / "file" / "kept") in result.stderr
