"""The corpus into the archive: only what is new or changed is read, split, embedded and written."""

import time
from contextlib import nullcontext
from pathlib import Path

from indexing.archive.archive import Archive
from indexing.archive.catalog.sources import Source
from indexing.archive.opening import empty_catalog
from indexing.comparison import Comparison
from indexing.corpus import Corpus, scan
from indexing.index_run import IndexRun
from indexing.moves import Moves
from indexing.passages import MAX_CHARACTERS
from indexing.progress import Progress, silent
from indexing.purge_guard import PurgeGuard
from indexing.reading_pool import ReadingPool
from indexing.recasting import known_lines
from indexing.recipe import recipe
from indexing.report import IndexReport


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

    def _begun(self, comparison: Comparison, *, dry_run: bool) -> IndexRun:
        archive = self._archive
        known = known_lines(archive) if archive is not None and self._common_lines else None
        former = archive.articles if archive is not None else lambda ids: {}
        return IndexRun(None if dry_run else archive, comparison, self._pool, self._max_characters, known, former)

    def _deleted_by(self, corpus: Corpus, sources: dict[str, Source], rebuild: bool, progress: Progress) -> int:
        """How many articles a run would delete."""
        comparison = self._comparison(corpus, sources, rebuild)
        guard = PurgeGuard(Path(), comparison, purge=True)
        self._begun(comparison, dry_run=True).over(corpus, rebuild, progress, guard)
        return len(comparison.deleted)

    def _recipe(self) -> str:
        return recipe(self._max_characters, common_lines=self._common_lines)

    def _near_duplicates(self, run: IndexRun) -> int:
        with empty_catalog() if self._archive is None else nullcontext(self._archive.catalog) as catalog:
            return catalog.stories.copy_count(run.unwritten, run.removed)
