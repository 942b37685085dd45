from datetime import date

import pytest

from indexing.article import Article
from indexing.reading.dumps.labelled_head import labelled_head
from indexing.reading.readers import read_file

BODY = (
    "해담시가 전기 마을버스 20대를 들여온다. 시는 10월부터 노선 4개에 투입한다고 2일 밝혔다.",
    "버스는 한 번 충전하면 280㎞를 달린다.",
)


def read(text: str) -> Article:
    (article,) = read_file(text.encode(), "bus.txt").articles
    return article


@pytest.mark.parametrize(
    "head",
    [
        "제목: 전기 마을버스 20대 도입\n언론사: 하루신문\n날짜: 2024-09-02\n기자: 최하나\n링크: https://haru.example/1\n\n",
        "제목 : 전기 마을버스 20대 도입\n카테고리 : 사회\n출처 : 하루신문\n작성일 : 2024.09.02\n작성자 : 최하나 기자\n"
        "주소 : https://haru.example/1\n본문 :\n",
        "[언론사] 하루신문\n[제목] 전기 마을버스 20대 도입\n[일자] 20240902\n[기자] 최하나\n"
        "[URL] https://haru.example/1\n[본문] ",
        "<제목> 전기 마을버스 20대 도입\n<언론사> 하루신문\n<날짜> 2024. 9. 2.\n<기자> 최하나\n"
        "<링크> https://haru.example/1\n<본문>\n",
    ],
)  # fmt: skip
def test_what_labels_say_above_the_text_is_no_guess(head: str) -> None:
    article = read(head + "\n\n".join(BODY))
    assert (article.title, article.publisher) == ("전기 마을버스 20대 도입", "하루신문")
    assert (article.published_at, article.authors) == (date(2024, 9, 2), ("최하나",))
    assert (article.url, article.body) == ("https://haru.example/1", "\n\n".join(BODY))


def test_labels_are_read_in_english() -> None:
    body = "Haedam City will buy twenty electric buses for its village routes, the city government said on Monday."
    article = read(f"Title: Haedam buys buses\nDate: 2024-09-02\nSource: The Haru Times\nAuthor: Lee Sang-ah\n\n{body}")
    assert (article.title, article.publisher) == ("Haedam buys buses", "The Haru Times")
    assert (article.authors, article.body) == (("Lee Sang-ah",), body)


@pytest.mark.parametrize(
    "text",
    [
        "제목: 전기 마을버스 20대 도입\n\n해담시가 버스를 들여온다.",
        "날짜: 2024-09-02\n언론사: 하루신문\n해담시가 버스를 들여온다.",
        "전기 마을버스 도입\n제목: 하나\n날짜: 2024-09-02",
        "",
    ],
)
def test_one_label_or_none_of_a_title_makes_no_head(text: str) -> None:
    assert labelled_head(text) is None
