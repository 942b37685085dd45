"""One index run: each file of the corpus is compared with what the archive knows; what is new or changed is written."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from indexing.archive.archive import Archive
from indexing.archive.catalog.entries import Entry
from indexing.archive.catalog.sources import Source
from indexing.article import Article
from indexing.common_lines import CommonLines
from indexing.comparison import Comparison, Standing
from indexing.corpus import Corpus, CorpusFile
from indexing.file_reading import FileReading, SplitArticle, read_corpus_file
from indexing.passages import split_passages
from indexing.progress import Progress
from indexing.purge_guard import PurgeGuard
from indexing.reading_pool import ReadingPool
from indexing.recasting import Recasting
from indexing.report import IndexReport
from indexing.unread_parts import UnreadParts

_BATCH_PASSAGES = 512
"""Written at once: memory stays bounded, and the 70 ms of a commit are spent once for about 130 articles."""

_KEPT = "; what was read of it before stays"


class IndexRun:
    """What was compared so far, and what waits to be written.

    Args:
        archive: is written; None for a dry run, in which nothing is.
        comparison: knows the archive as it was, and is told of each article.
        pool: reads the files.
        max_characters: longest passage, in code points.
        common: what is known of the outlets' common lines before the run; without it articles stay as read.
        former: gives the articles that the archive had before, by id.
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
        """Compares and writes the whole corpus; what it no longer has is removed at the end.

        Args:
            corpus: as it was scanned.
            rebuild: make vectors and keywords anew.
            progress: told the stage, how many are done, and of how many.
            guard: forbids deleting too much.

        Raises:
            ShrunkenCorpusError: the guard forbids.
            EmbeddingError: a text cannot be embedded.
            ArchiveError: the archive cannot be written.
        """
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
        """Ends the run: everything reaches the disk, and readers look anew."""
        if self._archive is not None:
            self._archive.release()

    def report(self, near_duplicates: int, seconds: float) -> IndexReport:
        """What was done, with two numbers that the run does not know itself."""
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
