import pytest

from app.answering.close_reading.values.counterparts import asked_for, is_of_counterpart
from app.answering.spans.quantities import find_quantities
from app.answering.spans.span import SentenceContext, Span
from app.question.question import Question

WEATHER = "최고기온은 36.4도, 아침 최저기온은 27.1도였다."
SCHOOLS = "급식비는 초등학교 3,640원, 중학교 4,280원, 고등학교 4,510원이다."
RATES = "원·달러 환율은 1,386.4원, 원/엔 환율은 921.5원이었다."
SALES = "변압기 부문이 매출 9,200억 원, 영업이익 910억 원을 냈다."


def numbers(sentence: str) -> list[Span]:
    return find_quantities(SentenceContext(sentence, Question("몇이야?", "ko", ("how_many",), ()), ()))


@pytest.mark.parametrize(
    ("text", "sentence", "marked", "expected"),
    [
        ("아침 최저기온은 몇 도야?", WEATHER, "36.4도", "27.1도"),
        ("What was the highest temperature?", WEATHER, "27.1도", "36.4도"),
        ("중학교 급식비는 얼마야?", SCHOOLS, "3,640원", "4,280원"),
        ("영업이익은 얼마야?", SALES, "매출 9,200억 원"[3:], "910억 원"),
        ("What was the yen exchange rate?", RATES, "1,386.4원", "921.5원"),
        ("원·달러 환율은 얼마야?", RATES, "921.5원", "1,386.4원"),
        ("매출과 영업이익은 얼마야?", SALES, "9,200억 원", "9,200억 원"),
        ("급식비는 얼마야?", SCHOOLS, "3,640원", "3,640원"),
    ],
)
def test_a_number_of_what_is_asked_for_answers(text: str, sentence: str, marked: str, expected: str) -> None:
    spans = numbers(sentence)
    span = next(one for one in spans if one.text == marked)
    assert asked_for(text, sentence, spans, span).text == expected
    assert is_of_counterpart(text, sentence, span) is (marked != expected)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("사망자는 몇 명이야?", "부상자가 잇따르는 가운데 3명이 숨졌다."),
        ("사망자는 몇 명이야?", "부상자에 이어 3명의 사망자가 나왔다."),
        ("배당은 얼마야?", "순이익 가운데 150억 원을 배당했다."),
        ("영업이익률은 몇 %야?", "매출은 늘고 비율은 6.7%였다."),
        ("최저임금은 얼마야?", "사상 최고 수준인 1만 원으로 정했다."),
        ("How many deaths were there?", "Injuries rose while 3 people died."),
    ],
)
def test_a_number_that_other_words_tell_of_is_left_alone(text: str, sentence: str) -> None:
    assert not any(is_of_counterpart(text, sentence, span) for span in numbers(sentence))


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("3분기 영업이익은 얼마야?", True),
        ("What was the operating profit in the third quarter?", True),
        ("3분기까지 영업이익은 얼마야?", False),
        ("올해 영업이익은 얼마야?", False),
    ],
)
def test_what_is_counted_up_is_not_of_one_quarter(text: str, is_other: bool) -> None:
    sentence = "3분기까지 누적 영업이익은 3,690억 원이다."
    (amount,) = [span for span in numbers(sentence) if span.text == "3,690억 원"]
    assert is_of_counterpart(text, sentence, amount) is is_other


@pytest.mark.parametrize(("text", "is_other"), [("주가지수 종가는?", True), ("주가지수는 몇 선을 넘었어?", False)])
def test_a_mark_that_was_passed_is_no_closing_price(text: str, is_other: bool) -> None:
    assert is_of_counterpart(text, "주가지수가 3,050선을 되찾았다.", Span(6, 12, "3,050선", 0.5)) is is_other
