"""Days in the place of their month."""

from dataclasses import replace
from datetime import date

import pytest

from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.marked import Marked
from app.answering.evidence.model import NAMES, in_order
from app.answering.extractive.finer_dates import finer_date
from app.answering.spans.span import Span
from app.question.question import Question
from indexing.article import Article

PUBLISHED = date(2025, 1, 21)


def told(
    text: str, words: str, value: str, score: float, path: str = "a.txt", sure: float = 0.9, names: float = 0.5
) -> Evidence:
    """A sentence in which ``words`` are marked to answer when, and which names a share of the question."""
    article = Article(path, path, "총회", text, PUBLISHED, language="ko")
    passage = RetrievedPassage("p", path, path, "총회", None, PUBLISHED, None, text, 0, len(text), 1.0)
    start = text.index(words)
    span = Span(start, start + len(words), words, 1.0, value)
    marked = Marked(start, start + len(words), sure, sure, 1.0)
    features = in_order(dict.fromkeys(NAMES, 0.0) | {"coverage": names})
    return Evidence(
        article, passage, 0, len(text), text, 1.0, (), {"when": span}, {"when": [span]}, features, score, marked=marked
    )


LEAD = told("시장이 오는 9월 열릴 총회에 협력하기로 했다.", "오는 9월", "2025-09", 9.0)
DAYS = told(
    "총회는 오는 9월 29일부터 10월 1일까지 열린다.", "오는 9월 29일부터 10월 1일까지", "2025-09-29/2025-10-01", 7.5
)


def finer(text: str, *evidence: Evidence) -> str:
    return finer_date(Question(text, "ko", ("when",), ()), evidence[0], evidence).spans["when"].value or ""


def test_the_days_of_the_month_answer() -> None:
    assert finer("총회는 언제 열려?", LEAD, DAYS) == "2025-09-29/2025-10-01"
    year = told("총회는 올해 서울에서 열린다.", "올해", "2025", 9.0)
    assert finer("총회는 언제 열려?", year, DAYS) == "2025-09-29/2025-10-01"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("총회는 몇 월에 열려?", DAYS, id="the month is asked for"),
        pytest.param("What month is it?", DAYS, id="in English"),
        pytest.param(
            "총회는 언제 열려?", told("예선은 8월 2일이다.", "8월 2일", "2025-08-02", 8.5), id="another month"
        ),
        pytest.param(
            "총회는 언제 열려?", told("9월 3일 연다.", "9월 3일", "2025-09-03", 8.5, "b.txt"), id="another article"
        ),
        pytest.param("총회는 언제 열려?", told("9월 3일 연다.", "9월 3일", "2025-09-03", 2.0), id="far behind"),
        pytest.param(
            "총회는 언제 열려?", told("9월 3일 연다.", "9월 3일", "2025-09-03", 8.5, sure=0.2), id="hardly read"
        ),
        pytest.param("총회는 언제 열려?", told("9월 중 연다.", "9월 중", "2025-09", 8.5), id="no day"),
    ],
)
def test_any_other_date_leaves_the_month_as_it_is(text: str, other: Evidence) -> None:
    assert finer(text, LEAD, other) == "2025-09"


def test_a_sentence_that_names_all_that_is_asked_need_not_be_read_to_answer() -> None:
    """The reading does not know the name that the question has for it."""
    far = replace(DAYS, score=-1.0, marked=Marked(0, 30, 0.9, 0.01, 1.0))
    assert finer("메트로폴리스 총회는 언제 열려?", LEAD, far) == "2025-09"
    named = replace(far, features=in_order(dict.fromkeys(NAMES, 0.0) | {"coverage": 1.0}))
    assert finer("메트로폴리스 총회는 언제 열려?", LEAD, named) == "2025-09-29/2025-10-01"


def test_a_day_is_never_replaced() -> None:
    day = told("총회는 9월 3일 열린다.", "9월 3일", "2025-09-03", 9.0)
    assert finer("총회는 언제 열려?", day, DAYS) == "2025-09-03"
