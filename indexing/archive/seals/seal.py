"""What the files of a store were when it last agreed with the catalog; whatever differs since is not trusted.

Chroma rewrites its graph in place, and a process that is killed meanwhile leaves files that crash the next one
(a truncated ``header.bin`` or a half-zeroed ``link_lists.bin`` is a segmentation fault, not an exception), or that
answer and have lost their links without a word. So damaged files must be found before Chroma opens them, and only
what was sealed after its last write is opened.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

_BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file as it was.

    Attributes:
        size: bytes.
        mtime_ns: time of last modification.
        digest: of its content, None where it was not taken yet: then its time alone tells that it is the same.
    """

    size: int
    mtime_ns: int
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """The files of a store, by their paths relative to its folder.

    Attributes:
        files: as they were.
        boot: the start of the machine since which they may not have reached the disk; None where they surely did.
        commit: number of the store's last commit, where it counts them.
    """

    files: Mapping[str, SealedFile]
    boot: str | None
    commit: int = 0

    def changed(self, folder: Path, found: Iterable[str]) -> str | None:
        """What is not as it was sealed, in words; None when all is.

        A copied archive, whose files have new times but the same contents, is the same.

        Args:
            folder: of the store.
            found: files that are there and should have been sealed.
        """
        if self.boot is not None and self.boot != _boot():
            return "the machine went down while they were being written"
        for name in sorted({*self.files, *found}):
            difference = self.difference(folder, name)
            if difference:
                return difference
        return None

    def difference(self, folder: Path, name: str) -> str | None:
        """How one file differs from what was sealed, None if it does not."""
        sealed = self.files.get(name)
        if sealed is None:
            return f"{name} was being written when its process ended"
        try:
            status = (folder / name).stat()
        except OSError as error:
            return f"{name} is missing" if isinstance(error, FileNotFoundError) else f"{name}: {error.strerror}"
        if status.st_size != sealed.size:
            return f"{name} has {status.st_size:,} bytes instead of {sealed.size:,}"
        if status.st_mtime_ns != sealed.mtime_ns and sealed.digest != (sealed.digest and _digest(folder / name)):
            return f"{name} is not what was written"
        if status.st_mtime_ns != sealed.mtime_ns and sealed.digest is None:
            return f"{name} was being written when its process ended"
        return None

    def rot(self, folder: Path) -> list[str]:
        """Names of files whose contents have changed though size and time have not: a failing disk."""
        return [name for name, file in sorted(self.files.items()) if file.digest and _is_rotten(folder / name, file)]

    def made_durable(self, folder: Path) -> Seal:
        """The same, once every file has reached the disk, with the digests that were missing.

        Raises:
            OSError: a file cannot be read or written to the disk.
        """
        files = {}
        for name, file in self.files.items():
            if file.digest is None:
                _sync(folder / name)
                files[name] = replace(file, digest=_digest(folder / name))
            else:
                files[name] = file
        return replace(self, files=files, boot=None)

    def to_json(self) -> str:
        """As text."""
        files = {name: [sealed.size, sealed.mtime_ns, sealed.digest] for name, sealed in self.files.items()}
        return json.dumps({"boot": self.boot, "commit": self.commit, "files": files}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Seal:
        """What ``to_json`` gave."""
        record = json.loads(text)
        files = {name: SealedFile(*fields) for name, fields in record["files"].items()}
        return cls(files, record["boot"], record["commit"])


def sealed(folder: Path, names: Iterable[str], former: Seal | None, commit: int = 0) -> Seal:
    """A seal of files as they are now, not yet known to have reached the disk.

    Args:
        folder: of the store.
        names: paths of the files, relative to it; one that vanishes meanwhile is left out.
        former: the seal before, whose digests are good for what has not changed since.
        commit: number of the store's last commit, where it counts them.
    """
    files = {}
    for name in names:
        try:
            status = (folder / name).stat()
        except FileNotFoundError:
            continue
        now = SealedFile(status.st_size, status.st_mtime_ns)
        before = former.files.get(name) if former else None
        same = before is not None and (before.size, before.mtime_ns) == (now.size, now.mtime_ns)
        files[name] = before if same and before else now
    return Seal(files, _boot(), commit)


def _is_rotten(file: Path, sealed: SealedFile) -> bool:
    try:
        status = file.stat()
    except OSError:
        return False
    same = (status.st_size, status.st_mtime_ns) == (sealed.size, sealed.mtime_ns)
    return same and _digest(file) != sealed.digest


def _digest(file: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@cache
def _boot() -> str:
    """Names the machine's start; the same for ever where the operating system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return "unknown"
