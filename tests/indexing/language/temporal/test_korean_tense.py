"""Whether the words behind a Korean day tell of it as past or as to come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.language.temporal.korean_tense import tense_behind

PIECES = (
    "열린다",
    "열린 ",
    "했다",
    "한다고",
    "겠다",
    "“",
    "”",
    "'",
    "고 ",
    "기로 ",
    "예정",
    "까지다",
    ".",
    " ",
    "\n",
    "따르면",
)


@pytest.mark.parametrize(
    ("words", "tense"),
    [
        (" 열린다.", "to come"),
        ("까지 접수한다.", "to come"),
        ("까지다.", "to come"),
        (" 인천에서 만납니다.", "to come"),
        (" 비가 내리겠다.", "to come"),
        (" 개막할 예정이다.", "to come"),
        (" 열리는 총회를 알렸다.", "to come"),
        (" 다양한 행사를 연다.", "to come"),
        (" '가을 음악회'를 연다.", "to come"),
        (" 문을 연다고 밝혔다.", "said to come"),
        (" 볼 수 있다고 알렸다.", "said to come"),
        (" 만나기로 했다.", "said to come"),
        (" 최저기온은 영하 4도로 예보됐다.", "said to come"),
        (" 열린 경기에 나선다.", "done"),
        (" 문을 연 도서관은 무료로 운영한다.", "done"),
        (" 끝났다.", "told"),
        (" “요금을 올린다”고 밝혔다.", "told"),
        (' "요금을 올린다"라고 밝혔다.', "told"),
        (" 밝혔다. 시는 요금을 올린다.", "told"),
        (" 개막한 축제는 이어진다.", None),
        (" 경찰에 따르면 혐의를 부인한다.", None),
        (" 사고의 원인을 조사한다.", None),
        (" 현재 절반에 그친다.", None),
        ("부터 열리고 있다.", None),
        (" 예정된 공연을 취소했다.", None),
        (" “요금을 올린다", None),
        (" 시청. 시는 요금을 올린다.", None),
        ("", None),
    ],
)
def test_the_first_sign_behind_a_day_tells_its_tense(words: str, tense: str | None) -> None:
    assert tense_behind(words) == tense


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map("".join)), st.text())
def test_what_stands_behind_the_sentence_changes_nothing(words: str, more: str) -> None:
    ended = words.replace("“", "").replace('"', "").replace("‘", "").replace("'", "") + ".\n"
    assert tense_behind(ended + more) == tense_behind(ended)
