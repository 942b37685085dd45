"""Reading an archive in a folder where nothing can be written: a disc, a full disk, somebody else's share."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from indexing.archive.catalog.database import Database
from indexing.archive.writer_lock import WriterLock
from indexing.archive_folder import CATALOG_FILE
from indexing.errors import ArchiveError

_NO_ROOM = frozenset((sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN))
"""What SQLite says where it finds no room for its log, even if only to read."""


@contextmanager
def readable(folder: Path) -> Iterator[Path]:
    """An archive's folder, or a temporary copy of it: SQLite, Chroma and Tantivy lock and log beside what they read.

    A copy does not see what is written to the archive later.

    Args:
        folder: the archive's folder; handed through where it can be written in, and where there is none.

    Raises:
        ArchiveBusyError: the folder's disk is full, and the archive is being written.
        ArchiveError: the folder cannot be copied.
    """
    if not folder.is_dir():
        yield folder
        return
    may_write = os.access(folder, os.W_OK)
    if may_write and not _is_full(folder / CATALOG_FILE):
        yield folder
        return
    with TemporaryDirectory(prefix="newschat-archive-") as copies:
        # A copy made while another process writes would be torn; where nobody may write, nobody does.
        with WriterLock(folder).held() if may_write else nullcontext():
            copy = _copied(folder, Path(copies))
        yield copy


def _is_full(catalog: Path) -> bool:
    """Whether a catalog cannot be read for want of room to write. Whatever else is wrong is told by who opens it."""
    try:
        if catalog.is_file():
            Database(catalog, read_only=True).close()
    except ArchiveError as error:
        code = getattr(error.__cause__, "sqlite_errorcode", sqlite3.SQLITE_OK)
        return code & 0xFF in _NO_ROOM  # the lowest byte of what SQLite calls an extended code
    except OSError:
        pass
    return False


def _copied(folder: Path, copies: Path) -> Path:
    try:
        copy = shutil.copytree(folder, copies / folder.name, copy_function=shutil.copyfile)
    except (OSError, shutil.Error) as error:
        raise ArchiveError(
            f"Nothing can be written in the archive folder {folder}, and it cannot be copied to {copies}: {error}. "
            "Make room there, name another folder in TMPDIR, or mend the archive's permissions."
        ) from error
    for part in (copy, *copy.rglob("*")):
        part.chmod(0o700 if part.is_dir() else 0o600)
    return copy
