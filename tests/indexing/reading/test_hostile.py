"""Damaged and hostile files: every one is read or refused, quickly, and never breaks the run."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexing.errors import ReadingError
from indexing.reading.readers import read_file

SENTENCE = "해담시는 오는 9월 물빛축제를 연다고 21일 밝혔다. 올해로 열두 번째인 축제는 사흘 동안 담내천에서 열린다."
PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8">'
    "<title>물빛축제 17일 개막 - 하루뉴스</title>"
    '<script type="application/ld+json">'
    '{"@type":"NewsArticle","headline":"물빛축제 17일 개막","datePublished":"2025-05-02"}'
    f"</script></head><body><h1>물빛축제 17일 개막</h1><div class=caption>그림</div>"
    f"<p>{SENTENCE}</p><p>{SENTENCE[::-1]}</p>"
    "<table><tr><td>입력 2025-05-02 18:35</td></tr></table><p>저작권자 ⓒ 하루뉴스 무단전재 금지</p></body></html>"
)
DUMP = f"물빛축제\n최하나 기자 / 기사승인 : 2025-05-02 18:35\n▲ 그림\n{SENTENCE}\n좋아요 12\n많이 본 기사\n"
ROWS = f'{{"title": "물빛축제", "body": "{SENTENCE}", "date": "2025-05-02"}}\n' * 2
TABLE = f"제목,본문,일자\n물빛축제,{SENTENCE},2025-05-02\n"
FEED = f"<rss><channel><item><title>물빛축제</title><description>{SENTENCE}</description></item></channel></rss>"
FILES = [text.encode(codec) for text in (PAGE, DUMP, ROWS, TABLE, FEED) for codec in ("utf-8", "cp949")]
PIECES = [
    b"<", b">", b'"', b"\x00", b"\xff\xfe", b"<div>" * 300, b"<br>" * 100, b"&#x110000;", b"\xed\xa0\x80", b"[[{" * 100,
    b"\r", b" " * 2_000, b"a" * 2_000, b"<!--", b"<![CDATA[", b"<script>", b"." * 500, b"a@b.c " * 100,
    "\u0301".encode() * 300, b"<a href=x>", b"<rt>", b"<template>", b"\x1b[2J", "가".encode() * 500,
]  # fmt: skip
NAMES = ["a.html", "a.txt", "a.md", "a.csv", "a.jsonl", "a.json", "a.xml", "a"]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    content = bytearray(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        end = min(len(content), at + draw(st.sampled_from([0, 1, 20, 300])))
        content[at:end] = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=60)))
    return bytes(content)


@settings(max_examples=60)
@given(damaged() | st.binary(max_size=1_000), st.sampled_from(NAMES))
def test_a_damaged_file_is_read_or_refused(content: bytes, path: str) -> None:
    try:
        reading = read_file(content, path)
    except ReadingError:
        return
    assert reading.articles
    for article in reading.articles:
        assert article.title
        assert article.body.strip() == article.body != ""
        assert unicodedata.is_normalized("NFC", article.body)
        assert "\x00" not in article.body


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 15))
HOSTILE = {
    "divs nested deeper than any stack": ("<html><body>" + "<div>" * 30_000 + SENTENCE * 9, "a.html"),
    "inline elements nested as deeply": ("<html><body><p>" + "<b>" * 30_000 + SENTENCE * 9, "a.html"),
    "tables in tables": ("<html>" + "<table><tr><td>" * 5_000 + SENTENCE * 9, "a.html"),
    "captions in captions": ("<html><body>" + "<div class=caption>" * 1_000 + SENTENCE * 9, "a.html"),
    "a page of nothing but brackets": ("<html>" + "<" * 100_000, "a.html"),
    "an element of a hundred thousand attributes": ("<html><p " + "a=1 " * 100_000 + f">{SENTENCE * 9}", "a.html"),
    "entities that unfold": (f'<!DOCTYPE html [<!ENTITY a0 "ha">{LAUGHS}]><html><p>&a14;{SENTENCE * 9}', "a.html"),
    "JSON nested deeper than any stack": ('{"a":' * 200_000, "a.json"),
    "JSON-LD nested as deeply": (
        f'<html><script type="application/ld+json">{"[" * 200_000}</script><p>{SENTENCE}',
        "a.html",
    ),
    "objects in a script that never close": ("<html><script>" + 'x={"a":[1,2' * 20_000 + "</script><p>가", "a.html"),
    "a line of spaces": (f"{SENTENCE}{' ' * 300_000}{SENTENCE}", "a.txt"),
    "a text longer than any article": (SENTENCE * 20_000, "a.txt"),
    "a line as long in a page": (f"<html><p>{SENTENCE * 500}", "a.html"),
    "marks without end": ("a" + "\u0301" * 100_000, "a.txt"),
    "NUL bytes": ("\x00" * 100_000, "a.txt"),
    "quotes that never close": ("title,body\n" + '"' * 300_000, "a.csv"),
}


@pytest.mark.parametrize(("text", "path"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_made_to_break_a_reader_is_read_or_refused(text: str, path: str) -> None:
    try:
        reading = read_file(text.encode(), path)
    except ReadingError:
        return
    assert all(len(article.body) <= len(text) for article in reading.articles)


def test_decomposed_hangul_is_read_as_composed() -> None:
    (article,) = read_file(unicodedata.normalize("NFD", PAGE).encode(), "a.html").articles
    assert (article.title, SENTENCE in article.body) == ("물빛축제 17일 개막", True)
    (article,) = read_file(unicodedata.normalize("NFD", DUMP).encode(), "a.txt").articles
    assert (article.authors, article.publisher, article.body) == (("최하나",), None, SENTENCE)


def test_utf_16_without_its_mark_is_read() -> None:
    (article,) = read_file(PAGE.encode("utf-16-le"), "a.html").articles
    assert SENTENCE in article.body
