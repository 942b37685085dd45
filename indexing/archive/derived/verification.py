"""Every derived row against the catalog: what is missing, left over or different, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexing.archive.catalog.catalog import Catalog
from indexing.archive.catalog.vector_cache import VectorCache
from indexing.archive.derived.generations import Generation
from indexing.progress import Count

if TYPE_CHECKING:
    from indexing.archive.catalog.vector_cache import Vector

_AT_ONCE = 1_000
_SAME = 0.999
"""Cosine of a stored vector with the cached one: half precision moves it by less than 0.0005."""
_SAMPLED = 50
_FOUND_AT_LEAST = 0.9
"""Of sampled vectors that must be their own nearest: an intact index misses one in a thousand."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Verification:
    """What a look at every row found.

    Attributes:
        passages: in the catalog.
        problems: one sentence each; empty when all is as it should be.
    """

    passages: int
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """True when nothing is missing, left over or different."""
        return not self.problems

    def __str__(self) -> str:
        if self.sound:
            return f"{self.passages} passages: every one has its vector and its keywords, and nothing is left over."
        return " ".join(self.problems)


def verify(catalog: Catalog, cache: VectorCache, live: Generation, progress: Count) -> Verification:
    """Compares vectors and keywords with the catalog, row by row.

    Args:
        catalog: the truth; no writer may be at work.
        cache: the vectors as they were embedded.
        live: the parts to look at.
        progress: called with the number of passages compared and to compare.

    Raises:
        ArchiveError: a part cannot be read at all.
    """
    digests = catalog.text_digests()
    stored = set(live.vectors.ids())
    problems = [
        *_differences("the vectors", digests.keys(), stored),
        *_differences("the keyword index", digests.keys(), set(live.keywords.ids())),
        *_other_vectors(digests, cache, live, progress),
        *_lost_vectors({one: digest for one, digest in digests.items() if one in stored}, cache, live),
    ]
    return Verification(len(digests), tuple(problems))


def _other_vectors(digests: Mapping[str, str], cache: VectorCache, live: Generation, progress: Count) -> Iterator[str]:
    """Passages whose vector is not the cached one."""
    other: list[str] = []
    ids = sorted(digests)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        stored, cached = live.vectors.get(some), cache.get({digests[one] for one in some})
        other += [one for one in some if _differs(stored.get(one), cached.get(digests[one]))]
        progress(start + len(some), len(ids))
    if other:
        yield f"{_count(other)} whose vector is not what was embedded ({_names(other)})."


def _lost_vectors(digests: Mapping[str, str], cache: VectorCache, live: Generation) -> Iterator[str]:
    """Whether the graph by which vectors are found leads to them."""
    ids = sorted(digests)
    sample = ids[:: max(1, -(-len(ids) // _SAMPLED))]
    cached = cache.get({digests[one] for one in sample})
    asked = [one for one in sample if digests[one] in cached]
    lost = sum(_is_lost(live, one, cached[digests[one]]) for one in asked)
    if lost > (1 - _FOUND_AT_LEAST) * len(asked):
        yield f"{lost} of {len(asked)} sampled passages are not found by their own vectors."


def _differences(part: str, wanted: Collection[str], found: set[str]) -> Iterator[str]:
    missing, left_over = sorted(set(wanted) - found), sorted(found - set(wanted))
    if missing:
        yield f"{_count(missing)} missing from {part} ({_names(missing)})."
    if left_over:
        yield f"{_count(left_over)} in {part} that the catalog does not know ({_names(left_over)})."


def _differs(stored: Vector | None, cached: Vector | None) -> bool:
    """Whether both exist and point elsewhere; what is missing is counted apart."""
    if stored is None or cached is None:
        return False
    if stored.shape != cached.shape:
        return True
    import numpy as np

    lengths = float(np.linalg.norm(stored)) * float(np.linalg.norm(cached))
    return bool(lengths) and float(stored @ cached) / lengths < _SAME


def _is_lost(live: Generation, passage_id: str, vector: Vector) -> bool:
    """Whether a passage is not among the nearest to its own vector; twins with the same text may come first."""
    nearest = live.vectors.nearest(vector.tolist(), 10)
    return passage_id not in dict(nearest) and not any(cosine > _SAME for _, cosine in nearest)


def _count(ids: Sequence[str]) -> str:
    return "1 passage" if len(ids) == 1 else f"{len(ids)} passages"


def _names(ids: Sequence[str]) -> str:
    return ", ".join(ids[:_NAMED]) + (", …" if len(ids) > _NAMED else "")
