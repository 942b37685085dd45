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
        ("5천여 명", "more than 5,000 people"),
        ("2만여 명", "more than 20,000 people"),
        ("30여 개국", "more than 30 countries"),
        ("100여억 원", None),
        ("약 100여 명", "more than 100 people"),
        ("최대 100여 명", "up to about 100 people"),
        ("최소 100여 명", "at least 100 people"),
        ("평균 20여 분", "on average more than 20 minutes"),
        ("연간 3만 명", "30,000 people a year"),
        ("연 2.5%", "2.5% a year"),
        ("하루 2만원", "20,000 won a day"),
        ("하루 평균 2,300명", "on average 2,300 people a day"),
        ("월 20만원", "200,000 won a month"),
        ("1회", "once"),
        ("한 차례", "once"),
        ("연 1회", "once a year"),
        ("하루 1회", "once a day"),
        ("1배", "1 time"),
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
