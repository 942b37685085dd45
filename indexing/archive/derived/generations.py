"""Where the derived stores of an archive lie: vectors and keywords, each by generation.

A generation of a store is built whole and never repaired: whatever is wrong with one, the next is made from the
catalog beside it, the catalog names it as the live one, and the old one is removed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from indexing.archive.derived.chroma import embedded, remove_collections, served
from indexing.archive.derived.keywords import KeywordIndex
from indexing.archive.derived.vectors import GRAPH_EVERY, VectorStore
from indexing.archive.disk_use import DiskUse, folder_size
from indexing.archive.seals.graph import graph_fault
from indexing.archive.seals.inspection import (
    CHROMA_DATABASE,
    condemn,
    keyword_files,
    keywords_damage,
    last_commit,
    vector_files,
    vectors_damage,
)
from indexing.archive.seals.parts import Part
from indexing.archive.seals.seal import Seal, sealed
from indexing.archive_folder import STORES_LOCK_FILE
from indexing.errors import ArchiveError

Names = Mapping[Part, str]
"""The generation of each part: "1", "2", ..."""


@dataclass(frozen=True, slots=True)
class Generation:
    """The derived stores in use.

    Attributes:
        names: their generations.
        vectors: finds passages by meaning.
        keywords: finds passages by words.
    """

    names: Names
    vectors: VectorStore
    keywords: KeywordIndex

    @property
    def name(self) -> str:
        """The generation, or both where they differ."""
        return "/".join(sorted(set(self.names.values()), key=int))

    def close(self) -> None:
        """Lets go of all files."""
        self.vectors.close()
        self.keywords.close()


class Generations:
    """Opens, examines, seals and removes generations.

    Args:
        folder: the archive's folder.
        archive_id: tells this archive's collections from others' on a shared Chroma server.
        chroma_url: address of the Chroma server, None to keep vectors in the folder.
        graph_every: changes after which Chroma writes the graph of a new generation into files.
    """

    def __init__(
        self, folder: Path, archive_id: str, chroma_url: str | None, *, graph_every: int = GRAPH_EVERY
    ) -> None:
        self._folder = folder
        self._prefix = f"newschat-{archive_id}-"
        self._chroma_url = chroma_url
        self._graph_every = graph_every

    def open(self, names: Names, *, create: bool) -> Generation:
        """The stores of a generation; files are touched at their first use.

        Args:
            names: of the parts.
            create: make the parts when they are missing.

        Raises:
            ArchiveError: the server's address is none.
        """
        vectors, keywords = (self.folder(part, names) for part in Part)
        return Generation(
            names=names,
            vectors=VectorStore(
                served(self._chroma_url) if self._chroma_url else embedded(vectors),
                self._prefix + names[Part.VECTORS],
                create=create,
                graph_every=self._graph_every,
                on_damage=(lambda reason: None) if self._chroma_url else (lambda reason: condemn(vectors, reason)),
            ),
            keywords=KeywordIndex(keywords, create=create, on_damage=lambda reason: condemn(keywords, reason)),
        )

    def folder(self, part: Part, names: Names) -> Path:
        """Where a part lies; nothing lies there when a server keeps it."""
        return self._folder / part / names[part]

    def is_local(self, part: Part) -> bool:
        """Whether a part lies in the archive's folder."""
        return part is Part.KEYWORDS or not self._chroma_url

    def exist(self, names: Names) -> bool:
        """Whether any part has a folder."""
        return any(self.folder(part, names).is_dir() for part in Part)

    def damage(
        self, part: Part, live: Generation, seal: Seal | None, differ: Callable[[set[str]], str | None]
    ) -> str | None:
        """What is wrong with a part, in words; None if nothing is. Must be called within ``exclusive``.

        Args:
            part: to look at.
            live: the stores in use.
            seal: of the part.
            differ: compares ids with those that it must hold, in words; None if they are the same.
        """
        folder = self.folder(part, live.names)
        if part is Part.KEYWORDS:
            return keywords_damage(folder, seal, differ, live.keywords.ids)
        if self.is_local(part):
            return vectors_damage(folder, seal, differ)
        try:
            return differ(set(live.vectors.ids()))
        except ArchiveError as error:
            return str(error.__cause__ or error)

    def seals(self, names: Names, former: Mapping[Part, Seal | None]) -> dict[Part, Seal]:
        """The parts as they are now. Must be called within ``exclusive``, when all that was written is written.

        Raises:
            ArchiveError: a part was not written to the end, or its files cannot be read.
        """
        keywords = self.folder(Part.KEYWORDS, names)
        try:
            commit = last_commit(keywords).number
            found = {Part.KEYWORDS: sealed(keywords, [*keyword_files(keywords)], former[Part.KEYWORDS], commit)}
            if self.is_local(Part.VECTORS):
                vectors = self.folder(Part.VECTORS, names)
                if fault := graph_fault(vectors):
                    raise ArchiveError(
                        f"The vectors were not written to the end: {fault}. The disk may be full: free some space and "
                        "run: newschat index"
                    )
                files = [*vector_files(vectors), CHROMA_DATABASE]
                found[Part.VECTORS] = sealed(vectors, files, former[Part.VECTORS])
        except (OSError, ValueError) as error:
            raise ArchiveError(f"The archive in {self._folder} cannot be read: {error}.") from error
        return found

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keeps other processes from writing, or from loading what is half written, while the block runs.

        Chroma rewrites its files in place; a process that loads them meanwhile crashes. In a folder that cannot be
        written nothing is kept from anything.
        """
        lock = FileLock(self._folder / STORES_LOCK_FILE, thread_local=False)
        with suppress(OSError):
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def disk_use(self, names: Names, *, catalog: int) -> DiskUse:
        """How much room the stores take, beside a catalog of so many bytes."""
        vectors, keywords = (folder_size(self.folder(part, names)) for part in Part)
        return DiskUse(catalog=catalog, vectors=vectors, keywords=keywords)

    def next_name(self, names: Names) -> str:
        """A name that no part has or had lately."""
        taken = [folder.name for part in Part for folder in (self._folder / part).glob("*")]
        return str(max(int(name) for name in (*names.values(), *taken) if name.isdecimal()) + 1)

    def strangers(self, names: Names) -> list[Path]:
        """Folders of generations that are not in use: an interrupted rebuild, or an old part that was still open."""
        return [
            folder for part in Part for folder in sorted((self._folder / part).glob("*")) if folder.name != names[part]
        ]

    def remove_others(self, names: Names) -> None:
        """Removes every generation but those in use. None of them may be open.

        Raises:
            ArchiveError: something cannot be removed.
        """
        try:
            for folder in self.strangers(names):
                shutil.rmtree(folder)
        except OSError as error:
            raise ArchiveError(f"An old part of the archive cannot be removed: {error}.") from error
        if self._chroma_url:
            remove_collections(served(self._chroma_url), self._prefix, keep=self._prefix + names[Part.VECTORS])
