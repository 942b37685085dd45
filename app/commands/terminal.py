"""Text from articles and models on a terminal: without control characters, and JSON as one object."""

import codecs
import io
import json
import re
import sys
import unicodedata
from datetime import date
from typing import TextIO

import click

# C1 controls, bidirectional overrides, invisible marks and lone surrogates; json.dumps escapes the others itself.
_CONTROL = re.compile(r"[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")

_HYPHENS = str.maketrans("–—−", "---")


def never_refused(stream: TextIO) -> None:
    """Lets a stream write "?" for what its encoding lacks, where it would raise UnicodeEncodeError.

    What Korean Windows redirects is in CP949, which lacks even the dash of "29 September – 1 October".
    """
    if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="replace")


def printable(text: str) -> str:
    """``text`` without the control characters (escape sequences) that could rewrite what the terminal shows."""
    return "".join(
        character for character in text if character in "\n\t" or not unicodedata.category(character).startswith("C")
    )


def echo_json(record: dict[str, object]) -> None:
    """One JSON object on stdout; Korean stays readable in UTF-8, control characters are escaped as JSON allows."""
    text = json.dumps(record, ensure_ascii=codecs.lookup(_encoding()).name != "utf-8", indent=2)
    click.echo(_CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def error_line(message: str) -> str:
    """An error as one safe line."""
    return " ".join(printable(message).split())


def counted(number: int, thing: str) -> str:
    """A number of things: 1 article, 1,200 articles."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def iso(moment: date | None) -> str | None:
    """A date or moment in ISO 8601, at the precision it has."""
    return moment.isoformat() if moment else None


def echo(text: str = "", *, bold: bool = False, dim: bool = False) -> None:
    """A line for people on stdout; its dashes are hyphens where stdout's encoding has none."""
    text = printable(text)
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        text = text.translate(_HYPHENS)
    click.echo(click.style(text, bold=bold or None, dim=dim or None))


def _encoding() -> str:
    return sys.stdout.encoding or "utf-8"
