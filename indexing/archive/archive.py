"""The archive: catalog, vectors and keywords as one. The catalog decides what exists; the other two only find it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from indexing.archive.catalog import Catalog
from indexing.archive.coverage import Coverage
from indexing.archive.disk_use import DiskUse
from indexing.archive.encoder import Encoder, no_progress
from indexing.archive.entries import Entry, PendingPassage
from indexing.archive.generations import Generation, Generations
from indexing.archive.keywords import KeywordRow
from indexing.archive.sources import Sources
from indexing.archive.vectors import VectorRow
from indexing.archive.verification import Verification, verify
from indexing.article import Article, Passage
from indexing.errors import ArchiveMismatchError

_ARTICLES_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the three parts agree.

    Attributes:
        passages: in the catalog, fully indexed.
        vectors: in Chroma.
        keywords: in the keyword index.
        unsettled: passages whose change was interrupted; the next index run finishes it.
    """

    passages: int
    vectors: int
    keywords: int
    unsettled: int

    @property
    def sound(self) -> bool:
        """True when nothing is missing or left over."""
        return self.passages == self.vectors == self.keywords and not self.unsettled

    def __str__(self) -> str:
        if self.sound:
            return "sound"
        if self.unsettled:
            return f"an index run was interrupted ({self.unsettled} passages unfinished); run: newschat index"
        return (
            f"damaged: {self.passages} passages, {self.vectors} vectors, {self.keywords} in the keyword index; "
            "run: newschat index --rebuild"
        )


class Archive:
    """A searchable archive of articles. Reading is safe from several threads; one thread writes.

    A change is written so that a reader never sees half of it and a crash never loses it: embed first; then one
    catalog transaction (new passages pending, old ones tombstoned); then vectors and keywords; then the catalog
    marks the passages done. Ids are deterministic, so repeating an interrupted step changes nothing.

    Args:
        catalog: articles and passages: the truth.
        sources: the files they came from.
        encoder: embeds passages that are added.
        generations: where vectors and keywords lie.
        live: the generation in use.
    """

    def __init__(
        self, catalog: Catalog, sources: Sources, encoder: Encoder, generations: Generations, live: Generation
    ) -> None:
        self.catalog = catalog
        self.sources = sources
        self._encoder = encoder
        self._generations = generations
        self._live = live

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of all files; the archive cannot be used afterwards."""
        try:
            self._live.close()
        finally:
            self.catalog.close()

    def coverage(self) -> Coverage:
        """How much there is, and from when to when."""
        return self.catalog.coverage()

    def health(self) -> Health:
        """Whether the three parts hold the same number of passages."""
        return Health(
            passages=self.catalog.passage_count(),
            vectors=self._live.vectors.count(),
            keywords=self._live.keywords.count(),
            unsettled=self.catalog.unsettled_count(),
        )

    def passage_count(self) -> int:
        """How many passages can be found."""
        return self.catalog.passage_count()

    @property
    def generation(self) -> str:
        """Name of the generation of vectors and keywords in use."""
        return self._live.name

    def article(self, article_id: str) -> Article | None:
        """The article, None if there is none of that id."""
        return self.catalog.article(article_id)

    def articles(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """Those of the articles that exist, by id."""
        return self.catalog.articles(article_ids)

    def every_article(self) -> Iterator[Article]:
        """All articles, by path."""
        known = sorted(self.catalog.known(), key=lambda article: article.path)
        for first in range(0, len(known), _ARTICLES_AT_ONCE):
            ids = [article.article_id for article in known[first : first + _ARTICLES_AT_ONCE]]
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
        return self._live.vectors.nearest(vector, k)

    def matching(self, terms: Mapping[str, float], sounds: Mapping[str, float], k: int) -> list[tuple[str, float]]:
        """The passages that match weighted terms and sound keys: ``(passage_id, BM25)``, at most ``k``, best first."""
        return self._live.keywords.search(terms, sounds, k)

    def document_frequency(self, term: str) -> int:
        """In how many passages an index term stands."""
        return self._live.keywords.document_frequency(term)

    def sound_frequency(self, key: str) -> int:
        """In how many passages a sound key stands."""
        return self._live.keywords.sound_frequency(key)

    def add(self, entries: Sequence[Entry], progress: Callable[[int, int], None] = no_progress) -> None:
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
        self._settle([entry.article.article_id for entry in entries])

    def remove(self, article_ids: Sequence[str]) -> None:
        """Removes articles; unknown ids are ignored.

        Raises:
            ArchiveError: a part cannot be written; the next index run finishes the change.
        """
        if article_ids:
            self.catalog.remove(article_ids)
            self._settle(article_ids)

    def settle(self) -> None:
        """Finishes what an interrupted run began: brings vectors and keywords up to the catalog.

        Raises:
            EmbeddingError: a passage's vector is not cached and the embedder failed.
            ArchiveError: a part cannot be written.
        """
        while article_ids := self.catalog.unsettled(_ARTICLES_AT_ONCE):
            self._settle(article_ids)

    def _settle(self, article_ids: Sequence[str]) -> None:
        pending = self.catalog.pending(article_ids)
        self._write_vectors(pending)
        self._live.vectors.delete(self.catalog.tombstones(article_ids))
        self._live.keywords.replace(article_ids, [_keyword_row(item) for item in pending])
        self.catalog.settle(article_ids)

    def restart(self) -> None:
        """Begins a new, empty generation under the encoder's model, to be filled by ``add`` and ``settle``.

        Articles stay in the catalog, but none is found until it is written again; cached vectors stay too.

        Raises:
            EmbeddingError: a new model does not work; nothing was changed.
        """
        if self.catalog.fact("model_key") != self._encoder.model_key:
            self._encoder.check()
        old = self._live
        self._generations.remove_others(old.name)  # what an interrupted rebuild left
        new = self._generations.open(str(int(old.name) + 1), create=True)
        self.catalog.restart(generation=new.name, model_key=self._encoder.model_key)
        self._live = new
        old.close()
        self._generations.remove_others(new.name)

    def verify(self, progress: Callable[[int, int], None] = no_progress) -> Verification:
        """Compares every vector and keyword row with the catalog; changes nothing.

        Args:
            progress: called with the number of passages compared and to compare.

        Raises:
            ArchiveError: a part cannot be read at all.
        """
        return verify(self.catalog, self._encoder.cache, self._live, progress)

    def compact(self) -> None:
        """Gives back the room of what was replaced or removed; needs as much free room as the catalog takes.

        Raises:
            ArchiveError: the disk is full, or another process reads or writes meanwhile.
        """
        self._encoder.prune()
        self.catalog.compact()

    def disk_use(self) -> DiskUse:
        """How much room each part takes."""
        return self._generations.disk_use(self._live.name, catalog=self.catalog.file_size())

    def stamp(self) -> None:
        """Notes that an index run changed something now, and forgets cached vectors of texts that are gone."""
        self._encoder.prune()
        self.catalog.describe(indexed_at=datetime.now(UTC).isoformat(timespec="seconds"))

    def release(self) -> None:
        """Lets other processes write."""
        self._live.keywords.release()

    def _write_vectors(self, pending: Sequence[PendingPassage]) -> None:
        vectors = self._encoder.vectors({item.digest: item.passage.text for item in pending})
        self._live.vectors.upsert(
            [
                VectorRow(item.passage.passage_id, item.passage.article_id, item.day, vectors[item.digest])
                for item in pending
            ]
        )

    def _require_same_model(self) -> None:
        built_by = self.catalog.fact("model_key")
        if built_by != self._encoder.model_key:
            raise mismatch(built_by, self._encoder.model_key)


def mismatch(built_by: str | None, now: str) -> ArchiveMismatchError:
    """The error for an archive of another embedder."""
    return ArchiveMismatchError(
        f"The archive was built with the embedder {built_by}, but the settings say {now}. "
        "Set embedding_model back, or run: newschat index --rebuild"
    )


def _keyword_row(item: PendingPassage) -> KeywordRow:
    return KeywordRow(item.passage.passage_id, item.passage.article_id, item.title, item.passage.text)
