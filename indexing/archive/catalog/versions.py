"""Versions of stories in the catalog: marked articles, and the chains they form."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from indexing.archive.catalog.database import Database, Row
from indexing.archive.catalog.groups import Groups
from indexing.archive.catalog.records import moment, moment_text
from indexing.article import Article
from indexing.grouping import Regrouping, regrouped
from indexing.story_versions import WITHIN_DAYS, StoryVersion, in_order, story_version, tell_same_story


@dataclass(frozen=True, slots=True)
class VersionChange:
    """What a change of articles does to marked articles and chains.

    Attributes:
        leaving: ids of articles that were changed or removed.
        entering: those of the new and changed articles that are marked.
        chains: how the chains change.
    """

    leaving: frozenset[str]
    entering: tuple[StoryVersion, ...]
    chains: Regrouping


class Versions:
    """The versions among the catalog's articles.

    Args:
        database: the catalog's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._chains = Groups(database, "versions")

    def plan(self, articles: Iterable[Article], removed: Collection[str] = ()) -> VersionChange:
        """What a change will do. Nothing is written.

        Args:
            articles: those that are added or changed.
            removed: ids of articles that go.
        """
        articles = tuple(articles)
        touched = frozenset(article.article_id for article in articles) | frozenset(removed)
        new = {version.article_id: version for article in articles if (version := story_version(article)) is not None}
        loosened = self._chains.loosened(touched)
        seeds = {**new, **{version.article_id: version for version in self._versions(loosened.members)}}
        known = dict(seeds)

        def neighbours(seed: str) -> Iterator[str]:
            if seed in new:
                known.update(
                    (near.article_id, near)
                    for near in self._near(seeds[seed])
                    if near.article_id not in touched and near.article_id not in seeds
                )
            return (other for other, version in known.items() if version.publisher == seeds[seed].publisher)

        def related(one: str, other: str) -> bool:
            return tell_same_story(known[one], known[other])

        groups = regrouped(seeds, neighbours, related, self._chains.labels)
        return VersionChange(touched, tuple(new.values()), Regrouping(loosened.labels, groups))

    def leave(self, change: VersionChange) -> None:
        """Forgets the marks of articles."""
        self._database.write(
            "DELETE FROM story_version WHERE article_id = ?", ((article_id,) for article_id in change.leaving)
        )

    def enter(self, change: VersionChange) -> None:
        """Notes marks and chains; must be called when the catalog holds the articles."""
        self._database.write(
            """INSERT INTO story_version (article_id, publisher, published_at, day, rank, headline, lead)
               VALUES (?, ?, ?, ?, ?, ?, ?)""",
            (_row(version) for version in change.entering),
        )
        self._chains.apply(change.chains)

    def of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The chain of each article, itself included, the oldest version first; empty when alone."""
        found = self._chains.together(article_ids)
        versions = {
            version.article_id: version
            for version in self._versions({member for members in found.values() for member in members})
        }
        return {
            article_id: tuple(version.article_id for version in in_order(versions[member] for member in members))
            for article_id, members in found.items()
        }

    def _versions(self, article_ids: Collection[str]) -> list[StoryVersion]:
        rows = self._database.rows(
            """SELECT article_id, publisher, published_at, rank, headline, lead FROM story_version
               WHERE article_id IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(article_ids)),),
        )
        return [_version(row) for row in rows]

    def _near(self, version: StoryVersion) -> Iterator[StoryVersion]:
        """The outlet's marked articles of the days around a version."""
        days = timedelta(WITHIN_DAYS)
        rows = self._database.rows(
            """SELECT article_id, publisher, published_at, rank, headline, lead FROM story_version
               WHERE publisher = ? AND day BETWEEN ? AND ?""",
            (version.publisher, (version.day - days).isoformat(), (version.day + days).isoformat()),
        )
        return map(_version, rows)


def _row(version: StoryVersion) -> Sequence[str | int | None]:
    return (
        version.article_id,
        version.publisher,
        moment_text(version.published_at),
        version.day.isoformat(),
        version.rank,
        _words_text(version.headline),
        _words_text(version.lead),
    )


def _version(row: Row) -> StoryVersion:
    article_id, publisher, published_at, rank, headline, lead = row
    when = moment(published_at)
    assert when is not None  # the column is NOT NULL
    return StoryVersion(
        article_id=article_id,
        publisher=publisher,
        published_at=when,
        rank=rank,
        headline=frozenset(headline.split()),
        lead=frozenset(lead.split()),
    )


def _words_text(words: Iterable[str]) -> str:
    return " ".join(sorted(words))
