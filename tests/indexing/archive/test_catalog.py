from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

from indexing.archive.catalog import Catalog
from indexing.archive.coverage import Coverage
from indexing.archive.database import Database
from indexing.archive.entries import Entry
from indexing.archive.records import text_digest
from indexing.archive.sources import Source, Sources
from indexing.archive.vector_cache import VectorCache
from indexing.article import Article, Dropped
from indexing.passages import split_passages

RAIN = Article(
    article_id="rain",
    path="wire.jsonl#1",
    title="부산에 폭우",
    body="부산에 비가 내렸다. 도로가 잠겼다.",
    published_at=datetime(2025, 7, 1, 9, 30),
    captions=("잠긴 도로",),
    dropped=(Dropped("구독하기", "toolbar", 3),),
)
FESTIVAL = Article(
    article_id="festival", path="b.txt", title="축제 개막", body="축제가 열렸다.", published_at=date(2025, 9, 29)
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "catalog.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def catalog(database: Database) -> Catalog:
    made = Catalog(database)
    made.create_tables("model/1")
    return made


def entry(article: Article, longest: int = 15) -> Entry:
    return Entry(article.path.split("#")[0], article, split_passages(article, longest))


def test_an_article_comes_back_as_it_was(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(FESTIVAL)])

    assert catalog.article("rain") == RAIN
    assert catalog.articles(["rain", "festival", "unknown"]) == {"rain": RAIN, "festival": FESTIVAL}


def test_a_passage_is_not_seen_before_it_is_settled(catalog: Catalog) -> None:
    passages = split_passages(RAIN, 15)
    catalog.put([entry(RAIN)])
    assert catalog.passages([passage.passage_id for passage in passages]) == {}
    assert catalog.passages_of("rain") == ()

    catalog.settle(["rain"])

    assert catalog.passages_of("rain") == passages
    assert catalog.passages([passages[1].passage_id, "unknown"]) == {passages[1].passage_id: passages[1]}


def test_pending_passages_know_what_vectors_and_keywords_need(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(replace(FESTIVAL, published_at=None))])

    found = {item.passage.passage_id: item for item in catalog.pending(["rain", "festival"])}

    first, festival = split_passages(RAIN, 15)[0], split_passages(FESTIVAL)[0]
    assert found[first.passage_id].passage == first
    assert found[first.passage_id].title == "부산에 폭우"
    assert found[first.passage_id].digest == text_digest(first.text)
    assert (found[first.passage_id].day, found[festival.passage_id].day) == (20250701, 0)


def test_replacing_an_article_buries_the_passages_it_loses(catalog: Catalog) -> None:
    first, second = split_passages(RAIN, 15)
    catalog.put([entry(RAIN)])
    catalog.settle(["rain"])

    catalog.put([entry(replace(RAIN, body="부산에 비가 내렸다. 해가 났다."))])

    assert catalog.tombstones(["rain"]) == [second.passage_id]
    assert {item.passage.passage_id for item in catalog.pending(["rain"])} >= {first.passage_id}
    catalog.settle(["rain"])
    assert (catalog.tombstones(["rain"]), catalog.unsettled(10)) == ([], [])


def test_a_buried_passage_that_comes_back_is_no_longer_buried(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])
    catalog.remove(["rain"])
    catalog.put([entry(RAIN)])

    assert catalog.tombstones(["rain"]) == []


def test_a_removed_article_is_unsettled_until_its_passages_are_gone_elsewhere(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(FESTIVAL)])
    catalog.settle(["rain", "festival"])
    catalog.remove(["rain", "unknown"])

    assert catalog.article("rain") is None
    assert catalog.unsettled(10) == ["rain"]
    assert catalog.unsettled_count() == 2


def test_settling_one_article_leaves_another_pending(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(FESTIVAL)])
    catalog.settle(["rain"])

    assert catalog.unsettled(10) == ["festival"]


def test_files_read_by_another_recipe_are_forgotten_and_their_articles_are_not(
    catalog: Catalog, database: Database
) -> None:
    catalog.put([entry(RAIN)])
    catalog.read_by("one")
    Sources(database).put([Source("wire.jsonl", 1, 2, 3, "x")])
    catalog.read_by("one")
    assert list(Sources(database).known()) == ["wire.jsonl"]

    catalog.read_by("other")

    assert (catalog.article("rain"), catalog.is_read_by("other")) == (RAIN, True)
    assert Sources(database).known() == {}


def test_every_passage_comes_once_whatever_its_state(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(FESTIVAL)])
    catalog.settle(["rain"])

    batches = list(catalog.every_passage(2))

    assert [len(batch) for batch in batches] == [2, 1]
    found = {item.passage for batch in batches for item in batch}
    assert found == {*split_passages(RAIN, 15), *split_passages(FESTIVAL)}


def test_what_stores_must_and_may_hold(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])
    assert catalog.is_empty() is False
    catalog.settle(["rain"])
    catalog.put([entry(FESTIVAL)])
    catalog.put([entry(replace(RAIN, body="부산에 비가 내렸다. 해가 났다."))])

    first, second = (passage.passage_id for passage in split_passages(RAIN, 15))
    expected = catalog.expected()

    assert expected.settled == frozenset()
    assert {first, second, split_passages(FESTIVAL)[0].passage_id} < expected.unsettled


def test_coverage_spans_the_days_that_are_known(catalog: Catalog) -> None:
    undated = replace(FESTIVAL, article_id="undated", published_at=None)
    catalog.put([entry(RAIN), entry(FESTIVAL), entry(undated)])
    catalog.settle(["rain", "festival", "undated"])

    assert catalog.coverage() == Coverage(3, 4, date(2025, 7, 1), date(2025, 9, 29), None)


def test_an_empty_catalog_covers_nothing(catalog: Catalog) -> None:
    assert catalog.coverage() == Coverage(0, 0, None, None, None)


def test_a_thousand_ids_can_be_asked_for_at_once(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])

    assert list(catalog.articles([str(number) for number in range(40_000)] + ["rain"])) == ["rain"]


def test_known_articles_carry_what_comparison_needs(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])

    [known] = catalog.known()

    assert (known.article_id, known.source, known.path, known.passages) == ("rain", "wire.jsonl", "wire.jsonl#1", 2)


def test_a_file_comes_back_with_what_was_skipped_of_it(catalog: Catalog, database: Database) -> None:
    sources = Sources(database)
    source = Source("a.jsonl", 10, 20, 30, "ab", (("a.jsonl#2", "no body"),), (("rain", "a.jsonl#3"),))
    sources.put([source, Source("b.txt", 1, 2, 3, "cd")])
    sources.put([replace(source, size=11)])

    assert sources.known() == {"a.jsonl": replace(source, size=11), "b.txt": Source("b.txt", 1, 2, 3, "cd")}
    sources.remove(["a.jsonl", "unknown"])
    assert list(sources.known()) == ["b.txt"]


def test_cached_vectors_belong_to_one_model(catalog: Catalog, database: Database) -> None:
    one, other = VectorCache(database, "model/1"), VectorCache(database, "model/2")
    one.put({"x": np.asarray([0.6, 0.8], np.float32)})

    assert one.get(["x", "y"])["x"] == pytest.approx([0.6, 0.8], abs=1e-3)
    assert other.get(["x"]) == {}


def test_cached_vectors_of_vanished_texts_are_forgotten(catalog: Catalog, database: Database) -> None:
    catalog.put([entry(FESTIVAL)])
    kept = text_digest("축제가 열렸다.")
    cache = VectorCache(database, "model/1")
    cache.put({kept: np.ones(1, np.float32), "vanished": np.ones(1, np.float32)})

    cache.prune()

    assert list(cache.get([kept, "vanished"])) == [kept]


@pytest.mark.parametrize(
    ("mtime_ns", "checked_ns", "sure"),
    [
        (1_700_000_000_123_456_789, 1_700_000_000_130_000_000, False),
        (1_700_000_000_123_456_789, 1_700_000_000_180_000_000, True),
        (1_700_000_000_000_000_000, 1_700_000_001_500_000_000, False),
        (1_700_000_000_000_000_000, 1_700_000_002_500_000_000, True),
        (1_900_000_000_123_456_789, 1_700_000_000_000_000_000, False),
    ],
    ids=["fine clock, same tick", "fine clock", "coarse clock, same tick", "coarse clock", "time in the future"],
)
def test_a_file_is_surely_untouched_only_when_its_clock_has_ticked_since(
    mtime_ns: int, checked_ns: int, sure: bool
) -> None:
    assert Source("a.txt", 10, mtime_ns, checked_ns, "x").is_untouched(10, mtime_ns) is sure


def test_a_file_of_another_size_or_time_is_touched() -> None:
    source = Source("a.txt", 10, 1_700_000_000_123_456_789, 1_800_000_000_000_000_000, "x")

    assert not source.is_untouched(11, source.mtime_ns)
    assert not source.is_untouched(10, source.mtime_ns + 1)
