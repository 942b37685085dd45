"""Which outlets the catalog's articles are of; "" stands for all whose outlet is unknown."""

from indexing.archive.catalog.database import Database


class Outlets:
    """The catalog's outlets.

    Args:
        database: the catalog's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def sizes(self) -> dict[str, int]:
        """How many articles there are of each."""
        return dict(self._database.rows("SELECT coalesce(publisher, ''), count(*) FROM article GROUP BY 1"))

    def articles_of(self, outlet: str) -> list[str]:
        """The ids of its articles, sorted: since ids are digests, the first thousand are a random sample."""
        rows = self._database.rows(
            "SELECT article_id FROM article WHERE coalesce(publisher, '') = ? ORDER BY article_id", (outlet,)
        )
        return [row[0] for row in rows]
