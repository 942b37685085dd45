"""A body is no other one of its kind, however alike what is asked and told of them."""

import pytest

from app.answering.abstention.mismatches.namesakes import is_of_body, is_of_namesake
from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.question.question import QuestionAnalyser
from indexing.article import Article, Passage


def evidence(title: str, body: str, language: str = "ko") -> Evidence:
    article = Article("a", "a.txt", title, body, language=language)
    return Evidence(
        article=article,
        passage=RetrievedPassage.of(Passage("p", "a", 0, 0, len(body), body), article, 0.5),
        start=0,
        end=len(body),
        text=body,
        support=1.0,
        dates=(),
        spans={},
        alternatives={},
        features=(),
        score=1.0,
    )


@pytest.mark.parametrize(
    ("question", "sentence", "is_other"),
    [
        ("버들고 감독은 누구야?", "가람고 감독은 한여울이다.", True),
        ("버들중의 교장은 누구야?", "가람중학교의 교장은 한여울이다.", True),
        ("버들중학교 교장은 누구야?", "가람고등학교 교장 한여울은 축하했다.", True),
        ("버들시 인구는 몇 명이야?", "가람군 인구는 2만 명이다.", True),
        ("버들시 인구는 몇 명이야?", "가람군 인구는 2만 명, 버들시는 9만 명이다.", False),
        ("버들고 감독은 누구야?", "그리고 감독은 한여울이다.", False),
        ("버들고 감독은 누구야?", "가람고를 꺾은 감독은 한여울이다.", False),
        ("버들시립병원 의사는 몇 명이야?", "시립병원 의사는 다섯 명이다.", False),
        ("버들고 감독은 누구야?", "감독은 한여울이다.", False),
    ],
)
def test_a_sentence_may_tell_what_is_asked_of_another_body(
    analyser: QuestionAnalyser, question: str, sentence: str, is_other: bool
) -> None:
    assert is_of_namesake(analyser.analyse(question), sentence) is is_other


@pytest.mark.parametrize(
    ("question", "title", "body", "is_it"),
    [
        ("버들의료원은 몇 시까지 해?", "가람의원 문 열어", "주말에는 6시까지 진료한다.", False),
        ("버들보건소 주차 면수는?", "가람보건소 새 청사로", "주차 면수는 45면이다.", False),
        ("버들보건소 주차 면수는?", "버들 보건소 새 청사로", "주차 면수는 45면이다.", True),
        ("버들박물관은 언제 열어?", "버들시립박물관 25일 개관", "25일부터 연다.", True),
        ("버들미술관은 언제 열어?", "시립미술관 25일 개관", "25일부터 연다.", True),
        ("버들중학교 학생은 몇 명이야?", "버들중 입학식", "전교생은 58명이다.", True),
        ("버들도서관은 몇 시까지 해?", "새 도서관 문 열어", "도서관은 9시까지 연다.", True),
        ("어린이병원은 몇 시까지 해?", "달빛의원 문 열어", "11시까지 진료한다.", True),
        ("주차 면수는?", "가람보건소 새 청사로", "주차 면수는 45면이다.", True),
    ],
)
def test_an_article_may_not_know_a_body_that_another_one_names(
    analyser: QuestionAnalyser, question: str, title: str, body: str, is_it: bool
) -> None:
    concepts = analyser.analyse(question).concepts
    assert all(is_of_body(concept, evidence(title, body)) for concept in concepts) is is_it


def test_an_english_article_writes_names_otherwise(analyser: QuestionAnalyser) -> None:
    concept = analyser.analyse("버들의료원은 몇 시까지 해?").concepts[0]
    assert is_of_body(concept, evidence("Willow Medical Center", "It is open until six.", "en"))
