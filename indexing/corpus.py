"""The corpus folder: which files are meant to be news."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexing.errors import CorpusError, ReadingError
from indexing.reading import Skipped


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file of the corpus.

    Attributes:
        path: relative to the corpus folder, with ``/``, NFC: the same on every operating system.
        file: where it lies.
        size: bytes.
        mtime_ns: time of last modification.
    """

    path: str
    file: Path
    size: int
    mtime_ns: int

    def content(self, limit: int) -> bytes:
        """The file's bytes; should it have grown since it was listed, one more than ``limit``.

        Raises:
            OSError: it cannot be read.
            ReadingError: it is larger than ``limit`` bytes; it was not opened.
        """
        if self.size > limit:
            raise ReadingError(f"the file has {self.size:,} bytes, more than the {limit:,} that are read; split it")
        with self.file.open("rb") as stream:
            return stream.read(limit + 1)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a corpus folder holds.

    Attributes:
        files: sorted by path.
        skipped: what should be news but cannot be used, sorted by path; a folder stands for all in it.
    """

    files: tuple[CorpusFile, ...]
    skipped: tuple[Skipped, ...]

    def hides(self, path: str) -> bool:
        """Whether a path may still exist behind a file or folder that could not be looked at."""
        return any(path == item.path or path.startswith(f"{item.path}/") for item in self.skipped)


def scan(folder: Path) -> Corpus:
    """Lists a corpus folder and its subfolders. No file is opened.

    Left out without a word: hidden files and folders, and ``README*`` (they describe a corpus). Linked folders are
    not followed: in the corpus they would give every article twice, outside they are not the corpus.

    Raises:
        CorpusError: the folder is missing, is no folder or cannot be read.
    """
    root = _root(folder)
    files: dict[str, CorpusFile] = {}
    skipped: list[Skipped] = []
    for entry in _entries(root, root, skipped):
        found = _examined(root, entry)
        if isinstance(found, Skipped):
            skipped.append(found)
        elif found.path in files:
            skipped.append(Skipped(found.path, "another file's name looks the same (it differs only in Unicode form)"))
        else:
            files[found.path] = found
    return Corpus(
        files=tuple(files[path] for path in sorted(files)),
        skipped=tuple(sorted(skipped, key=lambda item: item.path)),
    )


def _root(folder: Path) -> Path:
    if not folder.exists():
        raise CorpusError(
            f"The corpus folder {folder} does not exist. Make it and put articles in it, or name another."
        )
    if not folder.is_dir():
        raise CorpusError(f"The corpus {folder} is a file. Name the folder that holds it.")
    return folder.resolve()


def _entries(root: Path, folder: Path, skipped: list[Skipped]) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        if folder == root:  # as a skip it would look like an empty corpus, and every article would be deleted
            raise CorpusError(f"The corpus folder {root} cannot be read: {error.strerror}.") from error
        skipped.append(Skipped(_relative(root, folder), f"the folder cannot be read: {error.strerror}"))
        return
    for entry in entries:
        if entry.name.startswith((".", "README")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(root, Path(entry.path), skipped)
        else:
            yield entry


def _examined(root: Path, entry: os.DirEntry[str]) -> CorpusFile | Skipped:
    path = _relative(root, Path(entry.path))
    if "\ufffd" in path and "\ufffd" not in entry.path:
        return Skipped(path, "the file's name is not valid UTF-8; rename it")
    try:
        if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(root):
            return Skipped(path, "the link points outside the corpus folder")
        status = entry.stat()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        return Skipped(path, f"the file cannot be read: {getattr(error, 'strerror', None) or error}")
    if stat.S_ISDIR(status.st_mode):
        return Skipped(path, "links to folders are not followed")
    if not stat.S_ISREG(status.st_mode):
        return Skipped(path, "not a regular file")
    return CorpusFile(path, Path(entry.path), status.st_size, status.st_mtime_ns)


def _relative(root: Path, path: Path) -> str:
    """The corpus path; bytes of a name that are not UTF-8 become U+FFFD, so that it can be printed and stored."""
    name = path.relative_to(root).as_posix()
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))
