"""Tolls that grow from report to report."""

from datetime import date, datetime

import pytest

from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.extractive.tolls import latest_toll
from app.answering.spans.span import Span
from app.question.question import QuestionAnalyser
from indexing.article import Article
from indexing.language.glossary import Glossary
from indexing.language.people import People

NOON = datetime(2025, 1, 8, 13, 5)
NEXT_DAY = datetime(2025, 1, 9, 19, 22)
ASKED = "버들동 창고 화재 사망자는 몇 명이야?"


@pytest.fixture(scope="module")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


def report(text: str, words: str, published: date | None, support: float = 1.0, outlet: str | None = None) -> Evidence:
    """A sentence, a whole article, in which ``words`` answer how many."""
    one = Article(f"{text}{published}", "a.txt", "버들동 창고 화재", text, published, publisher=outlet, language="ko")
    passage = RetrievedPassage(
        "p", one.article_id, "a.txt", one.title, outlet, published, None, text, 0, len(text), 1.0
    )
    start = text.index(words)
    span = Span(start, start + len(words), words, 1.0)
    return Evidence(one, passage, 0, len(text), text, support, (), {"how_many": span}, {"how_many": [span]}, (), 0.0)


FOUR = report("버들동 창고 화재는 8일 낮 사망 4명, 부상 6명으로 집계됐다.", "4명", NOON, outlet="한빛일보")


@pytest.mark.parametrize(
    ("text", "words", "question"),
    [
        ("버들동 창고 화재는 사망 5명, 부상 6명으로 집계됐다.", "5명", ASKED),
        ("버들동 창고 화재 사망자가 5명으로 늘었다.", "5명", ASKED),
        ("버들동 창고 화재로 5명이 숨지고 6명이 다쳤다.", "5명", "버들동 창고 화재로 몇 명이 숨졌어?"),
        ("버들동 창고 화재로 5명이 숨지고 6명이 다쳤다.", "5명", "How many people died in the warehouse fire?"),
    ],
)
def test_the_toll_of_the_latest_report_answers(
    analyser: QuestionAnalyser, text: str, words: str, question: str
) -> None:
    later = report(text, words, NEXT_DAY, outlet="한빛일보")
    for asked in ([FOUR, later], [later, FOUR]):
        assert latest_toll(analyser.analyse(question), asked[0], asked) is later


@pytest.mark.parametrize(
    ("question", "other"),
    [
        pytest.param(
            ASKED,
            report("버들동 창고 화재는 사망 5명, 부상 6명으로 집계됐다.", "6명", NEXT_DAY),
            id="the injured",
        ),
        pytest.param(
            ASKED,
            report("버들동 창고 화재로 5명이 숨지고 6명이 다쳤다.", "6명", NEXT_DAY),
            id="the injured, told by a verb",
        ),
        pytest.param(
            ASKED, report("버들동 창고 화재 사망 3명으로 집계됐다.", "3명", datetime(2025, 1, 8, 4)), id="earlier"
        ),
        pytest.param(ASKED, report("버들동 창고 화재 사망 5명으로 집계됐다.", "5명", None), id="no date"),
        pytest.param(
            ASKED, report("버들동 창고 화재 사망 5명으로 집계됐다.", "5명", date(2025, 6, 1)), id="months later"
        ),
        pytest.param(
            ASKED, report("버들동 창고 화재 사망 5명으로 집계됐다.", "5명", NEXT_DAY, support=0.5), id="less about it"
        ),
        pytest.param(
            "2025년 1월 8일 버들동 창고 화재 사망자는 몇 명이야?",
            report("버들동 창고 화재 사망 5명으로 집계됐다.", "5명", NEXT_DAY),
            id="asked as of a day",
        ),
        pytest.param(
            "버들동 창고에는 몇 명이 일했어?",
            report("버들동 창고 화재 사망 5명으로 집계됐다.", "5명", NEXT_DAY),
            id="no toll is asked for",
        ),
    ],
)
def test_what_is_no_later_toll_answers_nothing(analyser: QuestionAnalyser, question: str, other: Evidence) -> None:
    assert latest_toll(analyser.analyse(question), FOUR, [FOUR, other]) is FOUR


def test_a_toll_is_told_by_rising_in_english(analyser: QuestionAnalyser) -> None:
    first = report("The warehouse fire in Beodeul left 4 people dead.", "4 people", NOON)
    later = report("The death toll from the warehouse fire in Beodeul rose to 5 people.", "5 people", NEXT_DAY)
    hurt = report("The warehouse fire in Beodeul left 6 people injured.", "6 people", NEXT_DAY)
    asked = analyser.analyse("How many people died in the Beodeul warehouse fire?")
    assert latest_toll(asked, first, [first, hurt]) is first
    assert latest_toll(asked, first, [first, hurt, later]) is later
