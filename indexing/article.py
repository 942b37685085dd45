"""The two values everything else is about: an Article as read, and a Passage of it that can be retrieved.

This is the ground floor: standard library only, no I/O. Offsets are in Unicode code points of ``Article.body``.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

ID_LENGTH = 20
"""Hex digits of an id: 80 bits, so a million articles collide with probability below 1e-12."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of the source that is not part of the article, kept so that a person can check the decision.

    Attributes:
        text: the piece as it stood in the source.
        reason: why it was dropped, in plain words: "toolbar", "teaser of another article", "stock ticker".
        line: 1-based line of a text source, or None where the source has no lines (HTML).
    """

    text: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as read from a file. A field the source does not state is None or empty: never guessed.

    Attributes:
        article_id: stable over runs: a hash of the canonical URL, or of the corpus path where no URL is known.
        path: relative to the corpus folder, with ``/``; an item of a many-article file adds ``#`` and its
            1-based line or item number (``wire.jsonl#3``).
        title: the headline without the outlet's suffix.
        body: paragraphs joined by a blank line, NFC, without boilerplate and captions.
        published_at: when the outlet published it, on the outlet's own clock, which for a Korean article is Korea's
            where the source states UTC; a ``date`` where the source states only a day, a ``datetime`` (with tzinfo
            only if stated) where it states a time.
        updated_at: like ``published_at``, when it was last changed.
        authors: names without "기자" and the like.
        publisher: the outlet's name.
        url: canonical address; shown as a link, never fetched.
        language: ISO 639-1 code of the body ("ko", "en"), None when unsure.
        captions: captions of pictures, deduplicated, in order.
        dropped: what was left out, and why.
    """

    article_id: str
    path: str
    title: str
    body: str
    published_at: date | datetime | None = None
    updated_at: date | datetime | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    captions: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def published_on(self) -> date | None:
        """The day of publication, the anchor of relative dates such as "오는 9월" or "yesterday"."""
        moment = self.published_at
        return moment.date() if isinstance(moment, datetime) else moment


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrievable run of whole sentences: ``article.body[passage.start:passage.end] == passage.text``.

    Attributes:
        passage_id: derived from article, position and text, so that re-indexing the same text is a no-op.
        article_id: the article it is a piece of.
        ordinal: 0-based position in the article.
        start: offset of the first character in ``Article.body``.
        end: offset after the last character.
        text: the piece itself.
    """

    passage_id: str
    article_id: str
    ordinal: int
    start: int
    end: int
    text: str


def article_id_for(url: str | None, path: str) -> str:
    """The stable id of an article: from its canonical URL, else from its corpus path."""
    return _digest("url:" + url if url else "path:" + path)


def passage_id_for(article_id: str, ordinal: int, text: str) -> str:
    """The stable id of a passage; equal text at the same place of the same article keeps its id."""
    return _digest(f"{article_id}\n{ordinal}\n{text}")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
