import re

import pytest

from indexing.language.glossary import read_table
from indexing.language.people import People

PEOPLE = People.load()


@pytest.mark.parametrize(("name", "enough"), [("titles.tsv", 250), ("surnames.tsv", 100)])
def test_each_hangul_entry_has_one_row_and_no_empty_cell(name: str, enough: int) -> None:
    rows = read_table(name)
    keys = [key for keys, _ in rows for key in keys]
    assert len(keys) == len(set(keys)) >= enough
    assert all(re.fullmatch("[가-힣]+", key) for key in keys)
    assert all(cell and cell == cell.strip() for _, english in rows for cell in english)


@pytest.mark.parametrize(
    ("korean", "english"),
    [("시장", "mayor"), ("사무총장", "secretary general"), ("소방서장", "fire chief"), ("기자", "reporter")],
)
def test_a_title_of_office_has_its_english(korean: str, english: str) -> None:
    assert PEOPLE.titles[korean] == english


def test_a_family_name_has_its_usual_spelling_first() -> None:
    assert PEOPLE.surnames["김"] == ("Kim", "Gim")
    assert PEOPLE.surnames["오"] == ("Oh", "O")
    assert PEOPLE.surnames["남궁"][0] == "Namgung"


@pytest.mark.parametrize("spelling", ["rhee", "Rhee", "RHEE"])
def test_a_spelling_leads_to_its_family_names_in_any_case(spelling: str) -> None:
    assert PEOPLE.surnames_spelt(spelling) == ("이",)


def test_a_spelling_shared_by_two_names_gives_the_one_it_is_usual_for_first() -> None:
    assert PEOPLE.surnames_spelt("Yoo") == ("유", "류")
    assert PEOPLE.surnames_spelt("Ryu") == ("류", "유")


@pytest.mark.parametrize("word", ["", "Smith", "김", "Oh "])
def test_what_is_no_korean_family_name_has_no_hangul(word: str) -> None:
    assert PEOPLE.surnames_spelt(word) == ()
