"""Which articles belong together, by one relation: copies of one text, or versions of one story."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from indexing.archive.catalog.database import Database
from indexing.grouping import Regrouping

Kind = Literal["copies", "versions"]


@dataclass(frozen=True, slots=True)
class Loosened:
    """Groups that an article of theirs leaves, because it is gone or will be compared anew.

    Attributes:
        labels: of the groups.
        members: their other articles, which must be grouped anew too.
    """

    labels: frozenset[str]
    members: frozenset[str]


class Groups:
    """The groups of one kind; an article is in one at most, and a group has two articles at least.

    Args:
        database: the catalog's database.
        kind: of the groups.
    """

    def __init__(self, database: Database, kind: Kind) -> None:
        self._database = database
        self._kind = kind

    def labels(self, article_ids: Collection[str]) -> dict[str, str]:
        """The label of each article's group, where it is in any: the smallest article id of the group."""
        if not article_ids:
            return {}
        rows = self._database.rows(
            """SELECT article_id, label FROM story_group
               WHERE kind = ? AND article_id IN (SELECT value FROM json_each(?))""",
            (self._kind, _json(article_ids)),
        )
        return dict(rows)

    def loosened(self, article_ids: Collection[str]) -> Loosened:
        """What is left of the groups of articles that leave them."""
        labels = frozenset(self.labels(article_ids).values())
        rows = self._database.rows(
            """SELECT article_id FROM story_group WHERE kind = ? AND label IN (SELECT value FROM json_each(?))""",
            (self._kind, _json(labels)),
        )
        return Loosened(labels, frozenset(row[0] for row in rows) - frozenset(article_ids))

    def together(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """All articles of each article's group, itself included, by publication, undated ones last; none when alone."""
        asked = list(article_ids)
        label_of = self.labels(asked)
        members: dict[str, list[str]] = {label: [] for label in label_of.values()}
        rows = self._database.rows(
            """SELECT label, article_id FROM story_group JOIN article USING (article_id)
               WHERE kind = ? AND label IN (SELECT value FROM json_each(?))
               ORDER BY published_at NULLS LAST, article_id""",
            (self._kind, _json(members)),
        )
        for label, article_id in rows:
            members[label].append(article_id)
        return {
            article_id: tuple(members[label_of[article_id]]) if article_id in label_of else () for article_id in asked
        }

    def surplus(self, without: Collection[str] = ()) -> int:
        """How many articles there are in groups, less one a group.

        Args:
            without: labels of groups that do not count.
        """
        count: int = self._database.value(
            """SELECT count(*) - count(DISTINCT label) FROM story_group
               WHERE kind = ? AND label NOT IN (SELECT value FROM json_each(?))""",
            (self._kind, _json(without)),
        )
        return count

    def apply(self, changed: Regrouping) -> None:
        """Dissolves and forms groups; every article in a formed one must be in the catalog."""
        self._database.write(
            "DELETE FROM story_group WHERE kind = ? AND label = ?", ((self._kind, label) for label in changed.dissolved)
        )
        for group in changed.groups:
            label = min(group)
            self._database.write(
                "UPDATE story_group SET label = ? WHERE kind = ? AND label = ?",
                ((label, self._kind, node) for node in group),
            )
            self._database.write(
                "INSERT OR REPLACE INTO story_group (article_id, kind, label) VALUES (?, ?, ?)",
                ((node, self._kind, label) for node in group),
            )


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values))
