"""The vectors of an archive in Chroma, embedded or on a server, by the same few calls.

Only add/upsert/delete/get/query are used, since Chroma's newer calls (search, fork) do not exist locally. Texts
stay in the catalog: storing them here too costs six times the disk and three times the time (100 MB for
10,000 passages). Chroma is derived data: whatever breaks here is rebuilt from the catalog.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexing.archive.derived.chroma import close, failure
from indexing.batches import batches
from indexing.errors import ArchiveDamagedError

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray


_BATCH = 1_000
"""Chroma takes at most 5,461 rows a call; above 1,000 it gets no faster."""

_PAGE = 5_000
"""``get`` fails beyond 32,766 rows (SQLite's limit of variables)."""

GRAPH_EVERY = 1_000
"""Chroma's own choice: 30,000 vectors take as long to add with 1,000,000 (28.9 s) as with this (23.7 s), and ten
seconds to open instead of a tenth."""

_INDEXED_AT_ONCE = 100
"""Chroma's own choice too."""

_GRAPH: CreateHNSWConfiguration = {"space": "cosine", "max_neighbors": 32, "ef_construction": 200, "ef_search": 150}
"""How many neighbours a vector is joined to, and how many are looked at to find them and to answer a question.

Articles' vectors lie in clumps, where a graph leaves some without a way to them. With Chroma's 16, 100 and 100, 214 of
24,056 passages of 10,000 articles were not found even by their own vectors, and the 40 nearest were .89 complete; with
these 17, and .98. It costs .7 ms of processor a vector written and .3 a question. 48, 100 and 200 do as well for half
the processor time as long as vectors are only added, but lose the way to one in a small archive whose articles change:
the kill test then does not find an article by its own title.
"""

VECTORS_VERSION = "2"
"""Must be raised with the graph's settings: archives then make their vectors' graph anew from cached vectors."""

UNKNOWN_DAY = 0


@dataclass(frozen=True, slots=True)
class VectorRow:
    """A passage's vector.

    Attributes:
        passage_id: its id.
        article_id: its article.
        day: publication day as ``yyyymmdd``, ``UNKNOWN_DAY`` where none is known: Chroma merges the metadata of an
            upsert, so that a key left out would keep its old value.
        vector: unit length.
    """

    passage_id: str
    article_id: str
    day: int
    vector: NDArray[np.float32]


class VectorStore:
    """Nearest passages by cosine.

    Args:
        connect: opens the Chroma client; called once, at first use, so that what reads only the catalog
            (a status line, say) does not pay a second for importing Chroma.
        name: of the collection.
        create: make the collection when it is missing.
        graph_every: changes after which a new collection writes its graph into files; until then they are replayed
            from Chroma's database whenever a process opens it (half a second for a thousand).
        on_damage: told why, when Chroma fails from within. It may well go on answering afterwards, but without
            what it has lost: this store refuses to.

    Raises:
        ArchiveDamagedError: from every method, when Chroma failed from within, or holds no such collection.
        ArchiveError: from every method, when Chroma cannot be reached, or the disk is full.
    """

    def __init__(
        self,
        connect: Callable[[], ClientAPI],
        name: str,
        *,
        create: bool = False,
        graph_every: int = GRAPH_EVERY,
        on_damage: Callable[[str], None] = lambda reason: None,
    ) -> None:
        self.name = name
        self._graph_every = graph_every
        self._on_damage = on_damage
        self._broken: str | None = None
        self._connect = connect
        self._create = create
        self._lock = threading.Lock()
        self._client: ClientAPI | None = None
        self._opened: Collection | None = None

    def count(self) -> int:
        """How many vectors there are."""
        with self._explained():
            return self._collection().count()

    def upsert(self, rows: Sequence[VectorRow]) -> None:
        """Adds vectors, or replaces those with the same passage id."""
        import numpy as np

        with self._explained():
            for batch in batches(rows, _BATCH):
                self._collection().upsert(
                    ids=[row.passage_id for row in batch],
                    embeddings=np.stack([row.vector for row in batch]),
                    metadatas=[{"article_id": row.article_id, "date": row.day} for row in batch],
                )

    def delete(self, passage_ids: Sequence[str]) -> None:
        """Removes vectors; unknown ids are ignored."""
        with self._explained():
            for batch in batches(passage_ids, _BATCH):
                self._collection().delete(ids=list(batch))

    def nearest(self, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
        """The ``k`` nearest passages: ``(passage_id, cosine)``, best first, fewer if there are fewer."""
        if k < 1:
            return []
        import numpy as np

        with self._explained():
            found = self._collection().query(
                query_embeddings=np.asarray([vector], np.float32), n_results=k, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        return [(passage_id, 1.0 - distance) for passage_id, distance in zip(found["ids"][0], distances, strict=True)]

    def get(self, passage_ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The stored vectors of those of the passages that have one."""
        import numpy as np

        with self._explained():
            pages = [
                self._collection().get(ids=list(some), include=["embeddings"]) for some in batches(passage_ids, _BATCH)
            ]
        return {
            passage_id: vector.astype(np.float32)
            for page in pages
            for passage_id, vector in zip(page["ids"], np.asarray(page["embeddings"]), strict=True)
        }

    def ids(self) -> Iterator[str]:
        """All passage ids, read in pages."""
        offset = 0
        while True:
            with self._explained():
                page = self._collection().get(limit=_PAGE, offset=offset, include=[])["ids"]
            yield from page
            if len(page) < _PAGE:
                return
            offset += _PAGE

    def close(self) -> None:
        """Lets go of the files or the connection."""
        if self._client is not None:
            close(self._client)
        self._client = self._opened = None

    def _collection(self) -> Collection:
        with self._lock:
            if self._opened is None:
                self._client = self._client or self._connect()
                if self._create:
                    self._opened = _make(self._client, self.name, self._graph_every)
                else:
                    self._opened = self._client.get_collection(self.name, embedding_function=None)
            return self._opened

    @contextmanager
    def _explained(self) -> Iterator[None]:
        if self._broken:
            raise self._damaged(self._broken)
        try:
            yield
        except BaseException as error:
            meant = failure(error, self.name)
            if meant is None:
                raise
            if isinstance(meant, ArchiveDamagedError):
                self._broken = f"{type(error).__name__}: {error}"
                self._on_damage(self._broken)
                meant = self._damaged(self._broken)
            raise meant from error

    def _damaged(self, why: str) -> ArchiveDamagedError:
        return ArchiveDamagedError(f"The vectors ({self.name}) are damaged: {why}. Run: newschat index")


def _make(client: ClientAPI, name: str, graph_every: int) -> Collection:
    return client.get_or_create_collection(
        name,
        embedding_function=None,
        configuration={
            "hnsw": {**_GRAPH, "sync_threshold": graph_every, "batch_size": min(_INDEXED_AT_ONCE, graph_every)}
        },
    )
