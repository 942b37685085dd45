"""How articles hang together: copies of one text, and versions of one story, kept in step with the catalog."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from indexing.archive.catalog.copies import Copies
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.versions import Versions
from indexing.article import Article


class Stories:
    """The links between the catalog's articles.

    Args:
        database: the catalog's database.
    """

    def __init__(self, database: Database) -> None:
        self._copies = Copies(database)
        self._versions = Versions(database)

    @contextmanager
    def following(self, articles: Sequence[Article] = (), removed: Sequence[str] = ()) -> Iterator[None]:
        """Links articles anew around a change of the catalog: inside, and in a transaction, it must be made.

        Args:
            articles: those that are added or changed inside.
            removed: ids of those that are removed inside; unknown ones are ignored.
        """
        copies = self._copies.plan({article.article_id: article.body for article in articles}, removed)
        versions = self._versions.plan(articles, removed)
        self._copies.leave(copies)
        self._versions.leave(versions)
        yield
        self._copies.enter(copies)
        self._versions.enter(versions)

    def copy_count(self, bodies: Mapping[str, str] = MappingProxyType({}), removed: Collection[str] = ()) -> int:
        """How many articles are copies of another, of each cluster all but one, now or after a change.

        Args:
            bodies: of the articles that the change would add or replace, by id; nothing is written.
            removed: ids of those that it would remove; unknown ones are ignored.
        """
        if not bodies and not removed:  # a run without news plans nothing, and need not import numpy for it
            return self._copies.clusters.surplus()
        clusters = self._copies.plan(bodies, removed).clusters
        return self._copies.clusters.surplus(without=clusters.dissolved) + clusters.merged

    def copies_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The other articles of each article's cluster of copies, the first published first; empty when alone."""
        return self._copies.of(article_ids)

    def versions_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """All versions of each article's story, itself included, the oldest first; empty when alone."""
        return self._versions.of(article_ids)
