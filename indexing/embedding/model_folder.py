"""What is in a model folder, as one digest: a retrained model under the same name must not reuse old vectors."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from indexing.errors import EmbeddingError

_WHOLE = 64 * 2**20
_SAMPLES = 64
_SAMPLE = 2**20
_IGNORED_SUFFIXES = frozenset({".md"})


def folder_digest(folder: Path) -> str:
    """A digest of a model folder's files.

    Small files are read whole. Of a file beyond 64 MiB, 64 samples of 1 MiB spread over it are read: training moves
    nearly every weight, and hashing 2 GB at every start would cost more than loading the bundled model.

    Args:
        folder: an existing folder.

    Returns:
        16 hex digits, independent of where the folder lies and of file times.

    Raises:
        EmbeddingError: a file cannot be read.
    """
    digest = hashlib.blake2b(digest_size=8)
    try:
        for file in sorted(_weighty_files(folder)):
            name = file.relative_to(folder).as_posix()
            digest.update(f"{name}\n{file.stat().st_size}\n".encode("utf-8", "surrogateescape"))
            for block in _blocks(file):
                digest.update(block)
    except OSError as error:
        raise EmbeddingError(f"The model folder {folder} cannot be read: {error}.") from error
    return digest.hexdigest()


def _weighty_files(folder: Path) -> list[Path]:
    return [
        file
        for file in folder.rglob("*")
        if file.is_file()
        and file.suffix not in _IGNORED_SUFFIXES
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    ]


def _blocks(file: Path) -> Iterator[bytes]:
    size = file.stat().st_size
    with file.open("rb") as stream:
        if size <= _WHOLE:
            while block := stream.read(_SAMPLE):
                yield block
            return
        for sample in range(_SAMPLES):
            stream.seek((size - _SAMPLE) * sample // (_SAMPLES - 1))
            yield stream.read(_SAMPLE)
