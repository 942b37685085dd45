"""One process writes, another reads: what is indexed is found without a restart."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from indexing.archive.catalog.entries import Entry
from indexing.archive.opening import open_archive
from indexing.article import Article
from indexing.embedding.bundled import BundledEmbedding
from indexing.passages import split_passages

EMBEDDER = BundledEmbedding()
RAIN = Article(article_id="rain", path="rain.txt", title="부산에 폭우", body="부산 해운대에 비가 내렸다.")
FESTIVAL = Article(article_id="festival", path="festival.txt", title="축제 개막", body="오세훈 시장의 축제.")


def entry(article: Article) -> Entry:
    return Entry(article.path, article, split_passages(article))


class Reader:
    """A process that has an archive open and answers questions."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, question: str) -> tuple[list[str], list[str]]:
        """Ids of the articles that the question's vector and its words find, best first, or why there are none."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        by_vector, by_words = json.loads(self._process.stdout.readline())
        return by_vector, by_words


@contextmanager
def reading(folder: Path, chroma_url: str | None) -> Iterator[Reader]:
    script = Path(__file__).with_name("reading_process.py")
    with subprocess.Popen(
        [sys.executable, str(script), str(folder), chroma_url or ""],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        yield Reader(process)
        assert process.stdin
        process.stdin.close()


@pytest.fixture(params=["folder", "server"])
def chroma(request: pytest.FixtureRequest) -> str | None:
    url: str | None = request.getfixturevalue("chroma_url") if request.param == "server" else None
    return url


def test_a_reader_follows_what_another_process_adds_changes_removes_and_makes_anew(
    tmp_path: Path, chroma: str | None
) -> None:
    folder = tmp_path / "archive"
    with open_archive(folder, EMBEDDER, chroma_url=chroma, writable=True) as archive:
        archive.add([entry(RAIN)])
        archive.release()
        with reading(folder, chroma) as reader:
            assert reader.ask("시장의 축제") == (["rain"], [])

            archive.add([entry(FESTIVAL)])
            archive.release()
            assert reader.ask("시장의 축제") == (["festival", "rain"], ["festival"])

            archive.add([entry(replace(RAIN, title="맑음", body="해가 났다."))])
            archive.release()
            assert reader.ask("해운대에 비가")[1] == []
            assert reader.ask("해가 났다")[0][0] == "rain"

            before = reader.ask("해가 난 축제")
            during = []
            archive.rebuild(lambda part, done, total: during.append(reader.ask("해가 난 축제")))
            assert during == [before, before]
            assert reader.ask("해가 난 축제") == before

            archive.remove(["festival"])
            archive.release()
            assert reader.ask("시장의 축제") == (["rain"], [])
