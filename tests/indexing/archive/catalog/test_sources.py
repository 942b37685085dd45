from dataclasses import replace

import pytest

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.database import Database
from indexing.archive.catalog.entries import Entry
from indexing.archive.catalog.sources import Source, Sources
from indexing.article import Article
from indexing.passages import split_passages

ARTICLE = Article(article_id="rain", path="wire.jsonl#1", title="부산에 폭우", body="부산에 비가 내렸다.")
ENTRY = Entry("wire.jsonl", ARTICLE, split_passages(ARTICLE))


def test_files_read_by_another_recipe_are_forgotten_and_their_articles_are_not(
    catalog: Catalog, database: Database
) -> None:
    catalog.put([ENTRY])
    sources = Sources(database)
    sources.read_by("one")
    sources.put([Source("wire.jsonl", 1, 2, 3, "x")])
    sources.read_by("one")
    assert list(sources.known()) == ["wire.jsonl"]

    sources.read_by("other")

    assert (catalog.article("rain"), sources.is_read_by("other")) == (ARTICLE, True)
    assert sources.known() == {}


def test_a_file_comes_back_with_what_was_skipped_of_it(catalog: Catalog, database: Database) -> None:
    sources = Sources(database)
    source = Source("a.jsonl", 10, 20, 30, "ab", (("a.jsonl#2", "no body"),), (("rain", "a.jsonl#3"),))
    sources.put([source, Source("b.txt", 1, 2, 3, "cd")])
    sources.put([replace(source, size=11)])

    assert sources.known() == {"a.jsonl": replace(source, size=11), "b.txt": Source("b.txt", 1, 2, 3, "cd")}
    sources.remove(["a.jsonl", "unknown"])
    assert list(sources.known()) == ["b.txt"]


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
    assert not source.is_untouched(10, source.mtime_ns, source.checked_ns + 1)
    assert not source.is_untouched(10, source.mtime_ns, source.checked_ns - 1_000_000)
    assert source.is_untouched(10, source.mtime_ns, source.checked_ns - 60_000_000_001)
