"""Markdown as plain text: its blocks without their markup, and where its images say what they show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexing.reading.text.table_rows import may_be_pair, row_lines

# Every repetition is bounded and its class excludes what opens the next match: a megabyte of "![a](" took 23 s before.
_TARGET = r"[^()\[\]\s]{0,2000}"
IMAGE = re.compile(rf"!\[(?P<alt>[^\[\]]{{0,500}})\]\({_TARGET}(?:\s[\"'](?P<title>[^\"'\[\]]{{0,500}})[\"'])?\)")
HEADING = re.compile(r"^#{1,6}\s+(?P<text>\S.*)$")
_RULE = re.compile(r"^(?:(?:[-*_]\s?){3,}|=+|```.*|~~~.*|(?=.{0,20}---)[\s:|-]+|\[[^\[\]]{1,100}\]:\s.*)$")
# "12. 5.(토)", "11. 3. ~", "12. 5 17:00": a line that begins with a day; "1. 3.5톤" is an item of a list.
_DAY = re.compile(r"^(?:1[0-2]|0?[1-9])\.\s?(?:3[01]|[12]\d|0?[1-9])(?:\.(?!\d)|\s?\([월화수목금토일]|\s\d{1,2}:\d\d)")
ITEM = re.compile(r"^(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
_DELIMITERS = re.compile(r"^(?:\|\s*:?-+:?\s*)+\|?$")
_BAR = re.compile(r"(?<!\\)\|")

# Markup -> what remains of it, in this order: bold before italic, links before tags.
_INLINE = (
    (
        re.compile(
            rf"\[(?P<text>[^\[\]]{{0,500}})\](?:\({_TARGET}(?:\s[\"'][^\"'\[\]]{{0,500}}[\"'])?\)|\[[^\[\]]{{0,100}}\])"
        ),
        r"\g<text>",
    ),
    (re.compile(r"\[\^[^\[\]\s]{1,40}\]"), ""),
    (re.compile(r"<(https?://[^\s<>]{1,2000})>"), r"\1"),
    (re.compile(r"<br\s?/?>", re.IGNORECASE), " "),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,200}>"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.{0,400}?\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,400})(?<=\S)\*(?![A-Za-z\d*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,400})(?<=\S)_(?![A-Za-z\d_])"), r"\1"),
    (re.compile(r"~~([^~\n]{1,400})~~|`+([^`\n]{1,400})`+"), r"\1\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, a heading or a row of a table.

    Attributes:
        text: plain.
        heading: whether it is one.
        row: whether it is one of a table with heads, of which a date is no dateline.
    """

    text: str
    heading: bool = False
    row: bool = False


def without_comments(text: str) -> str:
    """A text without its HTML comments."""
    pieces: list[str] = []
    start = 0
    while (opening := text.find("<!--", start)) >= 0 and (closing := text.find("-->", opening)) >= 0:
        pieces.append(text[start:opening])
        start = closing + len("-->")
    return "".join(pieces) + text[start:]


def markdown_blocks(text: str) -> list[Block]:
    """Paragraphs, list items and headings, as plain text."""
    blocks: list[Block] = []
    paragraph: list[str] = []
    table: list[str] = []

    def close() -> None:
        if paragraph:
            blocks.append(Block(plain(" ".join(paragraph))))
            paragraph.clear()
        if table:
            blocks.extend(_table_blocks(table))
            table.clear()

    for line in text.split("\n"):
        line = re.sub(r"^(?:\s*>)+\s?", "", line).strip()
        if line.startswith("|"):
            if not table:
                close()
            table.append(line)
            continue
        heading = HEADING.match(line)
        is_day = _DAY.match(line) is not None
        if table or not line or _RULE.match(line) or heading or is_day or ITEM.match(line):
            close()
        if heading:
            blocks.append(Block(plain(heading["text"].rstrip("# ")), heading=True))
        elif line and not _RULE.match(line):
            paragraph.append(line if is_day else ITEM.sub("", line))
    close()
    return [block for block in blocks if block.text]


def _table_blocks(rows: Sequence[str]) -> list[Block]:
    """A block for each row of a table; the first row is its heads where one of dashes stands below it.

    Markdown has no table without heads, so that one of labels and values often has its first pair there.
    """
    cells = [[plain(cell.replace(r"\|", "|")) for cell in _BAR.split(row[1:].removesuffix("|"))] for row in rows]
    below = [row for row, line in zip(cells, rows, strict=True) if not _DELIMITERS.match(line)]
    if len(rows) < 2 or not _DELIMITERS.match(rows[1]) or not below or may_be_pair(below[0]):
        return [Block(line) for line in row_lines(below)]
    return [Block(line, row=len(below[0]) > 2) for line in row_lines(below[1:], below[0])]


def plain(text: str) -> str:
    """A line without emphasis, links, tags and escapes."""
    for pattern, remains in _INLINE:
        text = pattern.sub(remains, text)
    return text.strip()
