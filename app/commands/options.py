"""Options that several commands share."""

import os
from pathlib import Path

import click

from app.commands.advice import noted


class Folder(click.Path):
    """A folder's path; an empty one (an unset variable of the shell) would mean the working folder and is refused."""

    def __init__(self, *, file_okay: bool = False) -> None:
        super().__init__(file_okay=file_okay, path_type=Path)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path of a name."""
        if not os.fspath(value):
            self.fail("it is empty; name a folder, or leave it out.", param, ctx)
        return Path(os.fsdecode(super().convert(value, param, ctx)))


archive_option = click.option(
    "--archive",
    type=Folder(),
    callback=noted,
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
