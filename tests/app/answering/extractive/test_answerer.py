from pathlib import Path

import pytest

from app.answering.answer import Answer
from app.composition.application import Application, open_application
from app.composition.archive import index_corpus
from app.settings import Settings

BUSES = """버들시 막차 늦춘다

버들시가 다음 달부터 막차를 자정까지 늦춘다. 민가람 버들시 교통국장은 지난 2일 시청에서 계획을 발표했다.

버스 회사들은 기름값이 올라 어렵다는 뜻을 보였다. 민 국장은 손실을 메워 주겠다고 약속했다.
"""


def ask(application: Application, question: str) -> Answer:
    return application.conversation.ask(question)


@pytest.mark.parametrize(
    ("question", "short_answer", "path"),
    [
        ("When is the Riverlink assembly?", "29 September – 1 October 2025", "assembly.txt"),
        ("하천도시협의회 총회는 언제 열려?", "2025년 9월 29일부터 10월 1일까지", "assembly.txt"),
        ("하천도시협의회 총회는 어디서 열리나요?", "한빛컨벤션센터", "assembly.txt"),
        ("하천도시협의회 사무총장이 누구야?", "마르코 벨리니", "assembly.txt"),
        ("Who is the secretary general of Riverlink?", "Marco Bellini", "assembly.txt"),
        ("총회에 몇 명이 참가해?", "1,200명", "assembly.txt"),
        ("How many people take part in the assembly?", "1,200 people", "assembly.txt"),
        ("새 도서관 관장은 누구인가요?", "박서린", "library.md"),
        ("When does the new library open?", "March 2025", "library.md"),
        ("새 도서관은 어느 동에 들어서나?", "남구 버들동 옛 우체국 자리", "library.md"),
    ],
)
def test_a_question_is_answered_in_its_language_from_the_right_article(
    application: Application, question: str, short_answer: str, path: str
) -> None:
    answer = ask(application, question)
    assert answer.answered
    assert answer.short_answer == short_answer
    assert answer.citations[0].passage.path == path


@pytest.mark.parametrize(
    "question",
    [
        "비트코인 시세 얼마야?",
        "한빛미술관은 언제 문을 열어?",
        "When does Gangneung host the Winter Olympics?",
        "김하늘 시장은 뭐라고 했어?",
        "When was the Riverlink assembly in 1999?",
    ],
)
def test_what_the_archive_does_not_hold_is_not_answered(application: Application, question: str) -> None:
    answer = ask(application, question)
    assert not answer.answered
    assert answer.citations == ()
    assert "2" in answer.text


def test_an_abstention_names_what_the_archive_covers(application: Application) -> None:
    assert "2024년 11월 5일부터 2025년 1월 21일까지 나온" in ask(application, "비트코인 시세 얼마야?").text
    assert "5 November 2024 – 21 January 2025" in ask(application, "What is one bitcoin worth?").text


def test_a_question_without_a_topic_is_asked_back(application: Application) -> None:
    assert "다시 물어봐" in ask(application, "뭐야?").text


@pytest.mark.parametrize(
    "question", ["하천도시협의회 총회는 언제 열려?", "Why did the budget grow?", "새 도서관 관장은 누구인가요?"]
)
def test_every_citation_is_an_exact_span_and_every_sentence_is_marked(application: Application, question: str) -> None:
    answer = ask(application, question)
    assert [citation.marker for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    for citation in answer.citations:
        article = application.archive.articles([citation.article_id])[citation.article_id]
        assert article.body[citation.start : citation.end] == citation.quote
        assert citation.passage.start <= citation.start < citation.end <= citation.passage.end
    assert all(paragraph.endswith("]") for paragraph in answer.text.split("\n\n"))


def test_a_relative_date_is_shown_as_written_and_as_meant(application: Application) -> None:
    answer = ask(application, "When is the Riverlink assembly?")
    assert answer.dates == ("2025-09-29/2025-10-01",)
    assert "“오는 9월 29일부터 10월 1일까지” means 29 September – 1 October 2025" in answer.text
    (reading,) = [found for found in answer.citations[0].readings if found.value == answer.dates[0]]
    assert reading.relative
    assert answer.as_of is not None
    assert answer.as_of.isoformat() == "2025-01-21"


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("하천도시협의회 총회는 몇 년도에 열려?", ("2025",)),
        ("하천도시협의회 총회는 언제 끝나?", ("2025-10-01",)),
    ],
)
def test_where_only_a_part_of_a_date_answers_the_whole_is_explained(
    application: Application, question: str, dates: tuple[str, ...]
) -> None:
    answer = ask(application, question)
    assert answer.dates == dates
    assert "‘오는 9월 29일부터 10월 1일까지’는 기사 날짜(2025년 1월 21일)를 기준으로" in answer.text


def test_when_something_was_told_needs_no_explaining(application: Application) -> None:
    answer = ask(application, "하천도시협의회 총회는 어디서 열리나요?")
    assert "21일 밝혔다" in answer.text
    assert "‘오는 9월 29일부터 10월 1일까지’" in answer.text
    assert "‘21일’" not in answer.text


def test_the_askers_next_year_is_told_apart_from_the_articles(application: Application) -> None:
    answer = ask(application, "새 도서관은 내년 3월에 열어?")
    assert answer.answered
    assert any("2025년 3월" in notice for notice in answer.notices)


def test_a_reason_is_given_for_why(application: Application) -> None:
    answer = ask(application, "총회 예산이 왜 늘었어?")
    assert answer.short_answer == "회의장을 새로 고치기 때문"


def test_the_signature_of_the_outlet_is_no_part_of_a_quote(application: Application) -> None:
    assert all(not citation.quote.startswith("[") for citation in ask(application, "총회에 몇 명이 참가해?").citations)


def test_somebody_of_another_office_is_named_with_a_warning(application: Application) -> None:
    assert ask(application, "새 도서관 관장은 누구야?").notices == ()
    answer = ask(application, "새 도서관 부관장은 누구야?")
    assert not answer.answered or any("근거가 약해" in notice for notice in answer.notices)


def test_beside_a_doubtful_answer_stand_other_sentences_and_they_can_be_opened(application: Application) -> None:
    answer = ask(application, "새 도서관 부관장은 누구야?")
    assert answer.alternatives
    shown = (*answer.citations, *answer.alternatives)
    assert [citation.marker for citation in shown] == list(range(1, len(shown) + 1))
    assert len({citation.quote for citation in shown}) == len(shown)
    for citation in answer.alternatives:
        article = application.archive.articles([citation.article_id])[citation.article_id]
        assert article.body[citation.start : citation.end] == citation.quote
        assert f"[{citation.marker}]" not in answer.text
    assert ask(application, "새 도서관 관장은 누구야?").alternatives == ()


def test_who_has_only_a_family_name_in_the_sentence_is_named_and_the_naming_sentence_is_cited(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "buses.txt").write_text(BUSES, "utf-8")
    settings = Settings(archive_dir=tmp_path / "archive", corpus_dir=tmp_path / "corpus")
    index_corpus(settings, settings.corpus_dir)
    with open_application(settings) as application:
        answer = ask(application, "누가 버스 회사의 손실을 메워 주겠다고 약속했어?")
    assert answer.short_answer == "민가람"
    assert [citation.quote.split()[0] for citation in answer.citations] == ["민", "민가람"]
