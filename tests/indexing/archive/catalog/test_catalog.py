from dataclasses import replace
from datetime import date, datetime

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.coverage import Coverage
from indexing.archive.catalog.entries import Entry
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

    catalog.backlog.settle(["rain"])

    assert catalog.passages_of("rain") == passages
    assert catalog.passages([passages[1].passage_id, "unknown"]) == {passages[1].passage_id: passages[1]}


def test_every_passage_comes_once_whatever_its_state(catalog: Catalog) -> None:
    catalog.put([entry(RAIN), entry(FESTIVAL)])
    catalog.backlog.settle(["rain"])

    batches = list(catalog.every_passage(2))

    assert [len(batch) for batch in batches] == [2, 1]
    found = {item.passage for batch in batches for item in batch}
    assert found == {*split_passages(RAIN, 15), *split_passages(FESTIVAL)}


def test_what_stores_must_and_may_hold(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])
    assert catalog.is_empty() is False
    catalog.backlog.settle(["rain"])
    catalog.put([entry(FESTIVAL)])
    catalog.put([entry(replace(RAIN, body="부산에 비가 내렸다. 해가 났다."))])

    first, second = (passage.passage_id for passage in split_passages(RAIN, 15))
    expected = catalog.expected()

    assert expected.settled == frozenset()
    assert {first, second, split_passages(FESTIVAL)[0].passage_id} < expected.unsettled


def test_coverage_spans_the_days_that_are_known(catalog: Catalog) -> None:
    undated = replace(FESTIVAL, article_id="undated", published_at=None)
    catalog.put([entry(RAIN), entry(FESTIVAL), entry(undated)])
    catalog.backlog.settle(["rain", "festival", "undated"])

    assert catalog.coverage() == Coverage(3, 4, date(2025, 7, 1), date(2025, 9, 29), None, undated=1)


def test_an_empty_catalog_covers_nothing(catalog: Catalog) -> None:
    assert catalog.coverage() == Coverage(0, 0, None, None, None)


def test_a_thousand_ids_can_be_asked_for_at_once(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])

    assert list(catalog.articles([str(number) for number in range(40_000)] + ["rain"])) == ["rain"]


def test_known_articles_carry_what_comparison_needs(catalog: Catalog) -> None:
    catalog.put([entry(RAIN)])

    [known] = catalog.known()

    assert (known.article_id, known.source, known.path, known.passages) == ("rain", "wire.jsonl", "wire.jsonl#1", 2)
