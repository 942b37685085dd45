"""Near-duplicates in the catalog: buckets by which a new article finds its copies, and the clusters of copies.

A cluster is a connected component: an article cut at its end and one cut at its beginning belong together by the full
one between them, and part again when that is removed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexing.archive.catalog.database import Database
from indexing.archive.catalog.groups import Groups
from indexing.batches import batches
from indexing.grouping import Regrouping, regrouped
from indexing.near_duplicates import CROWD, Neighbourhood, are_copies, buckets, enough_shared, letters, nearest

if TYPE_CHECKING:
    from indexing.near_duplicates import Buckets

MOST_UNMERGED = 200_000
"""Rows of 4,000 articles. Each batch of articles changes leaves all over a B-tree: while 100,000 articles came, one
tree of all rows wrote 18 GB and took 0.74 ms of processor time an article, a small one that is merged into the large
one now and then 1.3 GB and 0.18 ms (at 32 rows an article)."""

_AT_ONCE = 200
"""Bodies read at once."""


@dataclass(frozen=True, slots=True)
class CopyChange:
    """What a change of articles does to buckets and clusters.

    Attributes:
        leaving: buckets of articles that are removed or whose text changes, by article id.
        entering: buckets of articles that are new or whose text changes.
        clusters: how the clusters change.
    """

    leaving: Mapping[str, Buckets]
    entering: Mapping[str, Buckets]
    clusters: Regrouping


class Copies:
    """The near-duplicates among the catalog's articles.

    Args:
        database: the catalog's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.clusters = Groups(database, "copies")

    def plan(self, bodies: Mapping[str, str], removed: Collection[str] = ()) -> CopyChange:
        """What a change will do. Nothing is written; must be called while the catalog still holds the old bodies.

        Args:
            bodies: of the articles that are added or changed, by id.
            removed: ids of articles that go.
        """
        new = {article_id: letters(body) for article_id, body in bodies.items()}
        leaving: dict[str, Buckets] = {}
        for article_id, text in self._texts(new.keys() | set(removed)):
            if new.get(article_id) == text:
                del new[article_id]  # nothing changes for it: a rebuild puts every article again
            else:
                leaving[article_id] = buckets(text)  # computed again: to store them by article would double the table
        touched = new.keys() | leaving.keys()
        loosened = self.clusters.loosened(touched)
        texts = {**new, **dict(self._texts(loosened.members))}
        seeds = {article_id: buckets(text) for article_id, text in sorted(texts.items())}
        search = _Search(self._sharing, touched, seeds, new.keys())

        def related(one: str, other: str) -> bool:
            return are_copies(*(texts[it] if it in texts else self._text(it) for it in (one, other)))

        groups = regrouped(seeds, search.nearest, related, self.clusters.labels)
        return CopyChange(
            leaving=leaving,
            entering={article_id: seeds[article_id] for article_id in new},
            clusters=Regrouping(loosened.labels, groups),
        )

    def leave(self, change: CopyChange) -> None:
        """Takes articles out of their buckets; must be called while the catalog still holds them."""
        self._write("DELETE FROM copy_bucket WHERE merged IN (0, 1) AND bucket = ? AND number = ?", change.leaving)

    def enter(self, change: CopyChange) -> None:
        """Puts articles into buckets and clusters; must be called when the catalog holds them."""
        self._write("INSERT INTO copy_bucket (merged, bucket, number) VALUES (0, ?, ?)", change.entering)
        if self._database.value("SELECT count(*) FROM copy_bucket WHERE merged = 0") > MOST_UNMERGED:
            self._database.write("UPDATE copy_bucket SET merged = 1 WHERE merged = 0")
        self.clusters.apply(change.clusters)

    def of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The other articles of each article's cluster, the first published first."""
        return {
            article_id: tuple(member for member in members if member != article_id)
            for article_id, members in self.clusters.together(article_ids).items()
        }

    def _write(self, statement: str, change: Mapping[str, Buckets]) -> None:
        numbers = self._database.rows(
            "SELECT article_id, number FROM article WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(change)),),
        )
        self._database.write(
            statement, ((bucket, number) for article_id, number in numbers for bucket in change[article_id].tolist())
        )

    def _texts(self, article_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Id and text of those of the articles that the catalog holds."""
        for ids in batches(list(article_ids), _AT_ONCE):
            rows = self._database.rows(
                "SELECT article_id, body FROM article WHERE article_id IN (SELECT value FROM json_each(?))",
                (json.dumps(ids),),
            )
            yield from ((article_id, letters(body)) for article_id, body in rows)

    def _text(self, article_id: str) -> str:
        return letters(self._database.value("SELECT body FROM article WHERE article_id = ?", (article_id,)))

    def _sharing(self, wanted: Buckets) -> dict[str, int]:
        """How many of the buckets each article in the catalog shares, where enough; of a bucket ``CROWD`` articles.

        Among 100,000 articles hundreds share one bucket with a new one: their rows are not read.
        """
        crowds = self._database.rows(
            """SELECT (SELECT group_concat(number)
                       FROM (SELECT number FROM copy_bucket WHERE merged IN (0, 1) AND bucket = wanted.value LIMIT ?))
               FROM json_each(?) AS wanted""",
            (CROWD, json.dumps(wanted.tolist())),
        )
        counted = Counter(number for (crowd,) in crowds if crowd for number in crowd.split(","))
        enough = enough_shared(wanted)
        shared = {number: count for number, count in counted.items() if count >= enough}
        if not shared:
            return {}
        rows = self._database.rows(
            "SELECT number, article_id FROM article WHERE number IN (SELECT value FROM json_each(?))",
            (f"[{','.join(shared)}]",),
        )
        return {article_id: shared[str(number)] for number, article_id in rows}


class _Search:
    """Finds the articles that may be copies of one that is grouped anew.

    Args:
        sharing: articles in the catalog that share buckets.
        touched: articles of the catalog that do not count, because they change or go.
        seeds: buckets of all articles that are grouped anew.
        new: those of them that are new or changed. The others were compared with the rest of the catalog before, and
            are related to nothing there, or it would have been in their group.
    """

    def __init__(
        self,
        sharing: Callable[[Buckets], Mapping[str, int]],
        touched: Collection[str],
        seeds: Mapping[str, Buckets],
        new: Collection[str],
    ) -> None:
        self._sharing = sharing
        self._touched = touched
        self._seeds = seeds
        self._new = new
        self._neighbourhood = Neighbourhood(seeds)

    def nearest(self, seed: str) -> list[str]:
        """Those that share most buckets first."""
        shared = self._neighbourhood.sharing(seed)
        if seed in self._new:
            for article_id, count in self._sharing(self._seeds[seed]).items():
                if article_id not in self._touched and article_id not in self._seeds:
                    shared[article_id] = count
        return nearest(self._seeds[seed], shared)
