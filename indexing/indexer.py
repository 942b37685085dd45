"""The corpus into the archive: only what is new or changed is read, split, embedded and written."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path

from indexing.archive.archive import Archive
from indexing.archive.entries import Entry
from indexing.archive.opening import empty_catalog
from indexing.archive.sources import Source
from indexing.article import Article
from indexing.common_lines import CommonLines
from indexing.comparison import Comparison, Standing
from indexing.corpus import Corpus, CorpusFile, scan
from indexing.file_reading import FileReading, SplitArticle, read_corpus_file
from indexing.moves import Moves
from indexing.passages import MAX_CHARACTERS, split_passages
from indexing.progress import Progress, silent
from indexing.purge_guard import PurgeGuard
from indexing.reading_pool import ReadingPool
from indexing.recasting import Recasting, known_lines
from indexing.recipe import recipe
from indexing.report import IndexReport
from indexing.unread_parts import UnreadParts

_BATCH_PASSAGES = 512
"""Written at once: memory stays bounded, and the 70 ms of a commit are spent once for about 130 articles."""

_KEPT = "; what was read of it before stays"


class Indexer:
    """Brings an archive up to a corpus folder, which is the whole truth.

    Args:
        archive: open and writable; for a dry run read-only will do, or None where there is no archive yet.
        max_characters: longest passage, in code points.
        workers: processes that read files, where there are many; 1 reads them in this one. More need a main module that
            can be imported without starting the run again (``if __name__ == "__main__"``).
        common_lines: take out of each article the lines that it has in common with many others of its outlet.
    """

    def __init__(
        self,
        archive: Archive | None,
        *,
        max_characters: int = MAX_CHARACTERS,
        workers: int = 1,
        common_lines: bool = True,
    ) -> None:
        self._archive = archive
        self._max_characters = max_characters
        self._common_lines = common_lines
        self._pool = ReadingPool(workers, max_characters)

    def run(
        self,
        folder: Path,
        *,
        rebuild: bool = False,
        dry_run: bool = False,
        purge: bool = False,
        progress: Progress | None = None,
    ) -> IndexReport:
        """Adds new articles, replaces changed ones, removes those whose file is gone.

        A file, or a part of one, that cannot be read (any more) is skipped by name, and what it gave before stays.

        Args:
            folder: the corpus.
            rebuild: read every file and make vectors and keywords anew, under the archive's present embedder;
                texts that were embedded by it before are not embedded again.
            dry_run: only report what would be done; nothing is embedded or written.
            purge: delete more than half of the articles where their files are gone.
            progress: told the stage ("reading" files, "embedding" passages of one batch), how many are done, and of how
                many.

        Returns:
            What was done.

        Raises:
            CorpusError: the folder is missing, is no folder or cannot be read.
            ShrunkenCorpusError: more than half of the articles would be deleted, and ``purge`` is False; none was.
            EmbeddingError: a text cannot be embedded; batches written before stay, its articles are as before.
            ArchiveError: the archive cannot be written; the next run finishes the change.
        """
        if self._archive is None and not dry_run:
            raise ValueError("without an archive only a dry run is possible")
        started = time.perf_counter()
        corpus = scan(folder)
        sources = {} if self._archive is None else self._archive.sources.known()
        comparison = self._comparison(corpus, sources, rebuild)
        guard = PurgeGuard(folder, comparison, purge=purge or dry_run)
        guard.check_files(corpus, sources, lambda: self._deleted_by(corpus, sources, rebuild, progress or silent))
        if self._archive is not None and not dry_run:
            self._archive.sources.read_by(self._recipe())
        run = self._begun(comparison, dry_run=dry_run)
        try:
            run.over(corpus, rebuild, progress or silent, guard)
        finally:
            run.release()
        return run.report(self._near_duplicates(run), time.perf_counter() - started)

    def _comparison(self, corpus: Corpus, sources: dict[str, Source], rebuild: bool) -> Comparison:
        moves = Moves(sources, corpus)
        if self._archive is None:
            return Comparison([], {}, moves)
        catalog = self._archive.catalog
        anew = rebuild or not self._archive.sources.is_read_by(self._recipe())
        return Comparison(catalog.known(), {} if anew else sources, moves)

    def _begun(self, comparison: Comparison, *, dry_run: bool) -> "_Run":
        archive = self._archive
        known = known_lines(archive) if archive is not None and self._common_lines else None
        former = archive.articles if archive is not None else lambda ids: {}
        return _Run(None if dry_run else archive, comparison, self._pool, self._max_characters, known, former)

    def _deleted_by(self, corpus: Corpus, sources: dict[str, Source], rebuild: bool, progress: Progress) -> int:
        """How many articles a run would delete."""
        comparison = self._comparison(corpus, sources, rebuild)
        guard = PurgeGuard(Path(), comparison, purge=True)
        self._begun(comparison, dry_run=True).over(corpus, rebuild, progress, guard)
        return len(comparison.deleted)

    def _recipe(self) -> str:
        return recipe(self._max_characters, common_lines=self._common_lines)

    def _near_duplicates(self, run: "_Run") -> int:
        with empty_catalog() if self._archive is None else nullcontext(self._archive.catalog) as catalog:
            return catalog.stories.copy_count(run.unwritten, run.removed)


class _Run:
    """One index run: what was compared so far, and what waits to be written. Without an archive nothing is.

    Without ``common`` articles stay as read; otherwise it is what is known of their outlets before the run. ``former``
    gives the articles that the archive had before, by id.
    """

    def __init__(
        self,
        archive: Archive | None,
        comparison: Comparison,
        pool: ReadingPool,
        max_characters: int,
        common: CommonLines | None,
        former: Callable[[Sequence[str]], Mapping[str, Article]],
    ) -> None:
        self._archive = archive
        self._comparison = comparison
        self._pool = pool
        self._max_characters = max_characters
        self._common = common
        self._former = former
        self._written: Counter[str] = Counter()
        self._read = 0
        self._entries: list[Entry] = []
        self._sources: list[Source] = []
        self._held_back: list[Source] = []
        """Files that lack articles which the archive has from them: noted as read only when those are removed."""
        self.unwritten: dict[str, str] = {}
        """In a dry run the bodies of new and changed articles, by id."""

    @property
    def removed(self) -> list[str]:
        """Ids that no file gave; but for a dry run they are removed when the run is over."""
        return self._comparison.removed

    def over(self, corpus: Corpus, rebuild: bool, progress: Progress, guard: PurgeGuard) -> None:
        files = {file.path: file for file in corpus.files}
        if self._archive is not None and rebuild:
            self._archive.rebuild(progress)
            # All are read anew, if need be by the next run; where those lay that are gone tells which ones moved.
            self._archive.sources.remove(files.keys())
        self._comparison.skipped.extend(corpus.skipped)
        out_of_sight = {path for path in self._comparison.known_files().keys() - files.keys() if corpus.hides(path)}
        paths = sorted(files.keys() | out_of_sight)
        with closing(self._pool.read([self._request(file) for file in corpus.files if self._is_news(file)])) as found:
            for number, path in enumerate(paths, start=1):
                if path in files:
                    self._take(files[path], found, progress)
                else:
                    self._comparison.keep(path)
                progress("reading", number, len(paths))
        self._write(progress)
        self._comparison.recognise(self._former)
        if self._archive is not None:
            self._tidy(self._archive, set(paths), guard)

    def _tidy(self, archive: Archive, present: set[str], guard: PurgeGuard) -> None:
        done = self._comparison
        guard.check_articles()
        # Before their articles: a file that was known without them would count as unchanged if it came back.
        archive.sources.remove(archive.sources.paths() - present)
        archive.remove(done.removed)
        archive.sources.put(self._held_back)
        if self._common is not None:
            recasting = Recasting(archive, self._common, self._written, self._max_characters)
            recasting.run()
            done.recast(recasting.changed)
        if done.changes():
            archive.stamp()

    def release(self) -> None:
        if self._archive is not None:
            self._archive.release()

    def report(self, near_duplicates: int, seconds: float) -> IndexReport:
        done = self._comparison
        return IndexReport(
            read=self._read,
            unchanged=done.unchanged,
            near_duplicates=near_duplicates,
            skipped=tuple(sorted(done.skipped, key=lambda item: (item.path, item.reason))),
            passages=done.passages,
            seconds=round(seconds, 3),
            changes=done.changes(),
            held=done.held,
        )

    def _is_news(self, file: CorpusFile) -> bool:
        """Whether a file's size and time leave it open what it holds."""
        before = self._comparison.sources.get(file.path)
        return before is None or not before.is_untouched(file.size, file.mtime_ns, file.ctime_ns)

    def _request(self, file: CorpusFile) -> tuple[CorpusFile, str | None]:
        before = self._comparison.sources.get(file.path)
        return file, before.sha256 if before else None

    def _take(self, file: CorpusFile, found: Iterator[FileReading], progress: Progress) -> None:
        """Compares one file: by size and time if that will do, else by its bytes, else by its articles."""
        before = self._comparison.sources.get(file.path)
        reading = next(found) if self._is_news(file) else None
        if before is not None and not self._comparison.is_settled(before):
            before = None
            if reading is None or reading.same:
                reading = read_corpus_file(file, None, self._max_characters)
        if reading is None:
            assert before is not None
            self._keep(before)
        elif reading.failure is not None:
            self._fail(file.path, reading.source, reading.failure)
        elif reading.source is not None and reading.same and before is not None:
            now = replace(reading.source, skipped=before.skipped, duplicates=before.duplicates)
            self._keep(now, touched=_tells_more(now, before, file.ctime_ns))
        elif reading.source is not None:
            self._compare(reading.source, reading.articles, progress)

    def _keep(self, source: Source, *, touched: bool = False) -> None:
        taken = self._comparison.keep(source.path)
        self._comparison.recall(source)
        if taken or touched:
            self._sources.append(replace(source, duplicates=(*source.duplicates, *taken)))

    def _fail(self, path: str, source: Source | None, reason: str) -> None:
        """Keeps what a file gave before; where it could be read at all, it is not read again until it changes."""
        if self._comparison.holds(path):
            reason += _KEPT
        taken = self._comparison.keep(path)
        self._comparison.skip(path, reason)
        if source is not None:
            self._sources.append(replace(source, skipped=((path, reason),), duplicates=tuple(taken)))

    def _compare(self, source: Source, articles: tuple[SplitArticle, ...], progress: Progress) -> None:
        self._read += 1
        duplicates = []
        articles = tuple(map(self._without_common_lines, articles))
        for split in articles:
            standing = self._comparison.offer(source, split.article)
            if standing is Standing.DUPLICATE:
                duplicates.append((split.article.article_id, split.article.path))
            elif standing is not Standing.SAME or self._splits_anew(split):
                self._queue(source.path, split, progress)
        parts = UnreadParts(source, (split.article for split in articles))
        kept = self._comparison.keep_unread(source, parts)
        skipped = tuple((path, reason + _KEPT if path in kept else reason) for path, reason in source.skipped)
        for path, reason in skipped:
            self._comparison.skip(path, reason)
        now = replace(source, skipped=skipped, duplicates=tuple(duplicates))
        (self._held_back if self._comparison.lacks_some_of(source.path) else self._sources).append(now)

    def _without_common_lines(self, split: SplitArticle) -> SplitArticle:
        article = split.article if self._common is None else self._common.without(split.article)
        if article is split.article:
            return split
        return SplitArticle(article, split_passages(article, self._max_characters))

    def _splits_anew(self, split: SplitArticle) -> bool:
        """Whether an article that is as before has other passages than before."""
        return self._archive is not None and self._archive.passages_of(split.article.article_id) != split.passages

    def _queue(self, source: str, split: SplitArticle, progress: Progress) -> None:
        self._comparison.count_passages(split.article.article_id, len(split.passages))
        if sum(len(entry.passages) for entry in self._entries) >= _BATCH_PASSAGES:
            self._write(progress)
        if self._archive is None:
            self.unwritten[split.article.article_id] = split.article.body
        else:
            self._entries.append(Entry(source, split.article, split.passages))
            self._written[split.article.publisher or ""] += 1

    def _write(self, progress: Progress) -> None:
        """Writes what waits; a file is noted as read only after all of its articles are written.

        A file is forgotten before what it gave is written over, by it or by another that gives the same article: cut
        off in between, the next run must not take the file for unchanged and its articles for those of then.
        """
        if self._archive is None:
            return
        if self._entries:
            self._archive.sources.remove({path for entry in self._entries for path in self._touched_by(entry)})
            self._archive.add(self._entries, lambda done, total: progress("embedding", done, total))
        self._archive.sources.put(self._sources)
        self._entries, self._sources = [], []

    def _touched_by(self, entry: Entry) -> set[str]:
        """The file that gives an article, and the one that the archive has it from."""
        return {entry.source, self._comparison.file_of(entry.article.article_id) or entry.source}


def _tells_more(now: Source, before: Source, ctime_ns: int) -> bool:
    """Whether noting a file's reading saves the next run from reading it again."""
    return now.is_untouched(now.size, now.mtime_ns, ctime_ns) or (now.size, now.mtime_ns) != (
        before.size,
        before.mtime_ns,
    )
