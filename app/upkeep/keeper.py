"""Looks at the corpus folder now and then, and indexes what changed, while the page answers."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import Protocol, Self

from app.index_state import IDLE, IndexState
from indexing.errors import ArchiveBusyError, NewschatError, UnforeseenError
from indexing.progress import Progress
from indexing.report import IndexReport

SETTLING = 2.0
"""Seconds between two looks that must agree: a file that is still being copied would be indexed in half."""

LOOKING_SHARE = 0.02
"""Of one core at most: looks at a large folder, or at a slow one, come less often."""

_log = logging.getLogger(__name__)


class IndexRun(Protocol):
    """What indexes."""

    def run(self, progress: Progress) -> IndexReport:
        """Indexes; raises NewschatError."""
        ...

    def stop(self) -> None:
        """Ends what is going on."""
        ...


class ArchiveKeeper:
    """Keeps an archive up to date from a thread of its own, while used as a context manager.

    The folder is looked at instead of listening to its changes: network drives, containers and file systems of other
    machines report none, a look at 10,000 files takes 0.1 s, and only a look tells when a file is complete.

    Args:
        index: what indexes.
        look: gives a value that changes whenever the corpus folder does; raises NewschatError where it cannot.
        every: seconds between looks; 0 never looks.
        indexed: what the folder looked like when it was last indexed, None where it is to be indexed at once.
        state: how that ended.
        told: called with each report or failure, from the keeper's thread.
    """

    def __init__(
        self,
        index: IndexRun,
        look: Callable[[], str],
        every: float,
        *,
        indexed: str | None = None,
        state: IndexState = IDLE,
        told: Callable[[IndexReport | NewschatError], None] = lambda outcome: None,
    ) -> None:
        self._index = index
        self._look = look
        self._every = every
        self._told = told
        self._wanted = threading.Event()
        self._closing = threading.Event()
        self._state = state
        self._indexed = indexed
        self._out_of_sight = False
        self._thread = threading.Thread(target=self._keep, name="newschat upkeep", daemon=True)

    @property
    def state(self) -> IndexState:
        """How the present run is getting on, and how the last one ended."""
        return self._state

    def request(self) -> None:
        """Asks for an index run now; while one is going on, for nothing."""
        if not self._state.running:
            self._state = replace(self._state, running=True, done=0, total=0)
            self._wanted.set()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        self._wanted.set()
        self._index.stop()
        self._thread.join()

    def _keep(self) -> None:
        pause, seen = self._every, None
        while not self._closing.is_set():
            wanted = self._wanted.wait(pause or None)
            if self._closing.is_set():
                return
            if wanted:  # one that comes after the wait has ended stays for the next round
                self._wanted.clear()
            now, took = self._looked()
            pause = max(self._every, took / LOOKING_SHARE) if self._every else 0.0
            if now is None or (now == self._indexed and not wanted):
                continue
            if wanted or now == seen:
                self._run(now)
            else:
                pause = max(SETTLING, took / LOOKING_SHARE)
            seen = now

    def _looked(self) -> tuple[str | None, float]:
        """What the folder looks like, None where it cannot be looked at, and how many seconds the look took."""
        began = time.monotonic()
        try:
            now = self._look()
        except Exception as error:
            # Without this thread nothing would ever be indexed again.
            if not (isinstance(error, NewschatError) or self._out_of_sight):
                _log.exception("the corpus folder could not be looked at")
            self._out_of_sight = True
            self._fail(_foreseen(error, "The corpus folder could not be looked at"))
            return None, time.monotonic() - began
        if self._out_of_sight:
            self._out_of_sight = False
            self._state = replace(self._state, failure=None)
        return now, time.monotonic() - began

    def _run(self, looks: str) -> None:
        self._state = replace(self._state, running=True, done=0, total=0)
        try:
            report = self._index.run(self._progressed)
        except ArchiveBusyError as error:
            self._fail(error)  # and try again at the next look
        except Exception as error:
            # Without this thread nothing would ever be indexed again.
            if not isinstance(error, NewschatError):
                _log.exception("the index run failed")
            self._indexed = looks
            self._fail(_foreseen(error, "The index run failed unexpectedly"))
        else:
            self._indexed = looks
            self._state = IndexState(report=report)
            self._tell(report)

    def _progressed(self, stage: str, done: int, total: int) -> None:
        if stage == "reading":
            self._state = replace(self._state, done=done, total=total)

    def _fail(self, error: NewschatError) -> None:
        if self._closing.is_set():
            return
        news = self._state.running or str(self._state.failure) != str(error)
        self._state = replace(self._state, running=False, failure=error)
        if news:
            self._tell(error)

    def _tell(self, outcome: IndexReport | NewschatError) -> None:
        try:
            self._told(outcome)
        except Exception:
            # Whoever listened may be gone, as a terminal that was closed; the archive is kept all the same.
            _log.exception("what came of an index run could not be told")


def _foreseen(error: Exception, what: str) -> NewschatError:
    """The error as one that can be told."""
    if isinstance(error, NewschatError):
        return error
    return UnforeseenError(f"{what} ({type(error).__name__}: {error}).")
