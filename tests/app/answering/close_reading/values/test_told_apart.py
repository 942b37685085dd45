import pytest

from app.answering.close_reading.values.told_apart import of_topic_asked_for
from app.answering.spans.span import Span

SCHOOLS = "솔개분교는 1982년, 장산분교는 1999년 문을 닫았다."
FEES = "성인은 5천 원, 어린이는 2천 원을 낸다."


@pytest.mark.parametrize(
    ("question", "sentence", "values", "marked", "expected"),
    [
        ("솔개분교는 언제 문 닫았어?", SCHOOLS, ("1982년", "1999년"), "1999년", "1982년"),
        ("장산분교는 언제 문 닫았어?", SCHOOLS, ("1982년", "1999년"), "1999년", "1999년"),
        ("솔개분교와 장산분교는 언제 문 닫았어?", SCHOOLS, ("1982년", "1999년"), "1999년", "1999년"),
        ("모래분교는 언제 문 닫았어?", SCHOOLS, ("1982년", "1999년"), "1999년", "1999년"),
        ("어린이 입장료는 얼마야?", FEES, ("5천 원", "2천 원"), "5천 원", "2천 원"),
        ("입장료는 얼마야?", FEES, ("5천 원", "2천 원"), "5천 원", "5천 원"),
        ("공사는 언제 끝나?", "착공은 3월이고 문은 9월 연다.", ("3월", "9월"), "9월", "9월"),
    ],
)
def test_what_is_told_of_the_thing_asked_about_answers(
    question: str, sentence: str, values: tuple[str, ...], marked: str, expected: str
) -> None:
    spans = [Span(sentence.index(one), sentence.index(one) + len(one), one, 1.0) for one in values]
    span = next(one for one in spans if one.text == marked)
    assert of_topic_asked_for(question, sentence, spans, span).text == expected
