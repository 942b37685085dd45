"""Words as data: a table of words that a pattern is made of, and lists of words written as prose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


def listed(words: str) -> tuple[str, ...]:
    """The words of a list that is written with commas."""
    return tuple(" ".join(word.split()) for word in words.split(","))


@dataclass(frozen=True, slots=True)
class WordTable(Generic[Value]):
    """Words and what they stand for, as data that a pattern is made of.

    Attributes:
        pattern: a regular expression for any of the words, longest first; a space may be a no-break space, and
            where the table says so, missing ("다음 달", "다음달").
        values: what each word stands for, by the word without spaces and in lower case.
    """

    pattern: str
    values: Mapping[str, Value]

    @classmethod
    def of(cls, table: Mapping[str, Value], space: str = r"[ \u00a0]?") -> "WordTable[Value]":
        """The table of these words; ``space`` is the expression for a space within a word."""
        longest_first = sorted(table, key=len, reverse=True)
        pattern = "|".join(space.join(map(re.escape, word.split(" "))) for word in longest_first)
        return cls(pattern, {_key(word): value for word, value in table.items()})

    def __getitem__(self, word: str) -> Value:
        """What a word that ``pattern`` matched stands for."""
        return self.values[_key(word)]


def _key(word: str) -> str:
    return "".join(word.split()).lower()
