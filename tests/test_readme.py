"""The README says what there is."""

from pathlib import Path

import pytest

from app.cli import COMMANDS
from app.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained(command: str) -> None:
    assert f"`newschat {command}" in README


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_explained_in_the_words_of_the_code(name: str) -> None:
    description = Settings.model_fields[name].description
    assert f"| `{name}` |" in README
    assert description
    assert description in README


def test_the_picture_is_there() -> None:
    assert (ROOT / "app/web/screenshot.png").read_bytes().startswith(b"\x89PNG")


def test_the_settings_file_that_ships_is_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    from app.settings import load_settings

    monkeypatch.chdir(ROOT)
    assert set(load_settings().examples) == {"ko", "en"}
