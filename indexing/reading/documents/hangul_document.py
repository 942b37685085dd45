"""A Hangul document of version 5 (.hwp) -> Article, read like a text dump. Its container is opened by olefile."""

import io
import struct
import zlib
from typing import Final

import olefile

from indexing.errors import ReadingError
from indexing.reading.documents.hangul_section import section_lines
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.outcome import Reading

OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0"
"""First bytes of any OLE container: Hangul documents, and old ones of Word and Excel."""

MAX_SECTION: Final = 50_000_000
"""Bytes of an unpacked section; a release has some 50,000."""

_HEADER: Final = "FileHeader"
_SIGNATURE: Final = b"HWP Document File"
_PROPERTIES: Final = 36
"""Where in the header the flags stand."""
_PACKED, _LOCKED, _FOR_DISTRIBUTION = 1, 2, 4
_RAW_DEFLATE: Final = -15


def is_hangul_document(content: bytes) -> bool:
    """Whether the bytes are a Hangul document; a damaged one is none."""
    if not content.startswith(OLE_MAGIC):
        return False
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            return bool(container.exists(_HEADER))
    except Exception:  # hostile files make it raise what it likes; what is no document is refused by its first bytes
        return False


def read_hangul_document(content: bytes, path: str) -> Reading:
    """The article of a document.

    Raises:
        ReadingError: the document is damaged, locked or too large, or there is no article in it.
    """
    try:
        lines = _lines(content)
    except ReadingError:
        raise
    except Exception as error:  # hostile files make olefile raise what it likes
        raise ReadingError(
            f"the document cannot be read ({type(error).__name__}: {str(error)[:100]}); save it as .hwpx or text"
        ) from error
    return read_text("\n".join(lines), path)


def _lines(content: bytes) -> list[str]:
    with olefile.OleFileIO(io.BytesIO(content)) as container:
        header = container.openstream(_HEADER).read()
        (flags,) = struct.unpack_from("<I", header, _PROPERTIES)
        if not header.startswith(_SIGNATURE) or flags & _LOCKED:
            raise ReadingError("the document has a password; save it without one, or as text")
        if flags & _FOR_DISTRIBUTION:
            raise ReadingError("the document is locked for distribution (배포용); save it as .hwpx, PDF or text")
        names = [entry for entry in container.listdir() if entry[0] == "BodyText" and entry[-1].startswith("Section")]
        sections = sorted(names, key=lambda entry: int(entry[-1].removeprefix("Section")))
        streams = [container.openstream(entry).read() for entry in sections]
    return [line for stream in streams for line in section_lines(_unpacked(stream) if flags & _PACKED else stream)]


def _unpacked(stream: bytes) -> bytes:
    section = zlib.decompressobj(_RAW_DEFLATE).decompress(stream, MAX_SECTION + 1)
    if len(section) > MAX_SECTION:
        raise ReadingError(f"the document's text has more than {MAX_SECTION:,} bytes; split it")
    return section
