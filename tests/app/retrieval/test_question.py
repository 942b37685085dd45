import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.retrieval.question import QuestionAnalyser
from indexing.language.glossary import Glossary
from indexing.language.people import People


@pytest.fixture(scope="module")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        ("총회는 언제 열려?", "ko", ("when",)),
        ("내년 포럼은 언제 어디서 열려?", "ko", ("when", "where")),
        ("사무총장은 누구야?", "ko", ("who",)),
        ("시세 얼마야?", "ko", ("how_many",)),
        ("몇 명이 참가했어?", "ko", ("how_many",)),
        ("몇 년도에 지었어?", "ko", ("when",)),
        ("왜 늦어졌어?", "ko", ("why",)),
        ("뭐라고 했어?", "ko", ("what",)),
        ("요금이 오르나요?", "ko", ("yes_no",)),
        ("When is the assembly?", "en", ("when",)),
        ("And when is it?", "en", ("when",)),
        ("Will fares rise when routes change?", "en", ("yes_no",)),
        ("How many people came?", "en", ("how_many",)),
        ("Which city hosts it?", "en", ("where",)),
        ("What did the mayor say?", "en", ("what",)),
        ("Tell me about the library", "en", ("what",)),
    ],
)
def test_a_question_is_known_by_its_language_and_what_it_asks_for(
    analyser: QuestionAnalyser, text: str, language: str, kinds: tuple[str, ...]
) -> None:
    question = analyser.analyse(text)
    assert (question.language, question.kinds) == (language, kinds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("세계대도시협의회 40주년 총회는 어디서 열려?", ["세계대도시협의회", "40", "총회"]),
        ("축제에 몇 명이 왔나요?", ["축제", "왔나"]),
        ("시장포럼은 언제 개최되나요?", ["시장포럼", "개최"]),
        ("음식은 뭐야?", ["음식"]),
        ("뭐야?", []),
        ("WCS 시장포럼", ["wcs", "시장포럼"]),
    ],
)
def test_korean_questions_give_stems_without_question_words(
    analyser: QuestionAnalyser, text: str, expected: list[str]
) -> None:
    assert [concept.forms[0] for concept in analyser.analyse(text).concepts] == expected


def test_english_words_bring_their_korean_and_names_their_sound(analyser: QuestionAnalyser) -> None:
    concepts = {
        concept.surface: concept for concept in analyser.analyse("Did Oh Se-hoon open the Seoul library?").concepts
    }
    assert "도서관" in concepts["library"].forms
    assert "서울" in concepts["Seoul"].forms
    assert concepts["Oh Se-hoon"].is_name
    assert concepts["Oh Se-hoon"].sounds


def test_surnames_that_are_words_count_as_names_before_a_given_name(analyser: QuestionAnalyser) -> None:
    surfaces = [concept.surface for concept in analyser.analyse("Who is Park Geun-hye of Central Park?").concepts]
    assert "Park Geun-hye" in surfaces


def test_dates_are_periods_not_words(analyser: QuestionAnalyser) -> None:
    question = analyser.analyse("2024년 8월 축제는 어땠어?")
    assert [period.iso for period in question.periods] == ["2024-08"]
    assert all("2024" not in concept.forms for concept in question.concepts)


@given(st.text(max_size=300))
def test_any_text_is_understood_somehow(text: str) -> None:
    question = QuestionAnalyser(Glossary({}, {}, {}, {}), People({}, {}, {})).analyse(text)
    assert question.kinds
    assert all(concept.forms and concept.forms[0] for concept in question.concepts)


def test_numbers_stay_apart_from_the_words_around_them(analyser: QuestionAnalyser) -> None:
    concepts = analyser.analyse("How many council members were paid 500 dollars?").concepts
    assert "500" in [form for concept in concepts for form in concept.forms]
    assert not any(" 500" in form for concept in concepts for form in concept.forms)
