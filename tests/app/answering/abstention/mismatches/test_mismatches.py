"""A sentence that fits a question may still be about something else."""

from datetime import date

import pytest

from app.answering.abstention.mismatches.attributes import Attributes
from app.answering.abstention.mismatches.mismatches import Mismatches, is_of_another_occurrence
from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.spans.span import Span
from app.question.question import QuestionAnalyser
from indexing.article import Article, Passage
from indexing.language.temporal import find_temporal_expressions


def evidence(text: str, number: str = "", day: str = "") -> Evidence:
    article = Article("a", "a.txt", "버들시 소식", text, date(2025, 9, 1))
    at = text.find(number)
    dates = find_temporal_expressions(text, date(2025, 9, 1))
    spans = {"how_many": Span(at, at + len(number), number, 1.0)} if number else {}
    if day:
        when = next(one for one in dates if one.text == day)
        spans["when"] = Span(when.start, when.end, day, 1.0, when.iso)
    return Evidence(
        article=article,
        passage=RetrievedPassage.of(Passage("p", "a", 0, 0, len(text), text), article, 0.5),
        start=0,
        end=len(text),
        text=text,
        support=1.0,
        dates=dates,
        spans=spans,
        alternatives={},
        features=(),
        score=1.0,
    )


@pytest.mark.parametrize(
    ("question", "text", "number", "mismatch"),
    [
        ("예산안은 통과됐어?", "시는 예산안을 오는 9일 본회의에 부친다.", "", True),
        ("예산안은 통과됐어?", "예산안이 9일 본회의를 통과했다.", "", False),
        ("한가람 지휘자의 연봉은 얼마야?", "한가람 지휘자의 악단에는 단원 74명이 있다.", "74명", True),
        ("한가람 지휘자의 연봉은 얼마야?", "한가람 지휘자는 한 해 2억 원을 받는다.", "2억 원", False),
        ("추석에도 박물관은 문을 열어?", "박물관은 월요일에 쉰다.", "", True),
        ("버들고 감독은 누구야?", "가람고 감독은 한여울이다.", "", True),
        ("1위의 득표율은 몇 %야?", "투표율은 61.2%였다.", "61.2%", True),
        ("투표율은 몇 %야?", "투표율은 61.2%였다.", "61.2%", False),
        ("2심은 몇 년을 선고했어?", "1심은 징역 9년을 선고했다.", "9년", True),
        ("1심은 몇 년을 선고했어?", "1심은 징역 9년을 선고했다.", "9년", False),
        ("2024년 축제 주제는 뭐야?", "올해 축제의 주제는 ‘빛’이다.", "", True),
        ("2024년 축제 주제는 뭐야?", "지난해 축제의 주제는 ‘빛’이었다.", "", False),
        ("2025년 축제 주제는 뭐야?", "올해 축제의 주제는 ‘빛’이다.", "", False),
        ("축제 주제는 뭐야?", "올해 축제의 주제는 ‘빛’이다.", "", False),
        ("출생아는 몇 명이야?", "혼인은 980건이었다.", "980건", True),
        ("출생아는 몇 명이야?", "출생아는 980명이었다.", "980명", False),
        ("총회에는 몇 명이 와?", "40주년 기념총회는 5월에 열린다.", "40주년 기념총회", True),
        ("관객은 몇 명이야?", "관객은 3만 명 안팎이다.", "3만 명 안팎", False),
        ("작년 혼인 건수는?", "출생아는 980명이었다.", "980명", True),
        ("How old is Otto Hahn?", "Mina Calvo, 41, will succeed Otto Hahn.", "41", True),
        ("How old is Mina Calvo?", "Mina Calvo, 41, will succeed Otto Hahn.", "41", False),
        ("How old is the new director?", "Mina Calvo, 41, will succeed Otto Hahn.", "41", False),
    ],
)
def test_what_is_told_of_something_else_cannot_answer(
    analyser: QuestionAnalyser, question: str, text: str, number: str, mismatch: bool
) -> None:
    mismatches = Mismatches(Attributes.load())
    assert mismatches.cannot_answer(analyser.analyse(question), evidence(text, number)) is mismatch


@pytest.mark.parametrize(
    ("question", "text", "number", "another"),
    [
        ("2024년 축제에 몇 명 왔어?", "올해보다 적은 38만 명이 왔다.", "38만 명", False),
        ("2024년 축제에 몇 명 왔어?", "올해보다 38만 명 적었다.", "38만 명", True),
        ("2025년 축제에 몇 명 왔어?", "지난해 축제에는 3만 명이 왔고, 올해는 4만 명이 왔다.", "3만 명", True),
        ("2025년 축제에 몇 명 왔어?", "지난해 축제에는 3만 명이 왔고, 올해는 4만 명이 왔다.", "4만 명", False),
        ("2024년 축제에 몇 명 왔어?", "지난해 축제에는 3만 명이 왔고, 올해는 4만 명이 왔다.", "3만 명", False),
        ("2024년 참가비는 얼마였어?", "올해 참가비는 6만 원으로 지난해보다 1만 원 올랐다.", "6만 원", True),
        ("2025년 참가비는 얼마야?", "올해 참가비는 6만 원으로 지난해보다 1만 원 올랐다.", "6만 원", False),
        ("참가비는 얼마야?", "참가비는 지난해보다 1만 원 올랐다.", "1만 원", True),
        ("참가비는 얼마야?", "참가비는 지난해보다 1만 원씩 올랐다.", "1만 원", True),
        ("참가비는 얼마나 올랐어?", "참가비는 지난해보다 1만 원 올랐다.", "1만 원", False),
        ("2024년 부채는 얼마야?", "부채는 2023년(2억 원)보다 늘어난 3억 원이었다.", "3억 원", False),
        ("2024년 대회에 몇 명이 달렸어?", "대회가 31일 도심에서 열려 1만 명이 달렸다.", "1만 명", True),
        ("2025년 대회에 몇 명이 달렸어?", "대회가 31일 도심에서 열려 1만 명이 달렸다.", "1만 명", False),
        ("요금은 지금 얼마야?", "요금이 내년 1월 1일부터 1,850원이 된다.", "1,850원", True),
        ("요금은 내년에 얼마야?", "요금이 내년 1월 1일부터 1,850원이 된다.", "1,850원", False),
        ("요금은 지금 얼마야?", "요금이 지난 3월 1일 1,650원이 됐다.", "1,650원", False),
        ("2차 모집에는 몇 가구가 신청했어?", "지난 3월 1차 모집에는 438가구가 몰렸다.", "438가구", True),
    ],
)
def test_a_number_of_another_time_does_not_answer(
    analyser: QuestionAnalyser, question: str, text: str, number: str, another: bool
) -> None:
    found = evidence(text, number)
    assert is_of_another_occurrence(analyser.analyse(question), found, date(2025, 9, 20)) is another


@pytest.mark.parametrize(
    ("question", "text", "day", "another"),
    [
        ("2024년 축제는 언제 열렸어?", "축제는 지난 5일 열렸다.", "지난 5일", True),
        ("2025년 축제는 언제 열렸어?", "축제는 지난 5일 열렸다.", "지난 5일", False),
        ("2025년 예산안은 언제 개최된 회의에서 의결됐어?", "2024년 12월 3일 의결됐다.", "2024년 12월 3일", False),
        ("2025년 축제는 언제 열렸어?", "올해 축제에는 3만 명이 왔다.", "올해", True),
        ("축제는 언제 열렸어?", "방문객은 2019년(2만 명)보다 많았다.", "2019년", True),
        ("축제는 언제 열렸어?", "축제는 2020년 열리지 않았다.", "2020년", True),
        ("축제는 언제 안 열렸어?", "축제는 2020년 열리지 않았다.", "2020년", False),
        ("총회는 언제 열렸어?", "애초 3월로 잡혔던 총회는 반년 늦게 열렸다.", "3월", True),
        ("총회는 원래 언제 열기로 했어?", "애초 3월로 잡혔던 총회는 반년 늦게 열렸다.", "3월", False),
        ("When was the race held?", "The race was not held in 2020.", "2020", True),
    ],
)
def test_a_day_of_another_year_or_on_which_nothing_was_held_does_not_answer(
    analyser: QuestionAnalyser, question: str, text: str, day: str, another: bool
) -> None:
    found = evidence(text, day=day)
    assert is_of_another_occurrence(analyser.analyse(question), found, date(2025, 9, 20)) is another
