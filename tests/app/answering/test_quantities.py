import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.quantities import english_quantity


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("1억 4000만 달러", "$140 million"),
        ("160개 도시", "160 cities"),
        ("약 1,200명", "about 1,200 people"),
        ("3조2천억 원", "3.2 trillion won"),
        ("98억 원", "9.8 billion won"),
        ("1만2000명", "12,000 people"),
        ("5천여 명", "5,000 people"),
        ("3.5%", "3.5%"),
        ("3분의 2", "2/3"),
        ("약 4분의1", "about 1/4"),
        ("3분", "3 minutes"),
        ("1,060.19㎢", "1,060.19 km²"),
        ("2천870억원", "287 billion won"),
        ("7분", "7 minutes"),
        ("1시간", "1 hour"),
        ("1명", "1 person"),
        ("두 시간", "2 hours"),
        ("스물세 명", "23 people"),
        ("네 번", "4 times"),
        ("12대", "12"),
        ("두어 명", None),
        ("30섬", None),
    ],
)
def test_korean_quantities_read_well_in_english(korean: str, english: str | None) -> None:
    assert english_quantity(korean) == english


@given(st.integers(2, 10**13))
def test_a_count_of_people_keeps_its_value(count: int) -> None:
    english = english_quantity(f"{count:,}명")
    assert english is not None
    number, *scale = english.removesuffix(" people").split(" ")
    factor = {(): 1, ("million",): 10**6, ("billion",): 10**9, ("trillion",): 10**12}[tuple(scale)]
    assert round(float(number.replace(",", "")) * factor) == pytest.approx(count)
