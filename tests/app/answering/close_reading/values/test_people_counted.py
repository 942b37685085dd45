"""Of several numbers of people the one of those who are asked for."""

import pytest

from app.answering.close_reading.values.people_counted import counts_a_part, counts_others, of_those_asked_for
from app.answering.spans.quantities import find_quantities
from app.answering.spans.span import SentenceContext, Span
from app.question.question import Question, QuestionAnalyser

CRASH = "이 사고로 승객 2명이 숨지고 17명이 다쳤다."
ONE_DEAD = "승용차 운전자가 숨지고 가족 4명과 화물차 운전자 등 6명이 다쳐 병원으로 옮겨졌다."
LISTED = "소방서는 사망 2명 부상 17명으로 집계했다."
VOTE = "재적 15명 가운데 11명이 찬성하고 3명이 반대했다."
ENGLISH = "The blast killed 12 people and injured 40 people."


def numbers(sentence: str) -> list[Span]:
    return find_quantities(SentenceContext(sentence, Question("몇 명이야?", "ko", ("how_many",), ()), ()))


@pytest.mark.parametrize(
    ("question", "sentence", "marked", "expected"),
    [
        ("사고로 몇 명이 죽었어?", CRASH, "17명", "2명"),
        ("사고로 다친 사람은 몇 명이야?", CRASH, "2명", "17명"),
        ("How many people were injured?", CRASH, "2명", "17명"),
        ("사고로 승객 몇 명이 피해를 봤어?", CRASH, "2명", "2명"),
        ("몇 명이 반대했어?", VOTE, "11명", "3명"),
        ("몇 명이 찬성했고 몇 명이 반대했어?", VOTE, "11명", "11명"),
        ("부상자는 몇 명이야?", LISTED, "2명", "17명"),
        ("몇 명이 숨졌어?", LISTED, "2명", "2명"),
        ("몇 명이 찬성했어?", "찬성 24명 반대 3명으로 통과됐다.", "3명", "24명"),
        ("몇 명이 반대했어?", "찬성 24명 반대 3명으로 통과됐다.", "3명", "3명"),
        ("How long has he waited for a seat?", VOTE, "3명", "3명"),
        ("How many were hurt?", ENGLISH, "12 people", "40 people"),
    ],
)
def test_what_became_of_people_tells_their_number(question: str, sentence: str, marked: str, expected: str) -> None:
    spans = numbers(sentence)
    span = next(one for one in spans if one.text == marked)
    assert of_those_asked_for(question, sentence, spans, span).text == expected
    assert counts_others(question, sentence, span) is (marked != expected)


def test_the_hurt_are_no_number_of_the_dead() -> None:
    (hurt,) = [span for span in numbers(ONE_DEAD) if span.text == "6명"]
    assert of_those_asked_for("몇 명이 숨졌어?", ONE_DEAD, numbers(ONE_DEAD), hurt) is hurt
    assert counts_others("몇 명이 숨졌어?", ONE_DEAD, hurt)


@pytest.mark.parametrize(
    ("question", "sentence", "number", "is_part"),
    [
        ("사고로 다친 사람은 몇 명이야?", "다친 사람 중 5명은 중상이다.", "5명", True),
        ("중상을 입은 사람은 몇 명이야?", "다친 사람 중 5명은 중상이다.", "5명", False),
        ("다친 사람 중 몇 명이 병원에 있어?", "다친 사람 중 5명은 중상이다.", "5명", False),
        ("다친 사람은 몇 명이야?", "승객 5명이 다쳤다.", "5명", False),
        ("병원에 간 사람은 몇 명이야?", "다친 사람 중 5명은 중상이다.", "5명", False),
    ],
)
def test_a_part_is_not_the_whole(
    analyser: QuestionAnalyser, question: str, sentence: str, number: str, is_part: bool
) -> None:
    (span,) = [one for one in numbers(sentence) if one.text == number]
    assert counts_a_part(question, analyser.analyse(question).concepts, sentence, span) is is_part
