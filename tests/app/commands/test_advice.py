"""What an error advises concerns the archive that the command was about."""

from pathlib import Path
from typing import Any

import pytest

from app.commands.advice import Given, completed


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "Run: newschat index --yes"),
        ({"archive": None}, "Run: newschat index --yes"),
        ({"archive": None, "corpus": None}, "Run: newschat index --yes"),
        ({"archive": None, "corpus": Path("clips")}, "Run: newschat index clips --yes"),
        ({"archive": Path("a b"), "corpus": Path("clips")}, "Run: newschat index clips --archive 'a b' --yes"),
        ({"archive": Path("a"), "corpus": None}, "Run: newschat index --archive a --yes"),
        ({"archive": Path("a")}, "Run: newschat index FOLDER --archive a --yes"),
    ],
)
def test_advice_names_the_folders_that_were_given(given: Given, expected: str) -> None:
    assert completed("Run: newschat index --yes", given) == expected


def test_the_guard_advises_the_command_that_was_typed(newschat: Any, tmp_path: Path) -> None:
    (tmp_path / "clips").mkdir()
    for number in range(12):
        text = (
            f"# 다리 {number}호 개통\n\n2025년 4월 2일\n\n{number}번째 새 다리가 어제 열렸다. 차 {number}대가 지났다."
        )
        (tmp_path / "clips" / f"{number}.md").write_text(text, "utf-8")
    assert newschat("index", "clips", "--archive", "clips.arch").code == 0
    for file in (tmp_path / "clips").iterdir():
        file.unlink()
    outcome = newschat("index", "clips", "--archive", "clips.arch")
    assert (outcome.code, "newschat index clips --archive clips.arch --yes" in outcome.err) == (1, True)


def test_a_mistyped_archive_is_named_in_the_advice(newschat: Any) -> None:
    assert "newschat index FOLDER --archive typo" in newschat("ask", "언제?", "--archive", "typo").err
