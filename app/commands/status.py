"""``newschat status``: what the archive holds, and whether it is sound."""

from pathlib import Path

import click

from app.commands.options import archive_option, json_option
from app.commands.terminal import echo, echo_json


@click.command()
@archive_option
@json_option
def status(archive: Path | None, as_json: bool) -> None:
    """Show how many articles the archive holds, from when to when, its embedder, and its health."""
    from app.composition import archive_status
    from app.settings import load_settings

    facts = archive_status(load_settings(archive_dir=archive))
    if as_json:
        echo_json(facts)
        return
    for name, value in facts.items():
        echo(f"{name:12} {'unknown' if value is None else value}")
