"""A page saved as one file by a browser (.mht, .mhtml) -> Article: the page among its pictures and styles."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from indexing.article import article_id_for
from indexing.errors import ReadingError
from indexing.reading.decoding import decode
from indexing.reading.draft import web_address
from indexing.reading.outcome import Reading
from indexing.reading.pages.html import read_html

MAX_HEADER = 32_768
"""Bytes in which the header must end; signatures of the servers that sent a letter on take some thousands."""

_HEADER = re.compile(rb"(?:[\w-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,100}\r?\n")
_MULTIPART = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def is_mhtml(content: bytes) -> bool:
    """Whether bytes begin with the header of a mail message that holds related parts."""
    header = mail_header(content)
    return header is not None and _MULTIPART.search(header) is not None


def mail_header(content: bytes) -> bytes | None:
    """The header of a mail message that bytes begin with, None if they begin with none."""
    header = _HEADER.match(content[:MAX_HEADER].lstrip())
    return header.group() if header else None


def read_mhtml(content: bytes, path: str) -> Reading:
    """The article of the saved page, or of the first of its frames that holds one.

    Raises:
        ReadingError: the file has no page, or no article in it.
    """
    message = message_from_bytes(content)
    failure = ReadingError("no page in the saved file; save it again, as HTML")
    for address, text in _pages(message):
        try:
            (article,) = read_html(text, path).articles
        except ReadingError as error:
            failure = error
            continue
        url = article.url or web_address(address)
        return Reading((replace(article, url=url, article_id=article_id_for(url, path)),))
    raise failure


def _pages(message: Message) -> Iterator[tuple[str | None, str]]:
    """Address and text of the saved page and of its frames, the page first."""
    saved = message.get("Snapshot-Content-Location")
    for part in message.walk():
        content = (
            part.get_payload(decode=True) if part.get_content_type() in ("text/html", "application/xhtml+xml") else None
        )
        if isinstance(content, bytes) and content.strip():
            yield saved or part.get("Content-Location"), decode(content)
            saved = None
