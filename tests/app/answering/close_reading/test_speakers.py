import pytest

from app.answering.close_reading.speakers import is_of_another_speaker
from app.question.question import QuestionAnalyser
from indexing.article import Article
from indexing.language.glossary import Glossary
from indexing.language.people import People

ANALYSER = QuestionAnalyser(Glossary.load(), People.load())
DEPUTY = '민가람 버들시 부시장은 "어느 편도 들지 않겠다"고 했다.'
SILENT = "버들시장은 휴가 중이어서 입장을 내지 않았다."
CHAIR = '버들시의회 원태산 교통위원장은 "요구가 무리한 것은 아니다"라고 했다.'
AGAIN = '그는 "파업은 안 된다"고 덧붙였다.'
HEAD = '배종우 이사장은 "장부는 감사를 받고 있다"고 했다.'
SUBJECTLESS = '물 문제에 대해서는 "지하수는 쓰지 않는다"고 했다.'
LAWMAKERS = '하윤석 의원은 "너무 크다"고 했다.'
UNTOLD = '시 관계자는 "검토하고 있다"고 했다.'
WITHOUT_MAYOR = f"{CHAIR} {AGAIN}\n{HEAD}\n{SUBJECTLESS}\n{LAWMAKERS}\n{UNTOLD}"
ALL = f"{DEPUTY}\n{SILENT}\n{WITHOUT_MAYOR}"


@pytest.mark.parametrize(
    ("question", "body", "sentence", "another"),
    [
        ("버들시장은 리조트에 대해 뭐라고 했어?", ALL, DEPUTY, True),
        ("버들시장은 리조트에 대해 뭐라고 했어?", ALL, SILENT, False),
        ("버들시장은 리조트에 대해 뭐라고 했어?", ALL, SUBJECTLESS, False),
        ("버들시장은 리조트에 대해 뭐라고 했어?", WITHOUT_MAYOR, SUBJECTLESS, True),
        ("버들시 부시장은 리조트에 대해 뭐라고 했어?", ALL, DEPUTY, False),
        ("버들시장은 파업에 대해 뭐라고 했어?", ALL, AGAIN, True),
        ("교통위원장은 파업에 대해 뭐라고 했어?", ALL, AGAIN, False),
        ("위원장은 파업에 대해 뭐라고 했어?", ALL, CHAIR, False),
        ("원태산 위원장은 장부에 대해 뭐라고 했어?", ALL, HEAD, True),
        ("배종우 이사장은 장부에 대해 뭐라고 했어?", ALL, HEAD, False),
        ("배종우 이사장은 장부에 대해 뭘 약속했어?", ALL, CHAIR, True),
        ("버들시장은 파업에 대해 뭐라고 했어?", ALL, UNTOLD, True),
        ("시 관계자는 뭐라고 했어?", ALL, HEAD, False),
        ("시장이 바뀐 뒤 위원장은 뭐라고 했어?", ALL, CHAIR, False),
        ("시장이 바뀐 뒤 노조는 뭐라고 했어?", ALL, CHAIR, False),
        ("버들시장은 다리에 대해 뭐라고 했어?", ALL, '버들시장이 "다리를 놓겠다"고 하자 배 이사장은 웃었다.', False),
        ("버들시장은 언제 왔어?", ALL, DEPUTY, False),
        ("What did the mayor of Budeul say about the strike?", WITHOUT_MAYOR, CHAIR, True),
        ("What did the mayor of Budeul say about the strike?", ALL, DEPUTY, True),
        ("What did the mayor of Budeul say about the strike?", ALL, SILENT, False),
        ("What did the lawmaker say about it?", ALL, LAWMAKERS, False),
    ],
)
def test_the_words_of_somebody_else_are_told_apart(question: str, body: str, sentence: str, another: bool) -> None:
    article = Article("a", "a.txt", "섬 소식", body, language="ko")
    assert is_of_another_speaker(ANALYSER.analyse(question), article, body.find(sentence), sentence) is another


def test_an_english_article_without_the_office_has_no_words_of_its_holder() -> None:
    told = 'The council head said, "We will wait."'
    asked = ANALYSER.analyse("What did the governor say about the plan?")
    assert is_of_another_speaker(asked, Article("a", "a.txt", "Plan", told, language="en"), 0, told)
    told = 'The governor said, "We will wait."'
    assert not is_of_another_speaker(asked, Article("a", "a.txt", "Plan", told, language="en"), 0, told)
