"""Options that several commands share."""

from pathlib import Path

import click

archive_option = click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the archive (default: setting archive_dir, .newschat).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
