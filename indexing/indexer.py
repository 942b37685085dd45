"""The corpus into the archive: only what is new or changed is read, split, embedded and written."""

import hashlib
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from indexing.archive.archive import Archive
from indexing.archive.entries import Entry
from indexing.archive.opening import empty_catalog
from indexing.archive.records import to_record
from indexing.archive.sources import Source
from indexing.article import Article, Passage
from indexing.comparison import Comparison, Standing
from indexing.corpus import Corpus, CorpusFile, scan
from indexing.errors import ReadingError
from indexing.passages import MAX_CHARACTERS, split_passages
from indexing.reading import Skipped, max_bytes_for, read_file
from indexing.recipe import recipe

Progress = Callable[[str, int, int], None]
"""Called with a stage ("reading" files, "embedding" passages of one batch), how many are done, and of how many."""

_BATCH_PASSAGES = 512
"""Written at once: memory stays bounded, and the 70 ms of a commit are spent once for about 130 articles."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an index run did.

    Attributes:
        read: files whose content was read as news; unchanged files are not.
        added: new articles.
        changed: articles of which any field differs from before.
        deleted: articles that no file holds any more.
        unchanged: articles that are as before.
        near_duplicates: articles that are copies of another: of a cluster of four, three. All four are indexed.
        skipped: what was not indexed, and why, sorted by path.
        passages: passages of all articles together.
        seconds: wall time.
    """

    read: int
    added: int
    changed: int
    deleted: int
    unchanged: int
    near_duplicates: int
    skipped: tuple[Skipped, ...]
    passages: int
    seconds: float


class Indexer:
    """Brings an archive up to a corpus folder, which is the whole truth.

    Args:
        archive: open and writable; for a dry run read-only will do, or None where there is no archive yet.
        max_characters: longest passage, in code points.
    """

    def __init__(self, archive: Archive | None, *, max_characters: int = MAX_CHARACTERS) -> None:
        self._archive = archive
        self._max_characters = max_characters

    def run(
        self, folder: Path, *, rebuild: bool = False, dry_run: bool = False, progress: Progress | None = None
    ) -> IndexReport:
        """Adds new articles, replaces changed ones, removes those whose file is gone.

        A file that cannot be read (any more) is skipped by name, and what it gave before stays.

        Args:
            folder: the corpus.
            rebuild: read every file and make vectors and keywords anew, under the archive's present embedder;
                texts that were embedded by it before are not embedded again.
            dry_run: only report what would be done; nothing is embedded or written.
            progress: is told how far it is.

        Returns:
            What was done.

        Raises:
            CorpusError: the folder is missing, is no folder or cannot be read.
            EmbeddingError: a text cannot be embedded; batches written before stay, its articles are as before.
            ArchiveError: the archive cannot be written; the next run finishes the change.
        """
        if self._archive is None and not dry_run:
            raise ValueError("without an archive only a dry run is possible")
        started = time.perf_counter()
        corpus = scan(folder)
        recipe_now = recipe(self._max_characters)
        if self._archive is not None and not dry_run:
            self._archive.catalog.read_by(recipe_now)
        run = _Run(None if dry_run else self._archive, self._comparison(rebuild, recipe_now), self._max_characters)
        try:
            run.over(corpus, rebuild, progress or _silent)
        finally:
            run.release()
        return run.report(self._near_duplicates(run), time.perf_counter() - started)

    def _comparison(self, rebuild: bool, recipe_now: str) -> Comparison:
        if self._archive is None:
            return Comparison([], {})
        catalog = self._archive.catalog
        anew = rebuild or not catalog.is_read_by(recipe_now)
        return Comparison(catalog.known(), {} if anew else self._archive.sources.known())

    def _near_duplicates(self, run: "_Run") -> int:
        with empty_catalog() if self._archive is None else nullcontext(self._archive.catalog) as catalog:
            return catalog.stories.copy_count(run.unwritten, run.deleted)


class _Run:
    """One index run: what was compared so far, and what waits to be written. Without an archive nothing is."""

    def __init__(self, archive: Archive | None, comparison: Comparison, max_characters: int) -> None:
        self._archive = archive
        self._comparison = comparison
        self._max_characters = max_characters
        self._read = 0
        self._entries: list[Entry] = []
        self._sources: list[Source] = []
        self.unwritten: dict[str, str] = {}
        """In a dry run the bodies of new and changed articles, by id."""

    @property
    def deleted(self) -> list[str]:
        """Articles that no file gave; but for a dry run they are removed when the run is over."""
        return self._comparison.deleted

    def over(self, corpus: Corpus, rebuild: bool, progress: Progress) -> None:
        if self._archive is not None and rebuild:
            self._archive.rebuild(progress)
        self._comparison.skipped.extend(corpus.skipped)
        files = {file.path: file for file in corpus.files}
        out_of_sight = {path for path in self._comparison.known_files() - files.keys() if corpus.hides(path)}
        paths = sorted(files.keys() | out_of_sight)
        for number, path in enumerate(paths, start=1):
            if path in files:
                self._take(files[path], progress)
            else:
                self._comparison.keep(path)
            progress("reading", number, len(paths))
        self._write(progress)
        if self._archive is not None:
            self._tidy(self._archive, set(paths))

    def _tidy(self, archive: Archive, present: set[str]) -> None:
        done = self._comparison
        deleted = done.deleted
        archive.remove(deleted)
        archive.sources.remove(done.sources.keys() - present)
        if done.added or done.changed or deleted:
            archive.stamp()

    def release(self) -> None:
        if self._archive is not None:
            self._archive.release()

    def report(self, near_duplicates: int, seconds: float) -> IndexReport:
        done = self._comparison
        return IndexReport(
            read=self._read,
            added=done.added,
            changed=done.changed,
            deleted=len(done.deleted),
            unchanged=done.unchanged,
            near_duplicates=near_duplicates,
            skipped=tuple(sorted(done.skipped, key=lambda item: (item.path, item.reason))),
            passages=done.passages,
            seconds=round(seconds, 3),
        )

    def _take(self, file: CorpusFile, progress: Progress) -> None:
        """Compares one file: by size and time if that will do, else by its bytes, else by its articles."""
        before = self._comparison.sources.get(file.path)
        if before is not None and not self._comparison.is_settled(before):
            before = None
        if before is not None and before.is_untouched(file.size, file.mtime_ns):
            self._keep(before)
            return
        checked_ns = time.time_ns()
        try:
            content = file.content(max_bytes_for(file.path))
        except (OSError, ReadingError) as error:
            self._comparison.keep(file.path)
            self._comparison.skip(file.path, _reason(error))
            return
        now = Source(file.path, file.size, file.mtime_ns, checked_ns, hashlib.sha256(content).hexdigest())
        if before is not None and before.sha256 == now.sha256:
            self._keep(replace(now, skipped=before.skipped, duplicates=before.duplicates), touched=True)
        else:
            self._read_news(now, content, progress)

    def _keep(self, source: Source, *, touched: bool = False) -> None:
        taken = self._comparison.keep(source.path)
        self._comparison.recall(source)
        if taken or touched:
            self._sources.append(replace(source, duplicates=(*source.duplicates, *taken)))

    def _read_news(self, source: Source, content: bytes, progress: Progress) -> None:
        try:
            reading = read_file(content, source.path)
        except ReadingError as error:
            taken = self._comparison.keep(source.path)
            self._comparison.skip(source.path, str(error))
            self._sources.append(replace(source, skipped=((source.path, str(error)),), duplicates=tuple(taken)))
            return
        self._read += 1
        skipped = [(item.path, item.reason) for item in reading.skipped]
        duplicates = []
        for article in reading.articles:
            if not _is_unicode(article):
                skipped.append((article.path, "its text is not valid Unicode (lone surrogates)"))
                continue
            standing = self._comparison.offer(source.path, article)
            if standing is Standing.DUPLICATE:
                duplicates.append((article.article_id, article.path))
                continue
            passages = split_passages(article, self._max_characters)
            if standing is not Standing.SAME or self._splits_anew(article, passages):
                self._queue(Entry(source.path, article, passages), progress)
        for path, reason in skipped:
            self._comparison.skip(path, reason)
        self._sources.append(replace(source, skipped=tuple(skipped), duplicates=tuple(duplicates)))

    def _splits_anew(self, article: Article, passages: tuple[Passage, ...]) -> bool:
        """Whether an article that is as before has other passages than before."""
        return self._archive is not None and self._archive.passages_of(article.article_id) != passages

    def _queue(self, entry: Entry, progress: Progress) -> None:
        self._comparison.count_passages(entry.article.article_id, len(entry.passages))
        if sum(len(entry.passages) for entry in self._entries) >= _BATCH_PASSAGES:
            self._write(progress)
        if self._archive is None:
            self.unwritten[entry.article.article_id] = entry.article.body
        else:
            self._entries.append(entry)

    def _write(self, progress: Progress) -> None:
        """Writes what waits; a file is noted as read only after all of its articles are written."""
        if self._archive is None:
            return
        if self._entries:
            self._archive.add(self._entries, lambda done, total: progress("embedding", done, total))
        self._archive.sources.put(self._sources)
        self._entries, self._sources = [], []


def _silent(stage: str, done: int, total: int) -> None:
    """Shows no progress."""


def _reason(error: OSError | ReadingError) -> str:
    return f"the file cannot be read: {error.strerror}" if isinstance(error, OSError) else str(error)


def _is_unicode(article: Article) -> bool:
    try:
        "".join(field or "" for field in to_record(article)).encode()
    except UnicodeEncodeError:
        return False
    return True
