import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.korean_quantities import korean_quantity


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("$140 million", "1억 4,000만 달러"),
        ("US$3.5 billion", "35억 달러"),
        ("9.4 billion won", "94억 원"),
        ("10,000 won", "1만 원"),
        ("180 won", "180원"),
        ("18,500 visitors", "1만 8,500명"),
        ("3,214 foreign patients", "3,214명"),
        ("more than 12,000 people", "1만 2,000여 명"),
        ("more than 30 countries", "30여 개국"),
        ("over 40 percent", "40% 이상"),
        ("at least 1,200 local workers", "1,200명 이상"),
        ("fewer than 100 cases", "100건 미만"),
        ("nearly 600 guests", "약 600명"),
        ("up to $5,000", "최대 5,000달러"),
        ("$4,600 each", "각각 4,600달러"),
        ("5,000 people a day", "하루 5,000명"),
        ("an average of 30 minutes", "평균 30분"),
        ("16.8-kilometer", "16.8㎞"),
        ("17 stations", "17개 역"),
        ("two hours and 20 minutes", "2시간 20분"),
        ("nine", "9"),
        ("twenty-one students", "21명"),
        ("9th floor", "9층"),
        ("the second floor", "2층"),
        ("41 percent", "41%"),
        ("64 years old", "64세"),
        ("700 signatures", None),
        ("2.5 times", None),
        ("1.23456789 million", None),
        ("minus 5", None),
        ("won", None),
        ("", None),
    ],
)
def test_english_quantities_read_well_in_korean(english: str, korean: str | None) -> None:
    assert korean_quantity(english) == korean


@given(st.text(alphabet="0123456789,.$% abdefhilmnoprstuwy-", max_size=40))
def test_any_text_is_read(english: str) -> None:
    assert isinstance(korean_quantity(english), str | None)


@given(st.integers(1, 10**15))
def test_a_count_of_people_keeps_its_value(count: int) -> None:
    korean = korean_quantity(f"{count:,} people")
    assert korean is not None
    sizes = {"조": 10**12, "억": 10**8, "만": 10**4}
    parts = korean.removesuffix("명").split()
    assert sum(int(part.rstrip("조억만").replace(",", "")) * sizes.get(part[-1], 1) for part in parts) == count
