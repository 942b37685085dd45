from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.terms import index_terms, latin_stem, without_particle


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("총회는", ["총회", "회는"]),
        ("시장포럼을", ["시장", "장포", "포럼", "럼을", "시장포럼"]),
        ("비", ["비"]),
        ("불이", ["불이", "불"]),
        ("Cities' Summit", ["citi", "summit"]),
        ("1,200명 참가", ["1200", "1200명", "참가"]),
        ("3.5%", ["3.5", "3.5%"]),
        ("９월 ２９일", ["9", "9월", "29", "29일"]),
        ("29일부터 2부에", ["29", "29일", "부터", "2", "2부", "에"]),
        ("2025도서전 2024시즌", ["2025", "도서", "서전", "도서전", "2024", "시즌"]),
        ("WCS포럼", ["wcs", "포럼"]),
        ("東京", ["東京"]),
        ("", []),
    ],
)
def test_a_text_gives_its_terms(text: str, expected: list[str]) -> None:
    assert index_terms(text) == expected


def test_spacing_variants_of_a_compound_share_their_bigrams() -> None:
    apart, together = set(index_terms("물빛 축제")), set(index_terms("물빛축제"))
    assert {"물빛", "축제"} <= apart & together


def test_a_particle_is_taken_off_only_when_a_noun_remains() -> None:
    assert without_particle("서울에서는") == "서울"
    assert without_particle("나이") == "나이"
    assert (without_particle("한지은"), without_particle("한지은은")) == ("한지은", "한지은")


@pytest.mark.parametrize(
    ("one", "other"), [("Cities'", "city"), ("mayor's", "Mayor"), ("forums", "forum"), ("opened", "opens")]
)
def test_inflected_latin_words_share_their_stem(one: str, other: str) -> None:
    assert latin_stem(one) == latin_stem(other)


@given(st.text())
def test_terms_are_short_and_hold_no_white_space(text: str) -> None:
    assert all(term and len(term) <= 41 and not any(map(str.isspace, term)) for term in index_terms(text))


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=8))
def test_a_hangul_word_is_found_again_in_a_longer_one(word: str) -> None:
    assert {word[i : i + 2] for i in range(len(word) - 1)} <= set(index_terms("가" + word + "나"))


def test_threads_that_stem_at_once_get_the_same_stems() -> None:
    words = [
        f"{stem}{ending}" for stem in ("open", "meet", "build", "call") for ending in ("s", "ing", "ed", "er")
    ] * 40
    fresh = [f"{word}{number}x" for number, word in enumerate(words)]
    expected = [latin_stem.__wrapped__(word) for word in fresh]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(latin_stem.__wrapped__, fresh)) == expected
