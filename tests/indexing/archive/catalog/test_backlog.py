from dataclasses import replace
from datetime import date, datetime

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.entries import Entry
from indexing.archive.catalog.records import text_digest
from indexing.article import Article
from indexing.passages import split_passages

RAIN = Article(
    article_id="rain",
    path="wire.jsonl#1",
    title="부산에 폭우",
    body="부산에 비가 내렸다. 도로가 잠겼다.",
    published_at=datetime(2025, 7, 1, 9, 30),
)
FESTIVAL = Article(
    article_id="festival", path="b.txt", title="축제 개막", body="축제가 열렸다.", published_at=date(2025, 9, 29)
)


def entry(article: Article) -> Entry:
    return Entry(article.path.split("#")[0], article, split_passages(article, 15))


def test_pending_passages_know_what_vectors_and_keywords_need(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(replace(FESTIVAL, published_at=None))])

    found = {item.passage.passage_id: item for item in catalog.backlog.pending(["rain", "festival"])}

    first, festival = split_passages(RAIN, 15)[0], split_passages(FESTIVAL)[0]
    assert found[first.passage_id].passage == first
    assert found[first.passage_id].title == "부산에 폭우"
    assert found[first.passage_id].digest == text_digest(first.text)
    assert (found[first.passage_id].day, found[festival.passage_id].day) == (20250701, 0)


def test_replacing_an_article_buries_the_passages_it_loses(catalog: Catalog) -> None:
    first, second = split_passages(RAIN, 15)
    catalog.put([entry(RAIN)])
    catalog.backlog.settle(["rain"])

    catalog.put([entry(replace(RAIN, body="부산에 비가 내렸다. 해가 났다."))])

    assert catalog.backlog.tombstones(["rain"]) == [second.passage_id]
    assert {item.passage.passage_id for item in catalog.backlog.pending(["rain"])} >= {first.passage_id}
    catalog.backlog.settle(["rain"])
    assert (catalog.backlog.tombstones(["rain"]), catalog.backlog.unsettled(10)) == ([], [])


def test_a_buried_passage_that_comes_back_is_no_longer_buried(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])
    catalog.remove(["rain"])
    catalog.put([entry(RAIN)])

    assert catalog.backlog.tombstones(["rain"]) == []


def test_a_removed_article_is_unsettled_until_its_passages_are_gone_elsewhere(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(FESTIVAL)])
    catalog.backlog.settle(["rain", "festival"])
    catalog.remove(["rain", "unknown"])

    assert catalog.article("rain") is None
    assert catalog.backlog.unsettled(10) == ["rain"]
    assert catalog.backlog.size() == 2


def test_settling_one_article_leaves_another_pending(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(FESTIVAL)])
    catalog.backlog.settle(["rain"])

    assert catalog.backlog.unsettled(10) == ["festival"]
