import pytest

from app.answering.close_reading.values.changes import by_how_much
from app.answering.spans.quantities import find_quantities
from app.answering.spans.span import SentenceContext
from app.question.question import Question

EXPORTS = "6월 수출은 8억9000만 달러로 전달보다 2.7% 늘었으나 지난해보다는 1.5% 줄었다."
FARES = "시는 버스 요금을 1천500원에서 1천700원으로 200원 올린다."
SHARES = "주가는 2,300원(3.8%) 오른 6만2,700원에 마쳤다."
PROFIT = "Profit fell 3.2 percent to 74 billion won."


@pytest.mark.parametrize(
    ("text", "sentence", "marked", "expected"),
    [
        ("How much did exports rise in June from May?", EXPORTS, "8억9000만 달러", "2.7%"),
        ("주가는 얼마나 올랐어?", SHARES, "6만2,700원", "2,300원"),
        ("주가는 얼마야?", SHARES, "6만2,700원", "6만2,700원"),
        ("주가는 얼마로 올랐어?", SHARES, "6만2,700원", "6만2,700원"),
        ("주가는 얼마나 올랐어?", SHARES, "3.8%", "3.8%"),
        ("수출은 얼마나 줄었어?", EXPORTS, "1.5%", "1.5%"),
        ("버스 요금은 얼마나 올라?", FARES, "1천700원", "200원"),
        ("버스 요금을 얼마나 올려?", FARES, "1천700원", "200원"),
        ("버스 요금 얼마 인상돼?", FARES, "1천700원", "200원"),
        ("버스 요금은 얼마로 올라?", FARES, "1천700원", "1천700원"),
        ("버스 요금은 얼마야?", FARES, "1천700원", "1천700원"),
        ("How much did the profit fall?", PROFIT, "74 billion won", "3.2 percent"),
        ("How much did the profit fall to?", PROFIT, "74 billion won", "74 billion won"),
        ("몇 명으로 늘어나?", "정원은 40명 늘어난 340명이다.", "340명", "340명"),
        ("몇 명 늘어나?", "정원은 40명 늘어난 340명이다.", "340명", "40명"),
    ],
)
def test_by_how_much_is_no_level(text: str, sentence: str, marked: str, expected: str) -> None:
    spans = find_quantities(SentenceContext(sentence, Question(text, "ko", ("how_many",), ()), ()))
    span = next(one for one in spans if one.text == marked)
    assert by_how_much(text, sentence, spans, span).text == expected
