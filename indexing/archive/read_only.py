"""Reading an archive in a folder where nothing can be written: a disc, a snapshot, somebody else's share."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from indexing.errors import ArchiveError


@contextmanager
def readable(folder: Path) -> Iterator[Path]:
    """An archive's folder, or a temporary copy of it: SQLite, Chroma and Tantivy lock and log beside what they read.

    A copy does not see what is written to the archive later.

    Args:
        folder: the archive's folder; handed through where it can be written in, and where there is none.

    Raises:
        ArchiveError: the folder cannot be copied.
    """
    if not folder.is_dir() or os.access(folder, os.W_OK):
        yield folder
        return
    with TemporaryDirectory(prefix="newschat-archive-") as copies:
        try:
            copy = shutil.copytree(folder, Path(copies) / folder.name, copy_function=shutil.copyfile)
        except (OSError, shutil.Error) as error:
            raise ArchiveError(
                f"Nothing can be written in the archive folder {folder}, and it cannot be copied to {copies}: {error}. "
                "Make room there, name another folder in TMPDIR, or mend the archive's permissions."
            ) from error
        for part in (copy, *copy.rglob("*")):
            part.chmod(0o700 if part.is_dir() else 0o600)
        yield copy
