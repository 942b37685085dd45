"""How much room an archive takes, store by store."""

import re
from dataclasses import dataclass
from pathlib import Path

_REFUSED = re.compile(
    r"disk is full|No space left|File too large|Permission denied|Read-only file system|readonly database|quota"
    r"|unable to open database file|Too many open files|\(code: (?:13|778|1034|1546|4874)\)",
    re.IGNORECASE,
)
"""What SQLite, Chroma and tantivy say, each in its own kind of exception; the codes are SQLite's for a file that cannot
be written, synced or made longer."""


@dataclass(frozen=True, slots=True)
class DiskUse:
    """Bytes on disk.

    Attributes:
        catalog: the catalog with its write-ahead log: articles, passages, cached vectors.
        vectors: Chroma's folder; 0 where a Chroma server keeps the vectors.
        keywords: the keyword index.
    """

    catalog: int
    vectors: int
    keywords: int

    @property
    def total(self) -> int:
        """Bytes of all stores together."""
        return self.catalog + self.vectors + self.keywords

    def __str__(self) -> str:
        return (
            f"{_readable(self.total)} (catalog {_readable(self.catalog)}, vectors {_readable(self.vectors)}, "
            f"keywords {_readable(self.keywords)})"
        )


def folder_size(folder: Path) -> int:
    """Bytes of all files below a folder; 0 where there is none. Files that vanish meanwhile do not count."""
    return sum(size_of(file) for file in folder.rglob("*"))


def size_of(file: Path) -> int:
    """Bytes of a file; 0 where there is none."""
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0


def is_refusal(error: BaseException) -> bool:
    """Whether the file system refused to write (no room, no permission): nothing that was written is damaged."""
    return bool(_REFUSED.search(str(error)))


def _readable(size: int) -> str:
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
