"""Parallel data: Korean and English that mean the same, from the sets that ``sets.toml`` names and our own pairs."""

import random
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indexing.embedding.training.held_out import HeldOut
from indexing.embedding.training.tables import rows
from indexing.language.glossary import read_table

Pair = tuple[str, str]

SETS_FILE = Path(__file__).with_name("sets.toml")
OWN_PAIRS = Path(__file__).with_name("pairs")
_ALTERNATIVES_KO, _ALTERNATIVES_EN = 3, 4
_OF_A_GLOSSARY = 3


@dataclass(frozen=True, slots=True)
class ParallelSet:
    """One row of ``sets.toml``.

    Attributes:
        path: relative to the folder of parallel data.
        kind: pairs of a kind are trained together.
        licence: of the data, as its publisher states it.
        source: what it is, for the model card.
        sample: rows taken of a long file; None takes all.
    """

    path: str
    kind: str
    licence: str
    source: str
    sample: int | None = None


def load_sets() -> tuple[ParallelSet, ...]:
    """The sets of ``sets.toml``, in its order."""
    return tuple(ParallelSet(**row) for row in tomllib.loads(SETS_FILE.read_text("utf-8"))["set"])


def read_parallel(folder: Path, held_out: HeldOut) -> dict[str, list[Pair]]:
    """All pairs (Korean, English) by kind: the sets that the folder has, our own sentences, our own glossary.

    Dictionary cells that hold alternatives ("도시; 시") give a pair for each, the first few of them.
    """
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    for parallel in load_sets():
        file = folder / parallel.path
        if file.is_file():
            found[parallel.kind] += _read_set(file, parallel, held_out)
    for file in sorted(OWN_PAIRS.glob("*.tsv")):
        kind = file.name.split(".")[0]
        if kind in ("news", "everyday"):
            found[kind] += [(row[0], row[1]) for row in held_out.without(cells[:2] for cells in rows(file))]
    found["glossary"] = list(_glossary())
    return dict(found)


def _read_set(file: Path, parallel: ParallelSet, held_out: HeldOut) -> list[Pair]:
    # Definitions are Korean on both sides: the term, and in the last column what it means.
    last = -1 if parallel.kind == "definitions" else 1
    pairs = [(row[0], row[last]) for row in rows(file)]
    if parallel.kind in ("dictionary", "names"):
        pairs = [pair for korean, english in pairs for pair in _alternatives(korean, english)]
    pairs = [(row[0], row[1]) for row in held_out.without(pairs)]
    if parallel.sample is not None and len(pairs) > parallel.sample:
        pairs = random.Random(0).sample(pairs, parallel.sample)
    return pairs


def _alternatives(korean: str, english: str) -> Iterator[Pair]:
    for one in _cells(korean)[:_ALTERNATIVES_KO]:
        for other in _cells(english)[:_ALTERNATIVES_EN]:
            yield one, other


def _glossary() -> Iterator[Pair]:
    """The news glossary, places and titles that ``indexing.language`` already keeps."""
    for english, korean in read_table("glossary.tsv"):
        for other in english[:_OF_A_GLOSSARY]:
            for one in korean[:_OF_A_GLOSSARY]:
                yield one, other
    for name in ("places.tsv", "titles.tsv"):
        for korean, english in read_table(name):
            yield korean[0], english[0]


def _cells(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]
