import threading
from pathlib import Path

import pytest

from app.composition.application import open_application
from app.composition.archive import index_corpus
from app.settings import Settings
from app.upkeep.index_process import IndexProcess
from indexing.errors import ArchiveError, CorpusMissingError


def write(folder: Path, number: int) -> None:
    (folder / f"{number:03}.md").write_text(
        f"# 소식 {number}\n\n새 다리 {number}호가 어제 열렸다. 차가 다닌다.\n", "utf-8"
    )


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    """An archive of one article."""
    settings = Settings(archive_dir=tmp_path / "archive", corpus_dir=tmp_path / "corpus")
    settings.corpus_dir.mkdir()
    write(settings.corpus_dir, 1)
    index_corpus(settings, settings.corpus_dir)
    return settings


def test_what_it_indexes_an_open_application_answers_from_without_a_restart(kept: Settings) -> None:
    told: list[tuple[str, int, int]] = []
    with open_application(kept) as application:
        assert len(application.search("다리", 10)) == 1
        write(kept.corpus_dir, 2)
        report = IndexProcess(kept).run(lambda *step: told.append(step))
        assert (report.added, report.unchanged) == (1, 1)
        assert ("reading", 2, 2) in told
        assert application.archive.coverage().articles == 2
        assert {hit.path for hit in application.search("다리", 10)} == {"001.md", "002.md"}
        assert {hit.path for hit in application.search("2호", 1)} == {"002.md"}


def test_an_error_of_the_run_is_an_error_here(kept: Settings, tmp_path: Path) -> None:
    gone = kept.model_copy(update={"corpus_dir": tmp_path / "gone"})
    with pytest.raises(CorpusMissingError, match="gone does not exist") as failed:
        IndexProcess(gone).run(lambda *step: None)
    assert failed.value.facts == {"folder": tmp_path / "gone"}


def test_a_run_that_is_stopped_ends_soon_and_loses_nothing(kept: Settings) -> None:
    for number in range(2, 302):
        write(kept.corpus_dir, number)
    index = IndexProcess(kept)
    first = threading.Event()

    def step(stage: str, done: int, total: int) -> None:
        if not first.is_set():
            first.set()
            index.stop()

    with pytest.raises(ArchiveError, match="ended before it was done"):
        index.run(step)
    assert first.is_set()
    report = index_corpus(kept, kept.corpus_dir)
    assert report.articles == 301
    with open_application(kept) as application:
        assert application.archive.health().sound
