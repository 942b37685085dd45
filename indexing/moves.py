"""Files that lie elsewhere in the corpus now: the same bytes under a new path, nothing under the old one."""

from collections.abc import Iterable, Iterator, Mapping

from indexing.archive.catalog.sources import Source
from indexing.corpus import Corpus, CorpusFile


class Moves:
    """Finds where a new file came from.

    An article whose address nobody knows has its id from its path, so a moved one gets another id, as it would in an
    archive built anew; its passages' vectors are cached by their text and not computed again.

    Args:
        sources: the files as they were read, by path.
        corpus: the files there are now.
    """

    def __init__(self, sources: Mapping[str, Source], corpus: Corpus) -> None:
        present = {file.path for file in corpus.files}
        self._known = sources.keys()
        self._gone: dict[str, list[str]] = {}
        self._gone_sizes: set[int] = set()
        for path in sorted(sources.keys() - present, reverse=True):
            if not corpus.hides(path):
                self._gone.setdefault(sources[path].sha256, []).append(path)
                self._gone_sizes.add(sources[path].size)
        self._origins: dict[str, str | None] = {}

    def origin(self, source: Source) -> str | None:
        """The path at which a new file lay before, None for a file that is not new or was nowhere."""
        if source.path not in self._origins:
            gone = [] if source.path in self._known else self._gone.get(source.sha256, [])
            self._origins[source.path] = gone.pop() if gone else None
        return self._origins[source.path]

    def candidates(self, files: Iterable[CorpusFile]) -> Iterator[CorpusFile]:
        """The new files that may have moved, by their size alone."""
        return (file for file in files if file.path not in self._known and file.size in self._gone_sizes)
