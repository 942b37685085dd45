"""A tar archive, packed or not, as the files in it, one after the other: what is held at once is bounded.

Python's tarfile reads headers of any size into memory, keeps them all, and takes damage for the end of the archive.
"""

import gzip
import io
import tarfile
from collections.abc import Iterator
from typing import IO, Self

MAX_HEADER = 100_000
"""Bytes of all headers of one file; names and attributes take some hundreds."""

MAX_COMMON = 100
"""Attributes that an archive may state for all of its files at once; git states one."""


def is_tar(start: bytes) -> bool:
    """Whether the first 512 bytes are the header of a tar archive."""
    return start[257:262] == b"ustar"


def tar_entries(unpacked: io.BytesIO | gzip.GzipFile, limit: int) -> Iterator[tuple[tarfile.TarInfo, IO[bytes] | None]]:
    """What a tar archive holds but for folders: each with its content, None for a link or device.

    A content can be read until the next is asked for.

    Args:
        unpacked: the archive.
        limit: bytes that it may unfold to.

    Raises:
        tarfile.TarError: it is damaged, cut off, or larger than it may be; what came before is good.
        EOFError: its packed form is cut off.
    """
    stream = _Meter(unpacked, limit)
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header, encoding="utf-8") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # it would keep the headers of all files
            if len(archive.pax_headers) > MAX_COMMON:
                raise tarfile.ReadError(f"more than {MAX_COMMON} attributes of all files")
            stream.until = archive.offset + MAX_HEADER  # the offset is where the next file's headers begin
            if not info.isdir():
                yield info, archive.extractfile(info) if info.isreg() else None


class _Header(tarfile.TarInfo):
    """A header. Where there is none the archive is damaged, which tarfile would take for its end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):  # the mark of the end
                raise
            raise tarfile.ReadError(f"it breaks off: {error}") from error


class _Meter(io.RawIOBase):
    """A stream that ends with an error where it unfolds too far, or a header does.

    Args:
        stream: what is metered.
        limit: bytes that it may unfold to.

    Attributes:
        until: bytes from the start up to which the headers of the next file may reach.
    """

    def __init__(self, stream: io.BytesIO | gzip.GzipFile, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._unfolded = 0
        self.until = MAX_HEADER

    def read(self, size: int = -1) -> bytes:
        if self._unfolded > self.until:
            raise tarfile.ReadError(f"a header of more than {MAX_HEADER:,} bytes")
        content = self._stream.read(size)
        self._unfolded += len(content)
        if self._unfolded > self._limit:
            raise tarfile.ReadError(
                f"it unfolds to more than {self._limit:,} bytes, as no text of its packed size does"
            )
        return content
