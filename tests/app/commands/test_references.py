"""Copies and versions as lines for people and as JSON."""

from datetime import date, datetime

from app.commands.references import SHOWN, reference_lines, reference_records
from app.retrieval.search import SearchHit
from app.retrieval.stories import ArticleReference


def reference(name: str, publisher: str | None = "한빛일보", published_at: date | None = None) -> ArticleReference:
    return ArticleReference(name, f"{name}.txt", f"제목 {name}", publisher, published_at, None)


def hit(also_in: tuple[ArticleReference, ...] = (), versions: tuple[ArticleReference, ...] = ()) -> SearchHit:
    return SearchHit("b.txt", "b", "제목", None, 1.0, "글", "p", also_in, versions)


def test_an_article_that_is_alone_has_no_lines() -> None:
    assert list(reference_lines(hit(), "ko")) == []


def test_copies_stand_on_one_line_with_their_files() -> None:
    copies = (reference("a"), reference("c", None))
    assert list(reference_lines(hit(copies), "ko")) == ["같은 기사: 한빛일보 (a.txt), 매체 미상 (c.txt)"]
    assert list(reference_lines(hit(copies), "en")) == ["Also in: 한빛일보 (a.txt), unknown outlet (c.txt)"]


def test_of_many_copies_some_are_named_and_the_others_counted() -> None:
    copies = tuple(reference(str(number)) for number in range(SHOWN + 2))
    (line,) = reference_lines(hit(copies), "ko")
    assert line.count("한빛일보") == SHOWN
    assert line.endswith(" 외 2곳")
    (line,) = reference_lines(hit(copies), "en")
    assert line.endswith(" and 2 more")


def test_versions_stand_on_a_line_each_before_and_after() -> None:
    versions = (reference("a", published_at=datetime(2025, 6, 11, 9)), reference("b"), reference("c"))
    assert list(reference_lines(hit(versions=versions), "ko")) == [
        "앞선 보도: 제목 a (2025년 6월 11일)  a.txt",
        "뒤에 나온 보도: 제목 c (날짜 미상)  c.txt",
    ]
    assert list(reference_lines(hit(versions=versions), "en")) == [
        "Earlier version: 제목 a (11 June 2025)  a.txt",
        "Later version: 제목 c (undated)  c.txt",
    ]


def test_of_many_versions_some_are_named_and_the_others_counted() -> None:
    versions = (*(reference(f"a{number}") for number in range(SHOWN + 3)), reference("b"))
    lines = list(reference_lines(hit(versions=versions), "ko"))
    assert len(lines) == SHOWN + 1
    assert lines[-1] == "그 밖에 3판"
    assert list(reference_lines(hit(versions=versions), "en"))[-1] == "Other versions: 3"


def test_json_has_dates_in_iso_and_nothing_made_up() -> None:
    (record,) = reference_records([reference("a", None, date(2025, 6, 11))])
    assert record == {
        "article_id": "a",
        "path": "a.txt",
        "title": "제목 a",
        "publisher": None,
        "published_at": "2025-06-11",
        "url": None,
    }
    assert reference_records([reference("a")])[0]["published_at"] is None
