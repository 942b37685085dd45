"""What lies in the folder of an archive, by name, and how such a folder is told from others."""

from collections.abc import Collection

CATALOG_FILE = "catalog.sqlite"

LOCK_FILE = "writer.lock"
HOLDER_FILE = "writer.json"
"""Beside the lock, not in it: Windows lets nobody read a file that is locked."""

STORES_LOCK_FILE = "stores.lock"

VECTORS_FOLDER = "chroma"
KEYWORDS_FOLDER = "keywords"

DATABASE_SUFFIXES = ("", "-wal", "-shm", "-journal")
"""Of a SQLite database, and of what SQLite keeps beside it while it is open or after a crash."""

_NAMES = frozenset(
    (
        *(CATALOG_FILE + suffix for suffix in DATABASE_SUFFIXES),
        LOCK_FILE,
        HOLDER_FILE,
        STORES_LOCK_FILE,
        VECTORS_FOLDER,
        KEYWORDS_FOLDER,
    )
)


def archive_names(names: Collection[str]) -> frozenset[str]:
    """Those of the names in a folder that are an archive's; none where no archive lies in it.

    Other files in the same folder, and other folders, are whoever's: an archive may lie beside articles.
    """
    if CATALOG_FILE in names and (LOCK_FILE in names or STORES_LOCK_FILE in names):
        return _NAMES.intersection(names)
    return frozenset()
