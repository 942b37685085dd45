"""A question and a passage under its headline as one sequence of pieces, the same in training and in use."""

from collections.abc import Sequence

BEGIN, PADDING, END = 0, 1, 2
QUESTION_PIECES = 48
TITLE_PIECES = 32
SEQUENCE_PIECES = 256


def sequence_of(question: Sequence[int], title: Sequence[int], passage: Sequence[int]) -> list[int]:
    """<s> question </s></s> title </s> passage </s>, as XLM-R separates two texts."""
    return [BEGIN, *question, END, END, *title, END, *passage, END]
