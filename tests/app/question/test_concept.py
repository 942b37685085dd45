import pickle

import pytest

from app.question.concept import Concept, TextView
from indexing.language.romanisation import sound_key


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("시장포럼", "내년 시장 포럼이 열린다", 1.0),
        ("총회", "기념총회는", 1.0),
        ("세계도시정상회의", "세계도시 정상들의 회의", 0.5),
        ("축제", "총회", 0.0),
        ("citi", "Cities agree", 1.0),
        ("world citi", "World Cities Summit", 1.0),
        ("world citi", "World news", 0.0),
        ("1200", "1,200명이", 1.0),
        ("12", "1,200명이", 0.0),
    ],
)
def test_a_text_names_a_concept_wholly_partly_or_not(form: str, text: str, expected: float) -> None:
    assert TextView(text).names(Concept(form, (form,))) == expected


def test_a_name_is_met_by_its_sound() -> None:
    concept = Concept("Oh Se-hoon", ("oh se hoon",), (sound_key("Oh Se-hoon"),))
    assert TextView("오세훈은 서울시장이다").names(concept) == 1.0
    assert TextView("박서린은 관장이다").names(concept) == 0.0


def test_a_name_of_several_words_may_be_named_in_part() -> None:
    parts = (Concept("Jordi", ("jordi",), (sound_key("Jordi"),)), Concept("Smith", ("smith",)))
    concept = Concept("Jordi Smith", ("jordi smith",), is_name=True, parts=parts)
    assert TextView("조르디 총장").names(concept) == 0.5


def test_a_phrase_needs_all_its_words() -> None:
    parts = (Concept("film", ("film", "영화")), Concept("festival", ("festiv", "축제")))
    concept = Concept("film festival", ("film festiv", "영화제"), parts=parts)
    assert TextView("등불 축제가 열린다").names(concept) == 0.0
    assert TextView("축제에서 영화를 튼다").names(concept) == 1.0


def test_a_concept_that_was_looked_for_is_still_a_plain_value() -> None:
    concept = Concept("제3회 시장포럼", ("시장포럼", "3회", "mayor forum", "2025", "불"))
    named = TextView("3회 시장 포럼").names(concept)
    assert pickle.loads(pickle.dumps(concept)) == concept
    assert TextView("3회 시장 포럼").names(pickle.loads(pickle.dumps(concept))) == named == 1.0
