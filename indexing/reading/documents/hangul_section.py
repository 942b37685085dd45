"""The records of a section of a Hangul document (.hwp, version 5) -> lines.

A section is a tree of records told by their levels: paragraphs hold texts of UTF-16 with control characters, controls
hang on paragraphs, and a table's cells are lists of paragraphs of their own. 본 제품은 한글과컴퓨터의 한/글 문서
파일(.hwp) 공개 문서를 참고하여 개발하였습니다.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from indexing.reading.documents.document_rows import row_lines

_PARAGRAPH_TEXT: Final = 67
_CONTROL: Final = 71
_LIST: Final = 72
_TABLE: Final = 77
_LONG: Final = 0xFFF
"""A size that is told in the next four bytes."""

_CELL_ROW: Final = 10
"""Where in the head of a cell its row stands."""

_TABLE_CONTROL: Final = b" lbt"
_LEFT_OUT: Final = frozenset((b"daeh", b"toof", b"  nf", b"  ne", b"tmct"))
"""Heads and feet of pages, foot- and endnotes, hidden comments; names of controls are stored backwards."""

_SINGLE: Final = {0: "", 10: "\n", 13: "", 24: "-", 30: " ", 31: " "}
"""Control characters of one unit: line break, end of paragraph, hyphen, two blanks; 25 to 29 are reserved."""
_UNITS: Final = 8
"""UTF-16 units that any other control character takes with its parameters."""
_TAB: Final = 9
_FIRST_LETTER: Final = 32


@dataclass(frozen=True, slots=True)
class _Record:
    tag: int
    level: int
    payload: bytes


@dataclass(slots=True)
class _Table:
    """A table as it is read: cells by the row they begin in; a caption stands before them."""

    level: int
    has_begun: bool = False
    caption: list[str] = field(default_factory=list)
    rows: dict[int, list[list[str]]] = field(default_factory=dict)
    cell: list[str] = field(default_factory=list)

    def go_on(self, record: _Record) -> None:
        """Takes what is the table's own: that it begins, or a list of paragraphs, which is the caption or a cell."""
        self.has_begun |= record.tag == _TABLE
        if record.tag != _LIST:
            return
        self.cell = self.caption
        if self.has_begun and len(record.payload) >= _CELL_ROW + 2:
            (row,) = struct.unpack_from("<H", record.payload, _CELL_ROW)
            self.cell = []
            self.rows.setdefault(row, []).append(self.cell)

    def lines(self) -> list[str]:
        return [*self.caption, *(line for row in sorted(self.rows) for line in row_lines(self.rows[row]))]


def section_lines(section: bytes) -> list[str]:
    """A line a paragraph and a line a row of a table, in the order of the records; what is cut off is left out.

    Args:
        section: the unpacked stream.
    """
    lines = _Lines()
    for record in _records(section):
        lines.take(record)
    return lines.finished()


class _Lines:
    """Lines as records come; a table's stay apart until it ends."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._tables: list[_Table] = []
        self._left_out: int | None = None

    def take(self, record: _Record) -> None:
        while self._tables and record.level <= self._tables[-1].level:
            self._close()
        if self._left_out is not None and record.level > self._left_out:
            return
        self._left_out = None
        if record.tag == _CONTROL:
            self._begin(record)
        elif record.tag == _PARAGRAPH_TEXT:
            self._here.extend(_text(record.payload).split("\n"))
        elif self._tables and record.level == self._tables[-1].level + 1:
            self._tables[-1].go_on(record)

    def finished(self) -> list[str]:
        while self._tables:
            self._close()
        return self._lines

    @property
    def _here(self) -> list[str]:
        return self._tables[-1].cell if self._tables else self._lines

    def _begin(self, control: _Record) -> None:
        name = control.payload[:4]
        if name in _LEFT_OUT:
            self._left_out = control.level
        elif name == _TABLE_CONTROL:
            self._tables.append(_Table(control.level))

    def _close(self) -> None:
        """Ends the innermost table: its lines go into the cell that holds it."""
        lines = self._tables.pop().lines()
        self._here.extend(lines)


def _records(section: bytes) -> Iterator[_Record]:
    at = 0
    while at + 4 <= len(section):
        (header,) = struct.unpack_from("<I", section, at)
        at += 4
        size = header >> 20
        if size == _LONG:
            if at + 4 > len(section):
                return
            (size,) = struct.unpack_from("<I", section, at)
            at += 4
        yield _Record(header & 0x3FF, header >> 10 & 0x3FF, section[at : at + size])
        at += size


def _text(payload: bytes) -> str:
    units = struct.unpack(f"<{len(payload) // 2}H", payload[: len(payload) // 2 * 2])
    pieces: list[str] = []
    at = begin = 0
    while at < len(units):
        if units[at] >= _FIRST_LETTER:
            at += 1
            continue
        pieces += [_letters(payload, begin, at), _SINGLE.get(units[at], " " if units[at] == _TAB else "")]
        at += 1 if units[at] in _SINGLE or 25 <= units[at] <= 29 else _UNITS
        begin = at
    return "".join((*pieces, _letters(payload, begin, len(units))))


def _letters(payload: bytes, begin: int, end: int) -> str:
    return payload[2 * begin : 2 * end].decode("utf-16-le", "replace")
