"""An indexing process is killed again and again; no article is ever lost, there twice, or there by half.

Kills come at random moments, and right upon a write to each kind of file. ``KILLS=600 pytest -s`` on this file kills
more often and says what happened.
"""

import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from indexing.archive.archive import Archive
from indexing.archive.opening import open_archive
from indexing.embedding.bundled import BundledEmbedding
from indexing.indexer import Indexer
from indexing.language.terms import index_terms

KILLS = int(os.environ.get("KILLS", "60"))
GRAPH_EVERY = 40
ARTICLES = 60
ADDED = 20
EMBEDDER = BundledEmbedding()
WORDS = tuple(
    "가뭄 나루 다리 소금 마을 바람 사과 아침 자전거 참외 딸기 타조 파도 하늘 강물 노을 탑 장터 만두 버섯".split()
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def title(number: int) -> str:
    return f"{WORDS[number % 20]} {WORDS[number // 20]} 소식 {number}호"


def write_corpus(folder: Path, texts: dict[int, str]) -> Path:
    """Articles in files of ten; a file whose articles are as before keeps its time."""
    folder.mkdir()
    for first in range(0, max(texts) + 1, 10):
        rows = [
            json.dumps({"title": title(number), "body": texts[number], "url": f"https://news.example/{number}"})
            for number in range(first, first + 10)
            if number in texts
        ]
        file = folder / f"wire-{first:04}.jsonl"
        file.write_text("\n".join(rows))
        stamp = 1_600_000_000_000_000_001 + len(rows)
        os.utime(file, ns=(stamp, stamp))
    return folder


class Workplace:
    """A sound archive, corpora that change it step by step, and what it answers at the end of them.

    Args:
        folder: where all of it lies.
    """

    def __init__(self, folder: Path) -> None:
        texts = {number: f"{title(number)}에 대한 첫 기사가 나왔다." for number in range(ARTICLES)}
        self.first = write_corpus(folder / "first", texts)
        self.steps: list[Path] = []
        self.versions = [texts]
        for step in range(3):
            texts = dict(texts)
            for number in range(step, ARTICLES, 4):
                texts[number] = f"{title(number)}에 대한 {step}번째 고침이 나왔다. 새로 밝혀진 일도 있다."
            for number in range(step * 7, step * 7 + 5):
                texts.pop(number, None)
            for number in range(ARTICLES + step * ADDED, ARTICLES + step * ADDED + ADDED):
                texts[number] = f"{title(number)}에 대한 새 기사가 {step}번째로 나왔다."
            self.versions.append(texts)
            self.steps.append(write_corpus(folder / f"step-{step}", texts))
        self.sound = folder / "sound"
        with self.writing(self.sound) as archive:
            Indexer(archive).run(self.first)
            # Embedded beforehand, so that what is killed is mostly writing.
            archive._encoder.warm([text for texts in self.versions for text in texts.values()])
        untouched = shutil.copytree(self.sound, folder / "untouched")
        with self.writing(untouched) as archive:
            for step in self.steps:
                Indexer(archive).run(step)
            self.answers = self.ask(archive)
            self.fingerprint = archive.fingerprint()
        assert sum(map(bool, self.answers)) > len(self.answers) / 2

    def writing(self, folder: Path, notify: Callable[[str], None] = lambda sentence: None) -> Archive:
        return open_archive(folder, EMBEDDER, writable=True, graph_every=GRAPH_EVERY, notify=notify)

    def ask(self, archive: Archive) -> list[object]:
        """What some questions find, by vectors and by words."""
        numbers = range(0, ARTICLES + 3 * ADDED, 12)
        found: list[object] = []
        for number in numbers:
            vector = EMBEDDER.get_query_embedding(title(number))
            found.append([passage_id for passage_id, _ in archive.nearest(vector, 3)])
            terms = dict.fromkeys(index_terms(f"{number}호"), 1.0)
            found.append({passage_id for passage_id, _ in archive.matching(terms, {}, 5)})
        return found


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return Workplace(tmp_path_factory.mktemp("kills"))


class Victims:
    """Starts indexing processes and kills them."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server = server

    def kill(self, archive: Path, corpora: list[Path], moment: Callable[[], None]) -> bool:
        """Starts one, waits for the moment and kills it.

        Returns:
            Whether it was still at work.
        """
        assert self._server.stdin
        assert self._server.stdout
        order = {"archive": str(archive), "corpora": [str(corpus) for corpus in corpora], "limit": None}
        print(json.dumps(order), file=self._server.stdin, flush=True)
        process = int(self._server.stdout.readline())
        moment()
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        status = int(self._server.stdout.readline())
        assert status in (0, signal.SIGKILL), f"the indexing process failed by itself: {status}"
        return status == signal.SIGKILL


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    script = Path(__file__).with_name("indexing_process.py")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    ) as server:
        yield Victims(server)
        assert server.stdin
        server.stdin.close()


def after(seconds: float) -> Callable[[], None]:
    return lambda: time.sleep(seconds)


def upon(pattern: str, archive: Path, writes: int, delay: float) -> Callable[[], None]:
    """Waits for so many writes to files of a kind, and then a little."""

    def wait() -> None:
        until = time.monotonic() + 3
        seen, last = 0, stamps(archive, pattern)
        while seen < writes and time.monotonic() < until:
            now = stamps(archive, pattern)
            seen += now != last
            last = now
        time.sleep(delay)

    return wait


def stamps(archive: Path, pattern: str) -> dict[str, tuple[int, int]]:
    found = {}
    with suppress(FileNotFoundError):  # a whole folder may go while its files are looked at
        for file in archive.glob(pattern):
            status = file.stat()
            found[file.name] = (status.st_size, status.st_mtime_ns)
    return found


WRITES = (
    "catalog.sqlite-wal",
    "chroma/*/*/data_level0.bin",
    "chroma/*/*/link_lists.bin",
    "chroma/*/*/index_metadata.pickle",
    "chroma/*/chroma.sqlite3-journal",
    "keywords/*/*.store",
    "keywords/*/meta.json",
)


def test_no_kill_loses_doubles_or_halves_an_article(workplace: Workplace, victims: Victims, tmp_path: Path) -> None:
    dice = random.Random(8)
    outcome: Counter[str] = Counter()
    for number in itertools.count():
        if outcome["killed at work"] >= KILLS:
            break
        archive = Path(shutil.copytree(workplace.sound, tmp_path / str(number)))
        pattern = WRITES[number % len(WRITES)]
        for _ in range(dice.choice((1, 1, 2))):  # where twice, the second process may die while it mends
            moment = (
                after(dice.uniform(0.0, 0.6))
                if number % 3 == 0
                else upon(pattern, archive, dice.choice((1, 1, 2, 3, 5)), dice.choice((0.0, 0.0, 0.001, 0.003)))
            )
            outcome["killed at work"] += victims.kill(archive, workplace.steps, moment)
            outcome["processes"] += 1
        told: list[str] = []
        with workplace.writing(archive, told.append) as opened:
            check_whole(workplace, opened)
            Indexer(opened).run(workplace.steps[-1])
            assert opened.fingerprint() == workplace.fingerprint
            assert workplace.ask(opened) == workplace.answers
        outcome.update(sentence.split(" (")[0] for sentence in told)
        shutil.rmtree(archive)
        outcome["archives"] += 1
    sys.stderr.write(f"{dict(outcome)}\n")


def check_whole(workplace: Workplace, archive: Archive) -> None:
    """Every article is there once, as one of its versions, whole, and found by both stores."""
    assert archive.verify().problems == ()
    assert archive.catalog.backlog.size() == 0
    numbers = []
    for article in archive.every_article():
        number = int(article.title.rsplit(" ", 1)[1].removesuffix("호"))
        numbers.append(number)
        assert article.body in {texts.get(number) for texts in workplace.versions}
        passages = archive.passages_of(article.article_id)
        assert "".join(passage.text for passage in passages).replace(" ", "") == article.body.replace(" ", "")
    assert len(numbers) == len(set(numbers))
    never_deleted = set.intersection(*(set(texts) for texts in workplace.versions))
    assert never_deleted <= set(numbers)
