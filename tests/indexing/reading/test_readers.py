import json
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.article import article_id_for
from indexing.errors import ReadingError
from indexing.reading.limits import MAX_FILE_BYTES, max_bytes_for
from indexing.reading.readers import READERS, read_file
from indexing.reading.text.boilerplate import boilerplate_kind

TEXT = (
    "물빛축제 17일 개막\n입력 2025-05-02 18:35\n"
    "해담시는 오는 17일부터 사흘 동안 담내천과 항구 일대에서 물빛축제를 연다고 2일 밝혔다.\n"
    "첫날 밤에는 드론 500대가 항구 위로 떠올라 고래와 등대를 그린다고 시는 덧붙였다.\n"
)
PAGE = f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{TEXT.replace(chr(10), '<br>')}</body></html>"
ROW = json.dumps({"title": "물빛축제", "body": TEXT.split("\n", 2)[2]}, ensure_ascii=False)
MARKDOWN = "# 물빛축제\n\n" + TEXT.split("\n", 2)[2]


SOURCES = {"a.txt": TEXT, "a.html": PAGE, "page.txt": PAGE, "a.json": f"[{ROW}]", "a.jsonl": ROW, "a.md": MARKDOWN}


@pytest.mark.parametrize(("path", "source"), SOURCES.items(), ids=SOURCES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_every_format_is_read_in_every_encoding(path: str, source: str, codec: str) -> None:
    article = read_file(source.encode(codec), path).articles[0]
    assert article.body.startswith("해담시는 오는 17일부터")
    assert article.body.endswith("시는 덧붙였다.")
    assert article.language == "ko"


def test_every_format_that_is_sniffed_has_a_reader() -> None:
    assert set(READERS) == {"feed", "html", "json", "jsonl", "markdown", "table", "text"}


def test_an_article_is_identified_by_its_path_where_it_has_no_url() -> None:
    assert read_file(TEXT.encode(), "2025/a.txt").articles[0].article_id == article_id_for(None, "2025/a.txt")
    assert read_file(ROW.encode(), "wire.jsonl").articles[0].article_id == article_id_for(None, "wire.jsonl#1")


def test_decomposed_hangul_gives_the_same_article() -> None:
    composed = read_file(TEXT.encode(), "a.txt").articles[0]
    assert read_file(unicodedata.normalize("NFD", TEXT).encode(), "a.txt").articles[0] == composed


def test_a_file_beyond_its_bound_is_refused_unread() -> None:
    assert max_bytes_for("wire.jsonl") > max_bytes_for("a.html") == MAX_FILE_BYTES
    with pytest.raises(ReadingError, match="split it"):
        read_file(b" " * (MAX_FILE_BYTES + 1), "a.txt")


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"", "a.pdf"),
        (b"%PDF-1.4", "a.html"),
        (bytes(range(256)) * 20, "a.html"),
        (b"\x00" * 100, "a.txt"),
        (b"<rss></rss>", "a.xml"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(content: bytes, path: str) -> None:
    with pytest.raises(ReadingError, match=r"save|remove"):
        read_file(content, path)


HOSTILE = {
    "words": "가나다 " * 50_000,
    "sentences": "해담시가 밝혔다. " * 20_000,
    "letters": "x" * 300_000,
    "brackets": "[" * 300_000,
    "comments": "<!--" * 50_000,
    "images": "# a\n\n" + "![a](" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html"])
def test_a_hostile_line_is_read_or_refused(text: str, path: str) -> None:
    with suppress(ReadingError):
        assert read_file(text.encode(), path).articles


PATHS = st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a.md", "a"])
PIECES = st.sampled_from(
    [
        "<html>",
        "<p>",
        "</p>",
        "<br>",
        "<a href=x>",
        "{",
        "}",
        "[",
        '"body":',
        '"',
        "---\n",
        "# ",
        "\n",
        "\n\n",
        "\x00",
        "해담시는 밝혔다. ",
        "▲ ",
        "입력 2025-01-01",
        "최신뉴스",
        "[저작권자ⓒ 하루뉴스]",
        "기자",
        "Hello there. ",
    ]
)


@given(st.binary(max_size=300), PATHS)
def test_any_bytes_give_articles_or_a_reading_error(content: bytes, path: str) -> None:
    with suppress(ReadingError):
        assert read_file(content, path).articles


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map("".join), PATHS)
def test_any_text_gives_sound_articles_or_a_reading_error(text: str, path: str) -> None:
    try:
        reading = read_file(text.encode("utf-8", "replace"), path)
    except ReadingError:
        return
    for article in reading.articles:
        assert article.body == unicodedata.normalize("NFC", article.body).strip()
        assert article.title
        assert article.article_id == article_id_for(article.url, article.path)


NOISE = ["인쇄", "좋아요 3", "최신뉴스", "뉴스댓글 >", "04.23 장종료", "맨 위로"]


@given(st.lists(st.sampled_from(NOISE), max_size=6))
def test_no_boilerplate_reaches_the_body_of_a_page_or_a_dump(noise: list[str]) -> None:
    page = PAGE.replace("</body>", "<br>".join(["", *noise]) + "</body>")
    for source, path in (("\n".join([TEXT, *noise]), "a.txt"), (page, "a.html")):
        body = read_file(source.encode(), path).articles[0].body
        assert body.endswith("시는 덧붙였다.")
        assert all(boilerplate_kind(line) is None for line in body.split("\n\n"))
