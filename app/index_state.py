"""How an index run that goes on beside the page is getting on, for the page to draw."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from indexing.errors import NewschatError
from indexing.report import IndexReport


@dataclass(frozen=True, slots=True)
class IndexState:
    """A moment in the upkeep of an archive.

    Attributes:
        running: whether an index run is going on.
        done: files it has read.
        total: files there are; 0 until it knows.
        report: what the last run that ended well did; None before the first.
        failure: why the last run, or the last look at the corpus folder, failed; None where it did not.
    """

    running: bool = False
    done: int = 0
    total: int = 0
    report: IndexReport | None = None
    failure: NewschatError | None = None


@dataclass(frozen=True, slots=True)
class CorpusFolder:
    """Where the archive's articles come from.

    Attributes:
        path: the corpus folder.
        watched: whether it is looked at now and then, so that articles put there are indexed by themselves.
    """

    path: Path
    watched: bool


IDLE = IndexState()
"""Nothing has happened yet."""


class Upkeep(Protocol):
    """Whatever brings the archive up to date while the page answers; called from several threads."""

    @property
    def state(self) -> IndexState:
        """How it is getting on."""
        ...

    def request(self) -> None:
        """Asks for an index run; while one is going on, for nothing."""
        ...
