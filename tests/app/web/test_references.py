"""Copies and versions under a source."""

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag

from app.answering.answer import RetrievedPassage
from app.retrieval.stories import ArticleReference
from app.web.references import related_articles
from app.web.sources import sources_section
from app.web.wording import WORDINGS

KOREAN, ENGLISH = WORDINGS["ko"], WORDINGS["en"]


def reference(
    name: str, publisher: str | None = "포월신문", url: str | None = None, when: date | None = None
) -> ArticleReference:
    return ArticleReference(name, f"{name}.txt", f"제목 {name}", publisher, when, url)


@pytest.fixture
def passage(written: SimpleNamespace) -> RetrievedPassage:
    found: RetrievedPassage = written.passage("글", title="제목", path="own.txt")
    return found


def drawn(passage: RetrievedPassage, language: str = "ko") -> BeautifulSoup:
    return BeautifulSoup(related_articles(passage, WORDINGS[language]), "html.parser")


def test_an_article_that_is_alone_shows_nothing(passage: RetrievedPassage) -> None:
    assert related_articles(passage, KOREAN) == ""


def test_copies_are_named_by_outlet_with_a_link_or_else_their_file(passage: RetrievedPassage) -> None:
    copies = (reference("a", url="https://a.example/1"), reference("b", None), reference("c", "해담일보"))
    soup = drawn(replace(passage, also_in=copies))
    assert soup.text == "같은 기사: 포월신문, 매체 미상 (b.txt), 해담일보 (c.txt)"
    (link,) = soup.select("a")
    assert (link["href"], link["target"], link["rel"]) == ("https://a.example/1", "_blank", ["noopener", "noreferrer"])
    assert drawn(replace(passage, also_in=copies[:1]), "en").text == "Also in: 포월신문"


@pytest.mark.parametrize(("language", "ending"), [("ko", " 외 1,195곳"), ("en", " and 1,195 more")])
def test_of_many_copies_some_are_named_and_the_others_counted(
    passage: RetrievedPassage, language: str, ending: str
) -> None:
    many = tuple(reference(str(number), url=f"https://a.example/{number}") for number in range(1200))
    soup = drawn(replace(passage, also_in=many), language)
    assert len(soup.select("a")) == 5
    assert soup.text.endswith(ending)


def test_versions_are_listed_with_their_moments_before_and_after(passage: RetrievedPassage) -> None:
    versions = (
        reference("flash", when=datetime(2025, 6, 11, 9, 12)),
        reference(passage.article_id),
        reference("later", url="https://a.example/2", when=date(2025, 6, 12)),
    )
    soup = drawn(replace(passage, versions=versions))
    assert [heading.text for heading in soup.select("h3")] == ["앞선 보도", "뒤에 나온 보도"]
    assert [row.text for row in soup.select("li")] == [
        "2025년 6월 11일 09:12 제목 flash (flash.txt)",
        "2025년 6월 12일 제목 later",
    ]
    assert [link["href"] for link in soup.select("a")] == ["https://a.example/2"]
    headings = [heading.text for heading in drawn(replace(passage, versions=versions), "en").select("h3")]
    assert headings == ["Earlier versions", "Later versions"]


def test_of_many_versions_some_are_listed_and_the_others_counted(passage: RetrievedPassage) -> None:
    versions = (*(reference(str(number)) for number in range(9)), reference(passage.article_id))
    rows = [row.text for row in drawn(replace(passage, versions=versions)).select("li")]
    assert len(rows) == 6
    assert rows[0] == "날짜 미상 제목 0 (0.txt)"
    assert rows[-1] == "외 4건"


def test_they_stand_under_a_citation_and_under_the_nearest_articles(written: SimpleNamespace) -> None:
    def with_copy(one: RetrievedPassage) -> RetrievedPassage:
        return replace(one, also_in=(reference("copy"),))

    found = written.ferry("?")
    cited = tuple(replace(one, passage=with_copy(one.passage)) for one in found.citations)
    missed = written.not_found("?")
    for answer in (
        replace(found, citations=cited),
        replace(missed, passages=tuple(with_copy(one) for one in missed.passages)),
    ):
        cards = BeautifulSoup(sources_section(answer, 1, ENGLISH), "html.parser").select("details")
        assert cards
        assert all(card.select_one(".also-in").text == "Also in: 포월신문 (copy.txt)" for card in cards)


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    "${alert(1)}{{this.constructor}}",
    "</p></details></aside><iframe src=//outside.example>",
)


@pytest.mark.parametrize("payload", HOSTILE)
@pytest.mark.parametrize("url", [None, "https://news.example/{payload}", "javascript:alert(1)", "//outside.example"])
def test_hostile_outlets_headlines_and_files_are_shown_as_text(
    passage: RetrievedPassage, payload: str, url: str | None
) -> None:
    address = url and url.replace("{payload}", payload.replace(" ", "+"))
    hostile = ArticleReference(payload, payload, payload, payload, date(2025, 1, 1), address)
    hung = replace(passage, also_in=(hostile,), versions=(hostile, reference(passage.article_id)))
    markup = related_articles(hung, ENGLISH)
    assert "${" not in markup
    assert "{{" not in markup
    soup = BeautifulSoup(markup, "html.parser")
    assert payload in soup.select_one(".also-in").text
    assert payload in soup.select_one("li").text
    tags = [tag for tag in soup.descendants if isinstance(tag, Tag)]
    assert {tag.name for tag in tags} <= {"div", "h3", "ul", "li", "p", "span", "a", "code"}
    assert {name for tag in tags for name in tag.attrs} <= {"class", "href", "target", "rel"}
    assert len(soup.select("a")) == (2 if url and url.startswith("https") else 0)
