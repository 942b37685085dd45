"""Moving the floors of a gate to what a run reached: up freely, down only when told to."""

import json
import math
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from eval.gates.gate import CEILINGS

FLOOR_DIGITS = 2
"""A floor is the figure rounded down to this many digits: a third one would be noise of a few hundred questions."""

FEWEST_QUESTIONS = 5
"""A slice of fewer questions gets no floor in a new gate."""

SLICE_FIGURES = ("retrieval.hit_rate@1", "answers.contains", "abstention.recall")
"""What a new gate holds of each slice."""

HEADER = "Floors for `newschat eval --gate`. A run below one exits with 1; `--update-gate` raises them."


@dataclass(frozen=True, slots=True)
class FloorChange:
    """A floor that moves.

    Attributes:
        name: of the figure.
        before: the floor so far, None where there was none.
        after: the floor from now on.
    """

    name: str
    before: float | None
    after: float

    @property
    def lowers(self) -> bool:
        """Whether less is asked than before."""
        return self.before is not None and self.after < self.before

    def __str__(self) -> str:
        return f"{self.name}: {'new' if self.before is None else f'{self.before:g}'} → {self.after:g}"


def floor_changes(limits: Mapping[str, float], figures: Mapping[str, float | None]) -> list[FloorChange]:
    """The floors that move, from those of a gate; from none, a new gate's floors. Ceilings stay as they are.

    Args:
        limits: the gate's, by full name; empty for a new gate.
        figures: what the run reached, by full name.
    """
    names = list(limits) or _new_names(figures)
    changes = []
    for name in names:
        value = figures.get(name)
        if value is None or CEILINGS in name:
            continue
        reached = _rounded_down(value)
        before = limits.get(name)
        # a figure between a floor and its next digit neither misses nor moves it
        if before is None or reached > before or value < before:
            changes.append(FloorChange(name, before, reached))
    return changes


def write_floors(path: Path, changes: list[FloorChange]) -> None:
    """Writes the new floors into the gate's file, comments and order kept; makes the file where there is none.

    Raises:
        OSError: the file cannot be written.
    """
    new = "{}" if path.suffix == ".json" else f"# {HEADER}\n"
    text = path.read_text("utf-8-sig") if path.exists() else new
    if text.lstrip().startswith("{"):
        content: Any = json.loads(text)
        _apply(content, changes)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
        return
    document = tomlkit.parse(text)
    _apply(document, changes)
    path.write_text(tomlkit.dumps(document), "utf-8")


def _apply(content: MutableMapping[str, Any], changes: list[FloorChange]) -> None:
    places = dict(_places(content))
    for change in changes:
        table, key = places.get(change.name, (content, change.name))
        table[key] = change.after


def _places(
    table: MutableMapping[str, Any], prefix: str = ""
) -> list[tuple[str, tuple[MutableMapping[str, Any], str]]]:
    """Full name to the table and key that hold its limit."""
    found = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _places(value, f"{prefix}{key}.")
        else:
            found.append((prefix + key, (table, key)))
    return found


def _new_names(figures: Mapping[str, float | None]) -> list[str]:
    plain = [name for name in figures if name != "n" and not name.startswith("slices.")]
    slices = [
        name
        for name in figures
        if name.startswith("slices.")
        and name.endswith(tuple(f".{figure}" for figure in SLICE_FIGURES))
        and (figures.get(_size_name(name)) or 0) >= FEWEST_QUESTIONS
    ]
    return [*plain, *slices]


def _size_name(name: str) -> str:
    figure = next(figure for figure in SLICE_FIGURES if name.endswith(f".{figure}"))
    return name.removesuffix(figure) + "n"


def _rounded_down(value: float) -> float:
    if value > 1:  # a count
        return float(math.floor(value))
    scale: int = 10**FLOOR_DIGITS
    return float(math.floor(value * scale + 1e-9) / scale)
