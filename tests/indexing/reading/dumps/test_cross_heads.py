import pytest

from indexing.article import Article
from indexing.reading.readers import read_file

TEXTS = (
    "해담시가 10월부터 70세 이상 시민의 시내버스 요금을 받지 않는다. 대상은 2만8천 명이다.",
    "해담대가 내년 3월 간호학과를 새로 연다. 정원은 40명이다.",
    "얼음이 얼지 않아 담내천 빙어축제가 취소됐다.",
)
HEADS = ("어르신 버스비 무료", "해담대 간호학과 신설", "담내천 빙어축제 취소")
FORMS = (
    ("■ {}", "■ {}", "■ {}"),
    ("[오후 3시 10분] {}", "[오후 1시 25분] {}", "[오전 11시] {}"),
    ("1. {}", "2. {}", "3. {}"),
)


def read(text: str, path: str = "digest.txt") -> Article:
    (article,) = read_file(text.encode(), path).articles
    return article


def parts(form: tuple[str, ...]) -> list[str]:
    return [line for head, text, shape in zip(HEADS, TEXTS, form, strict=True) for line in (shape.format(head), text)]


@pytest.mark.parametrize("form", FORMS)
def test_the_first_of_several_heads_and_the_last_belong_to_a_digest(form: tuple[str, ...]) -> None:
    lines = [line.removeprefix("■ ") for line in parts(form)]
    article = read("\n".join(["해담시의 오늘", "입력 2024-01-09 20:15", *parts(form)]))
    assert article.body.split("\n\n") == lines
    blocks = "".join(f"<p>{line}</p>" for line in parts(form))
    page = read(f"<html><body><h1>해담시의 오늘</h1><p>2024-01-09 20:15</p>{blocks}</body></html>", "digest.html")
    assert page.body.split("\n\n") == lines


def test_a_headline_with_the_sign_of_the_cross_heads_stays_the_headline() -> None:
    article = read("\n".join(["입력 2024-01-09 20:15", *parts(FORMS[0])]))
    assert article.title == HEADS[0]
    assert article.body.split("\n\n")[0] == TEXTS[0]


def test_what_stands_above_the_first_sentence_in_another_form_is_a_deck() -> None:
    article = read(
        "\n".join(["해담시의 오늘", "입력 2024-01-09 20:15", "버스비부터 축제까지", TEXTS[2], *parts(FORMS[0])[2:]])
    )
    assert article.body.split("\n\n")[0] == TEXTS[2]
