import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexing.archive.catalog.database import Database
from indexing.errors import ArchiveError


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "catalog.sqlite")
    made.script("CREATE TABLE t (x INTEGER PRIMARY KEY)")
    yield made
    made.close()


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.transaction():
            database.write("INSERT INTO t VALUES (?)", [(1,)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert database.rows("SELECT x FROM t") == []


def test_a_transaction_inside_another_is_part_of_it(database: Database) -> None:
    def fail() -> None:
        with database.transaction():
            with database.transaction():
                database.write("INSERT INTO t VALUES (?)", [(1,)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert database.value("SELECT x FROM t") is None


def test_threads_share_a_database(database: Database) -> None:
    def insert(first: int) -> None:
        for number in range(first, first + 50):
            with database.transaction():
                database.write("INSERT INTO t VALUES (?)", [(number,)])

    threads = [threading.Thread(target=insert, args=(first,)) for first in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert database.value("SELECT count(*) FROM t") == 150


def test_a_reader_sees_what_another_connection_wrote(database: Database) -> None:
    reader = Database(database.file, read_only=True)
    database.write("INSERT INTO t VALUES (?)", [(1,)])

    assert reader.value("SELECT x FROM t") == 1
    reader.close()


def test_a_read_only_database_cannot_be_written(database: Database) -> None:
    reader = Database(database.file, read_only=True)

    with pytest.raises(ArchiveError, match="readonly database"):
        reader.write("INSERT INTO t VALUES (?)", [(1,)])
    reader.close()


def test_a_file_that_is_no_database_is_named_as_damaged(tmp_path: Path) -> None:
    file = tmp_path / "catalog.sqlite"
    file.write_bytes(b"not a database at all" * 100)

    with pytest.raises(ArchiveError, match=r"catalog\.sqlite is damaged: file is not a database\. Remove catalog\.sql"):
        Database(file)


def test_reading_a_missing_file_does_not_make_it(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="unable to open"):
        Database(tmp_path / "none.sqlite", read_only=True)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_whose_name_needs_escaping_can_hold_a_database(tmp_path: Path) -> None:
    folder = tmp_path / "50% 할인?#x"
    folder.mkdir()
    database = Database(folder / "catalog.sqlite")
    database.script("CREATE TABLE t (x)")
    database.close()

    assert [file.name for file in folder.iterdir()] == ["catalog.sqlite"]
