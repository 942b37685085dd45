"""Options that several commands share."""

from pathlib import Path

import click

archive_option = click.option(
    "--archive",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the archive (default: setting archive_dir, .newschat).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")


def words_of(argument: str, name: str) -> str:
    """The words of a question or query, without the white space around them.

    Raises:
        UsageError: there are none, or more than are read: what would be answered is not what was asked.
    """
    from app.conversation import LONGEST_QUESTION

    words = argument.strip()
    if not words:
        raise click.UsageError(f"{name} is empty.")
    if len(words) > LONGEST_QUESTION:
        raise click.UsageError(f"{name} has {len(words):,} characters; the most is {LONGEST_QUESTION:,}. Shorten it.")
    return words
