from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.comprehension.model import Extract
from app.answering.year_of_article import asked_of
from app.retrieval.question import QuestionAnalyser
from indexing.article import Article
from indexing.language.glossary import Glossary
from indexing.language.people import People

PUBLISHED = date(2024, 5, 2)
SAYS_NO_YEAR = Extract("밤하늘에 드론 500대", "축제는 오는 17일부터 19일까지 열린다. 12024명을 부른다.")


@pytest.fixture(scope="module")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


def asked(
    analyser: QuestionAnalyser, text: str, published: date | None = PUBLISHED, extract: Extract = SAYS_NO_YEAR
) -> str:
    return asked_of(analyser.analyse(text), text, Article("a", "a.txt", extract.title, "", published), extract)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("2024년 물빛축제는 며칠부터야?", "물빛축제는 며칠부터야?"),
        ("물빛축제는 2024년에 며칠부터였어?", "물빛축제는 며칠부터였어?"),
        ("2024 물빛축제는 며칠부터야?", "물빛축제는 며칠부터야?"),
        ("2024년도 예산에 반대한 의원은?", "예산에 반대한 의원은?"),
        ("When was the festival in 2024?", "When was the festival?"),
        ("Who won the 2024 Powol marathon?", "Who won the Powol marathon?"),
        ("How hot was the marathon of 2024", "How hot was the marathon"),
    ],
)
def test_an_article_of_the_year_is_asked_without_it(analyser: QuestionAnalyser, text: str, without: str) -> None:
    assert asked(analyser, text) == without


@pytest.mark.parametrize(
    "text",
    [
        "축제는 며칠부터야?",
        "2023년 물빛축제는 며칠부터야?",
        "2023년과 2024년 축제는 며칠부터야?",
        "2024년 5월 축제는 어디서 열려?",
        "Who was told on July 29, 2024, that the trip was off?",
        "2024년부터 누가 시장이야?",
        "2024년 이후 몇 번 열렸어?",
        "2024년 말 인구는?",
        "2024~2026년 계획은 뭐야?",
        "Who has been mayor since 2024?",
        "What will be built by 2024?",
    ],
)
def test_another_year_or_a_time_that_begins_with_it_is_asked_for_as_it_stands(
    analyser: QuestionAnalyser, text: str
) -> None:
    assert asked(analyser, text) == text


def test_an_extract_that_says_the_year_is_asked_for_it(analyser: QuestionAnalyser) -> None:
    question = "2024년 물빛축제는 며칠부터야?"
    assert asked(analyser, question, extract=Extract("2024 물빛축제", "17일 개막한다.")) == question
    assert asked(analyser, question, extract=Extract("물빛축제", "2024년 5월 17일 개막한다.")) == question


def test_an_article_of_no_known_day_or_another_year_is_asked_for_the_year(analyser: QuestionAnalyser) -> None:
    question = "2024년 물빛축제는 며칠부터야?"
    assert asked(analyser, question, None) == question
    assert asked(analyser, question, date(2025, 5, 2)) == question


@given(st.text(alphabet=st.sampled_from("2024년도에의부터~ ,.inofthe가a?"), max_size=40))
def test_nothing_but_the_year_is_taken_from_a_question(analyser: QuestionAnalyser, text: str) -> None:
    kept = asked(analyser, text)
    remaining = iter(text)
    assert all(character in remaining for character in kept)
    assert kept == text or "2024" in text
