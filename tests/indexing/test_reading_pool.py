import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from indexing.corpus import CorpusFile, scan
from indexing.reading_pool import CHUNK_FILES, FEWEST, LARGE_FILE, ReadingPool, usable_cores

POISON = "kill the one who reads this"


def write(folder: Path, count: int) -> list[tuple[CorpusFile, str | None]]:
    for number in range(count):
        (folder / f"{number:04}.md").write_text(f"# 소식 {number}\n\n소식 {number}번의 본문이다.\n")
    return [(file, None) for file in scan(folder).files]


def test_there_is_a_core_to_use() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)


@pytest.mark.parametrize("count", [3, FEWEST + CHUNK_FILES + 1])
def test_files_come_back_in_order_however_many_processes_read_them(tmp_path: Path, count: int) -> None:
    requests = write(tmp_path, count)
    (tmp_path / "0001.md").unlink()

    serial = list(ReadingPool(1, 500).read(requests))
    found = list(ReadingPool(2, 500).read(requests))

    assert [reading.articles for reading in found] == [reading.articles for reading in serial]
    assert [reading.failure for reading in found][:3] == [
        None,
        "the file cannot be read: No such file or directory",
        None,
    ]


def test_a_large_file_is_read_here_in_its_place(tmp_path: Path) -> None:
    requests = write(tmp_path, FEWEST)
    row = '{"title": "제목", "body": "본문이 있는 소식이다."}\n'
    (tmp_path / "0050.jsonl").write_text(row + " " * LARGE_FILE)
    requests = [(file, None) for file in scan(tmp_path).files]

    found = list(ReadingPool(2, 500).read(requests))

    assert [len(reading.articles) for reading in found] == [1] * (FEWEST + 1)
    assert found[50].articles[0].article.path == "0050.jsonl#1"


def test_bytes_that_are_known_are_not_read_as_news_again(tmp_path: Path) -> None:
    [(file, _)] = write(tmp_path, 1)
    [first] = ReadingPool(1, 500).read([(file, None)])
    assert first.source

    [again] = ReadingPool(1, 500).read([(file, first.source.sha256)])

    assert (again.same, again.articles) == (True, ())


KILLED = """
import os, signal, sys
from pathlib import Path
from indexing import reading_pool
from indexing.corpus import scan
from indexing.reading import readers

def reading(content, path, read=readers.read_file):
    if b"kill the one" in content:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(content, path)

readers.read_file = reading  # in every process: each imports this module as its main one

if __name__ == "__main__":
    requests = [(file, None) for file in scan(Path(sys.argv[1])).files]
    for (file, _), found in zip(requests, reading_pool.ReadingPool(2, 500).read(requests), strict=True):
        print(file.path, len(found.articles), found.failure)
"""


def test_a_file_that_kills_its_reader_is_the_only_one_that_is_not_read(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write(corpus, FEWEST + 3 * CHUNK_FILES)
    for number in (7, 40):
        (corpus / f"{number:04}.md").write_text(f"# 소식\n\n{POISON}.\n")
    script = tmp_path / "killed.py"
    script.write_text(KILLED)

    done = subprocess.run([sys.executable, script, corpus], capture_output=True, text=True, check=True, timeout=120)

    lines = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert list(lines) == sorted(lines)
    assert len(lines) == FEWEST + 3 * CHUNK_FILES
    assert {path for path, outcome in lines.items() if outcome != "1 None"} == {"0007.md", "0040.md"}
    assert lines["0040.md"] == "0 the process that read it died (killed, or out of memory)"


def test_a_reader_that_is_not_exhausted_leaves_no_process_behind(tmp_path: Path) -> None:
    requests = write(tmp_path, FEWEST)
    before = set(_children(os.getpid()))  # a server of other tests, say
    with closing(ReadingPool(2, 500).read(requests)) as found:
        next(found)
        assert set(_children(os.getpid())) - before
    assert set(_children(os.getpid())) <= before


ENDLESS = """
import sys, time
from pathlib import Path
from indexing.corpus import scan
from indexing.reading_pool import ReadingPool

if __name__ == "__main__":
    found = ReadingPool(2, 500).read([(file, None) for file in scan(Path(sys.argv[1])).files])
    next(found)
    print("reading", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_when_the_reader_dies_its_processes_do_too(tmp_path: Path, by: signal.Signals) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write(corpus, FEWEST)
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    command = [sys.executable, script, corpus]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "reading\n"
        children = _children(process.pid)
        process.send_signal(by)
    assert children
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [child for child in children if Path(f"/proc/{child}").exists()] == []


def _children(pid: int) -> list[str]:
    """Processes that a process started, but for the one that looks after multiprocessing's semaphores."""
    if not Path("/proc/self/task").is_dir():
        pytest.skip("needs /proc")
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [child for child in found if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()]
