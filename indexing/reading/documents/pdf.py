"""A PDF with a text layer -> Article, read like a text dump. Needs the extra ``pdf``."""

import io
import logging
import re

from indexing.errors import ReadingError
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.outcome import Reading

MAX_PAGES = 100
"""Pages of the longest PDF that can be one article; a whole newspaper is none."""

MIN_TEXT = 50
FULL_LINE = 0.7
"""Share of the widest line's characters from which a line was broken by the margin and not by its writer."""

_SENTENCE_END = re.compile(r"[.!?。][\"”’'」』)\]]*$")


def read_pdf(content: bytes, path: str) -> Reading:
    """The article of a PDF.

    Raises:
        ReadingError: pypdf is not installed; the file is broken, locked or too long; it has no text layer, or no
            article in it.
    """
    text = _text(content)
    if len(text.strip()) < MIN_TEXT:
        raise ReadingError("the PDF has no text, only pictures of it; run it through text recognition (OCR) first")
    return read_text(text, path)


def _text(content: bytes) -> str:
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise ReadingError(
            "the file is a PDF, and what reads PDFs is not installed; run: pip install 'newschat[pdf]'"
        ) from error
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of every small fault of a file
    try:
        reader = PdfReader(io.BytesIO(content))
        pages = len(reader.pages)
        if pages <= MAX_PAGES:
            return "\n\n".join(_paragraphs(page.extract_text()) for page in reader.pages)
    except Exception as error:  # hostile files make it raise what it likes
        raise ReadingError(
            f"the PDF cannot be read ({type(error).__name__}: {str(error)[:100]}); save the article as text"
        ) from error
    raise ReadingError(f"the PDF has {pages} pages, more than the {MAX_PAGES} of one article; split it")


def _paragraphs(text: str) -> str:
    """A page's lines, those joined that only the margin broke."""
    lines = [line.strip() for line in text.split("\n")]
    width = max(map(len, lines), default=0)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
        goes_on = len(line) >= FULL_LINE * width and not _SENTENCE_END.search(line)
    return "\n".join(joined)
