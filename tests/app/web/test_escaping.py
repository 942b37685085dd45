import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.web.escaping import escape, web_address

ACTIVE = set("<>\"'`&$*_[](){}!#+-.|~:\\/=@")


@given(st.text())
@example("<img src=x onerror=alert(1)>")
@example("![x](http://outside.example/x.png)")
@example("www.outside.example ${alert(1)} {{constructor}}")
def test_escaped_text_holds_no_character_that_html_markdown_or_a_template_could_obey(text: str) -> None:
    assert not ACTIVE & set(re.sub(r"&#[0-9]+;", "", escape(text)))


@given(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Cf"))))
def test_a_browser_reads_printable_text_back_as_it_was_written(text: str) -> None:
    read = re.sub(r"&#([0-9]+);", lambda reference: chr(int(reference.group(1))), escape(text))
    assert read == text


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_a_limit_bounds_the_characters_shown(text: str, limit: int) -> None:
    shown = re.sub(r"&#[0-9]+;", "x", escape(text, limit))
    assert len(shown) <= limit


def test_a_text_that_was_cut_says_so() -> None:
    assert escape("가나다라마", 3) == "가나…"


def test_characters_that_hide_or_reorder_text_are_left_out() -> None:
    assert escape("a\u202egpj.exe\u0000\ud800b") == "agpj&#46;exeb"


def test_every_escaped_text_can_be_sent_to_a_browser() -> None:
    assert escape("half a pair: \ud83d").encode("utf-8") == b"half a pair&#58; "


@pytest.mark.parametrize("url", ["https://news.example/a?b=1&c=2", "http://news.example:8080/한글"])
def test_an_address_on_the_web_may_be_followed(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " https://news.example/",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "//news.example/x",
        "https://",
        "http://[",
        "https://news.example/\u202egpj.exe",
        "https://news.example/" + "x" * 2_000,
    ],
)
def test_any_other_address_is_not_offered_as_a_link(url: str | None) -> None:
    assert web_address(url) is None
