"""One table from several: models trained from other seeds, turned into one orientation and averaged.

Each model finds the same space up to a rotation and makes other mistakes in it. The rotation between two is the
orthogonal Procrustes solution (Schönemann 1966, https://doi.org/10.1007/BF02289451); averaging what is then in line is
averaging their cosines, for the price of one model at run time.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexing.embedding.training.units import Matrix

_MOST = 1000.0
"""Counts beyond this weigh no more: the orientation must not be that of a few particles."""


def averaged(tables: Sequence[Matrix], counts: NDArray[np.float64]) -> Matrix:
    """The mean of tables after turning and scaling each to the first.

    Args:
        tables: at least one, each of shape (pieces, dimensions), rows in the same order.
        counts: how often each piece occurs; common pieces decide the rotation.
    """
    weights = np.sqrt(np.minimum(counts, _MOST))[:, None]
    first = tables[0] * weights
    total = tables[0].astype(np.float64)
    for table in tables[1:]:
        other = table * weights
        left, _, right = np.linalg.svd(other.T @ first)
        turned = table @ (left @ right)
        total += turned * (np.linalg.norm(first) / np.linalg.norm(other))
    mean: Matrix = (total / len(tables)).astype(np.float32)
    return mean
