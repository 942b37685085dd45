"""Bytes of any file of a corpus -> its articles: decoded, told apart by content, read by the reader that fits."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from indexing.errors import ReadingError
from indexing.reading.containers.archive import read_archive
from indexing.reading.containers.mail import read_mail
from indexing.reading.containers.mhtml import read_mhtml
from indexing.reading.decoding import decode
from indexing.reading.documents.hangul_document import read_hangul_document
from indexing.reading.documents.markdown import read_markdown
from indexing.reading.documents.office_document import read_office_document
from indexing.reading.documents.pdf import read_pdf
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.limits import max_bytes_for
from indexing.reading.outcome import Reading
from indexing.reading.pages.html import read_html
from indexing.reading.rows.feed import read_feed
from indexing.reading.rows.jsonl import read_json, read_jsonl
from indexing.reading.rows.table import read_table
from indexing.reading.sniffing import refuse_binary, sniff, sniff_bytes

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

BINARY_READERS: Mapping[str, BinaryReader] = MappingProxyType(
    {
        "document": read_office_document,
        "hangul": read_hangul_document,
        "mail": read_mail,
        "mhtml": read_mhtml,
        "pdf": read_pdf,
    }
)
"""The same for formats that are no text, as `sniff_bytes` names them; archives are read by `read_file` itself."""


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
