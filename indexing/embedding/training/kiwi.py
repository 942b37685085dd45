"""Korean morphemes and their vectors, from Kiwi (Apache-2.0).

Kiwi carries morpheme vectors learnt on large Korean corpora. Its similarity function gives them back up to a
rotation: the cosines of a morpheme to 600 anchors, times the inverse square root of the anchors' Gram matrix. About
255 of its eigenvalues are not noise.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from indexing.embedding.training.units import Matrix, Morpheme, Unit

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_MORPHEMES = 80_000
_NOUNS = 60_000
_ANCHORS = 600
_ANCHOR_RANGE = range(300, 30_000)
_DIMENSIONS = 255
_TAGS = "NVMJEXI"
_NOUN_TAGS = frozenset({"NNG", "NNP", "XR", "MAG", "NNB", "NR"})


class KiwiMorphemes:
    """Kiwi as the recipe's analyser and as a source of vectors.

    Args:
        kiwi: an analyser; loading one takes 5 s and 500 MB.
    """

    name = "kiwi"

    def __init__(self, kiwi: Kiwi) -> None:
        self._kiwi = kiwi

    def nouns(self) -> Iterable[Unit]:
        """Nouns, roots and adverbs of its lexicon."""
        for number in range(_NOUNS):
            unit = self._unit(number)
            if unit.tag in _NOUN_TAGS:
                yield unit

    def morphemes(self, texts: Sequence[str]) -> Iterable[list[Morpheme]]:
        """The morphemes of each text; symbols, numbers and foreign words (tags S…) are left out."""
        for tokens in self._kiwi.tokenize(list(texts)):
            yield [
                Morpheme(Unit(token.form, _plain(token.tag)), token.start, token.start + token.len)
                for token in tokens
                if token.tag[0] in _TAGS
            ]

    def vectors(self, units: Sequence[Unit]) -> Matrix:
        """Rows of 255; zero for a unit that is not among its first 80,000 morphemes."""
        numbers: dict[Unit, int] = {}
        for number in range(_MORPHEMES):
            numbers.setdefault(self._unit(number), number)
        anchors = random.Random(0).sample(_ANCHOR_RANGE, _ANCHORS)
        cosine = self._kiwi.morpheme_similarity
        gram = np.array([[cosine(one, other) for other in anchors] for one in anchors])
        values, axes = np.linalg.eigh((gram + gram.T) / 2)
        largest = np.argsort(-values)[:_DIMENSIONS]
        basis = axes[:, largest] / np.sqrt(np.maximum(values[largest], 1e-6))
        found = np.zeros((len(units), _DIMENSIONS), np.float32)
        for row, unit in enumerate(units):
            if unit in numbers:
                found[row] = np.array([cosine(numbers[unit], anchor) for anchor in anchors]) @ basis
        return np.nan_to_num(found)

    def _unit(self, number: int) -> Unit:
        morpheme = self._kiwi.morpheme(number)
        return Unit(morpheme.form, _plain(morpheme.tag))


def _plain(tag: str) -> str:
    """The tag without Kiwi's suffix for irregular inflection (VV-I, VV-R)."""
    return tag.partition("-")[0]
