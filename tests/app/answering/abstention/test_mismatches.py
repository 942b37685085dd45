"""A sentence that fits a question may still be about something else."""

from datetime import date

import pytest

from app.answering.abstention.attributes import Attributes
from app.answering.abstention.mismatches import Mismatches
from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.spans.span import Span
from app.question.question import QuestionAnalyser
from indexing.article import Article, Passage
from indexing.language.temporal import find_temporal_expressions


def evidence(text: str, number: str = "") -> Evidence:
    article = Article("a", "a.txt", "버들시 소식", text, date(2025, 9, 1))
    at = text.find(number)
    return Evidence(
        article=article,
        passage=RetrievedPassage.of(Passage("p", "a", 0, 0, len(text), text), article, 0.5),
        start=0,
        end=len(text),
        text=text,
        support=1.0,
        dates=find_temporal_expressions(text, date(2025, 9, 1)),
        spans={"how_many": Span(at, at + len(number), number, 1.0)} if number else {},
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
        ("1위의 득표율은 몇 %야?", "투표율은 61.2%였다.", "61.2%", True),
        ("투표율은 몇 %야?", "투표율은 61.2%였다.", "61.2%", False),
        ("2심은 몇 년을 선고했어?", "1심은 징역 9년을 선고했다.", "9년", True),
        ("1심은 몇 년을 선고했어?", "1심은 징역 9년을 선고했다.", "9년", False),
        ("2024년 축제 주제는 뭐야?", "올해 축제의 주제는 ‘빛’이다.", "", True),
        ("2024년 축제 주제는 뭐야?", "지난해 축제의 주제는 ‘빛’이었다.", "", False),
        ("2025년 축제 주제는 뭐야?", "올해 축제의 주제는 ‘빛’이다.", "", False),
        ("축제 주제는 뭐야?", "올해 축제의 주제는 ‘빛’이다.", "", False),
        ("2024년 축제에 몇 명 왔어?", "올해보다 38만 명 적었다.", "38만 명", False),
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
