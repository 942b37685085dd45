"""What is quoted of an article begins with its first word, not with the agency's signature."""

import pytest

from app.answering.evidence.article_reading import ArticleReading
from app.question.question import Question
from indexing.article import Article
from indexing.passages import split_passages


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("(서울=한빛) 박서준 기자 = 10일 오전 불이 났다.", "10일 오전 불이 났다."),
        ("(서울=한빛) 박서준 최유진 기자 = 10일 오전 불이 났다.", "10일 오전 불이 났다."),
        ("(도쿄=한빛) 문재연 특파원 = 10일 오전 불이 났다.", "10일 오전 불이 났다."),
        ("[세종=새벽일보] 박재현 선임기자 = 10일 오전 불이 났다.", "10일 오전 불이 났다."),
        ("박서준·최유진 기자 = 10일 오전 불이 났다.", "10일 오전 불이 났다."),
        ("박서준 기자 / sj.park@hanbit.example 10일 오전 불이 났다.", "10일 오전 불이 났다."),
        ("SOLLAE, South Korea, June 11 (Hanbit) -- A fire broke out.", "A fire broke out."),
        ("(서울=한빛) 김 기자는 불을 보았다.", "김 기자는 불을 보았다."),
        ("SOLLAE (population 9,000) - A fire broke out.", "SOLLAE (population 9,000) - A fire broke out."),
        ("박서준 기자는 ‘가 = 나’라고 썼다.", "박서준 기자는 ‘가 = 나’라고 썼다."),
    ],
)
def test_a_signature_is_no_part_of_the_sentence(body: str, expected: str) -> None:
    article = Article("a", "a.txt", "화재", body)
    passages = split_passages(article)
    question = Question("불은 언제 났어?", "ko", ("when",), ())
    assert ArticleReading(article, passages, question).sentences[0].text == expected


def test_an_article_is_read_to_its_end_however_short_its_passages() -> None:
    body = "\n\n".join(
        f"{number}번째 문단에는 새 다리와 오래된 나루터 이야기가 길게 이어진다." for number in range(900)
    )
    article = Article("a", "a.txt", "다리", body)
    sentences = ArticleReading(
        article, split_passages(article, 100), Question("다리는?", "ko", ("what",), ())
    ).sentences
    assert sentences[-1].text == body.rpartition("\n\n")[2]
