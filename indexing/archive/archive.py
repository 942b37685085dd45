"""The archive: catalog, vectors and keywords as one. The catalog decides what exists; the other two only find it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.coverage import Coverage
from indexing.archive.catalog.entries import Entry
from indexing.archive.catalog.sources import Sources
from indexing.archive.derived.encoder import Encoder
from indexing.archive.derived.generations import Generation
from indexing.archive.derived.stores import Stores
from indexing.archive.derived.verification import Verification
from indexing.archive.disk_use import DiskUse
from indexing.archive.health import Health
from indexing.archive.seals.parts import Part
from indexing.article import Article, Passage
from indexing.batches import batches
from indexing.errors import ArchiveMismatchError
from indexing.progress import Count, Notify, Progress, silent

_ARTICLES_AT_ONCE = 200


class Archive:
    """A searchable archive of articles. Reading is safe from several threads; one thread writes.

    A change is written so that a reader never sees half of it and a crash never loses it: embed first; then one
    catalog transaction (new passages pending, old ones tombstoned); then vectors and keywords; then the catalog
    marks the passages done. Ids are deterministic, so repeating an interrupted step changes nothing.

    Args:
        catalog: articles and passages: the truth.
        sources: the files they came from.
        encoder: embeds passages that are added.
        stores: vectors and keywords.
    """

    def __init__(self, catalog: Catalog, sources: Sources, encoder: Encoder, stores: Stores) -> None:
        self.catalog = catalog
        self.sources = sources
        self._encoder = encoder
        self._stores = stores

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of all files; the archive cannot be used afterwards."""
        try:
            self._stores.close()
        finally:
            self.catalog.close()

    def coverage(self) -> Coverage:
        """How much there is, and from when to when."""
        return self.catalog.coverage()

    def health(self) -> Health:
        """Whether vectors and keywords are whole and hold the passages of the catalog; a damaged part is not opened."""
        damage = self._stores.damage()
        return Health(
            passages=self.catalog.passage_count(),
            vectors=None if Part.VECTORS in damage else self._live.vectors.count(),
            keywords=None if Part.KEYWORDS in damage else self._live.keywords.count(),
            unsettled=self.catalog.backlog.size(),
            damage={part.words: why for part, why in damage.items()},
        )

    def passage_count(self) -> int:
        """How many passages can be found."""
        return self.catalog.passage_count()

    @property
    def generation(self) -> str:
        """Name of the generation of vectors and keywords in use."""
        return self._live.name

    @property
    def _live(self) -> Generation:
        return self._stores.live

    def article(self, article_id: str) -> Article | None:
        """The article, None if there is none of that id."""
        return self.catalog.article(article_id)

    def articles(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Those of the articles that exist, by id."""
        return self.catalog.articles(article_ids)

    def every_article(self) -> Iterator[Article]:
        """All articles, by path."""
        known = sorted(self.catalog.known(), key=lambda article: article.path)
        for some in batches(known, _ARTICLES_AT_ONCE):
            ids = [article.article_id for article in some]
            found = self.catalog.articles(ids)
            yield from (found[article_id] for article_id in ids if article_id in found)

    def paths(self) -> list[str]:
        """The corpus paths of all articles, sorted."""
        return sorted(article.path for article in self.catalog.known())

    def fingerprint(self) -> str:
        """A digest of all articles as read: equal where two archives hold the same, whatever indexed them."""
        rows = sorted(f"{article.path}\t{article.digest}" for article in self.catalog.known())
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()

    @property
    def model_key(self) -> str:
        """Name of the embedder that made the vectors."""
        return self._encoder.model_key

    def passages(self, passage_ids: Iterable[str]) -> dict[str, Passage]:
        """Those of the passages that exist, by id: what a search found but the catalog dropped is left out."""
        return self.catalog.passages(passage_ids)

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """The article's passages in order."""
        return self.catalog.passages_of(article_id)

    def copies_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The near-duplicates of each article, the first published first: empty when alone, itself never among them."""
        return self.catalog.stories.copies_of(article_ids)

    def versions_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """All versions of each article's story in the order of publication, itself included: empty when alone.

        The last one speaks for the story.
        """
        return self.catalog.stories.versions_of(article_ids)

    def nearest(self, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
        """The passages nearest to a query's vector: ``(passage_id, cosine)``, at most ``k``, best first."""
        with self._stores.using(Part.VECTORS) as live:
            return live.vectors.nearest(vector, k)

    def matching(self, terms: Mapping[str, float], sounds: Mapping[str, float], k: int) -> list[tuple[str, float]]:
        """The passages that match weighted terms and sound keys: ``(passage_id, BM25)``, at most ``k``, best first."""
        with self._stores.using(Part.KEYWORDS) as live:
            return live.keywords.search(terms, sounds, k)

    def document_frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each index term stands."""
        with self._stores.using(Part.KEYWORDS) as live:
            return live.keywords.document_frequencies(terms)

    def sound_frequencies(self, keys: Iterable[str]) -> dict[str, int]:
        """In how many passages each sound key stands."""
        with self._stores.using(Part.KEYWORDS) as live:
            return live.keywords.sound_frequencies(keys)

    def add(self, entries: Sequence[Entry], progress: Count = silent) -> None:
        """Adds articles, or replaces those with the same ids.

        Args:
            entries: articles with their passages; a few hundred at a time keep memory bounded.
            progress: called with the number of passages embedded and to embed.

        Raises:
            EmbeddingError: nothing was changed.
            ArchiveMismatchError: the archive's vectors are another model's.
            ArchiveError: a part cannot be written; the next index run finishes the change.
        """
        self._require_same_model()
        self._encoder.warm([passage.text for entry in entries for passage in entry.passages], progress)
        self.catalog.put(entries)
        self._stores.settle([entry.article.article_id for entry in entries])

    def remove(self, article_ids: Sequence[str]) -> None:
        """Removes articles; unknown ids are ignored.

        Raises:
            ArchiveError: a part cannot be written; the next index run finishes the change.
        """
        if article_ids:
            self.catalog.remove(article_ids)
            self._stores.settle(article_ids)

    def settle(self) -> None:
        """Finishes what an interrupted run began: brings vectors and keywords up to the catalog.

        Raises:
            EmbeddingError: a passage's vector is not cached and the embedder failed.
            ArchiveError: a part cannot be written.
        """
        self._stores.settle_all()

    def recover(self, progress: Progress = silent, notify: Notify = silent) -> None:
        """Makes anew what is damaged or was made by another version, and finishes what an interrupted run began.

        Args:
            progress: called with the part that is made anew, and the number of passages done and to do.
            notify: told in a sentence what is made anew, and why.

        Raises:
            EmbeddingError: a passage's vector is not cached and the embedder failed.
            ArchiveError: a part cannot be written.
        """
        self._stores.recover(progress, notify)

    def rebuild(self, progress: Progress = silent) -> None:
        """Makes vectors and keywords anew, under the encoder's model, beside the old ones, which answer until then.

        What was embedded by the model before is not embedded again, also where a rebuild was cut off.

        Args:
            progress: called with the part that is made, and the number of passages done and to do.

        Raises:
            EmbeddingError: the model does not work; everything is as it was.
            ArchiveError: a part cannot be written; everything is as it was.
        """
        if self.catalog.facts.get("model_key") != self._encoder.model_key:
            self._encoder.check()
        self._stores.rebuild(tuple(Part), progress)

    def verify(self, progress: Count = silent) -> Verification:
        """Compares every vector and keyword row with the catalog; changes nothing.

        Args:
            progress: called with the number of passages compared and to compare.

        Raises:
            ArchiveError: a part cannot be read at all.
        """
        return self._stores.verify(progress)

    def compact(self, progress: Progress = silent) -> None:
        """Gives back the room of what was replaced or removed; needs as much free room as the archive takes.

        Args:
            progress: called with the part that is packed, and the number of passages done and to do.

        Raises:
            ArchiveError: the disk is full, or another process reads or writes meanwhile.
        """
        self._encoder.prune()
        self.rebuild(progress)
        self.catalog.compact()

    def disk_use(self) -> DiskUse:
        """How much room each part takes."""
        return self._stores.disk_use()

    def stamp(self) -> None:
        """Notes that an index run changed something now, and forgets cached vectors of texts that are gone."""
        self._encoder.prune()
        self.catalog.facts.note(indexed_at=datetime.now(UTC).isoformat(timespec="seconds"))

    def release(self) -> None:
        """Ends an index run: what was written reaches the disk, and readers turn to it."""
        self._stores.release()

    def _require_same_model(self) -> None:
        built_by = self.catalog.facts.get("model_key")
        if built_by != self._encoder.model_key:
            raise mismatch(built_by, self._encoder.model_key)


def mismatch(built_by: str | None, now: str) -> ArchiveMismatchError:
    """The error for an archive of another embedder."""
    return ArchiveMismatchError(
        f"The archive was built with the embedder {built_by}, but the settings say {now}. "
        "Set embedding_model back, or run: newschat index --rebuild"
    )
