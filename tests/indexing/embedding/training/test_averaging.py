import numpy as np
import pytest

from indexing.embedding.training.averaging import averaged


def test_turned_and_scaled_copies_average_to_the_first() -> None:
    generator = np.random.default_rng(0)
    table = generator.normal(size=(50, 4)).astype(np.float32)
    rotation, _ = np.linalg.qr(generator.normal(size=(4, 4)))

    mean = averaged([table, (3 * table @ rotation).astype(np.float32)], generator.random(50) * 9)

    assert mean == pytest.approx(table, abs=1e-4)


def test_independent_errors_shrink() -> None:
    generator = np.random.default_rng(0)
    truth = generator.normal(size=(400, 4))
    noisy = [(truth + generator.normal(size=truth.shape) / 2).astype(np.float32) for _ in range(4)]

    mean = averaged(noisy, np.ones(400))

    assert np.abs(mean - truth).mean() < 0.6 * np.abs(noisy[0] - truth).mean()
