"""An article as a reader found it, before it has an id and a language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from indexing.article import Article, Dropped, article_id_for
from indexing.errors import ReadingError
from indexing.language.detection import detect_language
from indexing.reading.origin.moment import Moment, on_korean_clock
from indexing.reading.text.characters import one_line, stored
from indexing.reading.text.headline import MAX_TITLE, first_sentence

MAX_URL = 2_000


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of an article, as raw as the source states them.

    Attributes:
        title: empty if the source has none.
        paragraphs: of the body, in order.
        source: an address to show where there is no URL. No id is made of it: articles may share it, and of articles of
            one id the first alone is kept.
        dropped: what is no part of the article, and why.
    """

    title: str
    paragraphs: tuple[str, ...]
    published_at: Moment | None = None
    updated_at: Moment | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    source: str | None = None
    captions: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def article(self, path: str) -> Article:
        """The finished article: normalised, with id and language; the first sentence stands in for a missing title.

        A time in UTC becomes that of Korea's clocks where the article is Korean, or its outlet's address.

        Raises:
            ReadingError: there is no text.
        """
        body = "\n\n".join(text for paragraph in self.paragraphs if (text := _paragraph(paragraph)))
        if not re.search(r"[^\W\d_]", body):
            raise ReadingError("no article text found; save the page with its text, or remove the file")
        title = one_line(self.title)[:MAX_TITLE] or first_sentence(body)
        url = web_address(self.url)
        language = detect_language(body)
        published_at, updated_at = self.published_at, self.updated_at
        if language == "ko" or (url and (urlsplit(url).hostname or "").endswith(".kr")):
            published_at, updated_at = on_korean_clock(published_at), on_korean_clock(updated_at)
        return Article(
            article_id=article_id_for(url, path),
            path=path,
            title=title,
            body=body,
            published_at=published_at,
            updated_at=updated_at if updated_at != published_at else None,
            authors=_distinct(self.authors),
            publisher=one_line(self.publisher)[:100] or None if self.publisher else None,
            url=url or web_address(self.source),
            language=language,
            captions=_distinct(self.captions),
            dropped=tuple(Dropped(stored(part.text).strip(), part.reason, part.line) for part in self.dropped),
        )


def web_address(url: str | None) -> str | None:
    """A URL that names one page, else None: no script, no relative address, no front page (which many pages share)."""
    if not url or len(url := url.strip()) > MAX_URL or re.search(r"[\s<>\"\x00-\x1f\ud800-\udfff]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return url if parts.path.strip("/") or parts.query else None


def _paragraph(text: str) -> str:
    return "\n".join(line for raw in stored(text).split("\n") if (line := one_line(raw)))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for value in values if (text := one_line(value))))
