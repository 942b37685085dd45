import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.generative.language_model import LONGEST_TEXT
from app.answering.generative.plain_text import plain_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("It opens in **May** [1].", "It opens in May [1]."),
        ("# Answer\nMay 【1】.", "Answer\nMay [1]."),
        ("May [passage 2], [출처 3].", "May [2], [3]."),
        ("May 【1†L3-L9】.", "May [1]."),
        ("<think>hm</think>May.", "May."),
        ("<think>never closed", ""),
        ("Opened by the template: [2]?\n</think>\n\nMay [1].", "\n\nMay [1]."),
        ("One <think>pair</think>, a stray</think>, <think>and</think> May.", ",  May."),
        ("생각 중</THOUGHT>5월이다 [1].", "5월이다 [1]."),
        ("First draft</reasoning>second</reasoning>May.", "May."),
        ("See [this](http://a.example) now.", "See this now."),
        (f"See [this](http://a.example/{'x' * 900} 'title') now.", "See this now."),
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


@given(
    st.lists(st.sampled_from(("</think>", "</thinking>", "May", "[1]", "\n"))).map("".join),
    st.lists(st.sampled_from(("<think>hm</think>", "May", "[1]", "\n"))).map("".join),
)
def test_nothing_before_the_end_of_reasoning_survives(reasoning: str, answer: str) -> None:
    assert plain_text(f"{reasoning}</think>{answer}") == plain_text(answer)


@given(st.text(alphabet="ab <>/![]()`*_htps:.w\n", max_size=80))
def test_no_link_survives(written: str) -> None:
    plain = plain_text(written)
    assert not re.search(r"https?:\S|www\.\S|!\[[^\]\n]*\]\([^)\n]*\)|</?[A-Za-z][^<>]*>", plain)


@pytest.mark.parametrize(
    "piece", ["[", "![", "[](", "[a](", "[a]( ", "![](", "[1†", "[1 ,", "<a", "<think>", "</think", " "]
)
def test_a_text_of_nothing_but_openings_takes_no_time(piece: str) -> None:
    began = time.process_time()
    plain_text((piece * LONGEST_TEXT)[:LONGEST_TEXT])
    assert time.process_time() - began < 0.8
