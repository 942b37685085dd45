from hypothesis import given
from hypothesis import strategies as st

from app.answering.comprehension.sequence import QUESTION_PIECES, SEQUENCE_PIECES, TITLE_PIECES, sequence_of

PIECES = st.lists(st.integers(3, 900), max_size=30)


def test_the_parts_are_separated_as_xlm_r_separates_two_texts() -> None:
    assert sequence_of([11, 12], [21], [31, 32]) == [0, 11, 12, 2, 2, 21, 2, 31, 32, 2]
    assert sequence_of([], [], []) == [0, 2, 2, 2, 2]


@given(PIECES, PIECES, PIECES)
def test_the_passage_begins_one_before_the_end_of_a_sequence_without_it(
    question: list[int], title: list[int], passage: list[int]
) -> None:
    first = len(sequence_of(question, title, [])) - 1
    whole = sequence_of(question, title, passage)

    assert whole[first:-1] == passage
    assert whole.count(2) == 4


def test_beside_the_longest_question_and_headline_half_of_the_sequence_is_left_for_the_passage() -> None:
    head = sequence_of([5] * QUESTION_PIECES, [5] * TITLE_PIECES, [])

    assert SEQUENCE_PIECES - len(head) > SEQUENCE_PIECES // 2
