import shutil
from pathlib import Path
from typing import Any

from app.settings import Settings


def test_size_period_embedder_and_health_are_told(newschat: Any, settings: Settings) -> None:
    record = newschat("status", "--archive", settings.archive_dir, "--json").json
    assert record["articles"] == 2
    assert (record["first"], record["last"]) == ("2024-11-05", "2025-01-21")
    assert record["embedder"].startswith("bundled#")
    assert record["health"] == "sound"
    assert set(record["disk_bytes"]) == {"catalog", "vectors", "keywords"}
    assert all(record["disk_bytes"].values())
    assert "sound" in newschat("status", "--archive", settings.archive_dir).out


def test_damage_and_room_on_disk_are_told_in_words(newschat: Any, settings: Settings, tmp_path: Path) -> None:
    archive = shutil.copytree(settings.archive_dir, tmp_path / "archive")
    next(archive.glob("keywords/*/meta.json")).unlink()

    told = newschat("status", "--archive", archive).out

    assert "damaged (keyword index: meta.json cannot be read" in told
    assert "no article is lost; run: newschat index" in told
    assert "kB (catalog " in told


def test_a_missing_archive_is_one_clear_line(newschat: Any, tmp_path: Path) -> None:
    outcome = newschat("status", "--archive", tmp_path / "none")
    assert outcome.code == 1
    assert "newschat index" in outcome.err
