"""Whatever happened to a corpus before, the archive ends as if it had been indexed for the first time."""

import json
import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.archive.archive import Archive
from indexing.archive.opening import open_archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.indexer import Indexer
from indexing.report import IndexReport

ROW = st.tuples(st.sampled_from([None, "1", "2", "3"]), st.sampled_from(["비가 왔다.", "눈이 왔다.", "해가 났다."]))
FILE = st.one_of(st.lists(ROW, min_size=1, max_size=3), st.just([]))
"""Rows of (address, body); without any the file is empty, which is no news."""
CORPUS = st.dictionaries(st.sampled_from(["a.jsonl", "b.jsonl", "c/d.jsonl"]), FILE)


def write(folder: Path, corpus: dict[str, list[tuple[str | None, str]]], moment: int) -> None:
    for path in ("a.jsonl", "b.jsonl", "c/d.jsonl"):
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        content = "\n".join(json.dumps(_row(*row)) for row in corpus[path]) if path in corpus else None
        if content is None:
            file.unlink(missing_ok=True)
        elif not file.exists() or file.read_text() != content:
            file.write_text(content)
            os.utime(file, ns=(moment, moment))


def _row(address: str | None, body: str) -> dict[str, str]:
    url = {"url": f"https://news.example/{address}"} if address else {}
    return {"title": "제목", "body": f"오늘 아침 서울에 {body}", **url}


def articles(archive: Archive) -> dict[str, Article]:
    return archive.articles(article.article_id for article in archive.catalog.known())


def skipped(report: IndexReport) -> list[tuple[str, str]]:
    return [(item.path, item.reason) for item in report.skipped]


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(CORPUS, min_size=2, max_size=4))
def test_many_runs_over_a_changing_corpus_end_like_one_run_over_the_last(
    steps: list[dict[str, list[tuple[str | None, str]]]],
) -> None:
    # An emptied file keeps what it gave before, which a fresh run cannot know, so files here are full or gone.
    steps = [{path: rows for path, rows in corpus.items() if rows} for corpus in steps]
    with tempfile.TemporaryDirectory() as temporary:
        folder, embedder = Path(temporary) / "corpus", BundledEmbedding()
        folder.mkdir()
        with open_archive(Path(temporary) / "old", embedder, writable=True) as archive:
            for number, corpus in enumerate(steps):
                write(folder, corpus, 1_600_000_000_000_000_001 + number)
                last = Indexer(archive).run(folder)
            again = Indexer(archive).run(folder)
            found, health = articles(archive), archive.health()
        with open_archive(Path(temporary) / "new", embedder, writable=True) as archive:
            fresh = Indexer(archive).run(folder)
            expected = articles(archive)

    assert found == expected
    assert health.sound
    assert skipped(last) == skipped(again) == skipped(fresh)
    assert (last.passages, last.near_duplicates) == (fresh.passages, fresh.near_duplicates)
    assert (again.read, again.added, again.changed, again.deleted) == (0, 0, 0, 0)


@settings(max_examples=15, deadline=None)
@given(first=CORPUS, second=CORPUS)
def test_a_dry_run_counts_what_the_run_then_does(
    first: dict[str, list[tuple[str | None, str]]], second: dict[str, list[tuple[str | None, str]]]
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "corpus"
        folder.mkdir()
        with open_archive(Path(temporary) / "archive", BundledEmbedding(), writable=True) as archive:
            write(folder, first, 1_600_000_000_000_000_001)
            Indexer(archive).run(folder)
            write(folder, second, 1_600_000_000_000_000_002)
            dry, wet = Indexer(archive).run(folder, dry_run=True), Indexer(archive).run(folder)
            coverage = archive.coverage()

    assert (dry.added, dry.changed, dry.deleted, dry.unchanged) == (wet.added, wet.changed, wet.deleted, wet.unchanged)
    assert (dry.passages, dry.near_duplicates, skipped(dry)) == (wet.passages, wet.near_duplicates, skipped(wet))
    assert coverage.articles == wet.added + wet.changed + wet.unchanged
