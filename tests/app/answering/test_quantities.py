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
        ("2천억 원 이상", "at least 200 billion won"),
        ("100만 원 미만", "less than 1 million won"),
        ("50명 이하", "at most 50 people"),
        ("30% 안팎", "about 30%"),
        ("10억원가량", "about 1 billion won"),
        ("만 65세 이상", "65 or older"),
        ("19세 미만", "under 19"),
        ("약 100명 이상", None),
        ("3위", "3rd place"),
        ("세계 2위", "2nd in the world"),
        ("세 번째", "3rd"),
        ("1분57초12", "1 minute 57.12 seconds"),
        ("4분04초014", "4 minutes 4.014 seconds"),
        ("9초98", "9.98 seconds"),
        ("2시간 6분 48초", "2 hours 6 minutes 48 seconds"),
        ("5년 9개월", "5 years 9 months"),
        ("32만7천750호주달러", "327,750 Australian dollars"),
        ("11번째", "11th"),
        ("제22회", "22nd"),
        ("22회", "22 times"),
        ("3대1", "3 to 1"),
        ("경쟁률 15.3대 1", "15.3 to 1"),
        ("영하 12도", "12 degrees below zero"),
        ("섭씨 30도", "30 degrees Celsius"),
        ("규모 5.4", "magnitude 5.4"),
        ("규모 500억 원", None),
        ("시속 100㎞", "100 km/h"),
        ("초속 25m", "25 m/s"),
        ("시속 3배", None),
        ("최대 30㎜", "up to 30 mm"),
        ("3시간 20분", "3 hours 20 minutes"),
        ("1년 6개월", "1 year 6 months"),
        ("2박 3일", "3 days and 2 nights"),
        ("열흘", "10 days"),
        ("보름", None),
        ("1주일", "1 week"),
        ("징역 3년 6개월", "3 years 6 months in prison"),
        ("벌금 500만 원", "a fine of 5 million won"),
        ("10명 중 7명", "7 out of 10 people"),
        ("30~40명", "30–40 people"),
        ("100∼200㎜", "100–200 mm"),
        ("1∼2만 명", None),
        ("절반", "half"),
        ("수백 명", "hundreds of people"),
        ("수십억 원", "billions of won"),
        ("수십 켤레", None),
        ("3%대", "in the 3% range"),
        ("2승 1패", "2 wins, 1 loss"),
        ("28개 시군", "28 cities and counties"),
        ("1개 시군", "1 city or county"),
        ("3개 팀", "3 teams"),
        ("100억엔", "10 billion yen"),
        ("1인당 25만 원", "250,000 won per person"),
        ("달러당 1,350원", "1,350 won per dollar"),
        ("각각 3명", "3 people each"),
        ("120채", "120 homes"),
        ("7회말", None),
        ("지하 3층", None),
        ("두어 명", None),
        ("30섬", None),
    ],
)
def test_korean_quantities_read_well_in_english(korean: str, english: str | None) -> None:
    assert english_quantity(korean) == english


@given(st.text(alphabet="0123456789,.만억천개명위대시속 ∼~%세이상수십", max_size=30))
def test_any_text_is_read(korean: str) -> None:
    assert isinstance(english_quantity(korean), str | None)


@given(st.integers(2, 10**13))
def test_a_count_of_people_keeps_its_value(count: int) -> None:
    english = english_quantity(f"{count:,}명")
    assert english is not None
    number, *scale = english.removesuffix(" people").split(" ")
    factor = {(): 1, ("million",): 10**6, ("billion",): 10**9, ("trillion",): 10**12}[tuple(scale)]
    assert round(float(number.replace(",", "")) * factor) == pytest.approx(count)
