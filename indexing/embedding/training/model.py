"""The model that is trained: the vector of a piece is a weighted sum over its units."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from indexing.embedding.training.pieces import Piece
from indexing.embedding.training.units import Matrix, Unit

Ids = NDArray[np.int64]


class PieceModel(nn.Module):
    """Piece vectors as sums over their units.

    ``vector(piece) = exp(w_piece) * (sum over units of exp(w_unit) * (sum over sources of W x + r_unit) + r_piece)``

    The maps ``W`` turn what is known beforehand (``x``, fixed) into one space and carry most of the meaning: they are
    shared by all units, so that a word never trained on still lands beside its translation. The residuals ``r``
    correct single units and pieces and learn slowly; the weights ``w`` learn how much a unit says.

    Args:
        pieces: the vocabulary; id 0 is the unknown, whose vector stays zero.
        sources: for each source its name and one row for each of ``units``.
        units: every unit that pieces are made of.
        dimensions: of the trained vectors.
        dropout: share of a text's pieces that training leaves out, which keeps it from learning texts by heart.
    """

    def __init__(
        self,
        pieces: Sequence[Piece],
        units: Sequence[Unit],
        sources: dict[str, Matrix],
        *,
        dimensions: int,
        dropout: float,
        generator: np.random.Generator,
    ) -> None:
        super().__init__()
        place = {unit: row for row, unit in enumerate(units)}
        self._units_of = [np.zeros(0, np.int64)] + [
            np.array([place[unit] for unit in piece.units], np.int64) for piece in pieces
        ]
        self._lengths = np.array([len(some) for some in self._units_of])
        self._dropout = dropout
        self._generator = generator
        self.dimensions = dimensions
        self.known = nn.ParameterDict(
            {name: nn.Parameter(torch.from_numpy(rows), requires_grad=False) for name, rows in sources.items()}
        )
        self.maps = nn.ModuleDict(
            {name: nn.Linear(rows.shape[1], dimensions, bias=False) for name, rows in sources.items()}
        )
        self.unit_residuals = nn.Embedding(len(units), dimensions, sparse=True)
        self.unit_weights = nn.Embedding(len(units), 1, sparse=True)
        self.piece_residuals = nn.Embedding(len(pieces) + 1, dimensions, sparse=True)
        self.piece_weights = nn.Embedding(len(pieces) + 1, 1, sparse=True)
        for table in (self.unit_residuals, self.unit_weights, self.piece_residuals, self.piece_weights):
            nn.init.zeros_(table.weight)

    def forward(self, texts: Sequence[Ids]) -> Tensor:
        """Unit vectors of texts given as piece ids, none of them empty; shape (texts, dimensions)."""
        lengths = np.array([len(ids) for ids in texts])
        ids = np.concatenate(texts)
        if self.training and self._dropout:
            ids, lengths = self._dropped(ids, lengths)
        return functional.normalize(_sums(self.vectors, ids, lengths), dim=1)

    def vectors(self, pieces: Ids) -> Tensor:
        """Vectors of distinct pieces, not normalised; shape (pieces, dimensions)."""
        units = np.concatenate([self._units_of[piece] for piece in pieces])
        sums = _sums(self._unit_vectors, units, self._lengths[pieces])
        chosen = torch.from_numpy(pieces)
        vectors: Tensor = (sums + self.piece_residuals(chosen)) * torch.exp(self.piece_weights(chosen))
        return vectors

    def table(self) -> Matrix:
        """The vectors of all pieces, the unknown first; shape (pieces + 1, dimensions)."""
        with torch.no_grad():
            parts = [
                self.vectors(some).numpy() for some in np.array_split(np.arange(len(self._lengths)), 16) if len(some)
            ]
        table: Matrix = np.concatenate(parts)
        table[0] = 0
        return table

    def _unit_vectors(self, units: Ids) -> Tensor:
        chosen = torch.from_numpy(units)
        vectors: Tensor = self.unit_residuals(chosen)
        for name, linear in self.maps.items():
            vectors = vectors + linear(self.known[name][chosen])
        # One row of zeros more: embedding_bag wants a table that is not empty, even where no piece has a unit.
        weighted = vectors * torch.exp(self.unit_weights(chosen))
        return torch.cat([weighted, weighted.new_zeros(1, self.dimensions)])

    def _dropped(self, ids: Ids, lengths: Ids) -> tuple[Ids, Ids]:
        """Leaves out pieces at random; every text keeps its first piece if it would lose all."""
        starts = _starts(lengths)
        keep = self._generator.random(len(ids)) >= self._dropout
        keep[starts[np.add.reduceat(keep.astype(np.int64), starts) == 0]] = True
        return ids[keep], np.add.reduceat(keep.astype(np.int64), starts)


def _sums(vectors_of: Callable[[Ids], Tensor], ids: Ids, lengths: Ids) -> Tensor:
    """The sum of vectors over each run of ids, by the runs' lengths; each distinct id's vector is made once."""
    distinct, places = np.unique(ids, return_inverse=True)
    return functional.embedding_bag(
        torch.from_numpy(places.reshape(-1)), vectors_of(distinct), torch.from_numpy(_starts(lengths)), mode="sum"
    )


def _starts(lengths: Ids) -> Ids:
    return np.concatenate([[0], np.cumsum(lengths[:-1])])
