"""What stands above the text of a Markdown file, between two lines of ``---``: the fields of its article, and more.

Programs write it in YAML, people in something like it ("title: [단독] 축제: 사흘"): a field is read as YAML where it is
quoted or goes on below its line, and else, or where that fails, as it stands. It can become nothing but texts, and
lists and objects of them.
"""

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

import yaml

from indexing.reading.text.characters import stored

MAX_YAML = 20_000
"""Characters of the longest front matter of which YAML is read, which takes some 10 µs each."""

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
    written = dedent(match["fields"])
    is_yaml = len(written) <= MAX_YAML
    stated = {
        key: (_from_yaml(value, below) if is_yaml else None) or _value(value) or _nested(below)
        for key, value, below in _fields(written)
    }
    return stated, text[match.end() :]


class _Loader(yaml.BaseLoader):  # type: ignore[misc]  # PyYAML ships no types
    """Makes texts, lists and objects of texts alone; refuses references, of which a few lines can make gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("a reference")
        return super().compose_node(parent, index)


def _from_yaml(value: str, below: Sequence[str]) -> object:
    """What a field says in YAML, None where it is plain or no YAML."""
    value = value.strip()
    quoted = value[:1] in ("'", '"')
    if not quoted and (not any(map(str.strip, below)) or " #" in value):  # "C# #1" is cut in YAML
        return None
    text = _WIKI_LINK.sub(r"\g<name>", "\n".join([value, *below]))
    try:
        return _plain(yaml.load(f"field: {text}", _Loader)["field"])  # noqa: S506, our loader makes no objects
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):  # also "\UFFFFFFFF"
        return None


def _plain(value: object) -> object:
    """What was loaded, with an entry that only looks like an object ("- 사진: 시청 전경") as its text."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return _whole_characters(str(value))
    if len(value) == 1 and not _OBJECT.fullmatch(f"{next(iter(value))}:"):
        return ": ".join(str(part) for part in (*value, *value.values()))
    return {_whole_characters(str(key)): _plain(part) for key, part in value.items()}


def _whole_characters(text: str) -> str:
    r"""A text whose characters beyond U+FFFF were written as two ("\ud83d\ude00"), as JSON does, with these as one."""
    return stored(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")).strip()


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
    if text in ("null", "~"):
        return ""
    is_quoted = len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'" and text[0] not in text[1:-1]
    return text[1:-1] if is_quoted else text
