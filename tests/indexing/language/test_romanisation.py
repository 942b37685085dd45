import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.romanisation import romanise, romanise_name, romanise_place, sound_key, sound_keys


@pytest.mark.parametrize(
    ("korean", "latin"),
    [
        ("오세훈", "Oh Se-hoon"),
        ("오세훈", "O Sehun"),
        ("부산", "Pusan"),
        ("부산", "Busan"),
        ("서울", "Seoul"),
        ("제주", "Cheju"),
        ("싱가포르", "Singapore"),
        ("메트로폴리스", "Metropolis"),
        ("조르디", "Jordi"),
        ("바쿼", "Vaquer"),
        ("리버링크", "Riverlink"),
        ("바르셀로나", "Barcelona"),
        ("윤석열", "Yoon Suk-yeol"),
        ("한동훈", "Han Dong-hoon"),
        ("최", "Choi"),
        ("정", "Chung"),
        ("해담", "Haedam"),
    ],
)
def test_spellings_of_a_name_share_their_key(korean: str, latin: str) -> None:
    assert sound_key(korean) == sound_key(latin) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("회담", "Haedam"), ("부산", "Busy"), ("서울", "Sejong"), ("김해린", "Kim Tae-rin")]
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


def test_a_word_gives_the_keys_of_the_names_that_particles_and_titles_hide() -> None:
    keys = sound_keys("오세훈은 Barcelona에서")
    assert sound_key("Oh Se-hoon") in keys
    assert sound_key("바르셀로나") in keys


def test_names_are_shown_in_revised_romanisation() -> None:
    assert romanise("바쿼") == "bakwo"
    assert romanise_name("조르디 바쿼") == "Joreudi Bakwo"
    assert romanise("A-1") == "A-1"


@given(st.text())
def test_any_text_has_keys_of_four_symbols_or_more(text: str) -> None:
    assert all(len(key) >= 4 for key in sound_keys(text))


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("솔내", "Sollae"),
        ("신라", "Silla"),
        ("한라", "Halla"),
        ("왕십리", "Wangsimni"),
        ("종로", "Jongno"),
        ("독립문", "Dongnimmun"),
        ("백마", "Baengma"),
        ("대관령", "Daegwallyeong"),
        ("설악", "Seorak"),
        ("목포", "Mokpo"),
        ("서울 역", "Seoul Yeok"),
        ("1부두", "1budu"),
    ],
)
def test_a_place_is_spelt_as_it_is_pronounced(hangul: str, latin: str) -> None:
    assert romanise_place(hangul) == latin
