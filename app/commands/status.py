"""``newschat status``: what the archive holds, and whether it is sound."""

from pathlib import Path

import click

from app.commands.advice import completed
from app.commands.options import archive_option, json_option
from app.commands.terminal import echo, echo_json


@click.command()
@archive_option
@json_option
def status(archive: Path | None, as_json: bool) -> None:
    """Show how many articles the archive holds, from when to when, its embedder, its health, and its room on disk."""
    from app.composition.archive import archive_status
    from app.settings import load_settings

    facts = archive_status(load_settings(archive_dir=archive))
    if as_json:
        echo_json(facts)
        return
    for name, value in facts.items():
        line = f"{name:12} {'unknown' if value is None else _for_people(value)}"
        echo(completed(line, {"archive": archive}) if name == "health" else line)


def _for_people(value: object) -> object:
    """Bytes by store in one line."""
    if not isinstance(value, dict):
        return value
    from indexing.archive.disk_use import DiskUse

    return DiskUse(**value)
