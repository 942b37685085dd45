"""How a passage can answer a question."""

from enum import StrEnum


class Kind(StrEnum):
    """By a part of its text, by yes or no, or not at all; in the order of the model's outputs."""

    SPAN = "span"
    YES = "yes"
    NO = "no"
    NONE = "none"
