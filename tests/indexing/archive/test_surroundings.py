"""Full disks, folders that cannot be written, clocks that go backwards, and paths of every kind."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from indexing.archive.catalog.entries import Entry
from indexing.archive.derived.chroma import embedded
from indexing.archive.derived.vectors import VectorRow, VectorStore
from indexing.archive.opening import open_archive
from indexing.archive.seals.graph import graph_fault
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.errors import ArchiveError
from indexing.indexer import Indexer
from indexing.passages import split_passages

EMBEDDER = BundledEmbedding()
RAIN = Article(article_id="rain", path="rain.txt", title="부산에 폭우", body="부산 해운대에 비가 내렸다.")


def entry(article: Article) -> Entry:
    return Entry(article.path, article, split_passages(article))


def longest(folder: Path) -> Path:
    """A folder below, whose path is as long as an archive's may be."""
    room = 511 - len(os.fsencode(folder.resolve() / "chroma/100000/chroma.sqlite3-journal"))
    names = []
    while room > 2:
        size = min(room - 1, 255)
        names.append("긴" * (size // 3) + "x" * (size % 3))
        room -= size + 1
    return folder.joinpath(*names)


@pytest.mark.parametrize("name", ["기사 보관함", "with space & 'quotes\"", "a%20b?#c", "longest"])
def test_an_archive_can_lie_in_any_folder(tmp_path: Path, name: str) -> None:
    folder = longest(tmp_path) if name == "longest" else tmp_path / name

    with open_archive(folder, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
        archive.rebuild()
        archive.release()
    with open_archive(folder, EMBEDDER) as archive:
        assert archive.health().sound
        assert len(archive.nearest(EMBEDDER.get_query_embedding("비"), 1)) == 1


def test_a_path_that_sqlite_cannot_open_is_refused_with_its_length(tmp_path: Path) -> None:
    folder = longest(tmp_path) / "몇 자 더"

    for writable in (False, True):
        with pytest.raises(ArchiveError, match=r"bytes too long: SQLite opens no file.*511 bytes.*Choose a shorter"):
            open_archive(folder, EMBEDDER, writable=writable)
    assert list(tmp_path.iterdir()) == []


def test_articles_with_the_longest_names_are_indexed(tmp_path: Path) -> None:
    corpus = tmp_path / "기사 모음"
    corpus.mkdir()
    file = corpus / ("가" * 84 + ".md")  # 255 bytes
    file.write_text("# 부산에 폭우\n\n부산 해운대에 비가 내렸다.")

    with open_archive(tmp_path / "archive", EMBEDDER, writable=True) as archive:
        assert Indexer(archive).run(corpus).added == 1
        assert Indexer(archive).run(corpus).unchanged == 1
        assert archive.paths() == [file.name]


def test_a_clock_that_goes_backwards_makes_nothing_stale(tmp_path: Path) -> None:
    """Times of files are compared with themselves only, and readers go by a counter."""
    folder = tmp_path / "archive"
    with open_archive(folder, EMBEDDER, writable=True) as archive:
        archive.add([entry(RAIN)])
        archive.stamp()
        archive.release()
    for file in folder.rglob("*"):
        os.utime(file, ns=(4_000_000_000_000_000_000,) * 2)
    with open_archive(folder, EMBEDDER) as reader, open_archive(folder, EMBEDDER, writable=True) as archive:
        assert reader.nearest(EMBEDDER.get_query_embedding("비"), 5) != []
        archive.remove(["rain"])
        archive.stamp()
        archive.release()

        assert reader.passages(found for found, _ in reader.nearest(EMBEDDER.get_query_embedding("비"), 5)) == {}
        assert archive.health().sound


def test_a_graph_that_was_not_written_to_the_end_is_noticed_though_chroma_does_not(tmp_path: Path) -> None:
    store = VectorStore(embedded(tmp_path), "newschat-x", create=True, graph_every=40)
    store.upsert([VectorRow(f"p{number}", "a", 0, row) for number, row in enumerate(np.eye(200, dtype=np.float32))])
    store.close()
    assert graph_fault(tmp_path) is None

    for name in ("header.bin", "data_level0.bin", "length.bin", "link_lists.bin", "index_metadata.pickle"):
        file = next(tmp_path.glob(f"*/{name}"))
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) * 9 // 10])
        assert graph_fault(tmp_path) is not None, name
        file.write_bytes(whole)
    assert graph_fault(tmp_path) is None


def test_a_full_disk_is_one_clear_error_and_loses_nothing(tmp_path: Path) -> None:
    """No file may grow beyond a limit, which is met by another store each time."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    rows = [{"title": f"소식 {number}호", "body": f"{number}호 소식이 왔다. " * 9} for number in range(150)]
    (corpus / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)))
    sound = tmp_path / "sound"
    with open_archive(sound, EMBEDDER, writable=True, graph_every=40) as archive:
        archive.add([entry(RAIN)])
        archive._encoder.warm([row["body"].strip() for row in rows])
        archive.release()
    script = Path(__file__).with_name("indexing_process.py")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    limits = (100, 200_000, 350_000, 600_000)
    folders = [Path(shutil.copytree(sound, tmp_path / str(limit))) for limit in limits]
    orders = [
        json.dumps({"archive": str(folder), "corpora": [str(corpus)], "limit": limit})
        for folder, limit in zip(folders, limits, strict=True)
    ]
    ended = subprocess.run(
        [sys.executable, str(script)],
        input="\n".join(orders),
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    errors = [line for line in ended.stderr.splitlines() if not line.startswith(" ") and "Error: " in line]
    assert sum(line.startswith("indexing.errors.ArchiveError: ") for line in errors) >= 3, ended.stderr
    assert not any("ArchiveDamagedError" in line for line in errors), ended.stderr
    for folder in folders:
        with open_archive(folder, EMBEDDER, writable=True, graph_every=40) as archive:
            assert archive.verify().problems == ()
            Indexer(archive).run(corpus)
            assert archive.coverage().articles == 150
            assert archive.verify().problems == ()
