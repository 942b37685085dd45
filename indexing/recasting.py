"""The archive's articles without what they have in common: counted when an outlet has grown, then taken out of each.

An article is changed where it lies, from its text in the catalog; its file is read again only where a line is common no
more. What is known is noted last, so that a run cut off before counts again and finds the same.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from indexing.archive.archive import Archive
from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.entries import Entry
from indexing.archive_folder import CATALOG_FILE
from indexing.article import Article
from indexing.batches import batches
from indexing.common_lines import FEWEST_STORIES, CommonLines, common_forms
from indexing.passages import split_passages

FACT = "common_lines"
"""Name under which the catalog notes what is known."""

GROWTH = 0.1
"""Share by which an outlet must have grown for its lines to be counted again: counting looks at every article."""

SAMPLE = 5_000
"""Articles of an outlet that are counted."""

AT_ONCE = 200


def known_lines(archive: Archive) -> CommonLines:
    """What an archive knows of its outlets."""
    return CommonLines.from_json(archive.catalog.facts.get(FACT))


def lines_known_in(folder: Path) -> CommonLines:
    """The same for the archive in a folder, of which nothing but the catalog is opened; nothing where there is none.

    Raises:
        ArchiveError: the catalog cannot be read.
    """
    if not (folder / CATALOG_FILE).is_file():
        return CommonLines()
    with closing(Catalog(Database(folder / CATALOG_FILE, read_only=True))) as catalog:
        return CommonLines.from_json(catalog.facts.get(FACT))


class Recasting:
    """Brings the articles of a writable archive up to what its outlets have in common.

    Args:
        archive: with all changes of the run written.
        known: before the run.
        written: how many articles of each outlet the run wrote.
        max_characters: longest passage.
    """

    def __init__(self, archive: Archive, known: CommonLines, written: Mapping[str, int], max_characters: int) -> None:
        self._archive = archive
        self._known = known
        self._written = written
        self._max_characters = max_characters
        self.changed: dict[str, tuple[str, int]] = {}
        """Articles that were changed, by id: corpus path, and how many passages they have now."""

    def run(self) -> None:
        """Counts the lines of outlets that have grown, and takes out of their articles what became common.

        Raises:
            EmbeddingError: a text cannot be embedded; the next run goes on.
            ArchiveError: the archive cannot be written; the next run goes on.
        """
        total = self._archive.coverage().articles
        if total == self._known.total and not self._written:
            return
        grown = self._grown(total)
        lines, counted = dict(self._known.lines), dict(self._known.counted)
        due = [outlet for outlet, more in grown.items() if more >= self._enough(outlet)]
        for outlet in due:
            ids = self._archive.catalog.outlets.articles_of(outlet)
            lines[outlet] = common_forms(self._stories(ids[:SAMPLE]), self._known.lines.get(outlet, frozenset()))
            counted[outlet] = len(ids)
            del grown[outlet]
        now = CommonLines(lines, counted, grown, total)
        for outlet in due:
            if lines[outlet] != self._known.lines.get(outlet, frozenset()):
                self._recast(outlet, now)
        self._archive.catalog.facts.note(**{FACT: now.to_json()})

    def _grown(self, total: int) -> dict[str, int]:
        """How many articles of each outlet were written since its lines were counted.

        Known from run to run, because asking the catalog reads all of it; it is asked where a run was cut off.
        """
        if total > self._known.total + sum(self._written.values()):
            sizes, counted = self._archive.catalog.outlets.sizes(), self._known.counted
            return {outlet: more for outlet, size in sizes.items() if (more := size - counted.get(outlet, 0)) > 0}
        return dict(Counter(self._known.grown) + Counter(self._written))

    def _enough(self, outlet: str) -> float:
        counted = self._known.counted.get(outlet, 0)
        return GROWTH * counted if counted >= FEWEST_STORIES else FEWEST_STORIES - counted

    def _stories(self, sample: Sequence[str]) -> Iterator[list[Article]]:
        """Articles of an outlet, copies and versions of one story together."""
        copies, versions = self._archive.copies_of(sample), self._archive.versions_of(sample)
        stories: dict[str, list[str]] = {}
        for article_id in sample:
            label = min([article_id, *copies.get(article_id, ()), *versions.get(article_id, ())])
            stories.setdefault(label, []).append(article_id)
        for labels in batches(list(stories), AT_ONCE):
            found = self._archive.articles([article_id for label in labels for article_id in stories[label]])
            yield from ([found[article_id] for article_id in stories[label] if article_id in found] for label in labels)

    def _recast(self, outlet: str, now: CommonLines) -> None:
        source_of = {known.article_id: known.source for known in self._archive.catalog.known()}
        for ids in batches(self._archive.catalog.outlets.articles_of(outlet), AT_ONCE):
            self._write(list(self._archive.articles(ids).values()), now, source_of)

    def _write(self, articles: Sequence[Article], now: CommonLines, source_of: dict[str, str]) -> None:
        entries: list[Entry] = []
        unread: list[str] = []
        for article in articles:
            source = source_of[article.article_id]
            if now.is_out_of_date(article):
                unread.append(source)
            elif (recast := now.without(article)) is not article:
                passages = split_passages(recast, self._max_characters)
                entries.append(Entry(source, recast, passages))
                self.changed[article.article_id] = (article.path, len(passages))
        if entries:
            self._archive.add(entries)
        self._archive.sources.remove(unread)
