"""How large a file may be to be read, which its name tells."""

from pathlib import PurePosixPath

MAX_FILE_BYTES = 20_000_000
"""Bound of a file with one article; the largest of 233 news pages has 2.2 MB."""

MAX_ROWS_BYTES = 500_000_000
"""Bound of a file that holds many: rows, a feed, an archive."""

_MANY = frozenset((".jsonl", ".ndjson", ".csv", ".tsv", ".xlsx", ".xml", ".rss", ".zip", ".tar", ".gz", ".tgz"))


def max_bytes_for(path: str) -> int:
    """How large a file of this name may be, so that a caller can look at its size before reading it."""
    return MAX_ROWS_BYTES if PurePosixPath(path).suffix.lower() in _MANY else MAX_FILE_BYTES
