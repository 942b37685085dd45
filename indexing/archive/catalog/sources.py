"""Which corpus files were read, as they were then, so that an unchanged file is not read again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from indexing.archive.catalog.database import Database
from indexing.archive.catalog.facts import Facts

_SECOND_NS = 1_000_000_000
_FINE_TICK_NS = 50_000_000
_COARSE_TICK_NS = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus file as it was when last read.

    Attributes:
        path: relative to the corpus folder.
        size: bytes.
        mtime_ns: time of last modification.
        checked_ns: when it was read.
        sha256: of its bytes.
        skipped: what of it was not indexed: ``(path, reason)``.
        duplicates: articles of it that an earlier file or item already gave: ``(article_id, path)``.
    """

    path: str
    size: int
    mtime_ns: int
    checked_ns: int
    sha256: str
    skipped: tuple[tuple[str, str], ...] = ()
    duplicates: tuple[tuple[str, str], ...] = ()

    def is_untouched(self, size: int, mtime_ns: int, ctime_ns: int = 0) -> bool:
        """Whether a file of this size and these times is surely the one that was read.

        Tools that unpack and copy set the time of modification to what it was elsewhere; when the file itself last
        changed is for no tool to set. It is not sure where the file was read within a tick of the clock that wrote its
        time: a change right after could have left size and time the same. File systems tick every few milliseconds,
        or, where times are whole seconds, every second or two.

        Args:
            size: bytes.
            mtime_ns: time of last modification.
            ctime_ns: time of last change of the file, its name's and permissions' included; 0 where it is not known.
        """
        same = (size, mtime_ns) == (self.size, self.mtime_ns)
        return same and all(self.checked_ns - moment > _tick(moment) for moment in (mtime_ns, ctime_ns))


class Sources:
    """The catalog's list of files.

    Args:
        database: the catalog's database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._facts = Facts(database)

    def known(self) -> dict[str, Source]:
        """All files, by path."""
        duplicates: dict[str, list[tuple[str, str]]] = {}
        for source, article_id, path in self._database.rows(
            "SELECT source, article_id, path FROM duplicate ORDER BY source, path"
        ):
            duplicates.setdefault(source, []).append((article_id, path))
        rows = self._database.rows("SELECT path, size, mtime_ns, checked_ns, sha256, skipped FROM source")
        return {
            path: Source(
                path=path,
                size=size,
                mtime_ns=mtime_ns,
                checked_ns=checked_ns,
                sha256=sha256,
                skipped=() if skipped == "[]" else tuple((item, reason) for item, reason in json.loads(skipped)),
                duplicates=tuple(duplicates.get(path, ())),
            )
            for path, size, mtime_ns, checked_ns, sha256, skipped in rows
        }

    def paths(self) -> set[str]:
        """The paths of all files."""
        return {path for (path,) in self._database.rows("SELECT path FROM source")}

    def put(self, sources: Iterable[Source]) -> None:
        """Adds or replaces files in one transaction."""
        with self._database.transaction():
            for source in sources:
                self.remove([source.path])
                self._database.write(
                    "INSERT INTO source (path, size, mtime_ns, checked_ns, sha256, skipped) VALUES (?, ?, ?, ?, ?, ?)",
                    [_row(source)],
                )
                self._database.write(
                    "INSERT INTO duplicate (source, article_id, path) VALUES (?, ?, ?)",
                    ((source.path, article_id, path) for article_id, path in source.duplicates),
                )

    def remove(self, paths: Iterable[str]) -> None:
        """Forgets files."""
        self._database.write("DELETE FROM source WHERE path = ?", ((path,) for path in paths))

    def is_read_by(self, recipe: str) -> bool:
        """Whether the files that are known were read by a recipe."""
        return self._facts.get("recipe") == recipe

    def read_by(self, recipe: str) -> None:
        """Forgets the files if they were read by another recipe, so that they are read again, now or in a later run."""
        if not self.is_read_by(recipe):
            with self._database.transaction():
                self._database.write("DELETE FROM source")
                self._facts.note(recipe=recipe)


def _tick(moment: int) -> int:
    return _FINE_TICK_NS if moment % _SECOND_NS else _COARSE_TICK_NS


def _row(source: Source) -> tuple[str | int, ...]:
    skipped = json.dumps(source.skipped, ensure_ascii=False)
    return (source.path, source.size, source.mtime_ns, source.checked_ns, source.sha256, skipped)
