from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from indexing.archive.archive import Archive
from indexing.archive.catalog.entries import Entry
from indexing.archive.derived.vectors import VectorRow
from indexing.archive.opening import open_archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.passages import split_passages

EMBEDDER = BundledEmbedding()
ARTICLES = [
    Article(article_id=f"a{number}", path=f"{number}.txt", title=f"소식 {number}", body=f"{number}번째 소식이 왔다.")
    for number in range(5)
]
PASSAGES = [split_passages(article)[0].passage_id for article in ARTICLES]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive", EMBEDDER, writable=True) as opened:
        opened.add([Entry(article.path, article, split_passages(article)) for article in ARTICLES])
        yield opened


def test_a_sound_archive_is_said_to_be_sound(archive: Archive) -> None:
    told: list[tuple[int, int]] = []

    found = archive.verify(lambda done, total: told.append((done, total)))

    assert (found.sound, found.passages, told) == (True, 5, [(5, 5)])
    assert str(found) == "5 passages: every one has its vector and its keywords, and nothing is left over."


def test_a_missing_and_a_left_over_vector_are_named(archive: Archive) -> None:
    archive._live.vectors.delete(PASSAGES[:1])
    archive._live.vectors.upsert([VectorRow("stranger", "x", 0, np.full(256, 1 / 16, np.float32))])

    problems = archive.verify().problems

    assert problems == (
        f"1 passage missing from the vectors ({PASSAGES[0]}).",
        "1 passage in the vectors that the catalog does not know (stranger).",
    )


def test_missing_keywords_are_named(archive: Archive) -> None:
    archive._live.keywords.replace(["a0", "a1", "a2", "a3"], [])

    (problem,) = archive.verify().problems

    assert problem.startswith("4 passages missing from the keyword index (")
    assert problem.endswith(", …).")


def test_a_vector_that_is_not_the_passages_own_is_named(archive: Archive) -> None:
    wrong = np.eye(256, dtype=np.float32)[0]
    archive._live.vectors.upsert([VectorRow(PASSAGES[2], "a2", 0, wrong)])

    problems = archive.verify().problems

    assert f"1 passage whose vector is not what was embedded ({PASSAGES[2]})." in problems
    assert not archive.verify().sound


def test_compacting_gives_back_the_room_of_what_is_gone_and_loses_nothing(archive: Archive) -> None:
    before = archive.disk_use()
    body = " ".join(f"{number}번째 문장이 이어진다." for number in range(60_000))
    long = Article(article_id="long", path="long.txt", title="긴 소식", body=body)
    archive.catalog.put([Entry("long.txt", long, ())])
    grown = archive.disk_use()
    archive.remove(["long"])

    archive.compact()

    assert grown.catalog > before.catalog + 1_000_000
    assert archive.disk_use().catalog < before.catalog + 500_000
    assert archive.verify().sound
