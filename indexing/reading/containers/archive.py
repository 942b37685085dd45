"""Archives of saved articles (.zip, .tar, .tar.gz, .gz): each file in them is read as if it lay in the corpus.

Nothing is unpacked to disk. Every bound is one that a hostile archive would break: a few kilobytes can unfold to
terabytes, and an archive can hold itself.
"""

import gzip
import io
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Protocol

from indexing.article import Article
from indexing.errors import ReadingError
from indexing.reading.containers.companions import is_companion
from indexing.reading.containers.tarball import is_tar, tar_entries
from indexing.reading.outcome import Reading, Skipped

MAX_MEMBERS = 50_000
MAX_UNPACKED = 2_000_000_000
"""Bytes of all files in an archive together; they are read one after the other and never held at once."""

MAX_MEMBER = 100_000_000
MAX_RATIO = 300
"""Times that a file may be larger than its packed form; text packs five- to twentyfold."""

RATIO_FROM = 1_000_000
"""Bytes under which the ratio does not matter."""

MAX_DEPTH = 2
"""Archives inside one another; the file's own path has one ``#`` more for each."""

_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
_DOCUMENT_MEMBERS = ("[Content_Types].xml", "mimetype")


class ReadMember(Protocol):
    """How a file in an archive is read; it may be an archive again."""

    def __call__(self, content: bytes, path: str, depth: int) -> Reading:
        """Reads a file that is in ``depth`` - 1 archives; raises ReadingError."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in an archive: its name, and its bytes or the reason why it is not looked at."""

    name: str
    content: Callable[[], bytes]
    refused: str = ""


def read_archive(content: bytes, path: str, depth: int, read: ReadMember) -> Reading:
    """The articles of all files in an archive; a file that cannot be read is skipped by name.

    Args:
        content: the archive.
        path: of the archive; its files are addressed as ``path#name``.
        depth: 1 for an archive that is no file of another.
        read: reads one file.

    Raises:
        ReadingError: the archive is broken, nested too deeply, or holds no article.
    """
    if depth > MAX_DEPTH:
        raise ReadingError(f"archives nest more than {MAX_DEPTH} deep; unpack the inner one")
    articles: list[Article] = []
    skipped: list[Skipped] = []
    try:
        for member in _members(content, path):
            _read_member(member, f"{path}#{member.name}", depth, read, articles, skipped)
    except _BROKEN as error:
        if not articles:
            raise ReadingError(f"the archive is damaged ({_said(error)}); pack it again") from error
        skipped.append(Skipped(path, f"the archive is damaged from here on ({_said(error)}); pack it again"))
    if not articles:
        first = f"; the first, {skipped[0].path}: {skipped[0].reason}" if skipped else ""
        raise ReadingError(f"no article in the archive: {len(skipped)} files and none can be read{first}")
    return Reading(tuple(articles), tuple(skipped))


def _read_member(
    member: _Member, path: str, depth: int, read: ReadMember, articles: list[Article], skipped: list[Skipped]
) -> None:
    try:
        if member.refused:
            raise ReadingError(member.refused)
        reading = read(member.content(), path, depth + 1)
    except (ReadingError, *_BROKEN) as error:
        skipped.append(Skipped(path, str(error) if isinstance(error, ReadingError) else _said(error)))
    except Exception as error:  # as with a file of the corpus: one that no reader was written for costs no other
        skipped.append(Skipped(path, f"reading it failed unexpectedly ({_said(error)})"))
    else:
        articles += reading.articles
        skipped += reading.skipped


def _members(content: bytes, path: str) -> Iterator[_Member]:
    if content.startswith(b"PK"):
        yield from _distinct(_zip_members(content))
        return
    unpacked: io.BytesIO | gzip.GzipFile = io.BytesIO(content)
    if content.startswith(b"\x1f\x8b"):
        unpacked = gzip.GzipFile(fileobj=unpacked)
        if not is_tar(_start(content)):
            yield _Member(PurePosixPath(path).name.removesuffix(".gz"), lambda: _bounded(unpacked, len(content)))
            return
    yield from _distinct(_tar_members(unpacked, len(content)))


def _distinct(members: Iterator[_Member]) -> Iterator[_Member]:
    """The files worth a look, as in a corpus folder: none hidden, no ``README``, nothing saved beside a page.

    Each name once; not too many.
    """
    seen: set[str] = set()
    for number, member in enumerate(members):
        if number >= MAX_MEMBERS:
            raise tarfile.TarError(f"more than {MAX_MEMBERS:,} files")
        parts = PurePosixPath(member.name).parts
        if not parts or parts[-1].startswith("README") or parts[0] == "__MACOSX":
            continue
        if is_companion(member.name) or any(part.startswith(".") and part != ".." for part in parts):
            continue
        if member.name.startswith("/") or ".." in parts or "\\" in member.name or ":" in parts[0]:
            yield _Member(member.name, member.content, "the name leads out of the archive")
        elif member.name in seen:
            yield _Member(member.name, member.content, "the archive has another file of this name")
        else:
            seen.add(member.name)
            yield member


def _zip_members(content: bytes) -> Iterator[_Member]:
    left = MAX_UNPACKED
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if info.filename in _DOCUMENT_MEMBERS:
                raise ReadingError(
                    "the file is an office document that is not read (xlsx, pptx, odt, epub); save it as .docx or text"
                )
            left -= info.file_size
            refused = "it is encrypted" if info.flag_bits & 1 else _too_large(info.file_size, info.compress_size, left)

            def unpacked(info: zipfile.ZipInfo = info) -> bytes:
                try:
                    with archive.open(info) as stream:
                        return _bounded(stream, info.compress_size)
                except ValueError as error:  # it is said to begin before the archive does
                    raise zipfile.BadZipFile(str(error)) from error

            yield _Member(_zip_name(info), unpacked, refused)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name of a file; archivers of macOS write it in UTF-8, those of Korean Windows in CP949, and do not say so."""
    name = info.filename
    if not name.isascii() and not info.flag_bits & 0x800:
        with suppress(UnicodeEncodeError):
            written = name.encode("cp437")
            in_utf_8, in_cp949 = _decoded(written, "utf-8"), _decoded(written, "cp949")
            # A few short names are both ("청카.txt" is "ûī.txt"); but Hangul has three bytes in UTF-8.
            is_utf_8 = in_utf_8 is not None and (in_cp949 is None or max(in_utf_8) >= "\u0800")
            name = (in_utf_8 if is_utf_8 else in_cp949) or name
    return unicodedata.normalize("NFC", name)


def _tar_name(info: tarfile.TarInfo) -> str:
    """The name of a file, in UTF-8 or else in CP949."""
    written = info.name.encode("utf-8", "surrogateescape")
    name = _decoded(written, "utf-8") or _decoded(written, "cp949") or written.decode("utf-8", "replace")
    return unicodedata.normalize("NFC", name.removeprefix("./"))


def _decoded(name: bytes, codec: str) -> str | None:
    try:
        return name.decode(codec)
    except UnicodeDecodeError:
        return None


def _tar_members(unpacked: io.BytesIO | gzip.GzipFile, packed: int) -> Iterator[_Member]:
    for info, file in tar_entries(unpacked, min(MAX_UNPACKED, max(RATIO_FROM, MAX_RATIO * packed))):
        name = _tar_name(info)
        if file is None:
            yield _Member(name, bytes, "it is a link or a device and no file")
            continue
        with closing(file):
            yield _Member(name, file.read, _too_large(info.size, info.size, MAX_MEMBER))


def _too_large(size: int, packed: int, left: int) -> str:
    if size > MAX_MEMBER or left < 0:
        return f"it has {size:,} bytes, more than an archive's files may have; put it into the folder itself"
    if size > RATIO_FROM and size > MAX_RATIO * max(1, packed):
        return f"it unfolds {size // max(1, packed):,} times, as no text does"
    return ""


def _bounded(stream: IO[bytes] | io.BytesIO | gzip.GzipFile, packed: int) -> bytes:
    """The whole stream, if it is no larger than it may be, whatever the archive says about its size."""
    limit = min(MAX_MEMBER, max(RATIO_FROM, MAX_RATIO * packed))
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise ReadingError(f"it unfolds to more than {limit:,} bytes, as no text of its packed size does")
    return content


def _start(packed: bytes) -> bytes:
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(packed)).read(512)
    except _BROKEN:
        return b""


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error)[:100]}"
