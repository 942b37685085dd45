import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.translation.korean_quantities import korean_quantity


@pytest.mark.parametrize(
    ("english", "korean"),
    [
        ("$140 million", "1억 4,000만 달러"),
        ("US$3.5 billion", "35억 달러"),
        ("20,000 to 90,000 won", "2만∼9만 원"),
        ("the third time", "세 번째"),
        ("12th time", "12번째"),
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
        ("2.01 million TEU", "201만 TEU"),
        ("450 MW", "450MW"),
        ("900 jobs", "900개 일자리"),
        ("six deaths", "6명"),
        ("two hours and 20 minutes", "2시간 20분"),
        ("nine", "9"),
        ("twenty-one students", "21명"),
        ("9th floor", "9층"),
        ("the second floor", "2층"),
        ("41 percent", "41%"),
        ("64 years old", "64세"),
        ("64 stalls", "64곳"),
        ("86 films", "86편"),
        ("24 families", "24가구"),
        ("5,000 won for students", "5,000원"),
        ("40 percent of visitors", "40%"),
        ("18,500-square-meter site", "1만 8,500㎡"),
        ("a 10,000-won ticket", "1만 원"),
        ("3,000-seat", "3,000석"),
        ("15-year-old", "15세"),
        ("65 or older", "65세 이상"),
        ("a hundred volunteers", "100명"),
        ("120,000 won a night", "1박에 12만 원"),
        ("two-thirds of the stalls", "3분의 2"),
        ("a third", "3분의 1"),
        ("nearly half", "약 절반"),
        ("one in five", "5분의 1"),
        ("every 15 minutes", "15분마다"),
        ("every other year", "2년마다"),
        ("twice a week", "주 2회"),
        ("a week", "1주"),
        ("two and a half hours", "2시간 반"),
        ("hundreds of people", "수백 명"),
        ("tens of thousands of visitors", "수만 명"),
        ("13 gold medals", "금메달 13개"),
        ("20 to 30 people", "20∼30명"),
        ("30 billion to 40 billion won", "300억∼400억 원"),
        ("5% to 7%", "5∼7%"),
        ("half a million won", "50만 원"),
        ("2 1/2 hours", "2시간 반"),
        ("740 million zlotys", "7억 4,000만 즈워티"),
        ("500 Swiss francs", "500스위스프랑"),
        ("$70 a barrel", "배럴당 70달러"),
        ("1,391 won per dollar", "달러당 1,391원"),
        ("25 basis points", "25bp"),
        ("98 degrees Fahrenheit", "화씨 98도"),
        ("30 degrees Celsius", "섭씨 30도"),
        ("50 kilometers per hour", "시속 50㎞"),
        ("12 meters per second", "초속 12m"),
        ("5 miles", "5마일"),
        ("300 megawatts", "300MW"),
        ("620 Koreans", "620명"),
        ("30 percent discount", "30% 할인"),
        ("a 12 percent increase", "12% 증가"),
        ("magnitude 6.5", "규모 6.5"),
        ("the age of nine", "9세"),
        ("280 exhibitors", None),
        ("5 poles", None),
        ("1 to 2 million won", None),
        ("70 artists from 12 countries", None),
        ("3 in the morning", None),
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
