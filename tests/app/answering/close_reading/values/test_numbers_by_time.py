from datetime import date

import pytest

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.marked_spans import spans_with_marked
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.marked import Marked
from app.answering.spans.quantities import find_quantities
from app.answering.spans.span import SentenceContext
from app.question.question import Question
from indexing.article import Article, Passage
from indexing.language.detection import question_language
from indexing.language.temporal import find_temporal_expressions

PUBLISHED = date(2026, 9, 17)


def answer(text: str, sentence: str, marked: str) -> str:
    question = Question(text, question_language(text), ("how_many",), ())
    dates = tuple(find_temporal_expressions(sentence, PUBLISHED))
    spans = find_quantities(SentenceContext(sentence, question, (), dates, PUBLISHED))
    article = Article("a", "a.txt", "거래", sentence, published_at=PUBLISHED)
    passage = RetrievedPassage.of(Passage("p", "a", 0, 0, len(sentence), sentence), article, 0.5)
    evidence = Evidence(
        article=article,
        passage=passage,
        start=0,
        end=len(sentence),
        text=sentence,
        support=1.0,
        dates=dates,
        spans={"how_many": spans[0]},
        alternatives={"how_many": spans},
        features=(),
        score=1.0,
    )
    start = sentence.index(marked)
    sure = Marked(start, start + len(marked), share=0.9, extract_answers=0.9, extract_evidence=3.0)
    return spans_with_marked(question, evidence, sure)["how_many"].text


SALES = "지난달 아파트 거래는 2,184건으로 7월(1,763건)보다 23.9% 늘었다."
RICE = "올해 쌀 생산량이 5만1,300t으로 지난해 5만4,800t보다 3,500t 줄었다."
PORT = "The port handled 2.14 million boxes in 2025, up from 2.01 million boxes a year earlier."
RATE = "The rate fell to 2.9 percent in August from 3.3 percent in July and 3.1 percent a year earlier."
SHIPS = "Of those, 184 were cruise ships with 312,000 passengers, nearly three times the 108,000 of 2024."


@pytest.mark.parametrize(
    ("text", "sentence", "marked", "expected"),
    [
        ("8월 거래는 몇 건?", SALES, "1,763건", "2,184건"),
        ("7월에는 몇 건 거래됐어?", SALES, "1,763건", "1,763건"),
        ("7월에는 몇 건 거래됐어?", SALES, "2,184건", "1,763건"),
        ("작년 쌀 생산량은 얼마야?", RICE, "5만1,300t", "5만4,800t"),
        ("올해 쌀 생산량은 얼마야?", RICE, "5만4,800t", "5만1,300t"),
        ("2025년에 상자를 몇 개 날랐어?", "2025년 35개, 2024년 20개를 날랐다.", "20개", "35개"),
        ("How many passengers came in 2024?", SHIPS, "312,000", "108,000"),
        ("What share was jobless in July?", RATE, "2.9 percent", "3.3 percent"),
        ("What share was jobless in August?", RATE, "3.3 percent", "2.9 percent"),
        ("What share was jobless last year?", RATE, "2.9 percent", "3.1 percent"),
    ],
)
def test_the_number_of_the_time_asked_for_answers(text: str, sentence: str, marked: str, expected: str) -> None:
    assert answer(text, sentence, marked) == expected


def test_what_is_only_compared_with_is_no_answer_where_no_time_is_asked_for() -> None:
    assert answer("아파트 거래는 몇 건?", SALES, "1,763건") == "2,184건"
    assert answer("쌀 생산량은 얼마야?", RICE, "5만4,800t") == "5만1,300t"
    assert answer("그 전에는 몇 건이었어?", SALES, "1,763건") == "1,763건"


@pytest.mark.parametrize(
    ("text", "sentence", "marked"),
    [
        ("10월 거래는 몇 건?", SALES, "1,763건"),  # the sentence does not tell
        ("7월보다 8월에 몇 건 늘었어?", SALES, "1,763건"),
        ("지난해 몇 명이 다쳤어?", "지난해 3명이 숨지고 5명이 다쳤다.", "5명"),
        ("작년 귀농 인구는 몇 명이야?", "지난해 187가구 320명이 귀농했다.", "320명"),
        ("How many were hurt in 2024?", "The quake killed 3 people in 2024 and 5 were hurt.", "5 were"),
    ],
)
def test_a_number_stays_that_is_given_for_no_other_time(text: str, sentence: str, marked: str) -> None:
    assert answer(text, sentence, marked).split()[0] == marked.split()[0]
