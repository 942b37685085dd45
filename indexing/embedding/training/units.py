"""Units: what the vectors of pieces are made of, Korean morphemes and English word pieces, and their known vectors."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

ENGLISH = "EN"
"""Tag of English word pieces; Korean units carry Kiwi's tags (Sejong tag set)."""
_PREDICATE_TAGS = frozenset({"VV", "VA", "VX", "XSV", "XSA"})
_CONTENT = "NMXI"


class Unit(NamedTuple):
    """A morpheme (form and part of speech) or an English word piece (``##`` inside a word)."""

    form: str
    tag: str

    @property
    def word(self) -> str | None:
        """How a dictionary would list it; None for endings, particles and pieces inside a word."""
        if self.tag == ENGLISH:
            return self.form if len(self.form) > 1 and self.form.isalpha() else None
        if self.tag in _PREDICATE_TAGS:
            return f"{self.form}다"
        return self.form if self.tag[0] in _CONTENT else None


class Morpheme(NamedTuple):
    """A unit where it stands in a text; contracted morphemes overlap, elided ones are empty."""

    unit: Unit
    start: int
    end: int


class Analyser(Protocol):
    """Splits Korean texts into morphemes."""

    def nouns(self) -> Iterable[Unit]:
        """Content units of its lexicon, commonest first, whether or not a text has them."""
        ...

    def morphemes(self, texts: Sequence[str]) -> Iterable[list[Morpheme]]:
        """The morphemes of each text, in order, without punctuation, numbers and foreign words."""
        ...


class EnglishPieces(Protocol):
    """Splits English texts into word pieces."""

    def vocabulary(self) -> Sequence[str]:
        """Every piece; ``##`` begins one that stands inside a word."""
        ...

    def pieces(self, texts: Sequence[str]) -> Iterable[list[str]]:
        """The pieces of each text, lower case."""
        ...


class VectorSource(Protocol):
    """Knows vectors of some units beforehand: what training starts from."""

    @property
    def name(self) -> str:
        """Short and unique; names its file in the cache."""
        ...

    def vectors(self, units: Sequence[Unit]) -> Matrix:
        """One row a unit, as the source has it, zero where it knows none; shape (units, its dimensions)."""
        ...


def centred(rows: Matrix) -> Matrix:
    """Rows minus the mean of those that are not zero, at unit length; zero rows stay zero."""
    known = np.linalg.norm(rows, axis=1) > 0
    centred_rows = rows.copy()
    if known.any():
        centred_rows[known] -= rows[known].mean(axis=0)
    lengths = np.linalg.norm(centred_rows, axis=1, keepdims=True)
    np.divide(centred_rows, lengths, out=centred_rows, where=lengths > 0)
    return centred_rows
