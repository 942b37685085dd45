import pytest

from indexing.errors import ReadingError
from indexing.reading.sniffing import refuse_binary, sniff


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04docx", "office document"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"HWP Document File V3.00", "hwp"),
        (b"text with" + b"\x00" * 40, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(content: bytes, name: str) -> None:
    with pytest.raises(ReadingError, match=name):
        refuse_binary(content)


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    refuse_binary(b"a" * 500 + b"\x00" + b"b" * 500)


def test_utf_16_is_not_binary() -> None:
    refuse_binary("plain English".encode("utf-16"))


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("<!DOCTYPE html><html></html>", "a.html", "html"),
        ("<!-- saved -->\n<!-- twice --><html></html>", "a.txt", "html"),
        ('<?xml version="1.0"?><html><p>가</p></html>', "a.txt", "html"),
        ("<div class=article><p>가</p></div>", "a", "html"),
        ("<저작권자 ⓒ 하루뉴스>\n본문이다.", "a.txt", "text"),
        ("[하루뉴스] 시는 밝혔다.", "a.json.txt", "text"),
        ('[{"title": "가"}]', "a.txt", "json"),
        ('[\n  {"title": "가"}\n]', "a.jsonl", "json"),
        ('{"title": "가"}\n{"title": "나"}', "a.txt", "jsonl"),
        ('{\n  "title": "가"\n}', "a.json", "json"),
        ('{"title": "가"}', "a.jsonl", "jsonl"),
        ("# 제목\n\n본문", "a.txt", "markdown"),
        ("---\ntitle: 가\n---\n본문", "a.txt", "markdown"),
        ("제목\n\n본문", "a.md", "markdown"),
        ("제목\n\n본문", "a.html", "text"),
    ],
)
def test_the_format_is_told_by_the_content(text: str, path: str, name: str) -> None:
    assert sniff(text, path) == name


def test_a_feed_is_no_article() -> None:
    with pytest.raises(ReadingError, match="<rss>"):
        sniff('<?xml version="1.0"?>\n<rss><channel/></rss>', "feed.xml")


def test_many_comments_before_a_page_are_skipped() -> None:
    assert sniff("<!-- -->" * 4_000 + "<html>", "a") == "html"
