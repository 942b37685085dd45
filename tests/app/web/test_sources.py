from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer, Citation, DateReading, RetrievedPassage
from app.web.sources import sources_panel, sources_section
from app.web.wording import WORDINGS

KOREAN, ENGLISH = WORDINGS["ko"], WORDINGS["en"]


def parsed(markup: str) -> BeautifulSoup:
    return BeautifulSoup(markup, "html.parser")


def about(citation: Citation) -> Answer:
    return Answer(question="?", language="en", text="[1]", answered=True, citations=(citation,))


def test_a_source_shows_headline_outlet_moment_and_path(written: SimpleNamespace) -> None:
    source = parsed(sources_section(written.festival("?"), 4, KOREAN)).select_one("#src-4-1")
    assert source.select_one(".title").text == "해안시 가을 등불축제, 강변공원에서 사흘간"
    assert source.select_one(".byline").text == "해안일보 · 2025년 9월 23일 14:05"
    assert source.select_one(".path").text == "파일 haeanilbo/2025-09-23-festival.html"


def test_each_headline_and_passage_says_which_language_it_is_in_whatever_the_pages(written: SimpleNamespace) -> None:
    for wording in (KOREAN, ENGLISH):
        found, missed = (
            parsed(sources_section(answer("?"), 1, wording)) for answer in (written.festival, written.not_found)
        )
        for kind in (".title", ".passage"):
            assert [element["lang"] for element in found.select(kind)] == ["ko", "ko", "en"]
            assert [element["lang"] for element in missed.select(kind)] == ["ko", "en"]


def test_a_source_from_right_to_left_is_read_that_way_beside_a_date_that_is_not(written: SimpleNamespace) -> None:
    arabic = written.passage("يبدأ المهرجان في سبتمبر.", title="مهرجان الفوانيس", path="a", publisher="عالم اليوم")
    answer = replace(written.not_found("?"), passages=(arabic, written.festival_passage))
    soup = parsed(sources_section(answer, 1, KOREAN))
    for kind in (".title", ".passage"):
        assert [element.get("dir") for element in soup.select(kind)] == ["auto", None]
    assert soup.select_one(".byline").decode_contents() == "<bdi>عالم اليوم</bdi> · 2025년 9월 23일"


def test_an_english_panel_marks_what_is_korean_in_it(written: SimpleNamespace) -> None:
    soup = parsed(sources_section(written.festival("축제는 언제?"), 1, ENGLISH))
    assert [span.text for span in soup.select(".asked [lang=ko]")] == ["축제는 언제"]
    assert [span.text for span in soup.select("#src-1-1 .byline [lang=ko]")] == ["해안일보"]
    assert [span.text for span in soup.select("#src-1-1 dt [lang=ko]")] == ["오는 9월 29일부터 10월 1일까지"]


def test_the_first_source_is_open_and_the_others_wait(written: SimpleNamespace) -> None:
    sources = parsed(sources_section(written.festival("?"), 1, KOREAN)).select("details")
    assert [(source["id"], source.has_attr("open")) for source in sources] == [
        ("src-1-1", True),
        ("src-1-2", False),
        ("src-1-3", False),
    ]


def test_other_sentences_that_may_answer_stand_below_the_sources_under_a_heading(written: SimpleNamespace) -> None:
    festival = written.festival("?")
    cited, *others = festival.citations
    soup = parsed(sources_section(replace(festival, citations=(cited,), alternatives=tuple(others)), 1, KOREAN))
    assert soup.h2.text == "출처 1건"
    assert [tag.name for tag in soup.section.find_all(["h3", "details"], recursive=False)] == [
        *("details", "h3", "details", "details")
    ]
    assert soup.section.find("h3", recursive=False).text == "답일 수도 있는 다른 문장"
    assert [source["id"] for source in soup.select("details:not([open])")] == ["src-1-2", "src-1-3"]


def test_the_cited_sentence_is_marked_inside_its_whole_passage(written: SimpleNamespace) -> None:
    answer = written.festival("?")
    for source, citation in zip(
        parsed(sources_section(answer, 1, KOREAN)).select("details"), answer.citations, strict=True
    ):
        assert source.select_one(".passage").text == citation.passage.text
        assert [mark.text for mark in source.select("mark")] == [citation.quote]


@given(st.text(), st.text(min_size=1), st.text(), st.integers(min_value=0, max_value=10_000))
def test_any_span_of_any_passage_is_marked_exactly(before: str, quote: str, after: str, offset: int) -> None:
    shown = [part.encode("utf-8", "ignore").decode() for part in (before, quote, after)]
    text = before + quote + after
    passage = RetrievedPassage("p", "a", "x.txt", "t", None, None, None, text, offset, offset + len(text), 1.0)
    start = offset + len(before)
    section = sources_section(about(Citation(1, passage, quote, start, start + len(quote))), 1, ENGLISH)
    plain = {ord(mark): None for mark in map(chr, [*range(9), *range(11, 32), *range(127, 160)])}
    plain |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    expected = [part.replace("\r\n", "\n").translate(plain) for part in shown]
    found = parsed(section).select_one("mark")
    assert found.text == expected[1]
    assert [sibling.text for sibling in found.previous_siblings] == [part for part in expected[:1] if part]
    assert [sibling.text for sibling in found.next_siblings] == [part for part in expected[2:] if part]


def test_a_quote_that_is_not_where_it_should_be_is_shown_all_the_same(written: SimpleNamespace) -> None:
    citation = replace(written.ferry("?").citations[0], start=3, end=9)
    passage = parsed(sources_section(about(citation), 1, ENGLISH)).select_one(".passage")
    assert passage.mark.text == citation.quote
    assert passage.text.endswith(citation.passage.text)


def test_a_relative_date_is_shown_as_written_and_as_resolved(written: SimpleNamespace) -> None:
    source = parsed(sources_section(written.festival("?"), 1, KOREAN)).select_one("#src-1-1")
    assert source.select_one("dt").text == "“오는 9월 29일부터 10월 1일까지”"
    assert source.select_one("dd strong").text == "2025-09-29 – 2025-10-01"
    assert source.select_one("dd .basis").text == "2025년 9월 23일 기사 기준"


def test_an_absolute_date_needs_no_reading(written: SimpleNamespace) -> None:
    cited = written.ferry("?").citations[0]
    absolute = DateReading("29 September 2025", "2025-09-29", 0, 17, relative=False)
    assert not parsed(sources_section(about(replace(cited, readings=(absolute,))), 1, ENGLISH)).select(".readings")


def test_the_article_opens_in_a_tab_that_cannot_reach_back(written: SimpleNamespace) -> None:
    link = parsed(sources_section(written.festival("?"), 1, ENGLISH)).select_one("a")
    assert link["href"] == "https://news.example/articles/41"
    assert link["target"] == "_blank"
    assert link["rel"] == ["noopener", "noreferrer"]


def test_an_unknown_outlet_and_date_are_not_made_up(written: SimpleNamespace) -> None:
    passage = written.passage("x", title="t", path="x.txt", publisher=None, published_at=None)
    section = sources_section(about(written.citation(1, passage, "x", ("x", "2025-01-01"))), 1, ENGLISH)
    assert parsed(section).select_one(".byline").text == "undated"
    assert not parsed(section).select(".basis")


def test_what_was_not_found_shows_each_near_article_once_and_says_it_is_no_answer(written: SimpleNamespace) -> None:
    soup = parsed(sources_section(written.not_found("?"), 1, ENGLISH))
    assert soup.h2.text == "Not an answer: the nearest articles"
    assert [title.text for title in soup.select(".title")] == ["시립도서관 새 단장", "Ferry free for lantern festival"]
    assert not soup.select("mark, [id], details[open]")


def test_an_answer_without_sources_says_so() -> None:
    soup = parsed(sources_section(Answer(question="?", language="en", text="Hello."), 1, ENGLISH))
    assert soup.select_one(".note").text == "This answer cites no article."


def test_the_panel_shows_the_latest_answers_sources_and_keeps_the_earlier_ones(written: SimpleNamespace) -> None:
    sections = [sources_section(written.ferry("?"), turn, ENGLISH) for turn in (1, 2, 3)]
    shown = parsed(sources_panel(sections, ENGLISH)).select("section")
    assert [section.has_attr("hidden") for section in shown] == [True, True, False]
    assert [section.details["id"] for section in shown] == ["src-1-1", "src-2-1", "src-3-1"]


def test_an_empty_panel_explains_the_numbers() -> None:
    soup = parsed(sources_panel((), KOREAN))
    assert soup.aside["lang"] == "ko"
    assert "번호를 누르면" in soup.text


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    "${alert(1)}{{this.constructor}}",
    "</details></aside><iframe src=//outside.example>",
)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_articles_are_shown_as_text(payload: str) -> None:
    passage = RetrievedPassage(
        payload,
        payload,
        payload,
        payload,
        payload,
        date(2025, 1, 1),
        "https://news.example/" + payload.replace(" ", "+"),
        payload,
        0,
        len(payload),
        1.0,
    )
    reading = DateReading(payload, payload, 0, len(payload), relative=True)
    cited = Citation(1, passage, payload, 0, len(payload), (reading,))
    found = replace(about(cited), question=payload)
    missed = Answer(question=payload, language="en", text="", passages=(passage,))
    for answer in (found, missed):
        section = sources_section(answer, 1, ENGLISH)
        assert "${" not in section
        assert "{{" not in section
        soup = parsed(section)
        assert soup.select_one(".title").text == payload
        assert soup.select_one(".passage").text == payload
        assert not soup.select("script, img, iframe, [onclick], [onerror]")
        assert {name for tag in soup.descendants if isinstance(tag, Tag) for name in tag.attrs} <= {
            *("class", "id", "open", "data-turn", "aria-live", "lang", "dir"),
            *("href", "target", "rel"),
        }


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//outside.example", None])
def test_an_address_that_is_no_web_page_is_no_link(url: str | None, written: SimpleNamespace) -> None:
    passage = written.passage("x", title="t", path="x.txt", url=url)
    assert not parsed(sources_section(about(written.citation(1, passage, "x")), 1, ENGLISH)).select("a")
