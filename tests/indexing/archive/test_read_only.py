import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from indexing.archive.catalog.database import Database
from indexing.archive.catalog.entries import Entry
from indexing.archive.opening import open_archive
from indexing.archive.read_only import readable
from indexing.archive.writer_lock import WriterLock
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.errors import ArchiveBusyError, ArchiveError
from indexing.passages import split_passages

EMBEDDER = BundledEmbedding()
RAIN = Article(article_id="rain", path="rain.txt", title="부산에 폭우", body="부산 해운대에 비가 내렸다.")


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive in which nothing can be written; who runs as root may write anywhere, and is told so."""
    folder = tmp_path / "보관함"
    with open_archive(folder, EMBEDDER, writable=True) as archive:
        archive.add([Entry(RAIN.path, RAIN, split_passages(RAIN))])
        archive.release()
    for part in folder.rglob("*"):
        part.chmod(0o555 if part.is_dir() else 0o444)
    folder.chmod(0o555)
    asked = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and asked(path, mode))
    return folder


def contents(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(part): (part.stat().st_size, part.stat().st_mtime_ns) for part in folder.rglob("*")}


def test_an_archive_that_cannot_be_written_in_is_read_from_a_copy(shelf: Path) -> None:
    before = contents(shelf)
    with readable(shelf) as folder:
        assert folder != shelf
        with open_archive(folder, EMBEDDER) as archive:
            ((passage_id, _),) = archive.nearest(EMBEDDER.get_query_embedding("부산의 비"), 3)
            assert archive.passages([passage_id])[passage_id].text == RAIN.body
            assert archive.matching({"부산": 1.0}, {}, 3)
            assert archive.health().sound
    assert not folder.exists()
    assert contents(shelf) == before


def test_an_archive_that_can_be_written_in_and_none_at_all_are_left_where_they_are(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with readable(folder) as found:
            assert found == folder


def test_a_copy_that_finds_no_room_is_one_clear_error(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(ArchiveError, match=r"No space left on device.*TMPDIR"), readable(shelf):
        pass


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive on a full disk: SQLite makes no log beside it."""
    folder = tmp_path / "full"
    with open_archive(folder, EMBEDDER, writable=True) as archive:
        archive.add([Entry(RAIN.path, RAIN, split_passages(RAIN))])
        archive.release()
    connect = Database._connect

    def fail_on(database: Database) -> sqlite3.Connection:
        if database.file.parent == folder:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
            raise error
        return connect(database)

    monkeypatch.setattr(Database, "_connect", fail_on)
    return folder


def test_an_archive_on_a_full_disk_is_read_from_a_copy(full: Path) -> None:
    with readable(full) as folder, open_archive(folder, EMBEDDER) as archive:
        assert folder != full
        assert archive.article("rain") == RAIN
        assert archive.health().sound
    assert not (full / "writer.json").exists()


def test_an_archive_on_a_full_disk_is_not_copied_while_it_is_written(full: Path) -> None:
    with WriterLock(full).held(), pytest.raises(ArchiveBusyError), readable(full):
        pass


def test_a_damaged_catalog_is_no_full_disk(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(b"x" * 5000)
    with readable(tmp_path) as folder:
        assert folder == tmp_path
