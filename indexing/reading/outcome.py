"""What comes of reading a file: articles, and the parts that could not be read."""

from dataclasses import dataclass

from indexing.article import Article


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of a file that could not be read as an article.

    Attributes:
        path: relative to the corpus folder, with ``#`` and the row or item number for a part of a file.
        reason: what is wrong and what to do, in plain words.
    """

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of one file, and what of it was skipped: one bad row does not hide the good ones."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
