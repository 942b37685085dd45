"""The corpus folder: which files are meant to be news."""

import hashlib
import os
import stat
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexing.archive_folder import archive_names
from indexing.errors import CorpusError, CorpusMissingError, ReadingError
from indexing.reading.containers.companions import is_companion
from indexing.reading.outcome import Skipped


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file of the corpus.

    Attributes:
        path: relative to the corpus folder, with ``/``, NFC: the same on every operating system.
        location: where it lies.
        size: bytes.
        mtime_ns: time of last modification.
        ctime_ns: time of last change, be it of its permissions; 0 where the system notes none (Windows).
    """

    path: str
    location: str
    size: int
    mtime_ns: int
    ctime_ns: int = 0

    def read(self, limit: int) -> "FileContent":
        """The file's bytes as they are now, whatever its size and time were when it was listed.

        Raises:
            OSError: it cannot be read.
            ReadingError: it is larger than ``limit`` bytes, or changed while it was read.
        """
        checked_ns = time.time_ns()
        with open(self.location, "rb") as stream:
            before = os.fstat(stream.fileno())
            if before.st_size > limit:
                raise ReadingError(
                    f"the file has {before.st_size:,} bytes, more than the {limit:,} that are read; split it"
                )
            content = stream.read(limit + 1)
            after = os.fstat(stream.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != after.st_size:
            raise ReadingError("the file changed while it was read; the next index run reads it")
        return FileContent(content, after.st_size, after.st_mtime_ns, checked_ns)


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file as it was at one moment.

    Attributes:
        content: its bytes.
        size: bytes.
        mtime_ns: time of last modification.
        checked_ns: when reading began.
    """

    content: bytes
    size: int
    mtime_ns: int
    checked_ns: int


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

    def signature(self) -> str:
        """A digest that changes when a file comes, goes, or changes its size or times."""
        rows = [f"{file.path}\t{file.size}\t{file.mtime_ns}\t{file.ctime_ns}" for file in self.files]
        rows += [f"{item.path}\t{item.reason}" for item in self.skipped]
        return hashlib.blake2b("\n".join(rows).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def scan(folder: Path) -> Corpus:
    """Lists a corpus folder and its subfolders. No file is opened.

    Left out without a word: hidden files and folders, ``README*`` (they describe a corpus), the scripts, styles and
    pictures that a browser saves beside a page, and archives: no news, and every index run changes them. Linked folders
    are not followed: in the corpus they would give every article twice, outside they are not the corpus.

    Raises:
        CorpusError: the folder is missing, is no folder or cannot be read.
    """
    root = _root(folder)
    files: dict[str, CorpusFile] = {}
    skipped: list[Skipped] = []
    for path, entry in _entries(str(root), skipped):
        found = _examined(root, path, entry)
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
    try:
        if not folder.exists():
            raise CorpusMissingError(
                f"The corpus folder {folder} does not exist. Make it and put articles in it, or name another.",
                folder=folder,
            )
        if not folder.is_dir():
            raise CorpusError(f"The corpus {folder} is a file. Name the folder that holds it.", folder=folder)
        return folder.resolve()
    except OSError as error:
        raise CorpusError(f"The corpus folder {folder} cannot be read: {error.strerror}.", folder=folder) from error


def _entries(root: str, skipped: list[Skipped]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file with its path below ``root``; in an order that depends on names alone."""
    # Neither recursion (a thousand nested folders would exhaust it) nor pathlib (it took three quarters of the second
    # that an index run without news spent on 10,000 files).
    folders = [("", root)]
    while folders:
        below, folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            if folder == root:  # as a skip it would look like an empty corpus, and every article would be deleted
                raise CorpusError(f"The corpus folder {root} cannot be read: {error.strerror}.", folder=root) from error
            skipped.append(Skipped(_stored(below[:-1]), f"the folder cannot be read: {error.strerror}"))
            continue
        archive = archive_names([entry.name for entry in entries])
        for entry in entries:
            if entry.name.startswith((".", "README")) or entry.name in archive:
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((f"{below}{entry.name}/", entry.path))
            elif not is_companion(below + entry.name):
                yield below + entry.name, entry


def _examined(root: Path, written: str, entry: os.DirEntry[str]) -> CorpusFile | Skipped:
    path = _stored(written)
    if "\ufffd" in path and "\ufffd" not in written:
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
    ctime_ns = status.st_ctime_ns if os.name == "posix" else 0  # elsewhere it is when the file was made
    return CorpusFile(path, entry.path, status.st_size, status.st_mtime_ns, ctime_ns)


def _stored(path: str) -> str:
    """The corpus path; bytes of a name that are not UTF-8 become U+FFFD, so that it can be printed and stored."""
    if path.isascii():
        return path
    return unicodedata.normalize("NFC", os.fsencode(path).decode("utf-8", "replace"))
