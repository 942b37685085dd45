import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from indexing.language.hangul import final_consonant, has_hangul, syllable_index, without_final


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_a_syllable_has_a_final_consonant_exactly_where_unicode_decomposes_it_in_three(syllable: str) -> None:
    jamo = unicodedata.normalize("NFD", syllable)
    assert (final_consonant(syllable) != 0) == (len(jamo) == 3)
    assert unicodedata.normalize("NFD", without_final(syllable)) == jamo[:2]


def test_other_characters_are_no_syllables() -> None:
    assert [syllable_index(character) for character in "가힣ㄱa1"] == [0, 11171, None, None, None]
    assert final_consonant("a") is None
    assert without_final("a") == "a"
    assert has_hangul("WCS 포럼")
    assert not has_hangul("WCS ㄱ")
