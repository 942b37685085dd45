import pytest

from indexing.errors import ReadingError
from indexing.reading.sniffing import refuse_binary, sniff, sniff_bytes


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xd0\xcf\x11\xe0doc", "office document"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"HWP Document File V3.00", "hwp"),
        (b"text with" + b"\x00" * 40, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(content: bytes, name: str) -> None:
    with pytest.raises(ReadingError, match=name):
        refuse_binary(content)


@pytest.mark.parametrize("path", ["jquery.js", "site.CSS", "module.mjs"])
def test_the_comments_of_a_script_are_no_article(path: str) -> None:
    with pytest.raises(ReadingError, match="script or style sheet"):
        sniff("/* This licence says a good deal in whole sentences about what may be done with it. */", path)


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
        ("제목<br>하루신문<br><br>본문이다.", "a.txt", "html"),
        ("줄은 <br>로 끝난다.\n<br>도\n<br/>도\n같다.", "a.txt", "text"),
        ("<저작권자 ⓒ 하루뉴스>\n본문이다.", "a.txt", "text"),
        ("[하루뉴스] 시는 밝혔다.", "a.json.txt", "text"),
        ('[{"title": "가"}]', "a.txt", "json"),
        ('{"body": "' + "<p>가</p>" * 9 + '"}\n{"body": ""}', "a.jsonl", "jsonl"),
        ('{"body": "' + "<p>가</p>" * 9 + '"}', "a.json", "json"),
        ("---\ntitle: 가\n---\n" + "<b>가</b>" * 9, "a", "markdown"),
        ("# 가\n\n" + "<b>가</b>" * 9, "a.md", "markdown"),
        ('[\n  {"title": "가"}\n]', "a.jsonl", "json"),
        ('{"title": "가"}\n{"title": "나"}', "a.txt", "jsonl"),
        ('{\n  "title": "가"\n}', "a.json", "json"),
        ('{"title": "가"}', "a.jsonl", "jsonl"),
        ("# 제목\n\n본문", "a.txt", "markdown"),
        ("---\ntitle: 가\n---\n본문", "a.txt", "markdown"),
        ("제목\n\n본문", "a.md", "markdown"),
        ("<rss><channel/></rss>", "feed.xml", "feed"),
        ('<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"/>', "a.txt", "feed"),
        ("제목,본문,일자\n가,나,다", "a.csv", "table"),
        ("기사제목\t기사본문\n가\t<p>나</p>" + "<p>다</p>" * 20, "a.txt", "table"),
        ("제목, 본문과 다른 말\n\n본문이다.", "a.txt", "text"),
        ("제목\n\n본문", "a.html", "text"),
    ],
)
def test_the_format_is_told_by_the_content(text: str, path: str, name: str) -> None:
    assert sniff(text, path) == name


def test_xml_that_is_neither_page_nor_feed_is_no_article() -> None:
    with pytest.raises(ReadingError, match="<urlset>"):
        sniff('<?xml version="1.0"?>\n<urlset><url/></urlset>', "sitemap.xml")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"PK\x03\x04 and more", "archive"),
        (b"\x1f\x8b and more", "archive"),
        (b"%PDF-1.7\n1 0 obj", "pdf"),
        (b"From: <Saved by a browser>\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x", "mhtml"),
        (b"Subject: a letter\n\nContent-Type: multipart/related\n\n", None),
        ("제목\n본문이다.".encode(), None),
    ],
)
def test_what_is_more_than_one_text_is_told_by_its_first_bytes(content: bytes, name: str | None) -> None:
    assert sniff_bytes(content) == name


def test_many_comments_before_a_page_are_skipped() -> None:
    assert sniff("<!-- -->" * 4_000 + "<html>", "a") == "html"
