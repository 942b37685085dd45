"""Embeddings kept by model and text: embedding is the dear part of indexing, so no text is embedded twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from indexing.archive.catalog.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

_STORED = "<f2"
"""Half precision: a unit vector's cosines move by less than 0.001, and the cache halves."""


class VectorCache:
    """Cached vectors of one model.

    Args:
        database: the catalog's database.
        model_key: whose vectors.
    """

    def __init__(self, database: Database, model_key: str) -> None:
        self._database = database
        self.model_key = model_key

    def get(self, digests: Iterable[str]) -> dict[str, Vector]:
        """The cached vectors among those asked for, by text digest."""
        rows = self._database.rows(
            """SELECT text_digest, value FROM vector
               WHERE model_key = ? AND text_digest IN (SELECT value FROM json_each(?))""",
            (self.model_key, json.dumps(list(digests))),
        )
        import numpy as np

        return {digest: np.frombuffer(value, _STORED).astype(np.float32) for digest, value in rows}

    def put(self, vectors: Mapping[str, Vector]) -> None:
        """Keeps unit vectors by text digest, in one transaction."""
        with self._database.transaction():
            self._database.write(
                "INSERT OR REPLACE INTO vector (model_key, text_digest, value) VALUES (?, ?, ?)",
                ((self.model_key, digest, vector.astype(_STORED).tobytes()) for digest, vector in vectors.items()),
            )

    def prune(self) -> None:
        """Forgets the vectors, of any model, of texts that no passage has any more."""
        self._database.write("DELETE FROM vector WHERE text_digest NOT IN (SELECT text_digest FROM passage)")
