"""Article <-> catalog row, without loss, and the digests by which articles are compared."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from indexing.archive.catalog.entries import PendingPassage
from indexing.article import Article, Dropped, Passage


def to_record(article: Article) -> tuple[str | None, ...]:
    """The article's columns, in the order of its fields. Dates become ISO 8601, lists JSON."""
    return (
        article.article_id,
        article.path,
        article.title,
        article.body,
        moment_text(article.published_at),
        moment_text(article.updated_at),
        _json(article.authors),
        article.publisher,
        article.url,
        article.language,
        _json(article.captions),
        _json([(piece.text, piece.reason, piece.line) for piece in article.dropped]),
    )


def from_record(record: tuple[Any, ...]) -> Article:
    """The Article that ``to_record`` was given."""
    (article_id, path, title, body, published, updated, authors, publisher, url, language, captions, dropped) = record
    return Article(
        article_id=article_id,
        path=path,
        title=title,
        body=body,
        published_at=moment(published),
        updated_at=moment(updated),
        authors=tuple(json.loads(authors)),
        publisher=publisher,
        url=url,
        language=language,
        captions=tuple(json.loads(captions)),
        dropped=tuple(Dropped(*piece) for piece in json.loads(dropped)),
    )


def article_digest(article: Article) -> str:
    """Changes with any field of the article: 32 hex digits."""
    return _digest(_json(to_record(article)))


def text_digest(text: str) -> str:
    """Key of a text in the vector cache: 32 hex digits."""
    return _digest(text)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def moment_text(when: date | None) -> str | None:
    """A day or a moment in ISO 8601."""
    return when.isoformat() if when is not None else None


def moment(text: str | None) -> date | datetime | None:
    """What ``moment_text`` was given: a day stays a day, midnight a moment."""
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def pending_passage(row: tuple[Any, ...]) -> PendingPassage:
    """A passage from its columns, the title and day of its article, and the digest of its text."""
    title, published_on, digest = row[6:]
    day = int(published_on.replace("-", "")) if published_on else 0
    return PendingPassage(Passage(*row[:6]), title, day, digest)
