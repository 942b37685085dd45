"""An index run in a process of its own: what it takes, and what befalls it, leaves the page alone."""

import os
import time
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from app.settings import Settings
from indexing.errors import ArchiveError, NewschatError
from indexing.lifeline import hold
from indexing.progress import Progress
from indexing.report import IndexReport

_BETWEEN_MESSAGES = 0.2
"""Seconds; a run over 10,000 files would otherwise send as many messages as it reads files."""

_PATIENCE = 600.0
"""Seconds for which another process that writes to the archive is waited for."""

_NICENESS = 10
"""Answers come first where both want the same core."""


class IndexProcess:
    """Brings an archive up to its corpus folder, once a call.

    In a thread of the page it would hold the interpreter's lock half of the time, and an answer would take twice as
    long; a model that runs out of memory, or a library that crashes, would end the page.

    Args:
        settings: which archive, corpus and embedder.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lifeline: Connection | None = None
        self._stopped = False

    def run(self, progress: Progress) -> IndexReport:
        """Starts the process and waits for what it did.

        Args:
            progress: called with stage, done and total.

        Raises:
            NewschatError: of the kind and with the words that the run failed with.
        """
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_index, args=(self._settings, there), name="newschat index")
        process.start()
        there.close()
        self._lifeline = here
        try:
            if self._stopped:
                self.stop()
            return _outcome(here, progress)
        finally:
            self._lifeline = None
            here.close()
            process.join()

    def stop(self) -> None:
        """Ends a run that is going on, and each that is begun later; the archive stays sound."""
        self._stopped = True
        if (lifeline := self._lifeline) is not None:
            with suppress(OSError):
                lifeline.send("stop")


def _outcome(process: Connection, progress: Progress) -> IndexReport:
    try:
        while True:
            message = process.recv()
            if isinstance(message, tuple):
                progress(*message)
            elif isinstance(message, IndexReport):
                return message
            else:
                raise message
    except (EOFError, OSError) as error:
        raise ArchiveError(
            "The index run ended before it was done. What it had written stays; the next run goes on from there."
        ) from error


def _index(settings: Settings, page: Connection) -> None:
    """The process: indexes, and tells how far it is and what came of it."""
    hold(page)
    with suppress(OSError, AttributeError):  # Windows has no niceness
        os.nice(_NICENESS)
    from app.composition.archive import index_corpus

    last = 0.0

    def tell(stage: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _BETWEEN_MESSAGES or done == total:
            last = time.monotonic()
            page.send((stage, done, total))

    try:
        page.send(index_corpus(settings, settings.corpus_dir, wait=_PATIENCE, progress=tell))
    except NewschatError as error:
        page.send(error)
