"""One SQLite connection for several threads, with transactions and errors a user can act on."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from indexing.archive.disk_use import size_of
from indexing.archive_folder import DATABASE_SUFFIXES
from indexing.errors import ArchiveError

Row = tuple[Any, ...]

_WAIT_SECONDS = 10.0
"""How long a statement waits for another process's transaction."""


class Database:
    """A SQLite file in WAL mode. Threads take turns; another process may read meanwhile.

    Args:
        file: the database file; made when missing, unless ``read_only``.
        read_only: nothing is created or changed; the file must exist.

    Raises:
        ArchiveError: from every method, naming the file and what SQLite said.
    """

    def __init__(self, file: Path, *, read_only: bool = False) -> None:
        self.file = file
        self.read_only = read_only
        self._lock = threading.RLock()
        with self._explained():
            self._connection = self._connect()

    def _connect(self) -> sqlite3.Connection:
        mode = "ro" if self.read_only else "rwc"
        connection = sqlite3.connect(
            f"{self.file.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=_WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not self.read_only:
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self._lock, self._explained():
            return self._connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row, None if there is no row."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

    def write(self, sql: str, rows: Iterable[Sequence[Any]] = ((),)) -> None:
        """Runs a statement once for each row of parameters; once without any by default."""
        with self._lock, self._explained():
            self._connection.executemany(sql, rows)

    def script(self, sql: str) -> None:
        """Runs several statements that take no parameters, outside of any transaction of ours."""
        with self._lock, self._explained():
            self._connection.executescript(sql)

    def file_size(self) -> int:
        """Bytes on disk, with the write-ahead log."""
        return size_of(self.file) + size_of(self.file.with_name(f"{self.file.name}-wal"))

    def vacuum(self) -> None:
        """Rewrites the file without the room of removed rows, and empties the write-ahead log."""
        with self._lock, self._explained():
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside happen, or none; inside another transaction it is part of that one."""
        with self._lock, self._explained():
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    def close(self) -> None:
        """Closes the file; the database cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise ArchiveError(
                f"The catalog {self.file} cannot be used: {error}. "
                "Check the folder's permissions and free space, and that no other index run is going on."
            ) from error
        except sqlite3.DatabaseError as error:
            raise ArchiveError(
                f"The catalog {self.file} is damaged: {error}. "
                f"Remove {self._files()} in {self.file.parent}, leave the rest, and run: newschat index"
            ) from error

    def _files(self) -> str:
        """The file and what SQLite keeps beside it, for messages: an old log would be replayed into a new database."""
        beside = (f"{self.file.name}{suffix}" for suffix in DATABASE_SUFFIXES)
        return " and ".join(name for name in beside if self.file.with_name(name).exists())
