"""The corpus against the archive: which article comes from which file, and what is new, changed, moved or gone.

Files are compared in the order of their paths. Where two give the same article (the same canonical address), the
first keeps it and the other is named as skipped; the archive remembers such pairs, so that an unchanged file is
read again only when the article it was denied has become free.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum

from indexing.archive.catalog.entries import KnownArticle
from indexing.archive.catalog.records import article_digest
from indexing.archive.catalog.sources import Source
from indexing.article import Article
from indexing.batches import batches
from indexing.moves import Moves
from indexing.reading.outcome import Skipped
from indexing.report import Changes
from indexing.unread_parts import UnreadParts

_AT_ONCE = 200
"""Articles of which the texts are looked at together."""


class Standing(Enum):
    """How an article that was read stands to the archive."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    """Its file, unchanged, lay elsewhere."""
    SAME = "same"
    DUPLICATE = "duplicate"
    """An earlier file, or an earlier item of the same file, gave an article of the same id."""


class Comparison:
    """Keeps count over one index run.

    Args:
        articles: what the archive holds.
        sources: the files it was read from, by path; none of them where all are to be read again.
        moves: which files lie elsewhere now.
    """

    def __init__(self, articles: Iterable[KnownArticle], sources: Mapping[str, Source], moves: Moves) -> None:
        self._known = {article.article_id: article for article in articles}
        self._known_of: dict[str, list[KnownArticle]] = {}
        for article in self._known.values():
            self._known_of.setdefault(article.source, []).append(article)
        self.sources = sources
        self._moves = moves
        self.skipped: list[Skipped] = []
        self.unchanged = 0
        self._added: list[str] = []
        self._changed: list[str] = []
        self._moved: dict[str, tuple[str, str]] = {}
        self._passages: dict[str, int] = {}
        self._path_of: dict[str, str] = {}
        self._new: dict[str, list[str]] = {}
        """Paths of what was added, by what it says."""

    @property
    def held(self) -> int:
        """Articles that the archive held before."""
        return len(self._known)

    @property
    def passages(self) -> int:
        """Passages of all articles together."""
        return sum(self._passages.values())

    @property
    def removed(self) -> list[str]:
        """Ids of known articles that no file gave under the same id. Final once every file was compared."""
        return [article_id for article_id in self._known if article_id not in self._path_of]

    @property
    def deleted(self) -> list[KnownArticle]:
        """Known articles that no file gave: those removed, but for those that only got another id by a move."""
        return [self._known[article_id] for article_id in self.removed if article_id not in self._moved]

    def changes(self) -> Changes:
        """Which articles came, changed, moved or went. Final once every file was compared."""
        return Changes(
            added=tuple(sorted(self._added)),
            changed=tuple(sorted(self._changed)),
            moved=tuple(sorted(self._moved.values())),
            deleted=tuple(sorted(article.path for article in self.deleted)),
        )

    def is_settled(self, source: Source) -> bool:
        """Whether all articles denied to a file are still given elsewhere, so that it need not be read again."""
        own = {article.article_id for article in self._known_of.get(source.path, [])}
        return all(article_id in self._path_of or article_id in own for article_id, _ in source.duplicates)

    def keep(self, path: str) -> list[tuple[str, str]]:
        """Counts a file's articles as the archive holds them: it is unchanged, or cannot be read any more.

        Args:
            path: of the file.

        Returns:
            ``(article_id, path)`` of articles that an earlier file has taken over in this run.
        """
        taken = []
        for article in self._known_of.get(path, []):
            if article.article_id in self._path_of:
                taken.append((article.article_id, article.path))
                self._skip_duplicate(article.article_id, article.path)
                continue
            self._stay(article)
        return taken

    def keep_unread(self, source: Source, parts: UnreadParts) -> frozenset[str]:
        """Counts the articles of a file's parts that cannot be read any more as the archive holds them.

        Args:
            source: the file, all of whose articles were offered.
            parts: of it that were skipped.

        Returns:
            The paths, of those skipped, of which something is kept.
        """
        kept = set()
        for article in self._known_of.get(source.path, []) if parts else []:
            if article.article_id not in self._path_of and (part := parts.part_of(article)):
                self._stay(article)
                kept.add(part)
        return frozenset(kept)

    def _stay(self, article: KnownArticle) -> None:
        self._path_of[article.article_id] = article.path
        self.unchanged += 1
        self.count_passages(article.article_id, article.passages)

    def recall(self, source: Source) -> None:
        """Names again what of an unchanged file was skipped when it was read."""
        for path, reason in source.skipped:
            self.skip(path, reason)
        for article_id, path in source.duplicates:
            self._skip_duplicate(article_id, path)

    def offer(self, source: Source, article: Article) -> Standing:
        """Compares an article that was read with what the archive holds.

        Args:
            source: the file it was read from.
            article: as read.
        """
        if article.article_id in self._path_of:
            self._skip_duplicate(article.article_id, article.path)
            return Standing.DUPLICATE
        self._path_of[article.article_id] = article.path
        known = self._known.get(article.article_id)
        if self._has_moved(source, article):
            return Standing.MOVED
        if known is None:
            self._added.append(article.path)
            if self._known:
                self._new.setdefault(_words(article), []).append(article.path)
            return Standing.NEW
        if known.digest != article_digest(article) or known.source != source.path:
            self._changed.append(article.path)
            return Standing.CHANGED
        self.unchanged += 1
        self.count_passages(article.article_id, known.passages)
        return Standing.SAME

    def recast(self, articles: Mapping[str, tuple[str, int]]) -> None:
        """Counts articles as changed that were written anew though their files did not change.

        Args:
            articles: by id, their corpus path and how many passages they have now.
        """
        counted = {*self._added, *self._changed, *(path for _, path in self._moved.values())}
        for article_id, (path, passages) in articles.items():
            self.count_passages(article_id, passages)
            if path not in counted:
                self._changed.append(path)
                self.unchanged -= 1

    def recognise(self, articles: Callable[[Sequence[str]], Mapping[str, Article]]) -> None:
        """Counts as moved what was added and is, word for word, an article that is gone from elsewhere.

        A file that moved as it was is known by its bytes; this is for articles that were packed, merged or taken apart.

        Args:
            articles: those of the archive, by their ids.
        """
        arrived = set()
        for ids in batches([gone.article_id for gone in self.deleted] if self._new else [], _AT_ONCE):
            found = articles(ids)
            for article_id in ids:
                if article_id in found and (paths := self._new.get(_words(found[article_id]))):
                    arrived.add(path := paths.pop(0))
                    self._moved[article_id] = (self._known[article_id].path, path)
        self._added = [path for path in self._added if path not in arrived]

    def _has_moved(self, source: Source, article: Article) -> bool:
        former = self._moves.origin(source)
        if former is None:
            return False
        former_path = former + article.path.removeprefix(source.path)
        for known in self._known_of.get(former, []):
            if known.path == former_path and known.article_id not in self._moved:
                self._moved[known.article_id] = (known.path, article.path)
                return True
        return False

    def count_passages(self, article_id: str, passages: int) -> None:
        """Notes how many passages an article has now."""
        self._passages[article_id] = passages

    def skip(self, path: str, reason: str) -> None:
        """Names something that is not indexed."""
        self.skipped.append(Skipped(path, reason))

    def known_files(self) -> dict[str, int]:
        """The files that the archive's articles came from, with how many came from each."""
        return {path: len(articles) for path, articles in self._known_of.items()}

    def holds(self, path: str) -> bool:
        """Whether the archive holds an article of a file."""
        return path in self._known_of

    def file_of(self, article_id: str) -> str | None:
        """The file that the archive had an article from before, None for one it did not have."""
        known = self._known.get(article_id)
        return None if known is None else known.source

    def lacks_some_of(self, path: str) -> bool:
        """Whether the archive has articles of a file that no file gave so far: gone, or given by a later one."""
        return any(article.article_id not in self._path_of for article in self._known_of.get(path, []))

    def _skip_duplicate(self, article_id: str, path: str) -> None:
        self.skip(path, f"the same article (same address) as {self._path_of[article_id]}")


def _words(article: Article) -> str:
    """A digest of all that an article says, wherever it lies."""
    return article_digest(replace(article, article_id="", path=""))
