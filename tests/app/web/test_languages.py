import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from app.web.escaping import escape
from app.web.languages import language_attributes, spoken


def runs(text: str, around: str) -> list[tuple[str, str]]:
    return [(span["lang"], span.text) for span in BeautifulSoup(spoken(text, around), "html.parser").select("span")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "한빛일보, 21 January 2025: “총회는 9월 29일, 한빛시에서 열린다.” [1]",
            [("ko", "한빛일보"), ("ko", "총회는 9월 29일, 한빛시에서 열린다")],
        ),
        ("Here “오는 9월 29일부터” means 29 September.", [("ko", "오는 9월 29일부터")]),
        ("세계대도시협의회(Metropolis) 총회", [("ko", "세계대도시협의회"), ("ko", "총회")]),
        ("첫째 줄\n둘째 줄", [("ko", "첫째 줄"), ("ko", "둘째 줄")]),
        ("29 September – 1 October 2025", []),
        ("", []),
    ],
)
def test_korean_in_english_is_marked(text: str, found: list[tuple[str, str]]) -> None:
    assert runs(text, "en") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "해안헤럴드, 2025년 9월 20일: “Mayor Seo said the offer covers all 3 days.” [1]",
            [("en", "Mayor Seo said the offer covers all 3 days")],
        ),
        ("세계대도시협의회(Metropolis) 총회와 G20 Summit 보도", []),
        ("Seoul Metropolis 총회", []),
        ("그날 25일 3명", []),
    ],
)
def test_english_sentences_in_korean_are_marked_and_names_are_not(text: str, found: list[tuple[str, str]]) -> None:
    assert runs(text, "ko") == found


@pytest.mark.parametrize(
    ("texts", "attribute"),
    [
        (("메트로폴리스 총회는 언제 열려?",), ' lang="ko"'),
        (("When is the Metropolis assembly?",), ' lang="en"'),
        (("Ferry free", "The ferry is free."), ' lang="en"'),
        (("MWC 2025", "올해 MWC는 3월에 열린다."), ' lang="ko"'),
        (("물빛축제", "The festival is in May."), ' lang="ko"'),
        (("Sommet du G20", "Le président a parlé de paix avec ses homologues à Paris, " * 6), ""),
        (("大会", "大会将于九月举行"), ""),
        (("?",), ""),
        (("قال الوزير: المهرجان في سبتمبر 2025",), ' dir="auto"'),
        (("مهرجان الفوانيس", "The festival is in May."), ' lang="en" dir="auto"'),
        (("عالم اليوم은 10일 축제가 열린다고 전했다",), ' lang="ko"'),
    ],
)
def test_the_language_of_an_element_is_that_of_its_text_where_it_can_be_told(
    texts: tuple[str, ...], attribute: str
) -> None:
    assert language_attributes(*texts) == attribute


@pytest.mark.parametrize("around", ["ko", "en", "fr"])
@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("عالم اليوم, 2025년 6월 10일: “축제” [1]", ["عالم اليوم"]),
        ("הארץ (Tel Aviv) · 10 June", ["הארץ"]),
        ("القدس\nהארץ", ["القدس", "הארץ"]),
        ("경향(京鄕)신문, 2025년: “Ω ≈ π” – الف", ["الف"]),
        ("해안일보, 2025년 6월 10일", []),
    ],
)
def test_what_runs_from_right_to_left_leaves_the_order_of_its_neighbours_alone(
    text: str, apart: list[str], around: str
) -> None:
    assert [isolated.text for isolated in BeautifulSoup(spoken(text, around), "html.parser").select("bdi")] == apart


@given(st.text() | st.text("א1, 가a\n"), st.sampled_from(["ko", "en", "fr"]), st.one_of(st.none(), st.integers(1, 40)))
def test_marking_a_language_changes_no_letter(text: str, around: str, limit: int | None) -> None:
    def read(markup: str) -> str:
        return BeautifulSoup(markup, "html.parser").text

    assert read(spoken(text, around, limit)) == read(escape(text, limit))


@pytest.mark.parametrize(
    "text",
    ["가a" * 100_000, "가" + "1" * 200_000, "a" + "1" * 200_000, "1가 " * 60_000, "א" + "1" * 200_000, "אa" * 100_000],
)
@pytest.mark.parametrize("around", ["ko", "en"])
def test_a_long_text_is_marked_in_one_go(text: str, around: str) -> None:
    began = time.process_time()
    spoken(text, around)
    assert time.process_time() - began < 5
