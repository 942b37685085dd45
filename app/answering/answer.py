"""What an answer is: the same value is drawn by the web page, printed by the CLI and scored by eval."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self

from app.retrieval.stories import ArticleReference, around
from indexing.article import Article, Passage


@dataclass(frozen=True, slots=True)
class RetrievedPassage:
    """A passage found for a question, with what a reader needs to know about its article.

    Attributes:
        passage_id: id of the passage in the archive.
        article_id: id of its article.
        path: the article's path relative to the corpus folder.
        title: the article's headline.
        publisher: outlet, None if unknown.
        published_at: publication date or moment, None if unknown.
        url: the article's address, None if unknown.
        text: the passage; equals ``article.body[start:end]``.
        start: offset of the passage in the article's body.
        end: offset after its last character.
        score: the retriever's score; comparable only within one retrieval.
        also_in: other articles of the archive that are copies of this one, the first published first.
        versions: all versions of the article's story, itself included, the oldest first; empty when there is no other.
    """

    passage_id: str
    article_id: str
    path: str
    title: str
    publisher: str | None
    published_at: date | datetime | None
    url: str | None
    text: str
    start: int
    end: int
    score: float
    also_in: tuple[ArticleReference, ...] = ()
    versions: tuple[ArticleReference, ...] = ()

    @property
    def earlier_versions(self) -> Sequence[ArticleReference]:
        """The versions that were published before this one, the oldest first."""
        return around(self.article_id, self.versions)[0]

    @property
    def later_versions(self) -> Sequence[ArticleReference]:
        """The versions that were published after this one, the oldest first."""
        return around(self.article_id, self.versions)[1]

    @classmethod
    def of(cls, passage: Passage, article: Article, score: float) -> Self:
        """A passage with what a reader needs to know about its article."""
        return cls(
            passage_id=passage.passage_id,
            article_id=article.article_id,
            path=article.path,
            title=article.title,
            publisher=article.publisher,
            published_at=article.published_at,
            url=article.url,
            text=passage.text,
            start=passage.start,
            end=passage.end,
            score=score,
        )


@dataclass(frozen=True, slots=True)
class DateReading:
    """A temporal expression in a cited sentence, as written and as resolved against the article's date.

    Attributes:
        text: as written: "오는 9월 29일부터 10월 1일까지".
        value: ISO 8601 date, month ("2025-09"), year ("2025") or interval "2025-09-29/2025-10-01".
        start: offset of the expression in the article's body.
        end: offset after its last character.
        relative: True where the article's publication date was needed to resolve it, so that both are shown.
    """

    text: str
    value: str
    start: int
    end: int
    relative: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered pointer from the answer to a span of an article: ``article.body[start:end] == quote``.

    Attributes:
        marker: the number in ``[n]``, from 1, in order of first use.
        passage: the passage the quote was found in.
        quote: the cited sentence, exactly as in the article.
        start: offset of the quote in the article's body.
        end: offset after its last character.
        readings: the quote's temporal expressions, resolved.
    """

    marker: int
    passage: RetrievedPassage
    quote: str
    start: int
    end: int
    readings: tuple[DateReading, ...] = ()

    @property
    def article_id(self) -> str:
        """The cited article."""
        return self.passage.article_id

    @property
    def passage_id(self) -> str:
        """The passage that holds the quote."""
        return self.passage.passage_id


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an honest "not in this archive".

    Attributes:
        question: as asked.
        language: "ko" or "en": the language of the question and of ``text``.
        text: the answer with ``[n]`` markers, plain text: paragraphs separated by a blank line. Does not
            repeat ``short_answer``.
        short_answer: the span that answers, e.g. "29 September – 1 October 2025"; None when there is no short form.
        answered: False means abstention: ``citations`` is then empty and ``passages`` are merely the nearest.
        citations: in order of first use in ``text``; only what ``text`` cites.
        alternatives: of an answer that is given with a warning, sentences that may be meant instead, the likeliest
            first; not part of what is said. Their markers go on from those of ``citations``.
        as_of: publication day of the newest cited article.
        dates: resolved dates of the answer, ISO 8601 dates or intervals.
        notices: warnings for the reader, in ``language``.
        passages: what was retrieved, best first.
        timings_ms: milliseconds by stage: "retrieval", "answering", "total".
    """

    question: str
    language: str
    text: str
    short_answer: str | None = None
    answered: bool = False
    citations: tuple[Citation, ...] = ()
    alternatives: tuple[Citation, ...] = ()
    as_of: date | None = None
    dates: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    passages: tuple[RetrievedPassage, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
