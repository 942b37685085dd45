from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.claims.figures import figures_said, find_figures

AMOUNTS = (
    ("3만 2,500명", 32_500, None),
    ("1억4천만원", 140_000_000, "won"),
    ("1만 630원", 10_630, "won"),
    ("222만 70 명", 2_220_070, None),
    ("10만 5달러", 100_005, "dollar"),
    ("1억 4000만 달러", 140_000_000, "dollar"),
    ("2천870억 원", 287_000_000_000, "won"),
    ("1조 2천억 원", 1_200_000_000_000, "won"),
    ("12만5천", 125_000, None),
    ("5백만 명", 5_000_000, None),
    ("9천500원", 9_500, "won"),
    ("제20회", 20, None),
    ("20주년", 20, None),
    ("20th", 20, None),
    ("열두 곳", 12, None),
    ("스물세 살", 23, None),
    ("사흘", 3, "time"),
    ("3.5%", Fraction(7, 2), "share"),
    ("0.25%포인트", Fraction(1, 4), "share"),
    ("3분의 1", Fraction(1, 3), "share"),
    ("$140 million", 140_000_000, "dollar"),
    ("US$1.4bn", 1_400_000_000, "dollar"),
    ("1.2 trillion won", 1_200_000_000_000, "won"),
    ("9,500-won", 9_500, "won"),
    ("one hundred and twenty", 120, None),
    ("twenty-one cities", 21, None),
    ("a dozen", 12, None),
    ("two-thirds", Fraction(2, 3), "share"),
    ("a third of them", Fraction(1, 3), "share"),
    ("the third meeting", 3, None),
    ("3.5 percent", Fraction(7, 2), "share"),
)


@pytest.mark.parametrize(("text", "amount", "dimension"), AMOUNTS)
def test_a_number_is_read_with_its_unit(text: str, amount: int | Fraction, dimension: str | None) -> None:
    (figure,) = find_figures(text)
    assert figure.amount == amount
    assert (figure.unit.dimension if figure.unit else None) == dimension


@pytest.mark.parametrize(
    "text", ["one of them", "first", "한 시간", "세종시", "열기구", "the Ten Commandments", "두더지"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert find_figures(text) == []


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [figure.amount for figure in find_figures("3억 20곳")] == [300_000_000, 20]
    assert [figure.amount for figure in find_figures("인구 3만 20대 이상")] == [30_000, 20]
    assert [figure.amount for figure in find_figures("상금 3억 500명")] == [300_000_000, 500]


@pytest.mark.parametrize("text", ["약 3만 명", "3만여 명", "about 30,000 people", "more than 30,000", "3만 이상"])
def test_a_number_that_is_not_exact_says_so(text: str) -> None:
    assert [figure.about for figure in find_figures(text)] == [True]


def test_looked_up_in_a_source_more_counts_as_a_number() -> None:
    said = {figure.amount for figure in figures_said("재선 의원이 육 년 동안 quadrupled, twice")}
    assert {2, 4, 6} <= said


@given(st.text(max_size=300))
def test_figures_are_pieces_of_the_text_in_order(text: str) -> None:
    figures = find_figures(text)
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)


@given(st.integers(1, 9999), st.integers(1, 9999), st.booleans())
def test_hundred_millions_and_myriads_add_up(big: int, small: int, gap: bool) -> None:
    (figure,) = find_figures(f"{big}억{' ' if gap else ''}{small}만 원")
    assert figure.amount == big * 10**8 + small * 10**4
