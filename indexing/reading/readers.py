"""Bytes of any file of a corpus -> its articles: decoded, told apart by content, read by the reader that fits."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from indexing.errors import ReadingError
from indexing.reading.archive import read_archive
from indexing.reading.decoding import decode
from indexing.reading.feed import read_feed
from indexing.reading.html import read_html
from indexing.reading.jsonl import read_json, read_jsonl
from indexing.reading.markdown import read_markdown
from indexing.reading.mhtml import read_mhtml
from indexing.reading.outcome import Reading, Skipped
from indexing.reading.pdf import read_pdf
from indexing.reading.sniffing import refuse_binary, sniff, sniff_bytes
from indexing.reading.table import read_table
from indexing.reading.text_dump import read_text

__all__ = ["MAX_FILE_BYTES", "MAX_ROWS_BYTES", "READERS", "Reader", "Reading", "Skipped", "max_bytes_for", "read_file"]

MAX_FILE_BYTES = 20_000_000
"""Bound of a file with one article; the largest of 233 news pages has 2.2 MB."""

MAX_ROWS_BYTES = 500_000_000
"""Bound of a file that holds many: rows, a feed, an archive."""

_MANY = frozenset((".jsonl", ".ndjson", ".csv", ".tsv", ".xml", ".rss", ".zip", ".tar", ".gz", ".tgz"))

Reader = Callable[[str, str], Reading]
"""Decoded text, as its file has it, and path -> Reading; raises ReadingError."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "html": read_html,
        "feed": read_feed,
        "table": read_table,
        "json": read_json,
        "jsonl": read_jsonl,
        "markdown": read_markdown,
        "text": read_text,
    }
)
"""Format, as `sniff` names it -> its reader. A new format is one more row here and one in `sniff`."""

BinaryReader = Callable[[bytes, str], Reading]
"""The file as it is and path -> Reading; raises ReadingError."""

BINARY_READERS: Mapping[str, BinaryReader] = MappingProxyType({"mhtml": read_mhtml, "pdf": read_pdf})
"""The same for formats that are no text, as `sniff_bytes` names them; archives are read by `read_file` itself."""


def max_bytes_for(path: str) -> int:
    """How large a file of this name may be, so that a caller can look at its size before reading it."""
    return MAX_ROWS_BYTES if PurePosixPath(path).suffix.lower() in _MANY else MAX_FILE_BYTES


def read_file(content: bytes, path: str) -> Reading:
    """The articles of one file.

    Args:
        content: the whole file.
        path: relative to the corpus folder, with ``/``; ids and messages use it, nothing is opened.

    Raises:
        ReadingError: the file as a whole cannot be read: empty, binary, too large, undecodable, no article in it. A bad
            row of a file of many is no error but listed in `Reading.skipped`.
    """
    return _read(content, path, 1)


def _read(content: bytes, path: str, depth: int) -> Reading:
    """Reads a file that is in ``depth`` - 1 archives."""
    if len(content) > max_bytes_for(path):
        raise ReadingError(
            f"the file has {len(content):,} bytes, more than the {max_bytes_for(path):,} of one article; "
            "split it, or write one article a line as .jsonl"
        )
    kind = sniff_bytes(content)
    try:
        if kind == "archive":
            return read_archive(content, path, depth, _read)
        if kind is not None:
            return BINARY_READERS[kind](content, path)
        refuse_binary(content)
        text = decode(content)
        return READERS[sniff(text, path)](text, path)
    except RecursionError as error:
        raise ReadingError("the file nests too deeply to be read; save the article as text") from error
