from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from indexing.errors import ReadingError
from indexing.reading.readers import read_file

BODY = "해담시는 오는 17일부터 사흘 동안 담내천과 항구 일대에서 물빛축제를 연다고 2일 밝혔다. 올해로 열두 번째다."
PAGE = (
    f"<html><head><title>물빛축제 개막</title></head><body><h1>물빛축제 개막</h1>"
    f"<p>{BODY}</p><p>{BODY[:40]} 덧붙였다.</p></body></html>"
)


def saved(*pages: str, charset: str = "utf-8", address: str | None = None) -> bytes:
    message = MIMEMultipart("related")
    message["From"] = "<Saved by a browser>"
    if address:
        message["Snapshot-Content-Location"] = address
    for page in pages:
        message.attach(MIMEText(page, "html", charset))
    message.attach(MIMEText("body {}", "css"))
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "euc-kr"])
def test_the_page_in_a_file_saved_by_a_browser_is_read(charset: str) -> None:
    (article,) = read_file(saved(PAGE, charset=charset, address="https://haru.example/1"), "saved.mhtml").articles
    assert (article.title, article.url) == ("물빛축제 개막", "https://haru.example/1")
    assert article.body.startswith(BODY)


def test_the_article_may_stand_in_a_frame() -> None:
    outer = "<html><body><iframe src='cid:frame'></iframe></body></html>"
    (article,) = read_file(saved(outer, PAGE), "saved.mht").articles
    assert article.body.startswith(BODY)


def test_the_page_of_a_frameset_is_read_and_not_its_excuse() -> None:
    outer = (
        "<html><frameset><frame src='menu.html'><frame src='main.html'>"
        "<noframes><body>프레임을 지원하는 브라우저가 필요합니다.</body></noframes></frameset></html>"
    )
    menu = "<html><body><a href='x'>정치</a><a href='y'>경제</a></body></html>"
    (article,) = read_file(saved(outer, menu, PAGE), "saved.mht").articles
    assert article.body.startswith(BODY)


def test_a_saved_file_without_a_page_says_so() -> None:
    with pytest.raises(ReadingError, match="no page in the saved file"):
        read_file(saved(), "saved.mhtml")
