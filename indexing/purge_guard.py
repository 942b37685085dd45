"""Keeps an unmounted disk, or the wrong folder, from emptying the archive."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from indexing.archive.catalog.sources import Source
from indexing.comparison import Comparison
from indexing.corpus import Corpus, CorpusFile
from indexing.errors import ShrunkenCorpusError
from indexing.moves import Moves

FEWEST_GUARDED = 10
"""An archive of fewer articles may lose any number of them unasked."""


def is_purge(deleted: int, held: int) -> bool:
    """Whether so many deletions, of so many articles held, need a word from the user."""
    return held >= FEWEST_GUARDED and 2 * deleted > held


class PurgeGuard:
    """Refuses to delete more than half of the archive unasked.

    Args:
        folder: the corpus.
        comparison: of it with the archive.
        purge: let it.
    """

    def __init__(self, folder: Path, comparison: Comparison, *, purge: bool) -> None:
        self._folder = folder
        self._comparison = comparison
        self._purge = purge

    def check_files(self, corpus: Corpus, sources: Mapping[str, Source], rehearse: Callable[[], int]) -> None:
        """Before anything is written: whether the files of more than half of the articles are gone, and they with them.

        Args:
            corpus: as it is now.
            sources: the files as they were read, by path.
            rehearse: reads what is new or changed, and says how many articles would be deleted; asked only where that
                may help, since in another folder than the archive's it is everything.

        Raises:
            ShrunkenCorpusError: they are.
        """
        present = {file.path for file in corpus.files}
        counts = self._comparison.known_files()
        gone = {path: count for path, count in counts.items() if path not in present and not corpus.hides(path)}
        if not self._forbids(sum(gone.values())):
            return
        moves = Moves(sources, corpus)  # of its own: an origin is given only once
        for file in moves.candidates(corpus.files):
            gone.pop(_origin(moves, file) or "", None)
        deleted = sum(gone.values())
        if self._forbids(deleted) and any(_is_news(file, sources.get(file.path)) for file in corpus.files):
            deleted = rehearse()
        if self._forbids(deleted):
            raise self._refusal(deleted, "Nothing was changed.")

    def check_articles(self) -> None:
        """After everything was compared: whether more than half of the articles are gone, from whatever files.

        Raises:
            ShrunkenCorpusError: they are.
        """
        if self._forbids(deleted := len(self._comparison.deleted)):
            raise self._refusal(deleted, "Nothing was deleted; what is new or changed was indexed.")

    def _forbids(self, deleted: int) -> bool:
        return not self._purge and is_purge(deleted, self._comparison.held)

    def _refusal(self, deleted: int, outcome: str) -> ShrunkenCorpusError:
        return ShrunkenCorpusError(
            f"{deleted:,} of the archive's {self._comparison.held:,} articles are no longer in {self._folder}, more "
            f"than half. {outcome} Is a disk not mounted, or this the wrong folder? If they shall be deleted, run: "
            "newschat index --yes",
            folder=self._folder,
            deleted=deleted,
            held=self._comparison.held,
        )


def _is_news(file: CorpusFile, before: Source | None) -> bool:
    """Whether a file may hold what another one held."""
    return before is None or (file.size, file.mtime_ns) != (before.size, before.mtime_ns)


def _origin(moves: Moves, file: CorpusFile) -> str | None:
    """Where a file's bytes lay before; None for one that cannot be read."""
    try:
        with open(file.location, "rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
    return moves.origin(Source(file.path, file.size, file.mtime_ns, 0, digest))
