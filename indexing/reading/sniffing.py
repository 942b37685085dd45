"""What a file is, judged by its content; its suffix only breaks ties."""

import re
from pathlib import PurePosixPath

from indexing.errors import ReadingError
from indexing.reading.containers.companions import CODE_SUFFIXES
from indexing.reading.containers.mail import is_mail
from indexing.reading.containers.mhtml import is_mhtml
from indexing.reading.containers.tarball import is_tar
from indexing.reading.decoding import utf_16_codec
from indexing.reading.documents.hangul_document import OLE_MAGIC, is_hangul_document
from indexing.reading.documents.office_document import is_office_document
from indexing.reading.rows.table import delimiter_of
from indexing.reading.text.characters import stored

BINARY_CONTROL_SHARE = 0.01
"""Share of control bytes from which a file is binary: text has none but tabs and line ends, a damaged dump a few."""

FRAGMENT_TAGS = 10
"""HTML tags that make a page of a text that begins without one."""

FRAGMENT_BREAKS = 3
"""Line breaks written as tags that do, where there are no more others."""

_SAMPLE = 65_536
_JSON_SAMPLE = 1_000_000
_BOMS = (b"\xff\xfe", b"\xfe\xff")

# First bytes -> what the file is. The advice is the same for all: save as text.
_MAGIC = (
    (OLE_MAGIC, "an old office document (doc, xls)"),
    (b"HWP Document File", "a Hangul document of before 2002 (hwp)"),
    (b"{\\rtf", "a rich text document (rtf)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"wOF", "a font"),
)

_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
_HTML_TAG = re.compile(
    r"</?(?:html|head|body|meta|title|div|article|section|p|br|span|script|table|h[1-6]|a|li)\b[^<>]*>", re.I
)
_BREAK = re.compile(r"<br\s{0,3}/?>", re.IGNORECASE)
_XML_START = re.compile(r"\s*(?:<\?xml|<(?:rss|feed|rdf:RDF|urlset|sitemapindex|svg)\b)", re.IGNORECASE)
_XML_ROOT = re.compile(r"<([A-Za-z][\w:.-]{0,60})")
_FEED_ROOTS = ("rss", "feed", "rdf:RDF")
_HEADING = re.compile(r"\s*# \S")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?=[\w #-]{1,40}:|---)(?:[^\n]*\n){0,100}?---[ \t]*(?:\n|$)")
_JSON_LINE_SUFFIXES = (".jsonl", ".ndjson")
_TABLE_SUFFIXES = (".csv", ".tsv")
_MARKDOWN_SUFFIXES = (".md", ".markdown")


def refuse_binary(content: bytes) -> None:
    """Raise where the bytes are no text, whatever the file is called.

    Raises:
        ReadingError: empty, a known binary format, or too many control bytes; says which.
    """
    if not content.strip():
        raise ReadingError("the file is empty; remove it or save the article again")
    for magic, name in _MAGIC:
        if content.startswith(magic):
            raise ReadingError(f"the file is {name}, not text; save the article as .txt, .html, .docx or .hwpx")
    if content.startswith(_BOMS) or utf_16_codec(content):  # every other byte may be NUL
        return
    for sample in (content[:_SAMPLE], content[-_SAMPLE:]):
        control = len(sample) - len(sample.translate(None, _CONTROL))
        if control > BINARY_CONTROL_SHARE * len(sample):
            raise ReadingError(
                f"the file is binary ({control} control bytes in {len(sample)}), not text; "
                "save the article as UTF-8 text"
            )


def sniff_bytes(content: bytes) -> str | None:
    """The format of a file that is no text, or more than one; None for any other.

    That is "archive", "document", "hangul", "pdf", "mhtml" or "mail".
    """
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")) or is_tar(content[:512]):
        return "document" if content.startswith(b"PK") and is_office_document(content) else "archive"
    if is_hangul_document(content):
        return "hangul"
    if content.startswith(b"%PDF"):
        return "pdf"
    if is_mhtml(content):
        return "mhtml"
    return "mail" if is_mail(content) else None


def sniff(text: str, path: str) -> str:
    """The format of a decoded file: "html", "feed", "table", "jsonl", "json", "markdown" or "text".

    Raises:
        ReadingError: XML that is neither page nor feed; a script or style sheet.
    """
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in CODE_SUFFIXES:
        raise ReadingError("the file is a script or style sheet, which is no article; remove it")
    if suffix in _TABLE_SUFFIXES or delimiter_of(text) is not None:
        return "table"
    if _root(text) in _FEED_ROOTS:  # before HTML, which its items may hold
        return "feed"
    start = stored(text[:_JSON_SAMPLE])
    # Before HTML, too: the texts of its rows, and notes, may hold any number of tags.
    if json_format := _json_format(start, suffix):
        return json_format
    is_note = suffix in _MARKDOWN_SUFFIXES and not start.lstrip().startswith("<")
    if is_note or _FRONT_MATTER.match(start[:20_000]):
        return "markdown"
    if _is_html(text):
        return "html"
    text = start
    if _XML_START.match(text[:2_000]):
        raise ReadingError(
            f"the file is XML (<{_root(text) or '?'}>), which is no article; save the articles as .html or .jsonl"
        )
    return "markdown" if _HEADING.match(text[:200]) or suffix in _MARKDOWN_SUFFIXES else "text"


def _root(text: str) -> str:
    """The name of the element that a text begins with, empty if it begins with none."""
    root = _XML_ROOT.match(_after_prologue(text))
    return root.group(1) if root else ""


def _is_html(text: str) -> bool:
    start = _after_prologue(text)
    if _HTML_START.match(start):
        return True
    tags = len(_HTML_TAG.findall(start))
    # A fragment, such as the article's <div> alone. Prose that mentions a tag or two is not one.
    if tags >= FRAGMENT_TAGS or (tags >= 2 and start.startswith("<")):
        return True
    # A text from a database, whose lines end in tags and in nothing else.
    return (breaks := len(_BREAK.findall(start))) >= FRAGMENT_BREAKS and breaks > start.strip().count("\n")


def _after_prologue(text: str) -> str:
    """The start of a text after comments and XML declarations."""
    start = text[:_SAMPLE].lstrip()
    for opening, closing in (("<?", "?>"), ("<!--", "-->")) * 5:
        while start.startswith(opening) and closing in start:
            start = start[start.index(closing) + len(closing) :].lstrip()
    return start


def _json_format(text: str, suffix: str) -> str | None:
    start = text.lstrip()
    if re.match(r"\[\s*[{\]]", start) or (suffix == ".json" and start.startswith("[")):
        return "json"
    if suffix in _JSON_LINE_SUFFIXES:
        return "jsonl"
    if not start.startswith("{"):
        return None
    first, _, rest = start.partition("\n")
    rows = rest.lstrip().startswith("{") and first.rstrip().endswith("}")
    return "jsonl" if rows else "json"
