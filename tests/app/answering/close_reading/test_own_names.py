"""An article that gives two names and goes on with one is read for a question in that one."""

import pytest

from app.answering.close_reading.own_names import in_own_names
from app.question.question import QuestionAnalyser
from indexing.article import Article
from indexing.language.glossary import Glossary
from indexing.language.people import People

KOREAN = (
    "세계하천도시협의회(Riverlink)가 한빛시에서 총회를 연다. 세계하천도시협의회는 1985년 생겼다. "
    "마르코 벨리니(Marco Bellini) 사무총장이 손을 흔들었다. 마르코 벨리니는 말을 아꼈다."
)
SHORT = "세계하천도시협의회(RLK)가 총회를 연다. RLK는 1985년 생겼고, RLK의 회원은 40곳이다."


@pytest.fixture(scope="module")
def analyser() -> QuestionAnalyser:
    return QuestionAnalyser(Glossary.load(), People.load())


@pytest.mark.parametrize(
    ("body", "asked", "read"),
    [
        (KOREAN, "When did Hanbit join Riverlink?", "When did Hanbit join 세계하천도시협의회?"),
        (KOREAN, "When is the riverlink assembly?", "When is the 세계하천도시협의회 assembly?"),
        (KOREAN, "리버링크는 언제 생겼어?", "세계하천도시협의회는 언제 생겼어?"),
        (KOREAN, "What did Marco Bellini say?", "What did Marco Bellini say?"),
        (KOREAN, "What did Bellini say?", "What did Bellini say?"),
        (KOREAN, "세계하천도시협의회는 언제 생겼어?", "세계하천도시협의회는 언제 생겼어?"),
        (SHORT, "세계하천도시협의회는 언제 생겼어?", "RLK는 언제 생겼어?"),
        (SHORT, "RLK는 언제 생겼어?", "RLK는 언제 생겼어?"),
        ("한빛시에서 총회가 열린다.", "When is the Riverlink assembly?", "When is the Riverlink assembly?"),
    ],
)
def test_a_name_is_told_by_the_one_that_the_article_goes_on_with(
    analyser: QuestionAnalyser, body: str, asked: str, read: str
) -> None:
    article = Article("a", "a.txt", "총회", body)
    assert in_own_names(asked, analyser.analyse(asked).concepts, article) == read
