"""Values that were given up."""

import re
from datetime import date

import pytest

from app.answering.close_reading.values.former_values import came_to, is_old_record
from app.answering.spans.span import Span
from indexing.language.temporal import find_temporal_expressions


def came(asked: str, sentence: str, marked: str) -> str:
    spans = [Span(one.start, one.end, one.text, 0.5) for one in find_temporal_expressions(sentence, date(2025, 3, 3))]
    span = next(one for one in spans if one.text == marked)
    return came_to(asked, sentence, spans, span).text


@pytest.mark.parametrize(
    ("sentence", "marked", "expected"),
    [
        ("당초 4월 개통하려던 다리는 자재난으로 10월로 미뤄졌다.", "4월", "10월"),
        ("애초 지난해 12월 열기로 한 전시는 오는 5월 2일로 연기됐다.", "지난해 12월", "오는 5월 2일"),
        ("원래 6월 1일이던 개장을 5월 24일로 앞당긴다.", "6월 1일", "5월 24일"),
        ("The ferry, due to begin in April, will not sail before this autumn.", "April", "this autumn"),
        ("Originally planned for May, the concert was postponed to 3 June.", "May", "3 June"),
        ("당초 4월 공사를 시작해 10월에 다리를 연다.", "4월", "4월"),
        ("당초 4월 열기로 했다. 행사는 10월로 미뤄졌다.", "4월", "4월"),
        ("다리는 4월에 열고 시장은 10월로 미뤄졌다.", "4월", "4월"),
    ],
)
def test_of_a_plan_that_was_changed_what_it_was_changed_to_answers(sentence: str, marked: str, expected: str) -> None:
    question = "다리는 언제 열려?" if "다" in sentence else "When does it start?"
    assert came(question, sentence, marked) == expected


def test_what_was_planned_at_first_answers_who_asks_for_that() -> None:
    sentence = "당초 4월 개통하려던 다리는 자재난으로 10월로 미뤄졌다."
    assert came("다리는 원래 언제 열려고 했어?", sentence, "4월") == "4월"
    assert came("When was the bridge originally due to open?", sentence, "4월") == "4월"


@pytest.mark.parametrize(
    ("text", "marked", "is_old"),
    [
        ("한나래의 기록은?", "1분44초56", True),
        ("종전 기록은 얼마야?", "1분44초56", False),
        ("What was the previous record?", "1분44초56", False),
        ("기록을 얼마나 앞당겼어?", "0.25초", False),
    ],
)
def test_a_record_that_was_broken_is_told_by_its_words(text: str, marked: str, is_old: bool) -> None:
    sentence = "오누리가 세운 종전 한국 기록(1분44초56)을 0.25초 앞당겼다."
    start = sentence.index(marked)
    assert is_old_record(text, sentence, Span(start, start + len(marked), marked, 1.0)) is is_old


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("지난해 사망자를 2,380명으로 적었으나 2,420명이 맞기에 바로잡습니다.", "2,420명"),
        ("참가자를 400명이라고 보도했으나 실제로는 350명이었습니다.", "350명"),
        ("부상자는 3명이 아니라 2명이다.", "2명"),
        ("주최 측은 500명을 적은 명단과 300명의 사진을 들고 왔다.", "500명"),
    ],
)
def test_what_a_correction_takes_back_does_not_answer(sentence: str, expected: str) -> None:
    spans = [Span(one.start(), one.end(), one.group(), 0.5) for one in re.finditer(r"[\d,]+명", sentence)]
    assert came_to("몇 명이야?", sentence, spans, spans[0]).text == expected


def test_the_record_that_was_is_told_by_a_sentence_of_its_own() -> None:
    sentence = "종전 기록은 재작년 나온 2시간 20분 33초였다."
    record = Span(sentence.index("2시간"), sentence.index("였다"), "2시간 20분 33초", 1.0)
    assert is_old_record("우승 기록은?", sentence, record)
    assert not is_old_record("종전 기록은?", sentence, record)
