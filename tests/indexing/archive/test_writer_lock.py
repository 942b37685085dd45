import json
import os
import platform
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from indexing.archive.writer_lock import WriterLock
from indexing.archive_folder import HOLDER_FILE
from indexing.errors import ArchiveBusyError, ArchiveError

HOLDING = """
import sys, time
from pathlib import Path
from indexing.archive.writer_lock import WriterLock
with WriterLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    time.sleep(60)
"""


def holding(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    process = subprocess.Popen([sys.executable, "-c", HOLDING, folder], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_while_one_process_writes_another_is_told_who_and_since_when(tmp_path: Path) -> None:
    with holding(tmp_path) as other:
        with pytest.raises(ArchiveBusyError) as told, WriterLock(tmp_path).held():
            pass
        other.kill()
    place = re.escape(f"process {other.pid} on {platform.node()}, since ")
    assert re.search(place + r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\)", str(told.value))
    assert "--wait" in str(told.value)


def test_a_process_that_is_killed_leaves_no_lock_behind(tmp_path: Path) -> None:
    with holding(tmp_path) as other:
        other.kill()
    with WriterLock(tmp_path).held():
        holder = WriterLock(tmp_path).holder()
        assert holder
        assert holder.pid == os.getpid()
    assert WriterLock(tmp_path).holder() is None


def test_one_who_waits_gets_the_lock_as_soon_as_it_is_free_and_says_for_whom_it_waits(tmp_path: Path) -> None:
    told: list[str] = []
    with holding(tmp_path) as other:
        threading.Timer(0.3, other.kill).start()
        with WriterLock(tmp_path).held(wait=30, on_wait=told.append):
            pass
    assert len(told) == 1
    assert f"process {other.pid}" in told[0]


def test_one_who_waits_in_vain_is_told_so(tmp_path: Path) -> None:
    began = time.monotonic()
    with holding(tmp_path) as other:
        with pytest.raises(ArchiveBusyError), WriterLock(tmp_path).held(wait=0.2):
            pass
        other.kill()
    assert time.monotonic() - began >= 0.2


@pytest.mark.parametrize("written", ["", "{", "[]", "{}", json.dumps({"pid": 1})])
def test_a_holder_that_cannot_be_made_out_is_another_process(tmp_path: Path, written: str) -> None:
    with holding(tmp_path) as other:
        (tmp_path / HOLDER_FILE).write_text(written)
        with pytest.raises(ArchiveBusyError, match="written by another process"), WriterLock(tmp_path).held():
            pass
        other.kill()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(ArchiveError, match=r"taken is a file"), WriterLock(tmp_path / "taken").held():
        pass
