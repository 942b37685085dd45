import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from llama_index.core import MockEmbedding

from indexing.archive.catalog.entries import Entry
from indexing.archive.catalog.records import text_digest
from indexing.archive.opening import open_archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.sentence_transformer import SentenceTransformerEmbedding
from indexing.errors import ArchiveError, ArchiveMismatchError, ArchiveMissingError, EmbeddingError
from indexing.passages import split_passages

ARTICLE = Article(article_id="a", path="a.txt", title="제목", body="비가 왔다.")
EMBEDDER = BundledEmbedding()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_archive(tmp_path / "archive", EMBEDDER, writable=True) as archive:
        archive.add([Entry("a.txt", ARTICLE, split_passages(ARTICLE))])
    return tmp_path / "archive"


def test_reading_where_there_is_no_archive_makes_nothing_and_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissingError, match=r"There is no archive in .*none yet\. Run: newschat index"):
        open_archive(tmp_path / "none", EMBEDDER)

    assert list(tmp_path.iterdir()) == []


def test_an_empty_catalog_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").touch()

    with pytest.raises(ArchiveMissingError):
        open_archive(tmp_path, EMBEDDER)


def test_opening_to_write_makes_the_folders_on_the_way(tmp_path: Path) -> None:
    with open_archive(tmp_path / "deep" / "archive", EMBEDDER, writable=True) as archive:
        assert archive.coverage().articles == 0


def test_an_archive_lies_where_the_design_says(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["catalog.sqlite", "chroma", "keywords", "stores.lock"]
    assert (folder / "chroma" / "1" / "chroma.sqlite3").is_file()
    assert (folder / "keywords" / "1" / "meta.json").is_file()


def test_a_moved_archive_still_answers(folder: Path, tmp_path: Path) -> None:
    moved = Path(shutil.move(folder, tmp_path / "moved"))

    with open_archive(moved, EMBEDDER) as archive:
        assert archive.health().sound


def test_an_archive_of_another_embedder_names_both_and_the_command(folder: Path) -> None:
    other = MockEmbedding(embed_dim=3, model_name="other")

    for writable in (False, True):
        with pytest.raises(ArchiveMismatchError, match=r"bundled#.*MockEmbedding/other.*newschat index --rebuild"):
            open_archive(folder, other, writable=writable)


def test_an_archive_that_holds_nothing_yet_is_taken_over_by_another_embedder(tmp_path: Path) -> None:
    mistyped = SentenceTransformerEmbedding(model_name=str(tmp_path / "none"))
    with (
        open_archive(tmp_path / "archive", mistyped, writable=True) as archive,
        pytest.raises(EmbeddingError, match=r"cannot be loaded: there is no such folder\. Set embedding_model"),
    ):
        archive.add([Entry("a.txt", ARTICLE, split_passages(ARTICLE))])
    with pytest.raises(ArchiveMissingError, match=r"no article in the archive .*Run: newschat index$"):
        open_archive(tmp_path / "archive", EMBEDDER)

    with open_archive(tmp_path / "archive", EMBEDDER, writable=True) as archive:
        archive.add([Entry("a.txt", ARTICLE, split_passages(ARTICLE))])
        assert archive.health().sound
    with open_archive(tmp_path / "archive", EMBEDDER) as archive:
        assert archive.article("a") == ARTICLE


def test_an_archive_that_was_emptied_takes_vectors_of_another_length(folder: Path) -> None:
    other = MockEmbedding(embed_dim=3, model_name="other")
    with open_archive(folder, EMBEDDER, writable=True) as archive:
        archive.remove(["a"])
    told: list[str] = []

    with open_archive(folder, other, writable=True, notify=told.append) as archive:
        archive.add([Entry("a.txt", ARTICLE, split_passages(ARTICLE))])
        assert archive.health().sound
        assert archive.nearest([1.0, 1.0, 1.0], 1)
    assert told == []
    with pytest.raises(ArchiveMismatchError):
        open_archive(folder, EMBEDDER, writable=True)


def test_opening_does_not_load_the_embedders_model(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("no model")
    embedder = SentenceTransformerEmbedding(model_name=str(tmp_path))

    with open_archive(tmp_path / "archive", embedder, writable=True) as archive:
        assert archive.coverage().articles == 0


def test_an_archive_of_another_layout_says_what_to_do(folder: Path) -> None:
    with sqlite3.connect(folder / "catalog.sqlite") as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
    connection.close()

    for writable in (False, True):
        with pytest.raises(ArchiveMismatchError, match=r"layout 99.*Run: newschat index --rebuild"):
            open_archive(folder, EMBEDDER, writable=writable)


def test_a_rebuild_empties_an_archive_of_another_layout_but_keeps_its_vectors(folder: Path) -> None:
    with sqlite3.connect(folder / "catalog.sqlite") as connection:
        connection.execute("UPDATE meta SET value = '1' WHERE name = 'schema_version'")
        connection.executescript("DROP TABLE story_group; DROP TABLE copy_bucket; ALTER TABLE article ADD old TEXT")
        (name,) = connection.execute("SELECT value FROM meta WHERE name = 'archive_id'").fetchone()
    connection.close()

    with open_archive(folder, EMBEDDER, writable=True, rebuild=True) as archive:
        archive.rebuild()
        assert archive.coverage().articles == 0
        assert archive.catalog.facts.get("archive_id") == name
        assert archive._encoder.cache.get([text_digest("비가 왔다.")])
        archive.add([Entry("a.txt", ARTICLE, split_passages(ARTICLE))])
    with open_archive(folder, EMBEDDER) as archive:
        assert archive.health().sound
        assert archive.article("a") == ARTICLE


def test_an_archive_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(ArchiveError, match=r"file is a file\. Choose another"):
        open_archive(tmp_path / "file", EMBEDDER, writable=True)
    with pytest.raises(ArchiveError, match="cannot be made"):
        open_archive(tmp_path / "file" / "below", EMBEDDER, writable=True)
    with pytest.raises(ArchiveMissingError):
        open_archive(tmp_path / "file", EMBEDDER)


def test_a_damaged_catalog_is_one_clear_line(folder: Path) -> None:
    (folder / "catalog.sqlite").write_bytes(b"x" * 5000)

    with pytest.raises(ArchiveError, match=r"catalog\.sqlite is damaged") as caught:
        open_archive(folder, EMBEDDER)

    assert "\n" not in str(caught.value)


def test_what_a_damaged_catalog_asks_to_remove_is_enough_and_nothing_else(folder: Path) -> None:
    (folder / "기사").mkdir()
    (folder / "기사" / "a.txt").write_text("비가 왔다.")
    writer = sqlite3.connect(folder / "catalog.sqlite")
    writer.execute("UPDATE meta SET value = '7' WHERE name = 'revision'")
    writer.commit()
    (folder / "catalog.sqlite").write_bytes(b"x" * 5000)
    (folder / "catalog.sqlite-wal").write_bytes(b"")
    with pytest.raises(ArchiveError) as caught:
        open_archive(folder, EMBEDDER)
    writer.close()
    advice = f"Remove catalog.sqlite and catalog.sqlite-wal and catalog.sqlite-shm in {folder}, leave the rest"
    assert advice in str(caught.value)
    for name in ("catalog.sqlite", "catalog.sqlite-wal", "catalog.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)

    with open_archive(folder, EMBEDDER, writable=True) as archive:
        archive.add([Entry("a.txt", ARTICLE, split_passages(ARTICLE))])
        assert archive.health().sound
    assert (folder / "기사" / "a.txt").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_is_one_clear_line(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)

    with pytest.raises(ArchiveError, match="locked"):
        open_archive(locked, EMBEDDER, writable=True)
    with pytest.raises(ArchiveError, match=r"cannot be made: Permission denied"):
        open_archive(locked / "archive", EMBEDDER, writable=True)
