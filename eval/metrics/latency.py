"""How long answers take."""

import math
from collections.abc import Sequence

PERCENTILES = {"p50": 0.50, "p95": 0.95}
NAMES = tuple(PERCENTILES)


def latency_summary(milliseconds: Sequence[float]) -> dict[str, float]:
    """Every percentile of NAMES in milliseconds; empty without a measurement."""
    if not milliseconds:
        return {}
    return {name: percentile(milliseconds, share) for name, share in PERCENTILES.items()}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share (0..1) of the values lies, interpolated linearly between neighbours."""
    ordered = sorted(values)
    position = share * (len(ordered) - 1)
    below, above = ordered[math.floor(position)], ordered[math.ceil(position)]
    return below + (above - below) * (position - math.floor(position))
