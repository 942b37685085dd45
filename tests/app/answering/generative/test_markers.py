import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.generative.markers import Statement, read_markers


@pytest.mark.parametrize(
    ("text", "expected", "dropped"),
    [
        ("It opens in May [1].", "It opens in May [1].", 0),
        ("A [3]. B [1]. C [3].", "A [1]. B [2]. C [1].", 0),
        ("A [2, 3].", "A [1][2].", 0),
        ("A [0]. B [4].", "A. B.", 2),
        ("A [9][2].", "A [1].", 1),
        ("A [2][2].", "A [1].", 0),
        ("unfinished [2", "unfinished", 0),
        ("no markers", "no markers", 0),
        ("a year [2025] is no marker", "a year  is no marker", 1),
    ],
)
def test_markers_are_checked_and_renumbered(text: str, expected: str, dropped: int) -> None:
    marked = read_markers(text, passages=3)
    assert (marked.rendered(), marked.dropped) == (expected, dropped)


def test_a_marker_belongs_to_the_sentence_that_it_stands_in_or_follows() -> None:
    marked = read_markers("총회는 9월에 열린다 [2]. 장소는 서울이다. [1][2] 값은 모른다.", passages=2)
    assert [statement.numbers for statement in marked.statements] == [(2,), (1, 2), ()]
    assert marked.statements[1] == Statement("장소는 서울이다.", (1, 2))


def test_notes_stand_after_a_sentence_and_its_markers() -> None:
    marked = read_markers("A is so. [1] B is not [2].", passages=2)
    assert marked.rendered(None, ["(a)", "(b)"]) == "A is so. [1] (a) B is not [2]. (b)"


def test_sentences_can_be_numbered_apart() -> None:
    marked = read_markers("A is so [1]. B is not [1].", passages=1)
    assert marked.rendered({(0, 1): 1, (1, 1): 2}) == "A is so [1]. B is not [2]."


@given(st.text(alphabet="ab [],.0123456789\n"), st.integers(0, 12))
def test_no_marker_of_the_result_points_outside_what_was_used(text: str, passages: int) -> None:
    marked = read_markers(text, passages)
    used = {number for statement in marked.statements for number in statement.numbers}
    numbers = [int(number) for number in re.findall(r"\[(\d{1,4})\]", marked.rendered())]
    assert all(1 <= number <= len(used) for number in numbers)
    assert all(1 <= number <= passages for number in used)


def test_spaces_before_a_stop_go_and_a_page_of_spaces_takes_no_time() -> None:
    assert read_markers("A is so  [1] .  B is not  \nhere", passages=1).rendered() == "A is so  [1].  B is not\nhere"
    began = time.process_time()
    read_markers("A" + " " * 8000 + "B", passages=1).rendered()
    assert time.process_time() - began < 0.4
