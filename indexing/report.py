"""What an index run did, or would do."""

from dataclasses import dataclass

from indexing.reading.outcome import Skipped


@dataclass(frozen=True, slots=True)
class Changes:
    """Articles that an index run adds, replaces, renames or removes, by their corpus paths, sorted.

    Attributes:
        added: new ones.
        changed: those of which any field differs from before.
        moved: ``(from, to)``: those whose file, unchanged, lies elsewhere now.
        deleted: those that no file holds any more.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    deleted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.moved or self.deleted)


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an index run did.

    Attributes:
        read: files whose content was read as news; unchanged files are not.
        unchanged: articles that are as before.
        near_duplicates: articles that are copies of another: of a cluster of four, three. All four are indexed.
        skipped: what was not indexed, and why, sorted by path.
        passages: passages of all articles together.
        seconds: wall time.
        changes: which articles came, changed, moved or went.
        held: articles there were before; what more than half of them being deleted is measured by.
    """

    read: int
    unchanged: int
    near_duplicates: int
    skipped: tuple[Skipped, ...]
    passages: int
    seconds: float
    changes: Changes
    held: int

    @property
    def articles(self) -> int:
        """Articles there are after the run."""
        return self.unchanged + self.added + self.changed + self.moved

    @property
    def added(self) -> int:
        """New articles."""
        return len(self.changes.added)

    @property
    def changed(self) -> int:
        """Articles of which any field differs from before."""
        return len(self.changes.changed)

    @property
    def moved(self) -> int:
        """Articles whose file lies elsewhere now."""
        return len(self.changes.moved)

    @property
    def deleted(self) -> int:
        """Articles that no file holds any more."""
        return len(self.changes.deleted)
