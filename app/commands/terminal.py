"""Text from articles and models on a terminal: without control characters, and JSON as one object."""

import json
import re
import unicodedata
from datetime import date

import click

# C1 controls, bidirectional overrides, invisible marks and lone surrogates; json.dumps escapes the others itself.
_CONTROL = re.compile(r"[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def printable(text: str) -> str:
    """``text`` without the control characters (escape sequences) that could rewrite what the terminal shows."""
    return "".join(
        character for character in text if character in "\n\t" or not unicodedata.category(character).startswith("C")
    )


def echo_json(record: dict[str, object]) -> None:
    """One JSON object on stdout; Korean stays readable, control characters are escaped as JSON allows."""
    text = json.dumps(record, ensure_ascii=False, indent=2)
    click.echo(_CONTROL.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


def error_line(message: str) -> str:
    """An error as one safe line."""
    return " ".join(printable(message).split())


def iso(moment: date | None) -> str | None:
    """A date or moment in ISO 8601, at the precision it has."""
    return moment.isoformat() if moment else None


def echo(text: str = "", *, bold: bool = False, dim: bool = False) -> None:
    """A line for people on stdout."""
    click.echo(click.style(printable(text), bold=bold or None, dim=dim or None))
