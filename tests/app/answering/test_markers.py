import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.markers import read_markers


@pytest.mark.parametrize(
    ("text", "expected", "used", "dropped"),
    [
        ("It opens in May [1].", "It opens in May [1].", (1,), 0),
        ("A [3]. B [1]. C [3].", "A [1]. B [2]. C [1].", (3, 1), 0),
        ("A [2, 3].", "A [1][2].", (2, 3), 0),
        ("A [0]. B [4].", "A . B .", (), 2),
        ("A [9][2].", "A [1].", (2,), 1),
        ("A [2][2].", "A [1][1].", (2,), 0),
        ("unfinished [2", "unfinished", (), 0),
        ("no markers", "no markers", (), 0),
        ("a year [2025] is no marker", "a year  is no marker", (), 1),
    ],
)
def test_markers_are_checked_and_renumbered(text: str, expected: str, used: tuple[int, ...], dropped: int) -> None:
    marked = read_markers(text, passages=3)
    assert (marked.text, marked.used, marked.dropped) == (expected, used, dropped)


def test_a_claim_is_the_sentence_before_its_first_marker() -> None:
    marked = read_markers("총회는 9월에 열린다 [2]. 장소는 서울이다. [1]", passages=2)
    assert marked.claims == ("총회는 9월에 열린다", "장소는 서울이다")


@given(st.text(alphabet="ab [],.0123456789\n"), st.integers(0, 12))
def test_no_marker_of_the_result_points_outside_what_was_used(text: str, passages: int) -> None:
    marked = read_markers(text, passages)
    numbers = [int(number) for number in re.findall(r"\[(\d{1,4})\]", marked.text)]
    assert all(1 <= number <= len(marked.used) for number in numbers)
    assert all(1 <= number <= passages for number in marked.used)
    assert len(set(marked.used)) == len(marked.used) == len(marked.claims)
