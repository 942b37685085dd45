"""Whether a difference could be chance: paired randomisation, and intervals for a mean by bootstrap.

The randomisation test flips the sign of each question's difference (Fisher, 1935; recommended for comparing systems
over one set of questions by Smucker, Allan and Carterette, CIKM 2007). Both come from SciPy, with a fixed seed, so that
one run always says the same.
"""

from collections.abc import Sequence

import numpy as np

RESAMPLES = 9999
BATCH = 1000
"""Resamples held in memory at once: all of them would be gigabytes for thousands of questions."""

INTERVAL_RESAMPLES = 2000
CONFIDENCE = 0.95
SEED = 20250929


def p_value(before: Sequence[float], now: Sequence[float]) -> float | None:
    """Two-sided probability of a mean difference at least as large if both runs were equally good.

    Exact for up to a dozen questions that differ, else from RESAMPLES random sign flips; never 0.

    Args:
        before: scores of the earlier run, one a question.
        now: scores of the same questions in the same order.

    Returns:
        In 0..1, or None without a question.
    """
    differences = np.asarray(now, float) - np.asarray(before, float)
    if not differences.size:
        return None
    differing = differences[differences != 0]  # a zero has no sign to flip, so it changes no permutation
    if differing.size < 2:  # nothing, or one difference whose two signs are equally extreme
        return 1.0
    from scipy.stats import permutation_test

    found = permutation_test(
        (differing,),
        lambda sample, axis: np.sum(sample, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=BATCH,
        rng=np.random.default_rng(SEED),
    )
    return float(found.pvalue)


def mean_interval(scores: Sequence[float]) -> tuple[float, float] | None:
    """The 95% bootstrap interval of the mean (percentile method; Efron and Tibshirani, 1993); None under two scores."""
    values = np.asarray(scores, float)
    if values.size < 2:
        return None
    if np.ptp(values) == 0:
        return float(values[0]), float(values[0])
    from scipy.stats import bootstrap

    found = bootstrap(
        (values,),
        np.mean,
        confidence_level=CONFIDENCE,
        n_resamples=INTERVAL_RESAMPLES,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    return float(found.confidence_interval.low), float(found.confidence_interval.high)
