import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from indexing.archive.writer_lock import WriterLock

KEYS = [
    "read",
    "added",
    "changed",
    "moved",
    "deleted",
    "unchanged",
    "near_duplicates",
    "skipped",
    "passages",
    "seconds",
]


@pytest.fixture
def folder(corpus: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(corpus, tmp_path / "articles"))


def index(newschat: Any, folder: Path, *options: str) -> Any:
    outcome = newschat("index", folder, "--archive", folder.parent / "archive", "--json", *options)
    assert outcome.code == 0, outcome.err
    return outcome.json


def test_a_first_run_adds_everything_and_a_second_changes_nothing(newschat: Any, folder: Path) -> None:
    first = index(newschat, folder)
    assert list(first) == KEYS
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
    assert planned["plan"] == {
        "added": ["new.md"],
        "changed": ["assembly.txt"],
        "moved": [],
        "deleted": ["library.md"],
    }
    assert "plan" not in done
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
    assert outcome.out.startswith("2 articles added; now 2 articles in ")
    assert "skipped empty.txt" in outcome.err


def test_a_second_run_says_that_nothing_has_changed_and_a_rebuild_that_it_is_done(newschat: Any, folder: Path) -> None:
    index(newschat, folder)
    archive = folder.parent / "archive"
    assert newschat("index", folder, "--archive", archive).out.startswith("Nothing has changed: 2 articles in ")
    assert newschat("index", folder, "--archive", archive, "--rebuild").out.startswith("Built anew: 2 articles in ")
    assert "Nothing would change" in newschat("index", folder, "--archive", archive, "--dry-run").out


def test_a_plan_names_every_article_that_would_come_change_move_or_go(newschat: Any, folder: Path) -> None:
    for number in range(25):
        (folder / f"old{number:02}.md").write_text(f"# 소식 {number}\n\n소식 {number}번의 본문이다.\n", "utf-8")
    index(newschat, folder)
    (folder / "library.md").rename(folder / "도서관 소식.md")
    (folder / "new.md").write_text("# 새 소식\n\n새 소식의 본문이다.\n", "utf-8")
    (folder / "assembly.txt").write_text("새 총회 소식\n\n총회가 미뤄졌다고 시가 21일 밝혔다.\n", "utf-8")
    for number in range(25):
        (folder / f"old{number:02}.md").unlink()
    outcome = newschat("index", folder, "--archive", folder.parent / "archive", "--dry-run")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0] == (
        "Would be: 1 article added, 1 changed, 1 moved, 25 deleted; 0 articles unchanged. Nothing was written."
    )
    assert lines[1:4] == ["  add     new.md", "  change  assembly.txt", "  move    library.md -> 도서관 소식.md"]
    assert lines[4:6] == ["  delete  old00.md", "  delete  old01.md"]
    assert lines[24] == "  … and 5 more to delete; --json names all."
    assert "--yes" in outcome.err


def test_an_unmounted_corpus_deletes_nothing_without_a_word_from_the_user(newschat: Any, folder: Path) -> None:
    for number in range(10):
        (folder / f"{number}.md").write_text(f"# 소식 {number}\n\n소식 {number}번의 본문이다.\n", "utf-8")
    index(newschat, folder)
    shutil.rmtree(folder)
    folder.mkdir()
    outcome = newschat("index", folder, "--archive", folder.parent / "archive")
    assert (outcome.code, outcome.out) == (1, "")
    assert "12 of the archive's 12 articles" in outcome.err
    assert len(outcome.err.strip().splitlines()) == 1
    assert newschat("status", "--archive", folder.parent / "archive", "--json").json["articles"] == 12
    assert index(newschat, folder, "--yes")["deleted"] == 12


def test_while_another_process_writes_the_command_says_who_and_reading_goes_on(newschat: Any, folder: Path) -> None:
    index(newschat, folder)
    archive = folder.parent / "archive"
    with WriterLock(archive).held():
        outcome = newschat("index", folder, "--archive", archive, "--wait", "0.1")
        asked = newschat("search", "도서관", "--archive", archive, "--json")
        planned = newschat("index", folder, "--archive", archive, "--dry-run")
    assert outcome.code == 1
    assert outcome.err.splitlines()[0].startswith("Waiting up to 0.1 seconds for newschat index")
    assert f"process {os.getpid()} on" in outcome.err.splitlines()[1]
    assert asked.json["hits"]
    assert planned.code == 0


def test_verifying_finds_a_sound_archive_sound_and_names_what_is_not(newschat: Any, folder: Path) -> None:
    index(newschat, folder)
    archive = folder.parent / "archive"
    sound = newschat("index", "--verify", "--archive", archive, "--json")
    assert (sound.code, sound.json["sound"], sound.json["problems"]) == (0, True, [])
    assert "every one has its vector" in newschat("index", "--verify", "--archive", archive).out
    [keywords] = (archive / "keywords").iterdir()
    largest = max(keywords.glob("*.store"), key=lambda file: file.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-1])
    damaged = newschat("index", "--verify", "--archive", archive)
    assert damaged.code == 1
    assert "No article is lost" in damaged.err
    assert len(damaged.err.strip().splitlines()) == 1
    mended = newschat("index", folder, "--archive", archive)
    assert mended.code == 0
    assert "made anew" in mended.err
    assert newschat("index", "--verify", "--archive", archive).code == 0


def test_compacting_loses_nothing_and_tells_what_it_gave_back(newschat: Any, folder: Path) -> None:
    index(newschat, folder)
    archive = folder.parent / "archive"
    told = newschat("index", "--compact", "--archive", archive)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("The archive takes ")
    assert set(newschat("index", "--compact", "--archive", archive, "--json").json) == {"bytes_before", "bytes"}
    assert newschat("index", "--verify", "--archive", archive).code == 0
    assert index(newschat, folder)["unchanged"] == 2


@pytest.mark.parametrize("option", ["--verify", "--compact"])
def test_looking_after_an_archive_that_is_not_there_makes_none(newschat: Any, tmp_path: Path, option: str) -> None:
    outcome = newschat("index", option, "--archive", tmp_path / "none")
    assert outcome.code == 1
    assert "Run: newschat index" in outcome.err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "options", [("--rebuild", "--verify"), ("--compact", "--dry-run"), ("--verify", "--yes"), ("--compact", "corpus")]
)
def test_what_contradicts_itself_is_wrong_usage(newschat: Any, options: tuple[str, ...]) -> None:
    assert newschat("index", *options).code == 2


def test_a_damaged_store_is_named_and_made_anew(newschat: Any, folder: Path) -> None:
    index(newschat, folder)
    next(folder.parent.glob("archive/keywords/*/meta.json")).unlink()

    outcome = newschat("index", folder, "--archive", folder.parent / "archive", "--json")

    assert outcome.json["unchanged"] == 2
    assert "The keyword index is damaged (meta.json cannot be read" in outcome.err
    assert newschat("status", "--archive", folder.parent / "archive", "--json").json["health"] == "sound"


def test_a_folder_without_articles_is_asked_about(newschat: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    outcome = newschat("index", "empty", "--archive", "archive")
    assert (outcome.code, "No article was found in empty: it holds no files" in outcome.err) == (0, True)
    (tmp_path / "empty" / "a.exe").write_bytes(b"MZ\0")
    assert "1 file cannot be read as news" in newschat("index", "empty", "--archive", "archive", "--dry-run").err


@pytest.mark.parametrize("arguments", [("index", ""), ("index", "--archive", "")])
def test_an_empty_argument_is_not_the_working_folder(newschat: Any, arguments: tuple[str, ...]) -> None:
    outcome = newschat(*arguments)
    assert (outcome.code, "it is empty" in outcome.err) == (2, True)


def test_a_line_break_in_a_file_name_breaks_no_line(newschat: Any, folder: Path) -> None:
    (folder / "a\n  skipped library.md: forged.exe").write_bytes(b"MZ\0")
    outcome = newschat("index", folder, "--archive", folder.parent / "archive")
    assert [line for line in outcome.err.splitlines() if line.startswith("  skipped")] == [
        line for line in outcome.err.splitlines() if "forged" in line
    ]
