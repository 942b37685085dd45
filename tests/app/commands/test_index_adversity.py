"""`newschat index` in its own process, where the machine does not play along."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

INDEX = [sys.executable, "-m", "app.cli", "index", "corpus", "--archive", "archive"]
ROOT_WITHOUT_ITS_POWERS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


def write(folder: Path, count: int, first: int = 0) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        text = " ".join(f"버들동 {number}번지의 {turn}번째 집에 새 우체통을 달았다." for turn in range(25))
        (folder / f"{number:03}.md").write_text(f"# 소식 {number}\n\n{text}\n", "utf-8")


def run(folder: Path, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The one line that a failed command tells."""
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    [line] = done.stderr.strip().splitlines()
    return line


@pytest.fixture
def as_anybody() -> list[str]:
    """What comes before a command so that permissions hold for it, also where the tests are run by root."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("needs setpriv (util-linux) where the tests are run by root")
    return ROOT_WITHOUT_ITS_POWERS


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path, as_anybody: list[str]) -> None:
    write(tmp_path / "corpus", 2)
    (tmp_path / "archive").mkdir(mode=0o555)
    told = one_line(run(tmp_path, [*as_anybody, *INDEX]))
    assert "archive cannot be written: Permission denied" in told


def test_an_archive_that_became_read_only_says_so_to_whoever_needs_to_write(
    tmp_path: Path, as_anybody: list[str]
) -> None:
    write(tmp_path / "corpus", 2)
    assert run(tmp_path, INDEX).returncode == 0
    everything = [*(tmp_path / "archive").rglob("*"), tmp_path / "archive"]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        told = one_line(run(tmp_path, [*as_anybody, *INDEX]))
    finally:
        for path in reversed(everything):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert "Permission denied" in told
    assert "archive cannot be written" in told


def test_files_and_folders_without_permission_are_named_and_keep_what_they_gave(
    tmp_path: Path, as_anybody: list[str]
) -> None:
    write(tmp_path / "corpus", 2)
    write(tmp_path / "corpus" / "locked", 1, first=2)
    assert run(tmp_path, INDEX).returncode == 0
    os.utime(tmp_path / "corpus" / "001.md", ns=(1, 1))
    for path in (tmp_path / "corpus" / "001.md", tmp_path / "corpus" / "locked"):
        path.chmod(0)
    done = run(tmp_path, [*as_anybody, *INDEX, "--json"])
    (tmp_path / "corpus" / "locked").chmod(0o755)
    report = json.loads(done.stdout)
    assert (report["unchanged"], report["deleted"]) == (3, 0)
    assert report["skipped"] == [
        {"path": "001.md", "reason": "the file cannot be read: Permission denied; what was read of it before stays"},
        {"path": "locked", "reason": "the folder cannot be read: Permission denied"},
    ]


FULL = """
mount -t tmpfs -o size=1m tmpfs archive || exit 77
"$@"; echo "code $?"
mount -o remount,size=200m archive
"$@" --json && python -m app.cli status --archive archive --json
"""


def test_a_full_disk_is_one_clear_line_and_the_next_run_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "corpus", 120)
    (tmp_path / "archive").mkdir()
    script = FULL.replace("python", sys.executable)
    done = run(tmp_path, ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *INDEX])
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("needs a file system of its own (user namespaces)")
    said, _, rest = done.stdout.partition("\n")
    assert said == "code 1"
    [line] = done.stderr.strip().splitlines()
    assert line.startswith("Error: ")
    assert "Traceback" not in line
    assert any(words in line.lower() for words in ("full", "no space", "free"))
    report, status = _objects(rest)
    assert report["skipped"] == []
    assert (status["articles"], status["health"]) == (120, "sound")


FILLED = """
mount -t tmpfs -o size=20m tmpfs archive || exit 77
"$@" --json || exit 78
dd if=/dev/zero of=archive/filler bs=4096 2> /dev/null
"$@" --dry-run --json
python -m app.cli search 우체통 --archive archive --json
python -m app.cli status --archive archive --json
"""


def test_an_archive_whose_disk_is_full_is_still_read(tmp_path: Path) -> None:
    write(tmp_path / "corpus", 5)
    (tmp_path / "archive").mkdir()
    script = FILLED.replace("python", sys.executable)
    done = run(tmp_path, ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *INDEX])
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("needs a file system of its own (user namespaces)")
    assert done.stderr == ""
    made, planned, found, status = _objects(done.stdout)
    assert (made["added"], planned["unchanged"]) == (5, 5)
    assert found["hits"]
    assert (status["articles"], status["health"]) == (5, "sound")


def _objects(text: str) -> list[dict[str, Any]]:
    """JSON objects, one after the other."""
    found, decoder = [], json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:]
    return found


def test_ctrl_c_is_one_clear_line_and_leaves_a_sound_archive(tmp_path: Path) -> None:
    write(tmp_path / "corpus", 400)
    with subprocess.Popen(
        INDEX,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Tests that a shell started in the background ignore the signal, and their processes inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        # Between the first article and the last: a library that is being imported may swallow the signal.
        _until(lambda: _articles_in(tmp_path / "archive" / "catalog.sqlite") > 0)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=120)
    assert (process.returncode, out) == (1, "")
    assert (
        told
        == "Error: Stopped. The archive is sound; the next newschat index corpus --archive archive goes on from here.\n"
    )
    report = json.loads(run(tmp_path, [*INDEX, "--json"]).stdout)
    assert report["added"] + report["unchanged"] == 400
    verified = run(tmp_path, [*INDEX[:4], "--verify", "--archive", "archive"])
    assert verified.returncode == 0, verified.stderr


def _articles_in(catalog: Path) -> int:
    try:
        with closing(sqlite3.connect(f"{catalog.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_names_in_hangul_with_spaces_and_as_long_as_the_system_allows_are_indexed_like_any(
    newschat: Callable[..., Any], tmp_path: Path
) -> None:
    corpus = tmp_path / "말뭉치 폴더"
    corpus.mkdir()
    names = {
        "한강 축제 소식.md": "축제",
        unicodedata.normalize("NFD", "부산 소식.md"): "부산",
        "가" * 84 + ".md": "긴 이름",  # 255 bytes
        "x" * 252 + ".md": "긴 영문 이름",
        "줄\n바꿈.md": "줄바꿈",
        "-n.md": "빗금",
    }
    for name, word in names.items():
        (corpus / name).write_text(f"# {word} 소식\n\n{word} 소식의 본문이다.\n", "utf-8")
    archive = tmp_path / ("보관소 " + "나" * 80)
    report = newschat("index", corpus, "--archive", archive, "--json").json
    assert (report["added"], report["skipped"]) == (len(names), [])
    assert newschat("index", corpus, "--archive", archive, "--json").json["unchanged"] == len(names)
    hits = newschat("search", "부산", "--archive", archive, "--json").json["hits"]
    assert hits[0]["path"] == "부산 소식.md"


@pytest.mark.parametrize("clock", [10**18, -(10**9)])
def test_a_clock_that_went_wrong_hides_no_change(newschat: Callable[..., Any], tmp_path: Path, clock: int) -> None:
    """The time of the file lies thirty years ahead, where it stays when the file changes, or before 1970."""
    corpus = tmp_path / "corpus"
    write(corpus, 1)
    file = corpus / "000.md"
    moment = time.time_ns() + clock if clock > 0 else clock
    os.utime(file, ns=(moment, moment))
    index = ("index", corpus, "--archive", tmp_path / "archive", "--json")
    assert newschat(*index).json["added"] == 1
    assert newschat(*index).json["unchanged"] == 1
    file.write_text(file.read_text("utf-8").replace("우체통", "가로등"), "utf-8")
    os.utime(file, ns=(moment, moment) if clock > 0 else (moment + 1, moment + 1))
    assert newschat(*index).json["changed"] == 1


def test_links_that_lead_round_in_circles_are_named_skips(newschat: Callable[..., Any], tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write(corpus, 1)
    (corpus / "up").symlink_to(corpus)
    (corpus / "loop.md").symlink_to("loop.md")
    report = newschat("index", corpus, "--archive", tmp_path / "archive", "--json").json
    assert report["added"] == 1
    assert [skip["path"] for skip in report["skipped"]] == ["loop.md", "up"]
