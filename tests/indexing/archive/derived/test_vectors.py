"""What every place of vectors must do, run against a folder and against a server."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from indexing.archive.derived.chroma import embedded, remove_collections, served
from indexing.archive.derived.vectors import VectorRow, VectorStore
from indexing.errors import ArchiveError

Connect = Callable[[], Any]
NAMES = (f"newschat-test-{number}" for number in itertools.count())


@pytest.fixture(params=["folder", "server"])
def connect(request: pytest.FixtureRequest, tmp_path: Path) -> Connect:
    if request.param == "folder":
        return embedded(tmp_path / "chroma")
    return served(request.getfixturevalue("chroma_url"))


@pytest.fixture
def store(connect: Connect) -> Iterator[VectorStore]:
    opened = VectorStore(connect, next(NAMES), create=True)
    yield opened
    opened.close()


def row(passage_id: str, *values: float, day: int = 20250929) -> VectorRow:
    return VectorRow(passage_id, f"article of {passage_id}", day, np.asarray(values, np.float32))


def test_the_nearest_vectors_come_best_first_with_their_cosine(store: VectorStore) -> None:
    store.upsert([row("a", 1, 0), row("b", 0, 1), row("c", 0.6, 0.8)])

    found = store.nearest([1.0, 0.0], 2)

    assert [passage_id for passage_id, _ in found] == ["a", "c"]
    assert [score for _, score in found] == pytest.approx([1.0, 0.6])


def test_fewer_vectors_than_asked_for_are_all_found(store: VectorStore) -> None:
    store.upsert([row("a", 1, 0)])

    assert len(store.nearest([1.0, 0.0], 50)) == 1


def test_an_empty_store_finds_nothing(store: VectorStore) -> None:
    assert store.nearest([1.0, 0.0], 5) == []
    assert store.count() == 0


def test_nothing_is_found_when_nothing_is_asked_for(store: VectorStore) -> None:
    store.upsert([row("a", 1, 0)])

    assert store.nearest([1.0, 0.0], 0) == []


def test_writing_a_vector_again_replaces_it(store: VectorStore) -> None:
    store.upsert([row("a", 1, 0)])
    store.upsert([row("a", 0, 1)])

    assert store.count() == 1
    assert store.nearest([0.0, 1.0], 1) == [("a", pytest.approx(1.0))]


def test_deleted_vectors_are_not_found_and_unknown_ids_do_no_harm(store: VectorStore) -> None:
    store.upsert([row("a", 1, 0), row("b", 0, 1)])
    store.delete(["a", "never stored"])

    assert [passage_id for passage_id, _ in store.nearest([1.0, 0.0], 5)] == ["b"]


def test_a_deleted_vector_can_come_back(store: VectorStore) -> None:
    store.upsert([row("a", 1, 0)])
    store.delete(["a"])
    store.upsert([row("a", 1, 0)])

    assert store.nearest([1.0, 0.0], 1) == [("a", pytest.approx(1.0))]


def test_more_vectors_than_a_batch_and_a_page_are_written_listed_and_deleted(store: VectorStore) -> None:
    angles = np.linspace(0, 1, 6_001)
    rows = [row(f"p{number}", np.cos(angle), np.sin(angle)) for number, angle in enumerate(angles)]
    store.upsert(rows)

    assert store.count() == 6_001
    assert set(store.ids()) == {item.passage_id for item in rows}

    store.delete([item.passage_id for item in rows])
    assert store.count() == 0


def test_a_vector_of_another_dimension_is_refused_with_the_way_out(store: VectorStore) -> None:
    store.upsert([row("a", 1, 0)])

    with pytest.raises(ArchiveError, match=r"dimension.*newschat index --rebuild"):
        store.nearest([1.0, 0.0, 0.0], 1)


def test_vectors_outlive_the_store(connect: Connect) -> None:
    name = next(NAMES)
    first = VectorStore(connect, name, create=True)
    first.upsert([row("a", 1, 0)])
    first.close()
    second = VectorStore(connect, name)

    assert second.nearest([1.0, 0.0], 1) == [("a", pytest.approx(1.0))]
    second.close()


def test_a_missing_collection_is_an_error_unless_it_is_to_be_made(connect: Connect) -> None:
    store = VectorStore(connect, next(NAMES))

    with pytest.raises(ArchiveError, match="does not exist"):
        store.count()
    store.close()


def test_only_the_other_collections_of_an_archive_are_removed(connect: Connect) -> None:
    prefix = next(NAMES)
    stores = [VectorStore(connect, name, create=True) for name in (f"{prefix}-1", f"{prefix}-2", f"other-{prefix}")]
    for store in stores:
        store.upsert([row("a", 1, 0)])
        store.close()

    remove_collections(connect, f"{prefix}-", keep=f"{prefix}-2")

    left = [VectorStore(connect, store.name) for store in stores]
    with pytest.raises(ArchiveError, match="does not exist"):
        left[0].count()
    assert [store.count() for store in left[1:]] == [1, 1]
    for store in left:
        store.close()


def test_two_clients_of_a_server_see_each_others_changes(chroma_url: str) -> None:
    name = next(NAMES)
    writer, reader = VectorStore(served(chroma_url), name, create=True), VectorStore(served(chroma_url), name)
    writer.upsert([row("a", 1, 0)])
    assert reader.count() == 1
    writer.upsert([row("b", 0, 1)])

    assert reader.nearest([0.0, 1.0], 1) == [("b", pytest.approx(1.0))]
    writer.close()
    reader.close()
