"""The catalog: articles and passages in SQLite. What stands here is the truth; vectors and keywords follow it."""

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime

from indexing.archive.catalog.backlog import Backlog
from indexing.archive.catalog.coverage import Coverage
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.entries import Entry, KnownArticle, PendingPassage
from indexing.archive.catalog.facts import Facts
from indexing.archive.catalog.outlets import Outlets
from indexing.archive.catalog.records import article_digest, from_record, pending_passage, text_digest, to_record
from indexing.archive.catalog.schema import SCHEMA, SCHEMA_VERSION
from indexing.archive.catalog.stories import Stories
from indexing.archive.seals.inspection import Expected
from indexing.article import Article, Passage


class Catalog:
    """Articles and passages of an archive.

    Args:
        database: an open database whose tables exist (``create_tables``).
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.facts = Facts(database)
        self.backlog = Backlog(database)
        self.stories = Stories(database)
        self.outlets = Outlets(database)

    def create_tables(self, model_key: str) -> None:
        """Makes the tables of a new catalog, for vectors of ``model_key``."""
        self._database.script(SCHEMA)
        self.facts.note(
            schema_version=str(SCHEMA_VERSION),
            archive_id=secrets.token_hex(6),
            model_key=model_key,
        )

    def schema_version(self) -> int | None:
        """Version of the tables, None for an empty database."""
        if not self._database.value("SELECT 1 FROM sqlite_master WHERE name = 'meta'"):
            return None
        version = self.facts.get("schema_version")
        return int(version) if version is not None else None

    def close(self) -> None:
        """Closes the database."""
        self._database.close()

    def file_size(self) -> int:
        """Bytes on disk, with the write-ahead log."""
        return self._database.file_size()

    def compact(self) -> None:
        """Gives the room of removed rows back to the file system."""
        self._database.vacuum()

    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside happen, or none."""
        return self._database.transaction()

    def article(self, article_id: str) -> Article | None:
        """The article, None if there is none of that id."""
        return self.articles([article_id]).get(article_id)

    def articles(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Those of the articles that exist, by id."""
        rows = self._database.rows(
            """SELECT article_id, path, title, body, published_at, updated_at, authors, publisher, url, language,
                      captions, dropped
               FROM article WHERE article_id IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(article_ids)),),
        )
        return {row[0]: from_record(row) for row in rows}

    def passages(self, passage_ids: Iterable[str]) -> dict[str, Passage]:
        """Those of the passages that exist and are fully indexed, by id."""
        rows = self._database.rows(
            """SELECT passage_id, article_id, ordinal, start, "end", text FROM passage
               WHERE state = 'done' AND passage_id IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(passage_ids)),),
        )
        return {row[0]: Passage(*row) for row in rows}

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """The article's passages in order."""
        rows = self._database.rows(
            """SELECT passage_id, article_id, ordinal, start, "end", text FROM passage
               WHERE state = 'done' AND article_id = ? ORDER BY ordinal""",
            (article_id,),
        )
        return tuple(Passage(*row) for row in rows)

    def coverage(self) -> Coverage:
        """How much there is, and from when to when."""
        # Sub-selects, because only so does SQLite answer each from an index.
        [(articles, undated, first, last)] = self._database.rows(
            """SELECT (SELECT count(*) FROM article),
                      (SELECT count(*) FROM article WHERE published_on IS NULL),
                      (SELECT min(published_on) FROM article),
                      (SELECT max(published_on) FROM article)"""
        )
        indexed_at = self.facts.get("indexed_at")
        return Coverage(
            articles=articles,
            passages=self.passage_count(),
            first=date.fromisoformat(first) if first else None,
            last=date.fromisoformat(last) if last else None,
            indexed_at=datetime.fromisoformat(indexed_at) if indexed_at else None,
            undated=undated,
        )

    def passage_count(self) -> int:
        """How many passages are fully indexed."""
        count: int = self._database.value(
            "SELECT (SELECT count(*) FROM passage) - (SELECT count(*) FROM passage WHERE state = 'pending')"
        )
        return count

    def is_empty(self) -> bool:
        """Whether there is no passage, and none to be removed from vectors and keywords."""
        return not self._database.value("SELECT EXISTS (SELECT 1 FROM passage) OR EXISTS (SELECT 1 FROM tombstone)")

    def held_count(self) -> int:
        """How many passages there are, fully indexed or not."""
        count: int = self._database.value("SELECT count(*) FROM passage")
        return count

    def expected(self) -> Expected:
        """Which passages vectors and keywords must hold, and which they may."""
        settled = self._database.rows("SELECT passage_id FROM passage WHERE state = 'done'")
        unsettled = self._database.rows(
            "SELECT passage_id FROM passage WHERE state = 'pending' UNION SELECT passage_id FROM tombstone"
        )
        return Expected(*(frozenset(row[0] for row in rows) for rows in (settled, unsettled)))

    def text_digests(self) -> dict[str, str]:
        """The key of each fully indexed passage's text in the vector cache, by passage id."""
        return dict(self._database.rows("SELECT passage_id, text_digest FROM passage WHERE state = 'done'"))

    def every_passage(self, at_once: int) -> Iterator[list[PendingPassage]]:
        """All passages, fully indexed or not, in the order of their rows, so many at once."""
        last = -1
        while True:
            rows = self._database.rows(
                """SELECT passage_id, passage.article_id, ordinal, start, "end", text, title, published_on, text_digest,
                          passage.rowid
                   FROM passage JOIN article USING (article_id)
                   WHERE passage.rowid > ? ORDER BY passage.rowid LIMIT ?""",
                (last, at_once),
            )
            if not rows:
                return
            yield [pending_passage(row[:9]) for row in rows]
            last = rows[-1][9]

    def known(self) -> list[KnownArticle]:
        """All articles, without their texts."""
        rows = self._database.rows(
            """SELECT article_id, source, path, digest,
                      (SELECT count(*) FROM passage WHERE passage.article_id = article.article_id)
               FROM article"""
        )
        return [KnownArticle(*row) for row in rows]

    def put(self, entries: Sequence[Entry]) -> None:
        """Adds or replaces articles in one transaction, linked to others: new passages are pending, old tombstoned."""
        articles = [entry.article for entry in entries]
        with self._database.transaction(), self.stories.following(articles):
            self._database.write(
                """INSERT INTO article (source, digest, published_on, article_id, path, title, body,
                       published_at, updated_at, authors, publisher, url, language, captions, dropped)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   ON CONFLICT (article_id) DO UPDATE SET
                       source = excluded.source, digest = excluded.digest,
                       published_on = excluded.published_on, path = excluded.path, title = excluded.title,
                       body = excluded.body, published_at = excluded.published_at,
                       updated_at = excluded.updated_at, authors = excluded.authors,
                       publisher = excluded.publisher, url = excluded.url, language = excluded.language,
                       captions = excluded.captions, dropped = excluded.dropped""",
                (_article_row(entry) for entry in entries),
            )
            self._bury([entry.article.article_id for entry in entries])
            passages = [passage for entry in entries for passage in entry.passages]
            self._database.write(
                """INSERT INTO passage (passage_id, article_id, ordinal, start, "end", text, text_digest, state)
                   VALUES (?, ?, ?, ?, ?, ?, ?, 'pending')""",
                (_passage_row(passage) for passage in passages),
            )
            self._database.write(
                "DELETE FROM tombstone WHERE passage_id = ?", ((passage.passage_id,) for passage in passages)
            )

    def remove(self, article_ids: Sequence[str]) -> None:
        """Removes articles in one transaction; their passages are tombstoned."""
        with self._database.transaction(), self.stories.following(removed=article_ids):
            self._bury(article_ids)
            self._database.write(
                "DELETE FROM article WHERE article_id = ?", ((article_id,) for article_id in article_ids)
            )

    def _bury(self, article_ids: Sequence[str]) -> None:
        for statement in (
            """INSERT OR IGNORE INTO tombstone (passage_id, article_id)
               SELECT passage_id, article_id FROM passage WHERE article_id = ?""",
            "DELETE FROM passage WHERE article_id = ?",
        ):
            self._database.write(statement, ((article_id,) for article_id in article_ids))


def _article_row(entry: Entry) -> tuple[str | None, ...]:
    article = entry.article
    day = article.published_on
    derived = (entry.source, article_digest(article), day.isoformat() if day else None)
    return derived + to_record(article)


def _passage_row(passage: Passage) -> tuple[str | int, ...]:
    return (
        passage.passage_id,
        passage.article_id,
        passage.ordinal,
        passage.start,
        passage.end,
        passage.text,
        text_digest(passage.text),
    )
