import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.plain_text import plain_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("It opens in **May** [1].", "It opens in May [1]."),
        ("# Answer\nMay 【1】.", "Answer\nMay [1]."),
        ("May [passage 2], [출처 3].", "May [2], [3]."),
        ("<think>hm</think>May.", "May."),
        ("<think>never closed", ""),
        ("See [this](http://a.example) now.", "See this now."),
        ("![x](http://a.example/x.png)May.", "May."),
        ("a <b>bold</b> <script>word</script>", "a bold word"),
        ("Go to https://a.example/?q=1 now, or www.a.example", "Go to … now, or …"),
        ("javascript:alert(1) mailto:a@a.example", "… …"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("\u202eabc\u200b", "abc"),
    ],
)
def test_markup_and_links_go_and_words_stay(written: str, plain: str) -> None:
    assert plain_text(written) == plain


@given(st.text(alphabet="ab <>/![]()`*_htps:.w\n", max_size=80))
def test_no_link_survives(written: str) -> None:
    plain = plain_text(written)
    assert not re.search(r"https?:\S|www\.\S|!\[[^\]\n]*\]\([^)\n]*\)|</?[A-Za-z][^<>]*>", plain)
