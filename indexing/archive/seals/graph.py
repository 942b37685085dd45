"""Whether Chroma wrote its graph to the end. On a full disk it does not, and reports success all the same."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

GRAPH_INDEX = "index_metadata.pickle"
"""Written last; before it first is, Chroma does not use the other files and makes them anew at every start."""

_HEADER = struct.Struct("<iQQQQ")
"""Version of the format, offset of the vectors, room for so many elements, elements, bytes of an element."""
_HEADER_SIZE = 100
_KNOWN_VERSION = 1
_LENGTH = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class _Header:
    elements: int
    element_size: int


def graph_fault(folder: Path) -> str | None:
    """What of a graph is not there to the end, in words; None if all is, or if this Chroma writes another format.

    Args:
        folder: Chroma's; its graph lies in a folder below.

    Raises:
        OSError: a file cannot be read.
    """
    for index in folder.glob(f"*/{GRAPH_INDEX}"):
        header = _header(index.parent / "header.bin")
        if header is None:
            continue
        wanted = {
            "header.bin": _HEADER_SIZE,
            "data_level0.bin": header.elements * header.element_size,
            "length.bin": header.elements * _LENGTH.size,
            "link_lists.bin": _links_size(index.parent / "link_lists.bin", header.elements),
        }
        for name, size in wanted.items():
            found = (index.parent / name).stat().st_size
            if found < size:  # a file is made for a hundred elements, and never made shorter
                return f"{name} has {found:,} bytes instead of {size:,}"
        if not index.read_bytes().endswith(b"."):  # how every pickle ends
            return f"{GRAPH_INDEX} is cut off"
    return None


def _header(file: Path) -> _Header | None:
    with file.open("rb") as stream:
        start = stream.read(_HEADER.size)
    if len(start) < _HEADER.size:
        return _Header(elements=1, element_size=0)  # fits nothing
    version, _, _, elements, element_size = _HEADER.unpack(start)
    return _Header(elements, element_size) if version == _KNOWN_VERSION else None


def _links_size(file: Path, elements: int) -> int:
    """Bytes that the lists of links take at least: each a length and as many bytes."""
    lists = file.read_bytes()
    position = 0
    for done in range(elements):
        if position + _LENGTH.size > len(lists):
            return position + (elements - done) * _LENGTH.size
        position += _LENGTH.size + _LENGTH.unpack_from(lists, position)[0]
    return position
