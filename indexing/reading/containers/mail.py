"""A letter saved from a mail program (.eml) -> Article: the newsletter or the article that somebody sent on."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from indexing.article import Article
from indexing.errors import ReadingError
from indexing.reading.containers.mhtml import mail_header
from indexing.reading.decoding import decode
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.origin.byline import outlet_alone
from indexing.reading.origin.moment import Moment, on_korean_clock
from indexing.reading.outcome import Reading
from indexing.reading.pages.html import read_html
from indexing.reading.text.characters import one_line, squeezed
from indexing.reading.text.headline import MAX_TITLE, MIN_HEADLINE

_SENDER = re.compile(rb"^from:", re.IGNORECASE | re.MULTILINE)
_SUBJECT = re.compile(rb"^subject:", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:date|received|message-id|mime-version):", re.IGNORECASE | re.MULTILINE)
_SENT_ON = re.compile(r"\s*(?:(?:fwd?|re|전달|회신|답장)\s?[:：]|\[(?:fwd?|전달)[:\]])\s*", re.IGNORECASE)
_MARK = re.compile(r"\s*[\[(](?P<text>[^\[\]()]{1,30})[\])]\s*")
_ADVERTISEMENT = ("광고", "AD")  # by law the first word in the subject of a Korean newsletter


def is_mail(content: bytes) -> bool:
    """Whether bytes begin with the header of a letter: who wrote it, of what, and how it was sent."""
    header = mail_header(content)
    return header is not None and all(pattern.search(header) for pattern in (_SENDER, _SUBJECT, _SENT))


def read_mail(content: bytes, path: str) -> Reading:
    """The article of a letter, or the articles where several were pasted into it.

    Of one article the subject is the title. It is of the letter's day, and of the outlet that sent it, unless it says
    otherwise.

    Raises:
        ReadingError: there is no text in the letter, or no article.
    """
    message = message_from_bytes(content)
    failure = ReadingError("no text in the letter; save the article itself, as HTML or text")
    for kind, text in _texts(message):
        try:
            reading = read_html(text, path) if kind == "text/html" else read_text(text, path)
        except ReadingError as error:
            failure = error
            continue
        if len(reading.articles) > 1:
            return reading
        return replace(reading, articles=tuple(_as_sent(article, message) for article in reading.articles))
    raise failure


def _texts(message: Message) -> Iterator[tuple[str, str]]:
    """Type and text of the parts that are no attachments, pages first: a letter's plain text is often an excuse."""
    parts = [part for part in message.walk() if part.get_content_disposition() != "attachment"]
    for kind in ("text/html", "text/plain"):
        for part in parts:
            content = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if isinstance(content, bytes) and content.strip():
                yield kind, decode(content)


def _as_sent(article: Article, message: Message) -> Article:
    subject = _shown(message, "Subject")
    sender = parseaddr(_shown(message, "From"))[0].strip()
    is_sent_on = _SENT_ON.match(subject) is not None
    is_outlet = not is_sent_on and ("List-Unsubscribe" in message or outlet_alone(sender) is not None)
    title = _headline(subject, sender)
    return replace(
        article,
        title=title[:MAX_TITLE] if len(title) >= MIN_HEADLINE else article.title,
        published_at=article.published_at or _day_of(message, article.language),
        publisher=article.publisher or (sender[:100] if is_outlet and sender else None),
    )


def _headline(subject: str, sender: str) -> str:
    """A subject without what mail programs and senders put before it: "Fwd: (광고) [하루뉴스] 축제 개막"."""
    while sent_on := _SENT_ON.match(subject):
        subject = subject[sent_on.end() :]
    while (mark := _MARK.match(subject)) and (
        mark["text"] in _ADVERTISEMENT or squeezed(mark["text"]) == squeezed(sender) or outlet_alone(mark["text"])
    ):
        subject = subject[mark.end() :]
    return subject


def _day_of(message: Message, language: str | None) -> Moment | None:
    try:
        sent = parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, OverflowError):
        return None
    return on_korean_clock(sent) if language == "ko" else sent


def _shown(message: Message, name: str) -> str:
    """A field of the header as a mail program shows it, empty where it cannot be read."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    try:
        written = decode(raw[:1_000].encode("utf-8", "surrogateescape"))  # some write their letters as they are
        return one_line(str(make_header(decode_header(written))))
    except (ReadingError, ValueError, LookupError):  # an unknown character set, or bytes that are not of it
        return ""
