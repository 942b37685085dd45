"""The text that a row of JSON holds, however a crawler, a search interface or a corpus for research keeps it."""

import re
from collections.abc import Mapping

from indexing.reading.text.column_names import COLUMNS, plain_name
from indexing.reading.text.columns import column, texts

SNIPPETS = ("description", "summary", "snippet", "요약")
"""Columns of an article's first lines: all that there is of it in the answer of a search interface."""

_RECORD, _ABOUT = "_source", ("metadata", "meta")
"""Objects in which a row keeps all its fields, as a dump of Elasticsearch does, or those beside the text."""

_PIECES = ("form", "sentence", "context")
"""Names of the text of a paragraph or a sentence in corpora made for research (NIKL, AI Hub, KorQuAD)."""

_ADDRESS = re.compile(r"\s*https?://\S*\s*")


def whole(row: dict[str, object]) -> dict[str, object]:
    """A row with the fields that it keeps in objects of their own; a text there is none of the article."""
    record = row.get(_RECORD)
    if isinstance(record, dict):
        row = {**row, **record}
    about = [part for name in _ABOUT if isinstance(part := row.get(name), dict)]
    beside = {key: value for part in about for key, value in part.items() if plain_name(key) not in COLUMNS["body"]}
    return {**beside, **row}


def text_of(row: Mapping[str, object]) -> list[str]:
    """The paragraphs of a row's text; empty where its column holds an address."""
    return [text for text in _paragraphs(column(row, "body")) if not _ADDRESS.fullmatch(text)]


def first_lines(row: Mapping[str, object]) -> list[str]:
    """What a row without a text says of it."""
    return next((found for name in SNIPPETS if (found := texts(row.get(name)))), [])


def _paragraphs(value: object) -> list[str]:
    """The paragraphs of a text; one in pieces, some of them set in another type, as messengers export it, is one."""
    items = value if isinstance(value, list) else [value]
    if any(isinstance(item, dict) and "text" in item for item in items):
        pieces = (item.get("text") if isinstance(item, dict) else item for item in items)
        return texts("".join(piece for piece in pieces if isinstance(piece, str)))
    return texts([" ".join(_paragraphs(item)) if isinstance(item, list) else _piece(item) for item in items])


def _piece(item: object) -> object:
    return next((item[name] for name in _PIECES if name in item), item) if isinstance(item, dict) else item
