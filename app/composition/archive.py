"""What is done to an archive as a whole: index, verify, compact, tell its status."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path

from app.composition.embedders import deferred_embedder
from app.settings import Settings
from indexing.archive.archive import Archive
from indexing.archive.derived.verification import Verification
from indexing.archive.disk_use import DiskUse
from indexing.archive.opening import open_archive
from indexing.archive.read_only import readable
from indexing.archive.writer_lock import WriterLock
from indexing.archive_folder import CATALOG_FILE
from indexing.errors import ArchiveMissingError
from indexing.indexer import Indexer
from indexing.progress import Notify, Progress, silent
from indexing.reading_pool import usable_cores
from indexing.report import IndexReport


def index_corpus(
    settings: Settings,
    corpus: Path,
    *,
    rebuild: bool = False,
    dry_run: bool = False,
    purge: bool = False,
    wait: float = 0.0,
    progress: Progress = silent,
    notify: Notify = silent,
) -> IndexReport:
    """Bring the archive up to date with a corpus folder.

    Args:
        settings: which archive, embedder and passage length.
        corpus: the folder; it is the whole truth.
        rebuild: build everything anew, also for another embedder.
        dry_run: report what would change, change nothing.
        purge: delete more than half of the articles, should their files be gone.
        wait: seconds to wait for another process that is writing to the archive.
        progress: called with stage, done and total.
        notify: told of whom it waits for, and of damaged parts that are made anew.

    Raises:
        NewschatError: the corpus or the archive cannot be used; what was indexed before stays as it was.
    """
    with (
        nullcontext() if dry_run else WriterLock(settings.archive_dir).held(wait, notify),
        _archive_to_index(settings, rebuild, dry_run, progress, notify) as archive,
    ):
        indexer = Indexer(
            archive,
            max_characters=settings.passage_characters,
            workers=usable_cores(),
            common_lines=settings.common_lines,
        )
        return indexer.run(corpus, rebuild=rebuild, dry_run=dry_run, purge=purge, progress=progress)


@contextmanager
def _archive_to_index(
    settings: Settings, rebuild: bool, dry_run: bool, progress: Progress, notify: Notify
) -> Iterator[Archive | None]:
    """The archive, open for writing; for a dry run only for reading, and None when there is none yet."""
    with readable(settings.archive_dir) if dry_run else nullcontext(settings.archive_dir) as folder:
        try:
            archive = open_archive(
                folder,
                deferred_embedder(settings),
                chroma_url=settings.chroma_url,
                writable=not dry_run,
                rebuild=rebuild,
                progress=progress,
                notify=notify,
            )
        except ArchiveMissingError:
            yield None
            return
        with archive:
            yield archive


def verify_archive(
    settings: Settings, *, wait: float = 0.0, progress: Progress = silent, notify: Notify = silent
) -> Verification:
    """Compare every vector, keyword and file of the archive with the catalog; nothing is changed.

    Raises:
        NewschatError: there is no archive, or another process goes on writing to it.
    """
    _require_archive(settings)
    with (
        WriterLock(settings.archive_dir).held(wait, notify),
        open_archive(settings.archive_dir, deferred_embedder(settings), chroma_url=settings.chroma_url) as archive,
    ):
        return archive.verify(lambda done, total: progress("verifying", done, total))


def compact_archive(
    settings: Settings, *, wait: float = 0.0, progress: Progress = silent, notify: Notify = silent
) -> tuple[DiskUse, DiskUse]:
    """Give back the room of what was replaced or removed; how much room the archive took before and takes now.

    Raises:
        NewschatError: there is no archive, another process goes on writing to it, or the disk is full.
    """
    _require_archive(settings)
    with (
        WriterLock(settings.archive_dir).held(wait, notify),
        open_archive(
            settings.archive_dir,
            deferred_embedder(settings),
            chroma_url=settings.chroma_url,
            writable=True,
            progress=progress,
            notify=notify,
        ) as archive,
    ):
        before = archive.disk_use()
        archive.compact(progress)
        archive.release()
        return before, archive.disk_use()


def _require_archive(settings: Settings) -> None:
    """Before the lock makes a folder for an archive that is not there."""
    if not has_archive(settings):
        raise ArchiveMissingError(f"There is no archive in {settings.archive_dir} yet. Run: newschat index")


def has_archive(settings: Settings) -> bool:
    """Whether there is an archive, sound or not, to answer from."""
    return (settings.archive_dir / CATALOG_FILE).is_file()


def archive_status(settings: Settings) -> dict[str, object]:
    """What ``newschat status`` says: size, period, embedder, generation, health and disk use."""
    embedder = deferred_embedder(settings)
    with (
        readable(settings.archive_dir) as folder,
        open_archive(folder, embedder, chroma_url=settings.chroma_url) as archive,
    ):
        coverage, health = archive.coverage(), archive.health()
        return {
            "archive": str(settings.archive_dir),
            "articles": coverage.articles,
            "passages": coverage.passages,
            "first": coverage.first.isoformat() if coverage.first else None,
            "last": coverage.last.isoformat() if coverage.last else None,
            "indexed_at": coverage.indexed_at.isoformat() if coverage.indexed_at else None,
            "embedder": embedder.model_key,
            "generation": archive.generation,
            "health": str(health),
            "disk_bytes": asdict(archive.disk_use()),
        }
