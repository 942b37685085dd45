"""Where the derived parts of an archive lie: vectors and keywords, by generation.

A generation is built whole and never repaired: whatever is wrong with one, the next is made from the catalog
beside it, the catalog names it as the live one, and the old one is removed.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from indexing.archive.disk_use import DiskUse, folder_size
from indexing.archive.keywords import KeywordIndex
from indexing.archive.vectors import VectorStore, embedded, remove_collections, served
from indexing.errors import ArchiveError

_VECTORS = "chroma"
_KEYWORDS = "keywords"


@dataclass(frozen=True, slots=True)
class Generation:
    """The derived parts of an archive that belong together.

    Attributes:
        name: "1", "2", ...
        vectors: finds passages by meaning.
        keywords: finds passages by words.
    """

    name: str
    vectors: VectorStore
    keywords: KeywordIndex

    def close(self) -> None:
        """Lets go of all files."""
        self.vectors.close()
        self.keywords.close()


class Generations:
    """Opens and removes generations.

    Args:
        folder: the archive's folder.
        archive_id: tells this archive's collections from others' on a shared Chroma server.
        chroma_url: address of the Chroma server, None to keep vectors in the folder.
    """

    def __init__(self, folder: Path, archive_id: str, chroma_url: str | None) -> None:
        self._folder = folder
        self._prefix = f"newschat-{archive_id}-"
        self._chroma_url = chroma_url

    def open(self, name: str, *, create: bool) -> Generation:
        """A generation; files are touched at its first use.

        Args:
            name: of the generation.
            create: make its parts when they are missing.

        Raises:
            ArchiveError: the server's address is none; a part is missing and ``create`` is False.
        """
        vectors_folder = self._folder / _VECTORS / name
        if self._chroma_url:
            connect = served(self._chroma_url)
        elif create or vectors_folder.is_dir():
            connect = embedded(vectors_folder)
        else:
            raise ArchiveError(f"The archive in {self._folder} has lost its vectors. Run: newschat index --rebuild")
        return Generation(
            name=name,
            vectors=VectorStore(connect, self._prefix + name, create=create),
            keywords=KeywordIndex(self._folder / _KEYWORDS / name, create=create),
        )

    def disk_use(self, name: str, *, catalog: int) -> DiskUse:
        """How much room a generation takes, beside a catalog of so many bytes."""
        return DiskUse(
            catalog=catalog,
            vectors=folder_size(self._folder / _VECTORS / name),
            keywords=folder_size(self._folder / _KEYWORDS / name),
        )

    def remove_others(self, live: str) -> None:
        """Removes every generation but the live one. None of them may be open.

        Raises:
            ArchiveError: something cannot be removed.
        """
        try:
            for part in (_VECTORS, _KEYWORDS):
                for old in (self._folder / part).glob("*"):
                    if old.name != live:
                        shutil.rmtree(old)
        except OSError as error:
            raise ArchiveError(f"An old part of the archive cannot be removed: {error}.") from error
        if self._chroma_url:
            remove_collections(served(self._chroma_url), self._prefix, keep=self._prefix + live)
