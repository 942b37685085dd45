"""Of the values of a sentence the one that is asked for."""

from datetime import date

import pytest

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.values.value_meant import value_meant
from app.answering.evidence.evidence import Evidence
from app.answering.spans.span import Span
from app.question.question import QuestionAnalyser
from indexing.article import Article, Passage
from indexing.language.temporal import find_temporal_expressions

RUN = "The 21st river run drew 9,100 to the town on Sunday, down from 9,650 last year."


@pytest.mark.parametrize(
    ("question", "day"),
    [("In which year was the 21st river run?", "2025-10-26"), ("More came than in which year?", "2024")],
)
def test_a_year_that_is_only_compared_with_does_not_answer(analyser: QuestionAnalyser, question: str, day: str) -> None:
    published = date(2025, 10, 27)
    article = Article("a", "a.txt", "River run", RUN, published, language="en")
    dates = find_temporal_expressions(RUN, published)
    spans = [Span(one.start, one.end, one.text, 0.5, one.iso) for one in dates]
    evidence = Evidence(
        article=article,
        passage=RetrievedPassage.of(Passage("p", "a", 0, 0, len(RUN), RUN), article, 0.5),
        start=0,
        end=len(RUN),
        text=RUN,
        support=1.0,
        dates=dates,
        spans={"when": spans[-1]},
        alternatives={"when": spans},
        features=(),
        score=1.0,
    )
    assert value_meant(analyser.analyse(question), evidence, "when", spans[-1]).value == day
