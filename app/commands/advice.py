"""The commands that errors advise, completed: an error knows no flags, and without them it would be another archive."""

import re
import shlex
from pathlib import Path
from typing import Final

import click

_INDEX: Final = re.compile(r"\bnewschat index\b")
_FOLDER: Final = "FOLDER"
"""Stands for a corpus that only the reader knows."""

Given = dict[str, Path | None]
"""Folders that this command was given, by the name of its parameter; None where it takes one and got none."""


def noted(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path | None:
    """Notes a folder for :func:`completed`; a callback of click's."""
    given = context.find_object(dict)
    if given is not None and parameter.name:
        given[parameter.name] = value
    return value


def completed(message: str, given: Given) -> str:
    """The message with every ``newschat index`` in it told the folders that were given.

    ``newschat index --yes`` becomes ``newschat index clips --archive clips.arch --yes``; typed as it stood it would
    delete from the archive of the settings.
    """
    archive, corpus = given.get("archive"), given.get("corpus")
    if not archive and not corpus:
        return message
    folder = shlex.quote(str(corpus)) if corpus else "" if "corpus" in given else _FOLDER
    words = ["newschat index", folder, f"--archive {shlex.quote(str(archive))}" if archive else ""]
    command = " ".join(filter(None, words))
    return _INDEX.sub(lambda _: command, message)
