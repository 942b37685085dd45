from datetime import date, datetime
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from indexing.article import Article
from indexing.errors import ReadingError
from indexing.reading.readers import read_file

BODY = (
    "해담시는 오는 17일부터 사흘 동안 담내천과 항구 일대에서 물빛축제를 연다고 2일 밝혔다.",
    "올해로 열두 번째인 축제에는 시민 합창단 120명이 선다.",
)
PAGE = f"<html><body><a href='x'>웹에서 보기</a><h1>물빛축제 개막</h1><p>{'</p><p>'.join(BODY)}</p></body></html>"


def letter(text: str, subject: str, sender: str = "하루뉴스 <letter@haru.example>", **fields: str) -> bytes:
    message = MIMEMultipart("alternative")
    message["From"] = sender
    message["Subject"] = str(Header(subject, "utf-8"))
    message["Date"] = "Thu, 01 May 2025 23:30:00 +0000"
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.attach(MIMEText(text, "plain", "utf-8"))
    return message.as_bytes()


def read(content: bytes) -> Article:
    (article,) = read_file(content, "letter.eml").articles
    return article


def test_a_newsletter_is_of_its_day_and_of_the_outlet_that_sent_it() -> None:
    sender = f"{Header('하루뉴스', 'utf-8')} <letter@haru.example>"
    article = read(letter("\n\n".join(BODY), "(광고) [하루뉴스] 물빛축제 17일 개막", sender))
    assert (article.title, article.body) == ("물빛축제 17일 개막", "\n\n".join(BODY))
    assert isinstance(article.published_at, datetime)
    assert article.published_at.isoformat() == "2025-05-02T08:30:00+09:00"
    assert article.publisher == "하루뉴스"


def test_an_article_that_a_person_sent_on_keeps_its_own_day_and_is_not_the_person_s() -> None:
    text = "\n\n".join(["물빛축제 17일 개막", "입력 2025-04-30 | 최하나 기자", *BODY])
    article = read(letter(text, "Fwd: 물빛축제 17일 개막", "Kim Minsu <kim@example.com>"))
    assert (article.title, article.publisher) == ("물빛축제 17일 개막", None)
    assert (article.published_at, article.authors) == (date(2025, 4, 30), ("최하나",))


def test_whoever_lets_readers_unsubscribe_is_an_outlet() -> None:
    article = read(letter("\n\n".join(BODY), "물빛축제 개막", "Haedam <a@b.example>", List_Unsubscribe="<mailto:x@y>"))
    assert article.publisher == "Haedam"


def test_the_page_of_a_letter_is_read_and_not_its_excuse_or_attachment() -> None:
    message = MIMEMultipart("mixed")
    message["From"], message["Subject"], message["MIME-Version"] = "a@b.example", "물빛축제 개막", "1.0"
    message.attach(MIMEText("이 메일은 HTML로 보아야 합니다.", "plain", "utf-8"))
    message.attach(MIMEText(PAGE, "html", "euc-kr"))
    message.attach(MIMEApplication(b"\x00\x01", Name="a.hwp"))
    assert read(message.as_bytes()).body == "\n\n".join(BODY)


def test_fields_that_stand_in_a_header_as_they_are_are_read() -> None:
    head = "From: 하루신문 <a@b.example>\nSubject: 물빛축제 17일 개막\nDate: 어제\n\n"
    for codec in ("utf-8", "cp949"):
        article = read((head + "\n".join(BODY)).encode(codec))
        assert (article.title, article.publisher, article.published_at) == ("물빛축제 17일 개막", "하루신문", None)


def test_a_letter_without_text_says_so() -> None:
    with pytest.raises(ReadingError, match="no text in the letter"):
        read_file(letter(" ", "물빛축제"), "letter.eml")
