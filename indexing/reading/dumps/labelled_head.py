"""What a crawler or a tidy person writes above an article's text: "제목: …", "날짜: …", "언론사: …", a line each.

The labels are the names of columns, and say the same: a head is as good as a row of a table.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexing.reading.draft import Draft
from indexing.reading.text.columns import COLUMNS, plain_name, stated_fields

MAX_HEAD = 12
"""Lines of the longest head."""

_LABELLED = re.compile(
    r"\s*(?:[\[<【](?P<boxed>[^\[\]<>【】:：]{1,16})[\]>】]\s*[:：]?"
    r"|(?P<plain>[A-Za-z가-힣][A-Za-z가-힣 _-]{0,15}?)\s*[:：])(?P<value>.*)"
)
_PASSED_OVER = frozenset(
    ("카테고리", "분류", "섹션", "키워드", "태그", "조회수", "번호", "id", "category", "section", "keywords", "tags")
)
_FIELD_OF = {name: field for field, names in COLUMNS.items() for name in reversed(names)}


@dataclass(frozen=True, slots=True)
class LabelledHead:
    """The head of an article in a text.

    Attributes:
        start: index of its first line.
        end: index after its last line.
        fields: label -> value, the text excepted.
        text: what stands behind the text's label in the same line ("본문: …"), empty where there is no such label.
    """

    start: int
    end: int
    fields: dict[str, str]
    text: str


def labelled_heads(lines: Sequence[str]) -> Iterator[LabelledHead]:
    """The heads in a text, in order: lines one below the other that label a title and something else of the article."""
    start = 0
    while start < len(lines):
        head = _head(lines, start)
        if head is not None:
            yield head
        start = head.end if head is not None else start + 1


def labelled_head(text: str) -> LabelledHead | None:
    """The head with which a text begins, None if it begins with none."""
    lines = text.split("\n", MAX_HEAD * 3)
    start = next((index for index, line in enumerate(lines) if line.strip(" \ufeff")), len(lines))
    return _head(lines, start)


def without_labels(text: str, head: LabelledHead) -> str:
    """A text with the bare title in place of its head, as an article begins; its lines keep their numbers."""
    lines = text.split("\n")
    title = next(value for name, value in head.fields.items() if _FIELD_OF.get(plain_name(name)) == "title")
    blank = [""] * (head.end - head.start - 2)
    return "\n".join([*lines[: head.start], title, *blank, head.text, *lines[head.end :]])


def with_labelled(draft: Draft, head: LabelledHead) -> Draft:
    """A draft with what its head states."""
    fields = stated_fields(head.fields)
    return replace(
        draft,
        title=fields.title or draft.title,
        published_at=fields.published_at or draft.published_at,
        updated_at=fields.updated_at or draft.updated_at,
        authors=fields.authors or draft.authors,
        publisher=fields.publisher or draft.publisher,
        url=fields.url or draft.url,
        source=fields.source or draft.source,
        dropped=(*fields.dropped, *draft.dropped),
    )


def _head(lines: Sequence[str], start: int) -> LabelledHead | None:
    fields: dict[str, str] = {}
    found: set[str] = set()
    text = ""
    end = start
    for line in lines[start : start + MAX_HEAD]:
        field, label, value = labelled(line)
        if field is None or field in found:
            break
        end += 1
        if field == "":
            continue
        found.add(field)
        if field == "body":
            text = value
            break
        fields[label] = value
    return LabelledHead(start, end, fields, text) if "title" in found and len(found) > 1 else None


def labelled(line: str) -> tuple[str | None, str, str]:
    """Field, label and value of a line; None where it has no label that is known, and "" where that says little."""
    match = _LABELLED.match(line)
    if match is None:
        return None, "", ""
    label, value = match["boxed"] or match["plain"], match["value"].strip()
    name = plain_name(label)
    field = "" if name in _PASSED_OVER else _FIELD_OF.get(name)
    return (field, label, value) if value or field == "body" else (None, "", "")
