"""The derived stores of an archive, vectors and keywords: kept in step with the catalog, made anew when damaged."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.entries import PendingPassage
from indexing.archive.derived.encoder import Encoder
from indexing.archive.derived.examiner import Examiner, damaged
from indexing.archive.derived.generations import Generation, Generations
from indexing.archive.derived.keywords import KEYWORDS_VERSION, KeywordRow
from indexing.archive.derived.vectors import VECTORS_VERSION, VectorRow
from indexing.archive.derived.verification import Verification
from indexing.archive.disk_use import DiskUse
from indexing.archive.seals.parts import Part
from indexing.errors import ArchiveDamagedError
from indexing.progress import Count, Notify, Progress, silent

_AT_ONCE = 1_000
_ARTICLES_AT_ONCE = 200
_VERSIONS = {Part.VECTORS: VECTORS_VERSION, Part.KEYWORDS: KEYWORDS_VERSION}


class Stores:
    """Vectors and keywords of an archive.

    A store that is damaged, or of another model or tokeniser, is never mended: it is made anew beside the old one,
    from the catalog's texts and cached vectors, and the catalog names it instead in one transaction. Until then
    readers use the old one.

    Args:
        catalog: what the stores must hold.
        encoder: makes vectors, or remembers them.
        generations: opens and removes stores.
        writable: whether this is the one process that writes; others look, at each use, whether it has.
    """

    def __init__(self, catalog: Catalog, encoder: Encoder, generations: Generations, *, writable: bool) -> None:
        self._catalog = catalog
        self._encoder = encoder
        self._generations = generations
        self._examiner = Examiner(catalog, generations)
        self._writable = writable
        self._lock = threading.RLock()
        self._revision = catalog.facts.revision()
        self._ready: set[Part] = set()
        self._changed = False
        self.live = generations.open(catalog.facts.generation_names(), create=False)

    @contextmanager
    def using(self, part: Part) -> Iterator[Generation]:
        """The stores in use, for a look into one of them. Threads take turns; a look takes milliseconds.

        Raises:
            ArchiveDamagedError: the part is damaged; the message says how to mend it.
            ArchiveError: the part cannot be read.
        """
        with self._lock:
            if not self._writable:
                self._follow()
                self._prepare(part)
            yield self.live

    def damage(self) -> dict[Part, str]:
        """What is wrong with each part that is damaged, in words."""
        with self._lock, self._generations.exclusive():
            if not self._writable:
                self._follow()
            found = {part: self._examiner.damage(part, self.live) for part in Part}
            return {part: why for part, why in found.items() if why}

    def recover(self, progress: Progress, notify: Notify) -> None:
        """Brings the stores up to the catalog: makes anew what is damaged or outdated, finishes what was interrupted.

        Args:
            progress: told how far a part is.
            notify: told in a sentence what is made anew, and why.

        Raises:
            EmbeddingError: a vector is not cached and the embedder failed.
            ArchiveError: a part cannot be written.
        """
        self.sweep()
        if self._catalog.is_empty() and not self._generations.exist(self.live.names):
            self._begin()
            return
        reasons = {part: f"damaged ({why})" for part, why in self.damage().items()}
        for part, version in _VERSIONS.items():
            if self._catalog.facts.part_version(part) != version:
                reasons.setdefault(part, "of another version of newschat")
        for part, reason in reasons.items():
            verb = "are" if part is Part.VECTORS else "is"
            notify(f"The {part.words} {verb} {reason} and {verb} made anew.")
        if self._catalog.facts.get("model_key") != self._encoder.model_key:
            reasons.setdefault(Part.VECTORS, "of another embedder")  # none, but their collection may have its dimension
        if reasons:
            self.rebuild(reasons.keys(), progress)
        self.settle_all()

    def _begin(self) -> None:
        """Makes the empty stores of a new archive."""
        self.live = self._generations.open(self.live.names, create=True)
        with self._generations.exclusive():
            self.live.vectors.count()
            self.live.keywords.count()
            with self._catalog.transaction():
                self._catalog.facts.note(model_key=self._encoder.model_key)
                self._catalog.facts.made_by(_VERSIONS)
                self._examiner.seal(self.live)
        self._changed = True

    def sweep(self) -> None:
        """Removes what an interrupted rebuild left."""
        if self._catalog.facts.get("building") or self._generations.strangers(self.live.names):
            self._generations.remove_others(self.live.names)
            self._catalog.facts.note(building="")

    def settle_all(self) -> None:
        """Finishes what an interrupted run began.

        Raises:
            EmbeddingError: a passage's vector is not cached and the embedder failed.
            ArchiveError: a part cannot be written.
        """
        while article_ids := self._catalog.backlog.unsettled(_ARTICLES_AT_ONCE):
            self.settle(article_ids)

    def settle(self, article_ids: Sequence[str]) -> None:
        """Brings vectors and keywords up to the catalog for some articles.

        Raises:
            EmbeddingError: a passage's vector is not cached and the embedder failed.
            ArchiveError: a part cannot be written.
        """
        pending = self._catalog.backlog.pending(article_ids)
        vectors = self._vector_rows(pending)
        self._changed = True
        try:
            with self._generations.exclusive():
                self.live.vectors.upsert(vectors)
                self.live.vectors.delete(self._catalog.backlog.tombstones(article_ids))
                self.live.keywords.replace(article_ids, [_keyword_row(item) for item in pending])
                with self._catalog.transaction():
                    self._catalog.backlog.settle(article_ids)
                    self._examiner.seal(self.live)
        except ArchiveDamagedError:
            self.rebuild(tuple(Part), silent)

    def rebuild(self, parts: Collection[Part], progress: Progress) -> None:
        """Makes parts anew beside the old ones, then uses them instead, and removes the old ones.

        What is interrupted has changed nothing but the cache of vectors, so that it costs no embedding twice.

        Args:
            parts: which.
            progress: told how far a part is.

        Raises:
            EmbeddingError: a vector is not cached and the embedder failed.
            ArchiveError: a part cannot be written.
        """
        self.sweep()
        old = self.live
        name = self._generations.next_name(old.names)
        self._catalog.facts.note(building=name)
        made = self._generations.open(dict.fromkeys(Part, name), create=True)
        try:
            self._fill(made, parts, progress)
            made.keywords.release()
        except BaseException:
            made.close()
            raise
        names = {part: name if part in parts else old.names[part] for part in Part}
        with self._lock, self._generations.exclusive():
            old.close()
            made.close()
            self._switch(names, parts)
        self._generations.remove_others(names)
        self._catalog.facts.note(building="")

    def _switch(self, names: dict[Part, str], parts: Collection[Part]) -> None:
        with self._catalog.transaction():
            self._catalog.facts.use(names)
            if Part.VECTORS in parts:
                self._catalog.facts.note(model_key=self._encoder.model_key)
            self._catalog.facts.made_by({part: _VERSIONS[part] for part in parts})
            if set(parts) == set(Part):
                self._catalog.backlog.settle_everything()
            self.live = self._generations.open(names, create=False)
            self._examiner.seal(self.live)
            self._catalog.facts.turn_revision()
        self._changed = True

    def _fill(self, made: Generation, parts: Collection[Part], progress: Progress) -> None:
        total = self._catalog.held_count()
        if Part.VECTORS in parts:
            done = 0
            made.vectors.count()  # an empty archive needs its collection too
            for some in self._catalog.every_passage(_AT_ONCE):
                made.vectors.upsert(self._vector_rows(some))
                progress("vectors", done := done + len(some), total)
        if Part.KEYWORDS in parts:
            done = 0

            def rows() -> Iterator[KeywordRow]:
                nonlocal done
                for some in self._catalog.every_passage(_AT_ONCE):
                    yield from (_keyword_row(item) for item in some)
                    progress("keywords", done := done + len(some), total)

            made.keywords.fill(rows())

    def release(self) -> None:
        """Ends a run: everything reaches the disk, and readers look anew."""
        self.live.keywords.release()
        if self._changed:
            with self._generations.exclusive(), self._catalog.transaction():
                self._examiner.seal(self.live, durable=True)
                self._catalog.facts.turn_revision()
            self._changed = False

    def verify(self, progress: Count) -> Verification:
        """Compares every vector and keyword row with the catalog, and every file with what was written.

        Args:
            progress: called with the number of passages compared and to compare.

        Raises:
            ArchiveError: a part cannot be read.
        """
        with self._generations.exclusive():
            return self._examiner.verify(self.live, self._encoder.cache, progress)

    def disk_use(self) -> DiskUse:
        """How much room each part takes."""
        return self._generations.disk_use(self.live.names, catalog=self._catalog.file_size())

    def close(self) -> None:
        """Lets go of all files."""
        with self._lock:
            self.live.close()

    def _follow(self) -> None:
        """For a reader: turns to what the writer has written since."""
        revision = self._catalog.facts.revision()
        if revision != self._revision:
            self.live.close()
            self.live = self._generations.open(self._catalog.facts.generation_names(), create=False)
            self._ready.clear()
            self._revision = revision

    def _prepare(self, part: Part) -> None:
        """For a reader: looks at a part and loads it, while nobody writes."""
        if part in self._ready:
            return
        with self._generations.exclusive():
            self._follow()  # once more, now that nobody writes
            if self._generations.is_local(part) and (why := self._examiner.damage(part, self.live)):
                raise damaged(part, why)
            if part is Part.VECTORS:
                self.live.vectors.count()
        self._ready.add(part)

    def _vector_rows(self, passages: Sequence[PendingPassage]) -> list[VectorRow]:
        vectors = self._encoder.vectors({item.digest: item.passage.text for item in passages})
        return [
            VectorRow(item.passage.passage_id, item.passage.article_id, item.day, vectors[item.digest])
            for item in passages
        ]


def _keyword_row(item: PendingPassage) -> KeywordRow:
    return KeywordRow(item.passage.passage_id, item.passage.article_id, item.title, item.passage.text)
