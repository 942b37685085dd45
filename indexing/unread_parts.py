"""What of a file cannot be read any more though the file can: which of its articles stood there."""

from collections.abc import Iterable
from dataclasses import replace

from indexing.archive.catalog.entries import KnownArticle
from indexing.archive.catalog.records import article_digest
from indexing.archive.catalog.sources import Source
from indexing.article import Article

NEAR = 100
"""Rows that may come in above an article, or go, so that it is still found under its new number."""

_DIGITS = 9


class UnreadParts:
    """The parts of a file that was read but for these.

    Args:
        source: the file, with what of it was skipped. What is skipped under the path of the file itself, or of a file
            in it, is whatever that should hold beside what was read.
        read: every article that it gives now.
    """

    def __init__(self, source: Source, read: Iterable[Article]) -> None:
        self._skipped = {path for path, _ in source.skipped}
        self._read = {article.path: article for article in read} if self._skipped else {}

    def __bool__(self) -> bool:
        return bool(self._skipped)

    def part_of(self, known: KnownArticle) -> str | None:
        """The path skipped where an article stood that is no longer read; None if it is gone from there."""
        path = known.path
        if path in self._read:
            return None
        if path in self._skipped:
            return None if self._is_renumbered(known) else path
        while path := path.rpartition("#")[0]:  # a.zip#b.jsonl#3, a.zip#b.jsonl, a.zip
            if path in self._skipped:
                return path
        return None

    def _is_renumbered(self, known: KnownArticle) -> bool:
        """Whether an article that has its id from its number stands under another near number now.

        Then rows came or went above it, and the row that has its number now is another, which never could be read.
        """
        file, _, number = known.path.rpartition("#")
        if not number.isdecimal() or len(number) > _DIGITS:
            return False
        near = (self._read.get(f"{file}#{other}") for other in range(int(number) - NEAR, int(number) + NEAR + 1))
        return any(article is not None and _says(article, known) for article in near)


def _says(article: Article, known: KnownArticle) -> bool:
    """Whether an article is a known one but for its number."""
    return article_digest(replace(article, article_id=known.article_id, path=known.path)) == known.digest
