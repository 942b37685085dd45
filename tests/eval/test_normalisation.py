import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.normalisation import contains, normalise, without_markers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  2025년 9월 29일 ", "2025년9월29일"),
        ("《훈민정음》", "훈민정음"),
        ("<기생충>", "기생충"),
        ("<Parasite>", "parasite"),
        ("<b>한국은행</b><br/>총재", "한국은행총재"),
        ("‘무궁화’ “호”", "무궁화호"),
        ("The Bank of Korea", "bankofkorea"),
        ("a 2025 budget", "2025budget"),
        ("３．５％", "35"),
        ("1,234억 원", "1234억원"),
        ("「법」·령∼", "법령"),
        ("한국", "한국"),
    ],
)
def test_normalisation_drops_what_korquad_drops(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("A 씨", "a씨"), ("Grade A", "gradea"), ("theatre", "theatre")])
def test_normalisation_keeps_a_letter_that_is_no_english_article(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_symbols_alone_stay_so_that_they_equal_only_themselves() -> None:
    assert normalise("▲") == "▲"
    assert normalise("▲") != normalise("▼")


@given(st.text())
def test_a_text_that_is_not_blank_never_normalises_to_nothing(text: str) -> None:
    assert bool(normalise(text)) == bool(text.split())


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("참가자는 3명이다", "3명"),
        ("9월 29∼30일에 열린다", "30일"),
        ("성장률은 3.5%였다", "3.5%"),
        ("1,234명이 왔다", "1234명"),
        ("2025.9.29. 개막", "2025.9.29"),
        ("행사는 서울 광장에서 열린다", "서울광장"),
    ],
)
def test_a_phrase_is_found_in_another_notation(text: str, phrase: str) -> None:
    assert contains(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("참가자는 13명이다", "3명"), ("성장률은 3.5%였다", "5%"), ("성장률은 3.5%였다", "35%"), ("부산에서", "서울")],
)
def test_a_piece_of_another_number_is_not_the_phrase(text: str, phrase: str) -> None:
    assert not contains(text, phrase)


def test_markers_are_no_part_of_what_is_said() -> None:
    assert without_markers("9월 29일에 연다 [1]. 장소는 서울이다[12].") == "9월 29일에 연다. 장소는 서울이다."
