"""Reads the files of a corpus with all cores, in order, and outlives a file that kills its reader.

Extraction is half of the processor time of a first index run and needs nothing of the archive, so it moves to processes
of its own, while this one embeds and writes.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection

from indexing.corpus import CorpusFile
from indexing.file_reading import FileReading, read_corpus_file
from indexing.lifeline import hold

FEWEST = 128
"""Files that are worth other processes: one takes a quarter of a second to start, a file 3 ms (text) to 20 (a page)."""

CHUNK_FILES = 32
CHUNK_BYTES = 4_000_000
"""Of files handed to a process at once. With two chunks a process under way, what was read but not yet written stays
below some dozens of megabytes."""

LARGE_FILE = 16_000_000
"""Bytes from which a file is read in this process: what it gives would be in memory twice, and copied in between."""

Request = tuple[CorpusFile, str | None]
"""A file, and the SHA-256 of the bytes that need not be read as news again."""


def usable_cores() -> int:
    """How many cores this process may use, 1 or more."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class ReadingPool:
    """Reads files.

    Args:
        workers: processes at most; 1 reads in this one, as few files always are.
        max_characters: longest passage, in code points.
    """

    def __init__(self, workers: int, max_characters: int) -> None:
        self._workers = workers
        self._max_characters = max_characters

    def read(self, requests: Sequence[Request]) -> Generator[FileReading, None, None]:
        """What came of each file, in the order of the requests.

        The generator must be closed where it is not exhausted: that ends the processes.
        """
        if self._workers < 2 or len(requests) < FEWEST:
            return self._read_here(requests)
        return self._read_apart(requests)

    def _read_here(self, requests: Iterable[Request]) -> Generator[FileReading, None, None]:
        return (read_corpus_file(file, known, self._max_characters) for file, known in requests)

    def _read_apart(self, requests: Sequence[Request]) -> Generator[FileReading, None, None]:
        with _readers(self._workers) as readers:
            if readers is None:
                yield from self._read_here(requests)
                return
            chunks = _chunks(requests)
            under_way: deque[_Chunk] = deque(self._begun(readers, chunk) for chunk in islice(chunks, 2 * self._workers))
            while under_way:
                chunk = under_way.popleft()
                try:
                    found = chunk.future.result() if chunk.future else None
                except BrokenProcessPool:
                    readers.renew(chunk.executor)
                    yield from self._read_one_by_one(chunk.requests)
                else:
                    yield from self._read_here(chunk.requests) if found is None else found
                under_way.extend(self._begun(readers, chunk) for chunk in islice(chunks, 1))

    def _begun(self, readers: "_Readers", requests: Sequence[Request]) -> "_Chunk":
        if requests[0][0].size >= LARGE_FILE:
            return _Chunk(requests)
        executor = readers.executor
        try:
            return _Chunk(requests, executor, executor.submit(_read_chunk, requests, self._max_characters))
        except BrokenProcessPool as error:
            failed: Future[list[FileReading]] = Future()
            failed.set_exception(error)
            return _Chunk(requests, executor, failed)

    def _read_one_by_one(self, requests: Sequence[Request]) -> Iterator[FileReading]:
        """Reads files of which one may have killed its reader, each in a process that reads nothing else."""
        with _readers(1) as readers:
            for request in requests:
                if readers is None:
                    yield from self._read_here([request])
                    continue
                executor = readers.executor
                try:
                    yield from executor.submit(_read_chunk, [request], self._max_characters).result()
                except BrokenProcessPool:
                    readers.renew(executor)
                    yield FileReading(failure="the process that read it died (killed, or out of memory)")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Files under way in an executor; to be read in this process where there is none."""

    requests: Sequence[Request]
    executor: ProcessPoolExecutor | None = None
    future: Future[list[FileReading]] | None = None


class _Readers:
    """Processes that read, until their lifeline is cut: also when this process is killed.

    Args:
        workers: how many.
        lifeline: the end that they hold.
    """

    def __init__(self, workers: int, lifeline: Connection) -> None:
        self._workers = workers
        self._lifeline = lifeline
        self.executor = self._made()

    def renew(self, broken: ProcessPoolExecutor | None) -> None:
        """Replaces an executor that lost a process, unless that was done already."""
        if broken is self.executor:
            broken.shutdown(wait=True)
            self.executor = self._made()

    def _made(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._workers, mp_context=get_context("spawn"), initializer=hold, initargs=(self._lifeline,)
        )


@contextmanager
def _readers(workers: int) -> Iterator[_Readers | None]:
    """Processes for the length of the block; None where none can be started."""
    held_there, held_here = get_context("spawn").Pipe(duplex=False)
    readers = _Readers(workers, held_there)
    try:
        yield readers if _starts(readers.executor) else None
        readers.executor.shutdown(wait=True)
    finally:
        # Where something went wrong, or the user stopped the run, nobody waits for files that are still being read.
        held_here.close()
        readers.executor.shutdown(wait=True, cancel_futures=True)
        held_there.close()


def _starts(executor: ProcessPoolExecutor) -> bool:
    try:
        executor.submit(os.getpid).result()
    except (BrokenProcessPool, OSError):
        return False
    return True


def _read_chunk(requests: Sequence[Request], max_characters: int) -> list[FileReading]:
    return [read_corpus_file(file, known, max_characters) for file, known in requests]


def _chunks(requests: Iterable[Request]) -> Iterator[Sequence[Request]]:
    chunk: list[Request] = []
    size = 0
    for request in requests:
        bytes_more = request[0].size
        if chunk and (len(chunk) == CHUNK_FILES or size + bytes_more > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(request)
        size += bytes_more
    if chunk:
        yield chunk
