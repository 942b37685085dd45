"""A part of the sample archive, to make synthetic articles of."""

from pathlib import Path

import pytest

from eval.bench.sentence_pool import SentencePool, sentence_pools

QUARRY = Path(__file__).parents[3] / "corpus" / "dumps"


@pytest.fixture(scope="session")
def quarry() -> Path:
    return QUARRY


@pytest.fixture(scope="session")
def pools(quarry: Path) -> tuple[SentencePool, ...]:
    return sentence_pools(quarry)
