"""Word and Hangul documents (.docx, .hwpx) -> Article, read like a text dump: press offices send their releases so.

Both are archives of XML with the same skeleton: paragraphs (``p``) of texts (``t``), tables (``tbl``) of rows (``tr``)
and cells (``tc``); ECMA-376 for .docx, KS X 6101 (OWPML) for .hwpx. Formatting, notes, heads and feet of pages are left
out.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from indexing.errors import ReadingError
from indexing.reading.documents.document_rows import row_lines
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.outcome import Reading

MAX_XML: Final = 50_000_000
"""Bytes of a document's text with its markup; a release has some 100,000."""

_WORD: Final = "word/document.xml"
_SECTION: Final = re.compile(r"Contents/section(\d{1,4})\.xml", re.ASCII)
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_LEFT_OUT: Final = frozenset(
    ("header", "footer", "footNote", "endNote", "hiddenComment", "Fallback", "moveFrom", "secPr", "ctrlPr")
)
"""What stands at the edge of every page, notes, and what is told twice: a text box for older programs, a moved text."""
_BREAKS: Final = {"br": "\n", "cr": "\n", "lineBreak": "\n", "tab": " ", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}


def is_office_document(content: bytes) -> bool:
    """Whether an archive is a document that can be read; a damaged one is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return bool(_parts(archive))
    except _BROKEN:
        return False


def read_office_document(content: bytes, path: str) -> Reading:
    """The article of a document.

    Raises:
        ReadingError: the document is damaged, locked or too large, or there is no article in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            lines = [line for part in _parts(archive) for line in _lines(_xml(archive, part))]
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        raise ReadingError(
            f"the document cannot be read ({type(error).__name__}: {str(error)[:100]}); save the article as text"
        ) from error
    return read_text("\n".join(lines), path)


def _parts(archive: zipfile.ZipFile) -> list[str]:
    """Names of the parts that hold the text, in order."""
    names = archive.namelist()
    if _WORD in names:
        return [_WORD]
    return sorted((name for name in names if _SECTION.fullmatch(name)), key=lambda name: int(_SECTION.sub(r"\1", name)))


def _xml(archive: zipfile.ZipFile, part: str) -> etree._Element:
    with archive.open(part) as stream:
        content = stream.read(MAX_XML + 1)
    if len(content) > MAX_XML:
        raise ReadingError(f"the document's text has more than {MAX_XML:,} bytes; split it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(content, parser)


def _lines(element: etree._Element) -> list[str]:
    """A line a paragraph, and a line a row of a table, its cells with tabs between them."""
    lines: list[str] = []
    for child in _children(element):
        name = _name(child)
        if name == "p":
            lines += _paragraph(child)
        elif name == "tr":
            lines += row_lines([_lines(cell) for cell in _children(child) if _name(cell) == "tc"])
        else:
            lines += _lines(child)
    return lines


def _paragraph(element: etree._Element) -> Iterator[str]:
    """What stands in frames and tables that hang on a paragraph, each on lines of its own, then its own words."""
    hanging: list[str] = []
    words = "".join(_words(element, hanging))
    yield from hanging
    yield from words.split("\n")


def _words(element: etree._Element, hanging: list[str]) -> Iterator[str]:
    for child in _children(element):
        name = _name(child)
        if name == "t":
            yield child.text or ""
            for inner in child:
                yield _BREAKS.get(_name(inner), "") + (inner.tail or "")
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name in ("p", "tbl"):
            hanging += _lines(child) if name == "tbl" else _paragraph(child)
        else:
            yield from _words(child, hanging)


def _children(element: etree._Element) -> Iterable[etree._Element]:
    return (child for child in element if isinstance(child.tag, str) and _name(child) not in _LEFT_OUT)


def _name(element: etree._Element) -> str:
    """Its name without its namespace, of which .hwpx has had several."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
