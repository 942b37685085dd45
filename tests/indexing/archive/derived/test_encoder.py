from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.records import text_digest
from indexing.archive.catalog.vector_cache import VectorCache
from indexing.archive.derived.encoder import Encoder
from indexing.errors import EmbeddingError


class Scripted(BaseEmbedding):
    """An embedder that answers as it is told and remembers what it was asked."""

    _answer: Callable[[str], Any] = PrivateAttr()
    _asked: list[str] = PrivateAttr(default_factory=list)

    def __init__(self, answer: Callable[[str], Any] = lambda text: [3.0, 4.0]) -> None:
        super().__init__(model_name="scripted")
        self._answer = answer

    def _get_text_embedding(self, text: str) -> list[float]:
        self._asked.append(text)
        vector: list[float] = self._answer(text)
        return vector

    def _get_query_embedding(self, query: str) -> list[float]:
        raise AssertionError("passages are no queries")

    async def _aget_query_embedding(self, query: str) -> list[float]:
        raise AssertionError("passages are no queries")


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[VectorCache]:
    database = Database(tmp_path / "catalog.sqlite")
    Catalog(database).create_tables("scripted")
    yield VectorCache(database, "scripted")
    database.close()


def test_vectors_are_brought_to_unit_length(cache: VectorCache) -> None:
    vectors = Encoder(Scripted(), cache).vectors({text_digest("비"): "비"})

    assert vectors[text_digest("비")] == pytest.approx([0.6, 0.8], abs=1e-3)


def test_no_text_is_embedded_twice(cache: VectorCache) -> None:
    embedder = Scripted()
    Encoder(embedder, cache).warm(["비", "눈", "비"])
    Encoder(embedder, cache).warm(["눈", "해"])

    assert embedder._asked == ["비", "눈", "해"]


def test_progress_counts_only_what_is_embedded(cache: VectorCache) -> None:
    encoder = Encoder(Scripted(), cache)
    encoder.warm(["0"])
    seen: list[tuple[int, int]] = []

    encoder.warm([str(number) for number in range(201)], lambda done, total: seen.append((done, total)))

    assert seen == [(128, 200), (200, 200)]


def test_what_was_embedded_before_a_failure_stays_cached(cache: VectorCache) -> None:
    def fail_late(text: str) -> list[float]:
        if text == "199":
            raise ConnectionError("endpoint went away")
        return [1.0]

    with pytest.raises(EmbeddingError, match="ConnectionError: endpoint went away"):
        Encoder(Scripted(fail_late), cache).warm([str(number) for number in range(200)])

    assert len(cache.get(text_digest(str(number)) for number in range(200))) == 128


def test_an_embedding_error_keeps_its_own_words(cache: VectorCache) -> None:
    def fail(text: str) -> list[float]:
        raise EmbeddingError("the model is not there")

    with pytest.raises(EmbeddingError, match=r"^the model is not there$"):
        Encoder(Scripted(fail), cache).warm(["비"])


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (lambda text: [], "lengths"),
        (lambda text: [1.0] * len(text), "lengths"),
        (lambda text: [float("nan")], "not finite"),
        (lambda text: [float("inf")], "not finite"),
    ],
)
def test_what_is_no_vector_is_refused(cache: VectorCache, answer: Callable[[str], Any], complaint: str) -> None:
    with pytest.raises(EmbeddingError, match=complaint):
        Encoder(Scripted(answer), cache).warm(["비", "눈이"])

    assert cache.get([text_digest("비")]) == {}


def test_a_zero_vector_is_kept_as_it_is(cache: VectorCache) -> None:
    vectors = Encoder(Scripted(lambda text: [0.0, 0.0]), cache).vectors({text_digest("?"): "?"})

    assert not np.any(vectors[text_digest("?")])
