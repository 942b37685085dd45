"""What the comprehension model makes of one extract."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from app.answering.comprehension.kinds import Kind

_LONGEST: Final = 40
"""Pieces; a longer answer is a sentence, which is cited anyway."""

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A part of the extract and the probability, 0..1, that it is the answer if the extract holds one."""

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Probabilities over an extract's pieces, which are (start, end) offsets in its text.

    Attributes:
        offsets: shape (pieces, 2).
        starts: log probability that the answer begins with the piece, if the extract holds one; shape (pieces,).
        ends: the same for its last piece.
        kinds: probability of each kind of answer.
        holds: log-odds that the answer stands here rather than nowhere; of extracts that are read for one question, the
            higher is the likelier to hold it.
    """

    offsets: NDArray[np.int64]
    starts: Vector
    ends: Vector
    kinds: Mapping[Kind, float]
    holds: float

    @property
    def answers(self) -> float:
        """Probability, 0..1, that the extract answers the question."""
        return 1 / (1 + math.exp(-self.holds))

    def share(self, start: int, end: int) -> float:
        """Probability, 0..1, that the answer lies in ``text[start:end]``, if the extract holds one."""
        pieces = self._pieces(start, end)
        if pieces.start == pieces.stop:
            return 0.0
        return float(np.sqrt(np.exp(self.starts[pieces]).sum() * np.exp(self.ends[pieces]).sum()))

    def best(self, start: int, end: int, apart: Sequence[tuple[int, int]] = ()) -> MarkedSpan | None:
        """The likeliest answer within ``text[start:end]``; None where nothing of it was read.

        Args:
            start: where it may begin.
            end: where it may end.
            apart: stretches of text that the answer does not overlap.
        """
        pieces = self._pieces(start, end)
        count = pieces.stop - pieces.start
        if count <= 0:
            return None
        both = self.starts[pieces, None] + self.ends[None, pieces]
        possible = np.tril(np.triu(np.ones((count, count), bool)), _LONGEST - 1)
        offsets = self.offsets[pieces]
        for left, right in apart:
            possible = possible * ~((offsets[:, 0] < right)[:, None] & (offsets[:, 1] > left)[None, :])
        if not possible.any():
            return None
        first, last = divmod(int(np.where(possible, both, -np.inf).argmax()), count)
        return MarkedSpan(int(offsets[first, 0]), int(offsets[last, 1]), float(np.exp(both[first, last])))

    def _pieces(self, start: int, end: int) -> slice:
        inside = np.flatnonzero((self.offsets[:, 0] < end) & (self.offsets[:, 1] > start))
        return slice(int(inside[0]), int(inside[-1]) + 1) if len(inside) else slice(0, 0)
