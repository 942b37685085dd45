"""Fragments of HTML in other formats -> plain text."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.reading.text.rendering import without_markup


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("1 < 2 이고 3 > 2 이다.", "1 < 2 이고 3 > 2 이다."),
        ("<p>첫 문단이다.</p><p>둘째 문단이다.</p>", "첫 문단이다.\n둘째 문단이다."),
        ("첫 줄<br>둘째 줄<br><br>셋째 줄", "첫 줄\n둘째 줄\n셋째 줄"),
        ("<p>앞<hr>뒤</p>", "앞\n뒤"),
        ("제목<div>본문</div>끝", "제목\n본문\n끝"),
        ("<p>굵은 <b>글자</b>와 <a href='x'>고리</a>가 있다.</p>", "굵은 글자와 고리가 있다."),
        ("<p>남는 글</p><script>var a = 1;</script><style>p {}</style><!-- 메모 -->", "남는 글"),
        ("<ul><li>하나</li><li>둘</li></ul>", "하나\n둘"),
        ("&quot;R&amp;D 예산&#39;은&#x27;&nbsp;3&lt;5&quot;", "\"R&D 예산'은'\xa03<5\""),
        ("&lt;p&gt;첫 문단이다.&lt;/p&gt;&lt;p&gt;둘째 문단이다.&lt;/p&gt;", "첫 문단이다.\n둘째 문단이다."),
        ("R&D; S&P 500과 AT&T, &없음; &nosuch; ?a=1&copy=2", "R&D; S&P 500과 AT&T, &없음; &nosuch; ?a=1&copy=2"),
        ("&lt;종합&gt; &#0;&#9999999;&#55296;", "<종합> \ufffd\ufffd\ufffd"),
    ],
)
def test_a_fragment_becomes_the_lines_a_reader_sees(fragment: str, text: str) -> None:
    assert without_markup(fragment) == text


@pytest.mark.parametrize("inside", [True, False])
def test_ten_thousand_blocks_are_read_too(inside: bool) -> None:
    """Inside each other they once took 22 seconds."""
    fragment = "<div>" * 10_000 + "끝" if inside else "<p>가</p>" * 10_000

    assert without_markup(fragment) == ("끝" if inside else "\n".join(["가"] * 10_000))


@given(st.text(alphabet=st.sampled_from("&;<\"'#x3amp가 \n"), max_size=60))
def test_what_was_escaped_is_read_as_it_was_meant(text: str) -> None:
    assert without_markup(escape(text)) == text
