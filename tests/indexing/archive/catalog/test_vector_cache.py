import numpy as np
import pytest

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.entries import Entry
from indexing.archive.catalog.records import text_digest
from indexing.archive.catalog.vector_cache import VectorCache
from indexing.article import Article
from indexing.passages import split_passages

ARTICLE = Article(article_id="rain", path="wire.jsonl#1", title="부산에 폭우", body="부산에 비가 내렸다.")
ENTRY = Entry("wire.jsonl", ARTICLE, split_passages(ARTICLE))


def test_cached_vectors_belong_to_one_model(catalog: Catalog, database: Database) -> None:
    one, other = VectorCache(database, "model/1"), VectorCache(database, "model/2")
    one.put({"x": np.asarray([0.6, 0.8], np.float32)})

    assert one.get(["x", "y"])["x"] == pytest.approx([0.6, 0.8], abs=1e-3)
    assert other.get(["x"]) == {}


def test_cached_vectors_of_vanished_texts_are_forgotten(catalog: Catalog, database: Database) -> None:
    catalog.put([ENTRY])
    kept = text_digest("부산에 비가 내렸다.")
    cache = VectorCache(database, "model/1")
    cache.put({kept: np.ones(1, np.float32), "vanished": np.ones(1, np.float32)})

    cache.prune()

    assert list(cache.get([kept, "vanished"])) == [kept]
