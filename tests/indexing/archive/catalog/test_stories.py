import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.archive.catalog import copies
from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.entries import Entry
from indexing.archive.opening import empty_catalog, open_archive
from indexing.article import Article
from indexing.corpus import scan
from indexing.embedding.bundled import BundledEmbedding
from indexing.near_duplicates import are_copies, buckets, letters, nearest
from indexing.passages import split_passages
from indexing.reading.limits import max_bytes_for
from indexing.reading.readers import read_file
from indexing.story_versions import story_version, tell_same_story

CORPUS = Path(__file__).parents[4] / "corpus"
FERRY = [
    "pages/ferry-adrift-nuridam.html",
    "dumps/ferry-adrift-haedamilbo.txt",
    "dumps/ferry-adrift-serintimes.txt",
    "pages/ferry-adrift-powolsinmun.html",
]
RENT = ["pages/youth-rent-hanbit.html", "dumps/youth-rent-sollae.txt"]
LEAK = ["dumps/gas-leak-breaking.txt", "pages/gas-leak-roundup.html", "pages/gas-leak-correction.html"]

SENTENCES = [
    "".join(random.Random(number).choices("가나다라마바사아자차카타파하거너더러머버", k=90)) + "."
    for number in range(6)
]
BODIES = st.lists(st.sampled_from(SENTENCES), max_size=6, unique=True).map(" ".join)
TITLES = st.sampled_from(
    ["[속보] 도금공장 누출", "[종합] 도금공장 누출 멎어", "[정정] 누출 부상 9명", "[속보] 부두 화재", "누출"]
)
ARTICLES = st.builds(
    Article,
    article_id=st.sampled_from("abcdefgh"),
    path=st.just("a.txt"),
    title=TITLES,
    body=BODIES,
    publisher=st.sampled_from(["해담일보", "누리담뉴스", None]),
    published_at=st.one_of(st.none(), st.dates(date(2025, 6, 1), date(2025, 6, 9)), st.just(datetime(2025, 6, 5, 9))),
)
STEPS = st.lists(
    st.tuples(
        st.lists(ARTICLES, max_size=4, unique_by=lambda article: article.article_id),
        st.sets(st.sampled_from("abcdefgh"), max_size=3),
    ),
    max_size=6,
)
"""What is added or changed, and what is removed."""

WHOLE = " ".join(SENTENCES)
FRONT, BACK = " ".join(SENTENCES[:4]), " ".join(SENTENCES[2:])
LONG = Article(article_id="long", path="long.txt", title="전문", body=WHOLE, published_at=date(2025, 6, 1))
FIRST = replace(LONG, article_id="first", path="first.txt", title="앞", body=FRONT, published_at=date(2025, 6, 2))
LAST = replace(LONG, article_id="last", path="last.txt", title="뒤", body=" ".join(SENTENCES[3:]), published_at=None)


@pytest.fixture
def catalog() -> Iterator[Catalog]:
    with empty_catalog() as made:
        yield made


@pytest.fixture(scope="module")
def sample() -> list[Article]:
    return [
        article
        for file in scan(CORPUS).files
        for article in read_file(file.read(max_bytes_for(file.path)).content, file.path).articles
    ]


def put(catalog: Catalog, *articles: Article) -> None:
    catalog.put([Entry(article.path, article, split_passages(article)) for article in articles])


def links(catalog: Catalog) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    ids = sorted(article.article_id for article in catalog.known())
    return catalog.stories.copies_of(ids), catalog.stories.versions_of(ids)


def stored(catalog: Catalog) -> list[object]:
    """Everything that the catalog keeps about stories, with article ids for numbers."""
    return [
        catalog._database.rows(statement)
        for statement in (
            "SELECT bucket, article_id FROM copy_bucket JOIN article USING (number) ORDER BY 1, 2",
            "SELECT count(*) FROM copy_bucket",
            "SELECT * FROM story_version ORDER BY 1",
            "SELECT * FROM story_group ORDER BY 1, 2",
        )
    ]


def components(articles: Sequence[Article], related: Callable[[Article, Article], bool]) -> dict[str, set[str]]:
    """Each article's group by comparing all pairs; the article alone where it has none."""
    group = {article.article_id: {article.article_id} for article in articles}
    for one, other in combinations(articles, 2):
        if related(one, other):
            joined = group[one.article_id] | group[other.article_id]
            group.update(dict.fromkeys(joined, joined))
    return group


def copy(one: Article, other: Article) -> bool:
    texts = letters(one.body), letters(other.body)
    mine, yours = (buckets(text) for text in texts)
    return bool(nearest(mine, {"other": len(np.intersect1d(mine, yours))})) and are_copies(*texts)


def version(one: Article, other: Article) -> bool:
    first, second = story_version(one), story_version(other)
    return first is not None and second is not None and tell_same_story(first, second)


@settings(max_examples=60)
@given(steps=STEPS, most_unmerged=st.sampled_from([40, copies.MOST_UNMERGED]))
def test_links_are_those_of_comparing_all_that_is_left_whatever_came_and_went(
    steps: list[tuple[list[Article], set[str]]], most_unmerged: int
) -> None:
    present: dict[str, Article] = {}
    with empty_catalog() as catalog, empty_catalog() as fresh, pytest.MonkeyPatch.context() as patch:
        patch.setattr(copies, "MOST_UNMERGED", most_unmerged)
        for coming, going in steps:
            removed = going - {article.article_id for article in coming}
            expected = catalog.stories.copy_count({article.article_id: article.body for article in coming}, removed)
            put(catalog, *coming)
            catalog.remove(sorted(removed))
            present.update({article.article_id: article for article in coming})
            present = {article_id: present[article_id] for article_id in present.keys() - removed}
            assert catalog.stories.copy_count() == expected
        for article in reversed(present.values()):
            put(fresh, article)
        copied, versions = links(catalog)
        clusters, chains = (components(list(present.values()), related) for related in (copy, version))

        assert {article_id: {article_id, *others} for article_id, others in copied.items()} == clusters
        assert {article_id: set(chain) or {article_id} for article_id, chain in versions.items()} == chains
        assert catalog.stories.copy_count() == len(present) - len({frozenset(group) for group in clusters.values()})
        assert (links(catalog), stored(catalog)) == (links(fresh), stored(fresh))


def test_the_sample_archive_has_two_clusters_and_one_chain(catalog: Catalog, sample: list[Article]) -> None:
    put(catalog, *sample)
    path_of = {article.article_id: article.path for article in sample}
    clusters, versions = links(catalog)

    copied = {path_of[one]: [path_of[other] for other in others] for one, others in clusters.items() if others}
    chained = {path_of[one]: [path_of[other] for other in chain] for one, chain in versions.items() if chain}

    assert copied == {
        path: [other for other in cluster if other != path] for cluster in (FERRY, RENT) for path in cluster
    }
    assert chained == dict.fromkeys(LEAK, LEAK)
    assert catalog.stories.copy_count() == 4


def test_the_sample_archive_is_linked_the_same_article_by_article_in_any_order(
    catalog: Catalog, sample: list[Article]
) -> None:
    put(catalog, *sample)
    shuffled = random.Random(1).sample(sample, len(sample))
    with empty_catalog() as other:
        for article in shuffled:
            put(other, article)

        assert (links(other), stored(other)) == (links(catalog), stored(catalog))


def test_editions_of_another_year_are_no_copies(catalog: Catalog) -> None:
    notice = " ".join(f"{sentence} 2024년 5월 17일 {500 + number}대" for number, sentence in enumerate(SENTENCES))
    other_year = notice.translate(str.maketrans("0123456789", "7385290416"))
    first = replace(LONG, body=notice)
    put(catalog, first, replace(first, article_id="next", body=other_year), replace(first, article_id="copy"))

    assert catalog.stories.copies_of(["long", "next"]) == {"long": ("copy",), "next": ()}


def test_removing_the_copy_in_the_middle_parts_a_cluster_and_bringing_it_back_joins_it(catalog: Catalog) -> None:
    put(catalog, FIRST, LAST)
    assert links(catalog)[0] == {"first": (), "last": ()}

    put(catalog, LONG)
    joined = links(catalog)[0]
    catalog.remove(["long"])
    parted = links(catalog)[0]
    put(catalog, LONG)

    assert joined == {"first": ("long", "last"), "last": ("long", "first"), "long": ("first", "last")}
    assert parted == {"first": (), "last": ()}
    assert links(catalog)[0] == joined


def test_an_article_rewritten_leaves_its_cluster_and_chain(catalog: Catalog) -> None:
    flash = replace(LONG, title="[속보] 누출", publisher="누리담뉴스", published_at=date(2025, 6, 1))
    put(catalog, flash, replace(flash, article_id="later", title="[종합] 누출", published_at=date(2025, 6, 2)))
    together = links(catalog)
    put(catalog, replace(flash, title="도금공장 누출", body="비가 왔다."))

    assert together == ({"long": ("later",), "later": ("long",)}, dict.fromkeys(["long", "later"], ("long", "later")))
    assert links(catalog) == ({"long": (), "later": ()},) * 2


def test_the_same_articles_put_again_change_nothing(catalog: Catalog, sample: list[Article]) -> None:
    put(catalog, *sample)
    before = stored(catalog)
    put(catalog, *sample)
    put(catalog, *sample[:30])

    assert stored(catalog) == before


def test_a_change_that_fails_leaves_the_links_as_they_were(catalog: Catalog) -> None:
    put(catalog, FIRST, LAST)
    before = stored(catalog)
    with pytest.raises(AttributeError):
        catalog.put([Entry("long.txt", LONG, (None,))])  # type: ignore[arg-type]

    assert stored(catalog) == before


def test_a_catalog_emptied_article_by_article_keeps_nothing(catalog: Catalog, sample: list[Article]) -> None:
    put(catalog, *sample)
    for article in sample:
        catalog.remove([article.article_id])

    assert stored(catalog) == [[], [(0,)], [], []]


def test_hundreds_of_equal_articles_are_one_cluster(catalog: Catalog) -> None:
    same = [replace(LONG, article_id=f"{number:03}", path=f"{number}.txt") for number in range(300)]
    short = [replace(article, article_id=f"s{article.article_id}", body="사진 기사입니다.") for article in same]
    put(catalog, *same[:150], *short[:150])
    put(catalog, *same[150:], *short[150:])
    catalog.remove([article.article_id for article in same[:20]])

    assert catalog.stories.copy_count() == 279 + 299
    assert len(catalog.stories.copies_of(["299"])["299"]) == 279


def test_unknown_and_lone_articles_have_no_links(catalog: Catalog) -> None:
    put(catalog, LONG)

    assert catalog.stories.copies_of(["long", "unknown"]) == {"long": (), "unknown": ()}
    assert catalog.stories.versions_of(["long", "unknown"]) == {"long": (), "unknown": ()}
    assert catalog.stories.copies_of([]) == {}


def test_a_reader_sees_the_links_that_a_writer_made(sample: list[Article]) -> None:
    entries = [
        Entry(article.path, article, split_passages(article)) for article in sample if article.path in FERRY + LEAK
    ]
    with tempfile.TemporaryDirectory() as folder:
        with open_archive(Path(folder), BundledEmbedding(), writable=True) as archive:
            archive.add(entries)
        with open_archive(Path(folder), BundledEmbedding()) as archive:
            ids = {article.path: article.article_id for article in archive.every_article()}

            assert archive.copies_of([ids[FERRY[1]]]) == {
                ids[FERRY[1]]: tuple(ids[path] for path in FERRY if path != FERRY[1])
            }
            assert archive.versions_of([ids[LEAK[2]]]) == {ids[LEAK[2]]: tuple(ids[path] for path in LEAK)}
