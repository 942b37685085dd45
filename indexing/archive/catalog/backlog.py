"""What vectors and keywords do not reflect yet: passages that are new, and those that are gone."""

import json
from collections.abc import Iterable, Sequence

from indexing.archive.catalog.database import Database
from indexing.archive.catalog.entries import PendingPassage
from indexing.archive.catalog.records import pending_passage


class Backlog:
    """Pending and removed passages of a catalog.

    Args:
        database: the catalog's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def size(self) -> int:
        """How many passages wait to be written to, or removed from, vectors and keywords."""
        count: int = self._database.value(
            "SELECT (SELECT count(*) FROM passage WHERE state = 'pending') + (SELECT count(*) FROM tombstone)"
        )
        return count

    def unsettled(self, limit: int) -> list[str]:
        """At most ``limit`` ids of articles, present or removed, that vectors and keywords do not reflect yet."""
        rows = self._database.rows(
            """SELECT article_id FROM passage WHERE state = 'pending'
               UNION SELECT article_id FROM tombstone LIMIT ?""",
            (limit,),
        )
        return [row[0] for row in rows]

    def pending(self, article_ids: Iterable[str]) -> list[PendingPassage]:
        """The articles' passages that vectors and keywords do not hold yet."""
        rows = self._database.rows(
            """SELECT passage_id, passage.article_id, ordinal, start, "end", text, title, published_on, text_digest
               FROM passage JOIN article USING (article_id)
               WHERE state = 'pending' AND article_id IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(article_ids)),),
        )
        return [pending_passage(row) for row in rows]

    def tombstones(self, article_ids: Iterable[str]) -> list[str]:
        """The articles' former passages, to be removed from vectors and keywords."""
        rows = self._database.rows(
            "SELECT passage_id FROM tombstone WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(article_ids)),),
        )
        return [row[0] for row in rows]

    def settle(self, article_ids: Sequence[str]) -> None:
        """Notes that vectors and keywords now agree with the catalog about the articles."""
        with self._database.transaction():
            for statement in (
                "UPDATE passage SET state = 'done' WHERE article_id = ? AND state = 'pending'",
                "DELETE FROM tombstone WHERE article_id = ?",
            ):
                self._database.write(statement, ((article_id,) for article_id in article_ids))

    def settle_everything(self) -> None:
        """Notes that vectors and keywords now agree with the catalog about all articles."""
        self._database.write("UPDATE passage SET state = 'done' WHERE state = 'pending'")
        self._database.write("DELETE FROM tombstone")
