"""One writer at a time, whatever happens to it: the operating system lets go of the lock of a process that dies."""

import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from indexing.archive_folder import HOLDER_FILE, LOCK_FILE
from indexing.errors import ArchiveBusyError, ArchiveError

_COMMAND_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that writes.

    Attributes:
        pid: its number.
        host: its machine; a shared folder may be written from another one.
        command: what it was started as.
        since: when it took the lock, on its own clock.
    """

    pid: int
    host: str
    command: str
    since: str

    def __str__(self) -> str:
        return f"{self.command} (process {self.pid} on {self.host}, since {self.since})"


class WriterLock:
    """The lock of an archive's folder. Readers need none: they never see half of a change.

    Args:
        folder: the archive's folder; made when missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def held(self, wait: float = 0.0, on_wait: Callable[[str], None] = lambda message: None) -> Iterator[None]:
        """Holds the lock while the block runs.

        Args:
            wait: seconds to wait for another process to finish.
            on_wait: told, once, who is waited for.

        Raises:
            ArchiveBusyError: another process holds it.
            ArchiveError: the folder cannot be made or written.
        """
        lock = self._acquired(wait, on_wait)
        try:
            self._sign()
            yield
        finally:
            with suppress(OSError):  # names nobody once the lock is free
                (self._folder / HOLDER_FILE).unlink(missing_ok=True)
            lock.release()

    def holder(self) -> Holder | None:
        """Who signed last; None when nobody did, or not legibly. Says nothing about whether the lock is still held."""
        try:
            return Holder(**json.loads((self._folder / HOLDER_FILE).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _acquired(self, wait: float, on_wait: Callable[[str], None]) -> FileLock:
        lock = FileLock(self._folder / LOCK_FILE, thread_local=False)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                if not wait:
                    raise
                on_wait(f"Waiting up to {wait:g} seconds for {self._described()}.")
                lock.acquire(timeout=wait)
        except Timeout as error:
            raise ArchiveBusyError(
                f"The archive {self._folder} is being written by {self._described()}. "
                "Wait until it is done, or let newschat index --wait SECONDS do so."
            ) from error
        except FileExistsError as error:
            raise ArchiveError(
                f"The archive folder {self._folder} is a file. Choose another archive folder."
            ) from error
        except OSError as error:
            raise ArchiveError(
                f"The archive folder {self._folder} cannot be written: {error.strerror}. "
                "Mend its permissions or free some space, or choose another archive folder."
            ) from error
        return lock

    def _described(self) -> str:
        return str(self.holder() or "another process")

    def _sign(self) -> None:
        holder = Holder(os.getpid(), platform.node(), _command(), f"{datetime.now():%Y-%m-%d %H:%M:%S}")
        with suppress(OSError):  # a full disk; whoever is turned away then does not learn by whom
            (self._folder / HOLDER_FILE).write_text(json.dumps(asdict(holder), ensure_ascii=False), "utf-8")


def _command() -> str:
    program, *arguments = sys.argv or ["newschat"]
    return " ".join([Path(program).name, *arguments])[:_COMMAND_SHOWN]
