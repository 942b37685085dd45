import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.text.characters import MAX_MARKS, one_line, stored


def test_decomposed_hangul_is_composed() -> None:
    assert stored(unicodedata.normalize("NFD", "물빛축제")) == "물빛축제"


def test_compatibility_characters_stay_as_the_outlet_wrote_them() -> None:
    assert stored("①㎡Ａ") == "①㎡Ａ"


def test_wide_spaces_become_spaces_and_invisible_characters_go() -> None:
    assert stored("해담\u00a0시\u3000청\u200b은\ufeff 오\u00ad늘\x00") == "해담 시 청은 오늘"


def test_all_line_ends_become_newlines() -> None:
    assert stored("가\r\n나\r다\u2028라") == "가\n나\n다\n라"


def test_a_lone_surrogate_cannot_reach_the_catalog() -> None:
    assert stored("가\ud800나").encode("utf-8").decode() == "가\ufffd나"


def test_marks_piled_on_one_letter_are_cut() -> None:
    assert len(unicodedata.normalize("NFD", stored("a" + "\u0315\u0300" * 5_000))) == 1 + MAX_MARKS


@given(st.text(alphabet=st.characters()))
def test_storing_twice_changes_nothing(text: str) -> None:
    assert stored(stored(text)) == stored(text)
    assert "\n" not in one_line(text)


def test_no_character_is_stored_otherwise_for_standing_alone() -> None:
    for code in range(0x10000):
        assert stored(chr(code)) + "\n" == stored(chr(code) + "\r"), hex(code)
