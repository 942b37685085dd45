from hypothesis import given
from hypothesis import strategies as st

from app.answering.abbreviations import Abbreviation, find_abbreviations, with_abbreviations
from app.question.concept import Concept

BODY = (
    "조르디 바쿼 (Jordi Vaquer) 세계대도시협의회(Metropolis) 사무총장은 ‘세계도시정상회의(WCS)’를 찾았다. "
    "행사는 오는 9월(29일) 열린다(사진)."
)


def test_brackets_pair_the_two_names_of_a_thing() -> None:
    assert find_abbreviations(BODY) == (
        Abbreviation("조르디 바쿼", "Jordi Vaquer"),
        Abbreviation("세계대도시협의회", "Metropolis"),
        Abbreviation("세계도시정상회의", "WCS"),
    )


def test_small_words_of_a_name_are_written_in_one_in_korean() -> None:
    body = "이어 엘스 판데르베르흐(Els van den Berg) 협회장이 리스본의 대학(la escuela)에서 말했다."
    assert find_abbreviations(body) == (
        Abbreviation("엘스 판데르베르흐", "Els van den Berg"),
        Abbreviation("대학", "la escuela"),
    )


def test_a_question_that_uses_one_name_finds_the_other() -> None:
    metropolis = Concept("Metropolis", ("metropoli",), is_name=True)
    council = Concept("세계대도시협의회", ("세계대도시협의회",))
    first, second = with_abbreviations((metropolis, council), find_abbreviations(BODY))
    assert "세계대도시협의회" in first.forms
    assert "metropoli" in second.forms


def test_a_common_word_inside_a_name_does_not_stand_for_it() -> None:
    (concept,) = with_abbreviations((Concept("도시", ("도시",)),), find_abbreviations(BODY))
    assert concept.forms == ("도시",)


@given(st.text(alphabet="가나다 ()AbC.‘’\n"))
def test_any_text_gives_pairs_that_stand_in_it(text: str) -> None:
    for pair in find_abbreviations(text):
        assert pair.short in text
        assert pair.full.split()[0] in text


def test_a_bracket_after_mere_punctuation_names_nothing() -> None:
    assert find_abbreviations("-- (총회) ·· (WCS) . (가)") == ()
