import json
import os
from pathlib import Path

import pytest

from app.composition.embedders import make_embedder
from app.settings import Settings
from eval.bench.errors import BenchError
from eval.bench.naive_pipeline import NaivePipeline
from eval.bench.pipeline import bench_settings
from eval.bench.sentence_pool import SentencePool
from eval.bench.stage import peak_rss_mb
from eval.bench.stage_process import StageProcess
from eval.bench.synthetic import SyntheticCorpus
from indexing.embedding.keys import embedding_key


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.json"
    file.write_text(json.dumps(["물빛축제는 언제 열리나?"]), "utf-8")
    return file


@pytest.mark.parametrize("side", ["newschat", "naive"])
def test_a_failure_names_side_and_stage_and_gives_the_last_word_of_the_process(
    tmp_path: Path, questions: Path, side: str
) -> None:
    process = StageProcess(side, tmp_path / "archive", tmp_path / "no-corpus", questions)
    with pytest.raises(BenchError, match=rf"^{side}, stage index, failed: .*no-corpus") as failure:
        process.run("index")
    assert "\n" not in str(failure.value)


def test_an_archive_that_is_not_there_is_a_failure(tmp_path: Path, questions: Path) -> None:
    process = StageProcess("newschat", tmp_path / "archive", tmp_path, questions)
    with pytest.raises(BenchError, match="newschat, stage cold_start, failed: There is no archive"):
        process.run("cold_start")


def test_memory_of_this_process_does_not_count_as_the_stages(
    tmp_path: Path, questions: Path, pools: tuple[SentencePool, ...]
) -> None:
    SyntheticCorpus(pools).write(tmp_path / "corpus", range(2))
    ballast = b"1" * 1_000_000_000
    found = StageProcess("newschat", tmp_path / "archive", tmp_path / "corpus", questions).run("index")
    assert found["articles"] == 2
    assert found["wall_s"] > 0
    assert 0 < found["peak_rss_mb"] < len(ballast) / 1_000_000 < peak_rss_mb()


def test_both_sides_embed_with_the_same_model() -> None:
    settings = Settings()
    assert embedding_key(NaivePipeline(settings).embedder()) == embedding_key(make_embedder(settings))


def test_a_bench_takes_from_the_settings_only_the_embedder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in {"CHROMA_URL": "http://127.0.0.1:1", "TOP_K": "3", "EMBEDDING_MODEL": "some/model"}.items():
        monkeypatch.setenv(f"NEWSCHAT_{name}", value)
    settings = bench_settings(tmp_path / "archive")
    assert os.environ["NEWSCHAT_TOP_K"] == "3"
    assert settings.embedding_model == "some/model"
    assert settings.archive_dir == tmp_path / "archive"
    assert (settings.chroma_url, settings.top_k) == (None, Settings.model_fields["top_k"].default)
