import shutil
from pathlib import Path
from typing import Any

import pytest

KEYS = {"read", "added", "changed", "deleted", "unchanged", "near_duplicates", "skipped", "passages", "seconds"}


@pytest.fixture
def folder(corpus: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(corpus, tmp_path / "articles"))


def index(newschat: Any, folder: Path, *options: str) -> Any:
    outcome = newschat("index", folder, "--archive", folder.parent / "archive", "--json", *options)
    assert outcome.code == 0, outcome.err
    return outcome.json


def test_a_first_run_adds_everything_and_a_second_changes_nothing(newschat: Any, folder: Path) -> None:
    first = index(newschat, folder)
    assert set(first) == KEYS
    assert (first["read"], first["added"], first["skipped"]) == (2, 2, [])
    again = index(newschat, folder)
    assert (again["added"], again["changed"], again["deleted"], again["unchanged"]) == (0, 0, 0, 2)


def test_added_changed_and_deleted_files_are_told_apart(newschat: Any, folder: Path) -> None:
    index(newschat, folder)
    (folder / "library.md").unlink()
    assembly = folder / "assembly.txt"
    assembly.write_text(assembly.read_text("utf-8").replace("1,200명", "1,300명"), "utf-8")
    (folder / "new.md").write_text(
        "# 새 다리 개통\n\n2025년 4월 2일 · 이도담 기자\n\n새 다리가 어제 열렸다. 차가 다닌다.", "utf-8"
    )
    planned = index(newschat, folder, "--dry-run")
    done = index(newschat, folder)
    for report in (planned, done):
        assert (report["added"], report["changed"], report["deleted"]) == (1, 1, 1)
    assert (
        newschat("ask", "총회에 몇 명이 참가해?", "--archive", folder.parent / "archive", "--json").json["short_answer"]
        == "1,300명"
    )


def test_unreadable_files_are_named_skips_and_lose_nothing(newschat: Any, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (folder / "huge.txt").write_bytes("기사 본문이다. ".encode() * 2_500_000)
    report = index(newschat, folder)
    assert report["added"] == 2
    assert {skip["path"] for skip in report["skipped"]} == {"empty.txt", "empty.pdf", "picture.html", "huge.txt"}
    assert all(skip["reason"] for skip in report["skipped"])


@pytest.mark.parametrize(("corpus_argument", "message"), [("nowhere", "does not exist"), ("a-file", "is a file")])
def test_a_corpus_that_is_no_folder_is_one_clear_line(
    newschat: Any, tmp_path: Path, corpus_argument: str, message: str
) -> None:
    (tmp_path / "a-file").write_text("x")
    outcome = newschat("index", tmp_path / corpus_argument, "--archive", tmp_path / "archive")
    assert outcome.code == 1
    assert outcome.out == ""
    assert message in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1


def test_an_archive_folder_that_is_a_file_is_one_clear_line(newschat: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    outcome = newschat("index", folder, "--archive", tmp_path / "taken")
    assert outcome.code != 0
    assert "Traceback" not in outcome.err
    assert str(tmp_path / "taken") in outcome.err


def test_people_get_a_line_and_the_skips(newschat: Any, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    outcome = newschat("index", folder, "--archive", folder.parent / "archive")
    assert "2 added" in outcome.out
    assert "skipped empty.txt" in outcome.err


def test_a_damaged_store_is_named_and_made_anew(newschat: Any, folder: Path) -> None:
    index(newschat, folder)
    next(folder.parent.glob("archive/keywords/*/meta.json")).unlink()

    outcome = newschat("index", folder, "--archive", folder.parent / "archive", "--json")

    assert outcome.json["unchanged"] == 2
    assert "The keyword index is damaged (meta.json cannot be read" in outcome.err
    assert newschat("status", "--archive", folder.parent / "archive", "--json").json["health"] == "sound"
