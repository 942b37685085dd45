"""Whom to call, in the head of an office's board: labels and values above the text, a cell or a line each."""

import re
from collections.abc import Sequence

from indexing.reading.text.column_names import plain_name
from indexing.reading.text.columns import CONTACTS, contact

MAX_LINES = 60
"""Lines above the text that are looked at; the menu of a site stands above them."""

MAX_VALUE = 60
"""Characters of the longest value."""

_LABELLED = re.compile(r"(?P<label>[가-힣]{2,3}(?:\s?[가-힣]{2,4}){0,2})\s?(?:[:：|]\s?|\s|$)(?P<value>.*)")
_OF_OUTLET = re.compile(r"일보|신문|방송|뉴스|편집|광고|구독|제보|기자")


def stated_contact(above: Sequence[str], body: str) -> str:
    """The office and its telephone as one line, empty where they are not both stated, or stand in the body.

    Args:
        above: the lines above the text.
        body: the text.
    """
    lines = above[-MAX_LINES:]
    row: dict[str, object] = {}
    for index, line in enumerate(lines):
        label, value = _labelled(line)
        below = lines[index + 1] if index + 1 < len(lines) else ""
        value = value or ("" if _labelled(below)[0] else below)
        if label and 0 < len(value) <= MAX_VALUE and not _OF_OUTLET.search(value):
            row.setdefault(label, value)
    return ", ".join(f"{label}: {value}" for label, value in contact(row, body).items())


def _labelled(line: str) -> tuple[str, str]:
    match = _LABELLED.fullmatch(line.strip()) if len(line) <= 2 * MAX_VALUE else None
    if match is None or plain_name(match["label"]) not in CONTACTS:
        return "", ""
    return match["label"].strip(), match["value"].strip()
