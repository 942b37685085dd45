import pytest

from app.answering.close_reading.questions_in_text import is_asked


@pytest.mark.parametrize(
    "sentence",
    [
        "-하루에 환자를 몇 명이나 보나.",
        "- 요금은.",
        "― 섬을 떠나지 않은 이유를 한마디로 하면.",
        "-왕진도 다니신다고.",
        "Q. 누가 살 수 있나.",
        "Q3. 환불은 되나요?",
        "문: 가장 기억에 남는 현장은 어디입니까?",
        "그렇다면 얼마를 내야 할까?",
        "How will it be paid for?",
    ],
)
def test_the_line_of_who_asks_is_a_question(sentence: str) -> None:
    assert is_asked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A. 없습니다.",
        "- 입장료는 3천원이다.",
        "- 일시: 5월 17일 오후 7시",
        '김 위원장은 "왜 늦었나?"',
        "“하루 45명쯤 봅니다.”",
        "시장은 얼마나 걸리느냐는 물음에 두 달이라고 답했다.",
        "무엇이 잘못됐을까.",
    ],
)
def test_an_answer_and_what_is_told_of_a_question_is_none(sentence: str) -> None:
    assert not is_asked(sentence)
