"""Who signs an article below its text in an English paper: the name of its "By" line again, and a note on them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexing.reading.origin.byline import reporters_in
from indexing.reading.text.line import Kind, Line

_NOTE = re.compile(r",?\s(?:is|was|has|covers|covered|reports|writes|joined|can be reached|contributed)\s")


def with_signatures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those marked as bylines that repeat a name of an English byline above, alone or with what it does."""
    names: set[str] = set()
    marked: list[Line] = []
    for line in lines:
        if line.kind is Kind.BYLINE and line.text.isascii():
            names.update(reporters_in(line.text))
        elif line.kind in (Kind.SHORT, Kind.PROSE) and any(_signs(line.text, name) for name in names):
            line = replace(line, kind=Kind.BYLINE, reason="byline")
        marked.append(line)
    return tuple(marked)


def _signs(text: str, name: str) -> bool:
    return text.startswith(name) and (text == name or _NOTE.match(text, len(name)) is not None)
