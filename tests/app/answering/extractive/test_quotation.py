from dataclasses import replace
from datetime import date

import pytest

from app.answering.answer import Answer, Citation, DateReading, RetrievedPassage
from app.answering.extractive.quotation import meaning, reported, source_of, without_sources
from app.answering.wording import WORDINGS


def citing(
    quote: str, *, marker: int = 1, publisher: str | None = "한빛일보", day: date | None = date(2024, 9, 12)
) -> Citation:
    passage = RetrievedPassage("p", "a", "a.txt", "제목", publisher, day, None, quote, 0, len(quote), 1.0)
    return Citation(marker, passage, quote, 0, len(quote))


def answering(text: str, *citations: Citation, language: str = "ko") -> Answer:
    return Answer("?", language, text, answered=True, citations=citations)


@pytest.mark.parametrize(
    ("publisher", "day", "source"),
    [
        ("한빛일보", date(2024, 9, 12), "한빛일보, 2024년 9월 12일"),
        (None, date(2024, 9, 12), "2024년 9월 12일"),
        ("한빛일보", None, "한빛일보"),
        (None, None, "매체 미상"),
    ],
)
def test_a_quote_stands_behind_its_source_which_is_no_word_of_the_answer(
    publisher: str | None, day: date | None, source: str
) -> None:
    citation = citing("도서관은 매주 월요일에 쉰다.", publisher=publisher, day=day)
    assert reported(citation, "ko") == f"{source}: “도서관은 매주 월요일에 쉰다.” [1]"
    assert without_sources(answering(reported(citation, "ko"), citation)) == "“도서관은 매주 월요일에 쉰다.” [1]"


def test_every_paragraph_loses_its_own_source() -> None:
    first, second = citing("“쉰다”고 했다.\n\n연다."), citing("“문을 연다.”", marker=2, publisher="새벽신문")
    text = f"{reported(first, 'ko')}\n\n{reported(second, 'ko')}"
    assert without_sources(answering(text, first, second)) == "““쉰다”고 했다.\n\n연다.” [1]\n\n“문을 연다.” [2]"


@pytest.mark.parametrize(("language", "day"), [("ko", "2024년 9월 13일"), ("en", "13 September 2024")])
def test_a_relative_date_says_what_it_means_and_not_from_when_it_is_counted(language: str, day: str) -> None:
    reading = DateReading("내일", "2024-09-13", 0, 2, relative=True)
    citation = replace(citing("내일 쉰다."), readings=(reading,))
    text = f"{reported(citation, language)}\n\n{meaning(citation, reading, language)}"
    assert without_sources(answering(text, citation, language=language)) == f"“내일 쉰다.” [1]\n\n{day}"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_outlets_disagree_on_keeps_its_values_alone(language: str) -> None:
    citations = citing("21곳이다."), citing("24곳이다.", marker=2, publisher="새한빛일보")
    wording = WORDINGS[language]
    values = [
        wording.value.format(source=source_of(one, language), value=value, marker=one.marker)
        for one, value in zip(citations, ("21", "24"), strict=True)
    ]
    text = wording.disagree.format(values=", ".join(values))
    told = without_sources(answering(text, *citations, language=language))
    assert told == wording.disagree.format(values="21 [1], 24 [2]")


def test_what_a_language_model_says_of_outlets_and_dates_stays() -> None:
    citation = citing("도서관은 12일 문을 연다.", publisher=None)
    for text in (
        "도서관은 2024년 9월 12일 문을 연다. [1]",
        "2024년 9월 12일: 문을 연다. [1]",
        "한빛일보가 전했다. [1]",
    ):
        assert without_sources(answering(text, citation)) == text
