"""What stands above the text of a Markdown file, between two lines of ``---``: the fields of its article, and more.

Not YAML, but what of it notes and sites have there; it can become nothing but texts, and lists and objects of them.
"""

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<fields>.*?)\n?---[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[\w가-힣 -]{1,40}?)\s*:\s*(?P<value>.*)")
_ITEM = re.compile(r"(?P<indent>\s*)-\s+(?P<value>.+)")
# An item that begins an object ("name: 최하나"), unlike one with a colon in it ("사진: 시청 전경", "https://…").
_OBJECT = re.compile(r"(?P<key>[a-z][\w-]{0,39}):(?:\s+(?P<value>.*)|$)")
# As Obsidian writes the page of a person or an outlet: [[최하나]], [[기자/최하나|최하나]].
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}[|/])?(?P<name>[^\[\]|/]{1,200})\]\]")


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The fields and the text below them; no field and the whole text where there is no front matter.

    A field is a text, an object of texts, or a list of both. What is nested adds no field of its own: the address of a
    writer is not that of the article.
    """
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    stated = {key: _value(value) or _nested(below) for key, value, below in _fields(dedent(match["fields"]))}
    return stated, text[match.end() :]


def _fields(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Key, what stands behind it, and the lines that belong to it, of each field."""
    key, value = "", ""
    below: list[str] = []
    for line in text.split("\n"):
        field = None if line[:1].isspace() or _ITEM.match(line) else _FIELD.match(line)
        if field is None:
            below.append(line)
            continue
        if key:
            yield key, value, below
        key, value, below = field["key"].strip(), field["value"], []
    if key:
        yield key, value, below


def _nested(lines: Sequence[str]) -> object:
    """The list or the object that the lines below a key make up, else an empty text."""
    items: list[object] = []
    alone: dict[str, object] = {}
    indent = 0
    for line in lines:
        item = _ITEM.match(line)
        if item and not alone and (not items or len(item["indent"]) <= indent):
            indent = len(item["indent"])
            items.append(_item(item["value"]))
        elif field := _FIELD.fullmatch(line.strip()):
            inner = items[-1] if items else alone
            if isinstance(inner, dict) and not item:
                inner.setdefault(field["key"], _unquoted(field["value"]))
    return items or alone or ""


def _item(text: str) -> object:
    field = _OBJECT.fullmatch(text)
    return {field["key"]: _unquoted(field["value"] or "")} if field else _unquoted(text)


def _value(text: str) -> object:
    text = _WIKI_LINK.sub(r"\g<name>", text.strip())
    if text.startswith("[") and text.endswith("]"):
        return [_unquoted(part) for part in text[1:-1].split(",")]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    text = _WIKI_LINK.sub(r"\g<name>", text.strip())
    return text[1:-1] if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'" else text
