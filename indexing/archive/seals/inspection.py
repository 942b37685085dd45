"""Whether vectors and keywords are what the catalog says they are: looked at before either is opened.

Where nothing was written since the seal was taken, a look takes a millisecond and opens nothing. Otherwise ids are
compared with the catalog's; Chroma's are read from its database past Chroma, whose import alone takes a second.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from indexing.archive.seals.graph import GRAPH_INDEX
from indexing.archive.seals.seal import Seal
from indexing.errors import ArchiveError

CHROMA_DATABASE = "chroma.sqlite3"
CONDEMNED = "condemned"
"""A file of this name in a store's folder says why the store must not be used any more."""

_META = "meta.json"
_NEVER_SEALED = "nothing says that they were written to the end"


@dataclass(frozen=True, slots=True)
class Expected:
    """Ids of passages that a store must and may hold.

    Attributes:
        settled: must be there.
        unsettled: may be there, since a change of them was interrupted.
    """

    settled: frozenset[str]
    unsettled: frozenset[str]

    def difference(self, found: set[str]) -> str | None:
        """What is missing or left over, in words; None if nothing is."""
        missing, left_over = self.settled - found, found - self.settled - self.unsettled
        if not missing and not left_over:
            return None
        return f"{len(missing)} passages are missing and {len(left_over)} left over"


def vector_files(folder: Path) -> Iterator[str]:
    """The files of Chroma's graph, which it rewrites in place every thousand vectors.

    Before it first has, there is none that counts: what lies there is made anew whenever it is opened.
    """
    for written in folder.glob(f"*/{GRAPH_INDEX}"):
        yield from (file.relative_to(folder).as_posix() for file in written.parent.iterdir() if file.is_file())


def keyword_files(folder: Path) -> Iterator[str]:
    """Tantivy's files; each is written once, but for those that list them."""
    return (file.name for file in folder.glob("*") if file.is_file() and file.suffix != ".lock")


def condemn(folder: Path, reason: str) -> None:
    """Notes for every later start that a store failed and must not be used again."""
    with suppress(OSError):  # a read-only or vanished folder; the next start looks for itself
        (folder / CONDEMNED).write_text(reason, "utf-8")


def vectors_damage(folder: Path, seal: Seal | None, differ: Callable[[set[str]], str | None]) -> str | None:
    """What is wrong with Chroma's folder, in words; None if nothing is.

    Args:
        folder: Chroma's.
        seal: taken when it last agreed with the catalog; None if it never did.
        differ: compares ids with the catalog's; asked only where files changed since.
    """
    if not folder.is_dir():
        return "their folder is missing"
    damage = _condemned(folder) or (_NEVER_SEALED if seal is None else None)
    if damage or seal is None:
        return damage
    graph = Seal({name: file for name, file in seal.files.items() if name != CHROMA_DATABASE}, seal.boot)
    damage = graph.changed(folder, vector_files(folder))
    if damage:
        return damage
    # Chroma writes into its database each time it opens one, so that only the graph stays as it was sealed.
    if seal.difference(folder, CHROMA_DATABASE) is None:
        return None
    try:
        return differ(_chroma_ids(folder / CHROMA_DATABASE))
    except sqlite3.Error as error:
        return f"{CHROMA_DATABASE}: {error}"


def keywords_damage(
    folder: Path, seal: Seal | None, differ: Callable[[set[str]], str | None], stored: Callable[[], Iterable[str]]
) -> str | None:
    """What is wrong with tantivy's folder, in words; None if nothing is.

    Args:
        folder: tantivy's.
        seal: taken when it last agreed with the catalog; None if it never did.
        differ: compares ids with the catalog's; asked only where files changed since.
        stored: reads the ids that are there.
    """
    if not folder.is_dir():
        return "their folder is missing"
    damage = _condemned(folder) or (_NEVER_SEALED if seal is None else None)
    if damage or seal is None:
        return damage
    try:
        commit = last_commit(folder)
    except ValueError as error:
        return str(error)
    if commit.number < seal.commit:
        return "they are older than the catalog"
    # Commits are whole: what came after the seal is sound, and files of segments no longer listed may be gone.
    in_use = {name: file for name, file in seal.files.items() if name.split(".")[0] in commit.segments}
    damage = Seal(in_use, boot=None).changed(folder, [])
    if damage or seal.difference(folder, _META) is None:
        return damage
    try:
        return differ(set(stored()))
    except ArchiveError as error:
        return str(error.__cause__ or error)


@dataclass(frozen=True, slots=True)
class Commit:
    """tantivy's last commit.

    Attributes:
        number: grows with every change.
        segments: the segments that it stands on, as their files are named.
    """

    number: int
    segments: frozenset[str]


def last_commit(folder: Path) -> Commit:
    """The last commit of the keyword index in a folder.

    Raises:
        ValueError: the file that says so is damaged.
    """
    try:
        record = json.loads((folder / _META).read_text("utf-8"))
        segments = frozenset(segment["segment_id"].replace("-", "") for segment in record["segments"])
        return Commit(int(record["opstamp"]), segments)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{_META} cannot be read ({error})") from error


def _condemned(folder: Path) -> str | None:
    try:
        return (folder / CONDEMNED).read_text("utf-8")
    except OSError:
        return None


def _chroma_ids(file: Path) -> set[str]:
    """The ids in Chroma's database, once it is whole: what a killed process left half-written is rolled back."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode={_mode(file)}", uri=True)) as connection:
        [(state,)] = connection.execute("PRAGMA quick_check(1)").fetchall()
        if state != "ok":
            raise sqlite3.DatabaseError(state)
        return {row[0] for row in connection.execute("SELECT embedding_id FROM embeddings")}


def _mode(file: Path) -> str:
    return "rw" if os.access(file, os.W_OK) else "ro"
