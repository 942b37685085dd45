import pytest

from app.answering.close_reading.values.amounts_in_row import amounts_of, with_its_row
from app.answering.spans.quantities import find_quantities
from app.answering.spans.span import SentenceContext
from app.question.concept import Concept
from app.question.question import Question

SEATS = "지정석은 R석 5만 원, S석 3만 원이며 내달부터 판다."
ENTRY = "입장료는 어른 5천 원, 어린이 2천 원이다."
RENT = "보증금은 400만 원, 월세는 9만 원, 관리비는 3만 원이다."
TRAVELLERS = "시장은 시의원 4명, 기업인 9명과 함께 떠났다."
VOTES = "위원회는 찬성 11표, 반대 4표로 의결했다."


@pytest.mark.parametrize(
    ("text", "sentence", "marked", "expected"),
    [
        ("지정석은 얼마야?", SEATS, "3만 원", "R석 5만 원, S석 3만 원"),
        ("S석은 얼마야?", SEATS, "3만 원", "3만 원"),
        ("가장 비싼 자리는 얼마야?", SEATS, "5만 원", "5만 원"),
        ("입장료 얼마야?", ENTRY, "5천 원", "어른 5천 원, 어린이 2천 원"),
        ("어린이 입장료 얼마야?", ENTRY, "2천 원", "2천 원"),
        ("보증금이랑 월세가 각각 얼마야?", RENT, "9만 원", "보증금은 400만 원, 월세는 9만 원"),
        ("대상 상금은 얼마야?", "대상 상금은 30원, 부문별 상금은 7원이다.", "30원", "30원"),
        ("월세가 얼마야?", RENT, "9만 원", "9만 원"),
        ("몇 명이랑 갔어?", TRAVELLERS, "9명", "시의원 4명, 기업인 9명"),
        ("찬반은 몇 대 몇이야?", VOTES, "11표", "찬성 11표, 반대 4표"),
        ("상인은 몇 명이야?", "상인은 청년 18명, 기존 주민 21명이다.", "18명", "청년 18명, 기존 주민 21명"),
        ("몇 명이 왔어?", "지난해 30명, 올해 50명이 왔다.", "50명", "50명"),
        ("몇 명이 다쳤어?", "3명이 숨지고 5명이 다쳤다.", "5명", "5명"),
        ("무엇을 보냈어?", "인력 86명과 장비 25대를 보냈다.", "86명", "86명"),
    ],
)
def test_all_amounts_of_a_row_answer_unless_one_kind_is_named(
    text: str, sentence: str, marked: str, expected: str
) -> None:
    question = Question(text, "ko", ("how_many",), ())
    spans = find_quantities(SentenceContext(sentence, question, ()))
    span = next(one for one in spans if one.text == marked)
    found = with_its_row(question, sentence, spans, span)
    assert found.text == expected == sentence[found.start : found.end]


def test_a_kind_may_be_named_in_the_other_language() -> None:
    question = Question("How much for children?", "en", ("how_many",), (Concept("children", ("children", "어린이")),))
    spans = find_quantities(SentenceContext(ENTRY, question, ()))
    span = next(one for one in spans if one.text == "2천 원")
    assert with_its_row(question, ENTRY, spans, span) == span


def test_a_row_comes_apart_into_kinds_and_amounts() -> None:
    assert amounts_of("R석 5만 원, S석 3만 원") == [("R석", "5만 원"), ("S석", "3만 원")]
    assert amounts_of("청년 18명, 기존 주민 21명") == [("청년", "18명"), ("기존 주민", "21명")]
    assert amounts_of("5만 원") == amounts_of("1만 2천 원, 총") == []
