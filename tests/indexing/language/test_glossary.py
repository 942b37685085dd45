import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.glossary import LONGEST_PHRASE, Glossary, read_table

GLOSSARY = Glossary.load()
WORDS = read_table("glossary.tsv")
PLACES = read_table("places.tsv")
HANGUL_OR_ACRONYM = re.compile(r".*[가-힣].*|[A-Z0-9&·]+")


def _repeated(cells: list[str]) -> list[str]:
    return [cell for cell, count in Counter(cells).items() if count > 1]


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], korean[0]) for start, end, korean in GLOSSARY.phrases(text)]


# --- the tables -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", [WORDS, PLACES], ids=["glossary", "places"])
def test_no_cell_of_a_table_is_empty_or_padded(table: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    cells = [cell for row in table for side in row for cell in side]
    assert [cell for cell in cells if not cell or cell != cell.strip()] == []


def test_the_glossary_covers_the_words_of_the_news() -> None:
    assert len(WORDS) >= 900
    assert len(PLACES) >= 450


def test_no_english_form_stands_in_two_rows_of_the_glossary() -> None:
    assert _repeated([form for english, _ in WORDS for form in english]) == []


def test_no_korean_equivalent_is_given_twice_in_one_row() -> None:
    assert [english for english, korean in WORDS if _repeated(list(korean))] == []


def test_no_place_name_stands_in_two_rows() -> None:
    assert _repeated([name for korean, _ in PLACES for name in korean]) == []
    assert _repeated([name.lower() for _, english in PLACES for name in english]) == []


def test_every_korean_equivalent_is_hangul_or_an_acronym() -> None:
    equivalents = [cell for _, korean in WORDS for cell in korean]
    assert [cell for cell in equivalents if not HANGUL_OR_ACRONYM.fullmatch(cell)] == []


def test_the_glossary_is_sorted_by_its_english_column() -> None:
    rows = ["|".join(english).casefold() for english, _ in WORDS]
    assert rows == sorted(rows, key=lambda row: row + "\t")


def test_no_phrase_is_longer_than_what_the_search_looks_at() -> None:
    assert max(len(form.split()) for english, _ in WORDS for form in english) == LONGEST_PHRASE


def test_every_term_of_the_glossary_is_found_as_it_is_written() -> None:
    terms = [(form, korean) for english, korean in WORDS for form in english]
    assert [form for form, korean in terms if GLOSSARY.phrases(form) != [(0, len(form), korean)]] == []


# --- words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inflected", "lemma"),
    [
        ("Councils", "council"),
        ("cities", "city"),
        ("taxes", "tax"),
        ("houses", "house"),
        ("companies'", "company"),
        ("mayor's", "mayor"),
        ("mayor’s", "mayor"),
        ("resigned", "resign"),
        ("closed", "close"),
        ("died", "die"),
        ("planned", "plan"),
        ("cancelled", "cancel"),
        ("investigating", "investigate"),
        ("stopping", "stop"),
        ("safer", "safe"),
        ("school meals", "school meal"),
        ("stepped down", "step down"),
        ("stepping down", "step down"),
        ("held", "hold"),
        ("rose", "increase"),
        ("built", "build"),
    ],
)
def test_an_inflected_word_has_the_korean_of_its_lemma(inflected: str, lemma: str) -> None:
    assert GLOSSARY.korean(inflected) == GLOSSARY.korean(lemma) != ()


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("epicentre", "진앙"),
        ("market cap", "시가총액"),
        ("losing pitcher", "패전"),
        ("court of appeals", "항소심"),
        ("general assembly", "총회"),
        ("Secretary-General", "사무총장"),
        ("memorandum of understanding", "업무협약"),
        ("memoranda of understanding", "양해각서"),
        ("U.N.", "유엔"),
        ("governor", "도지사"),
        ("hold", "개최"),
        ("cost", "사업비"),
        ("depot", "차량기지"),
        ("detour", "우회"),
        ("sidewalks", "보도"),
        ("kiosk", "키오스크"),
        ("Gwangju", "광주"),
    ],
)
def test_a_news_word_has_the_korean_that_articles_use(english: str, korean: str) -> None:
    assert korean in GLOSSARY.korean(english)


@pytest.mark.parametrize("word", ["", " ", "during", "thing", "this", "always", "ever", "need's's", "총회", "\x00"])
def test_a_word_outside_the_glossary_has_no_korean(word: str) -> None:
    assert GLOSSARY.korean(word) == ()


@pytest.mark.parametrize(
    ("written", "other"), [("WHO", "who"), ("IT", "it"), ("US", "us"), ("Polish", "polish"), ("AIDS", "aids")]
)
def test_an_abbreviation_that_is_also_a_word_is_met_only_in_capitals(written: str, other: str) -> None:
    assert GLOSSARY.korean(written) != GLOSSARY.korean(other)


def test_a_korean_word_leads_back_to_the_english_it_stands_for() -> None:
    assert GLOSSARY.english("총회")[:2] == ("assembly", "general assembly")
    assert set(GLOSSARY.english("시장")) == {"market", "mayor"}
    assert GLOSSARY.english("서울시") == ("Seoul",)
    assert GLOSSARY.english("가나다라") == ()


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("조합원", "union member"),
        ("노조위원장", "union leader"),
        ("택시기사", "taxi driver"),
        ("택시요금", "taxi fare"),
        ("걸그룹", "girl group"),
        ("테너", "tenor"),
        ("시어머니", "mother in law"),
        ("교복", "school uniform"),
        ("염전", "salt pan"),
        ("아버지", "father"),
        ("청소년", "teenager"),
        ("직원", "employee"),
        ("신인", "rookie"),
        ("왕비", "queen"),
        ("여야", "ruling and opposition parties"),
        ("당선인", "winner of the election"),
        ("사망자", "the dead"),
        ("재무부", "finance ministry"),
        ("기획재정부", "ministry of economy and finance"),
        ("다문화가정", "multicultural family"),
    ],
)
def test_the_closest_english_of_a_word_is_no_neighbour_of_it(korean: str, english: str) -> None:
    assert GLOSSARY.english(korean)[0] == english


# --- phrases --------------------------------------------------------------------------------------------------


def test_the_longest_phrase_wins_over_the_words_in_it() -> None:
    assert _found("the UN General Assembly met") == [("UN General Assembly", "유엔총회"), ("met", "만났")]
    assert _found("a general assembly") == [("general assembly", "총회")]


def test_a_phrase_may_hold_hyphens_commas_and_a_possessive() -> None:
    ministry = "Ministry of Land, Infrastructure and Transport"
    assert _found(f"{ministry} said") == [(ministry, "국토교통부"), ("said", "밝혔")]
    assert _found("prosecutors' office") == [("prosecutors' office", "검찰")]
    assert _found("the vice-president’s speech")[0] == ("vice-president’s", "부통령")


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence_or_paragraph() -> None:
    assert _found("a general. Assembly") == [("general", "장군"), ("Assembly", "총회")]
    assert _found("general\n\nassembly") == [("general", "장군"), ("assembly", "총회")]


def test_the_name_of_a_place_is_not_taken_apart() -> None:
    assert _found("New York has a new mayor") == [("new", "신규"), ("mayor", "시장")]
    assert _found("in South Korea") == []


def test_a_glossary_phrase_that_begins_with_a_place_is_found_whole() -> None:
    assert _found("Seoul City Council") == [("City Council", "시의회")]
    assert _found("Korea Meteorological Administration") == [("Korea Meteorological Administration", "기상청")]


_PIECES = st.sampled_from(
    [
        "general",
        "assembly",
        "New",
        "York",
        "U.N.",
        "step",
        "down",
        "mayors’",
        "Seoul",
        ".",
        ",",
        " ",
        "\n",
        "-",
        "é",
        "총회",
    ]
)


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)))
def test_spans_of_phrases_are_in_order_apart_and_inside_the_text(text: str) -> None:
    spans = GLOSSARY.phrases(text)
    edges = [edge for start, end, _ in spans for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) and korean for start, end, korean in spans)
    assert all(GLOSSARY.korean(text[start:end]) == korean for start, end, korean in spans)


# --- places ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("서울", "Seoul"),
        ("서울시", "Seoul"),
        ("서울특별시", "Seoul"),
        ("광주광역시", "Gwangju"),
        ("제주도", "Jeju"),
        ("제주특별자치도", "Jeju"),
        ("세종특별자치시", "Sejong"),
        ("전라남도", "South Jeolla"),
        ("강남구", "Gangnam"),
        ("기장군", "Gijang"),
        ("중구", "Jung-gu"),
        ("인도", "India"),
        ("완도", "Wando"),
    ],
)
def test_a_korean_place_has_its_english_name_with_and_without_suffix(korean: str, english: str) -> None:
    assert GLOSSARY.place_in_english(korean) == english


@pytest.mark.parametrize("word", ["", "시", "강도", "총회", "Seoul"])
def test_what_is_no_korean_place_has_no_english_name(word: str) -> None:
    assert GLOSSARY.place_in_english(word) is None


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("Seoul", "서울"),
        ("seoul", "서울"),
        ("Seoul's", "서울"),
        ("Seoul Metropolitan City", "서울"),
        ("Pusan", "부산"),
        ("Gangnam-gu", "강남"),
        ("Gangnam District", "강남"),
        ("Jeollanam-do", "전남"),
        ("Gangwon Special Self-Governing Province", "강원"),
        ("Jeju Island", "제주"),
        ("Jung-gu", "중구"),
        ("Mexico City", "멕시코시티"),
        ("Türkiye", "튀르키예"),
        ("São Paulo", "상파울루"),
        ("Xi’an", "시안"),
        ("Washington, D.C.", "워싱턴"),
        ("U.S.", "미국"),
        ("us", None),
        ("", None),
        ("Island", None),
    ],
)
def test_an_english_place_has_its_korean_name_however_it_is_written(english: str, korean: str | None) -> None:
    assert GLOSSARY.place_in_korean(english) == korean


def test_every_name_of_a_place_leads_to_the_first_name_in_the_other_language() -> None:
    there = [name for korean, english in PLACES for name in korean if GLOSSARY.place_in_english(name) != english[0]]
    back = [name for korean, english in PLACES for name in english if GLOSSARY.place_in_korean(name) != korean[0]]
    assert there + back == []
