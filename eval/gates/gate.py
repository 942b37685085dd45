"""Floors that a run must reach, from a TOML or JSON file, for CI."""

import json
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.runs.folder import flattened
from indexing.errors import QuestionSetError

CEILINGS = "latency_ms."
"""Names that hold this are limits from above: less latency is better."""

HIGHEST_COUNT = 1_000_000_000
"""Most that a limit in milliseconds or questions may be; the other measures are shares, within 0 and 1."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What a run must reach.

    Attributes:
        limits: full name ("slices.lang=ko.answers.f1") to its limit: a floor, for a latency a ceiling in milliseconds.
    """

    limits: Mapping[str, float]

    def check_names(self, names: Collection[str]) -> None:
        """Refuse limits on figures that the run will not have.

        Raises:
            QuestionSetError: names every unknown one.
        """
        unknown = [name for name in self.limits if name not in names]
        if unknown:
            plain = sorted(name for name in names if not name.startswith("slices."))
            raise QuestionSetError(
                f"The gate names figures that this set does not have: {', '.join(map(repr, unknown))}. "
                f"There are: {', '.join(plain)}; by slice: slices.lang=ko.answers.f1."
            )

    def require_scored(self, scored: Collection[str]) -> None:
        """Refuse limits that can be neither met nor missed.

        Args:
            scored: full names of the figures that are, or can be, scored.

        Raises:
            QuestionSetError: names every other one.
        """
        if unscored := [name for name in self.limits if name not in scored]:
            judge = " (of judge.*: ask with --judge)" if any("judge." in name for name in unscored) else ""
            raise QuestionSetError(
                f"The gate cannot judge what is not scored: {', '.join(unscored)}. "
                f"Add the gold to the set{judge} or drop the limit."
            )

    def misses(self, figures: Mapping[str, float | None]) -> list[str]:
        """A sentence for every limit that the figures break; empty when the gate is passed.

        Raises:
            QuestionSetError: a figure is not scored, so its limit can be neither met nor missed.
        """
        values = {name: value for name in self.limits if (value := figures.get(name)) is not None}
        self.require_scored(values)
        return [miss for name, value in values.items() if (miss := _miss(name, value, self.limits[name]))]


def load_gate(path: Path) -> Gate:
    """The limits in a TOML or JSON file: full names, or tables of them.

    Raises:
        QuestionSetError: the file cannot be read, or a limit is no number that could be met.
    """
    try:
        text = path.read_text("utf-8-sig")
        content = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except OSError as error:
        raise QuestionSetError(f"The gate {path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise QuestionSetError(
            f"The gate {path.name} is neither TOML nor JSON: {str(error)[:120]}. "
            'In TOML a name with @ or = needs quotes: "retrieval.hit_rate@1" = 0.8'
        ) from error
    limits = dict(flattened(content))
    faults = [fault for name, limit in limits.items() if (fault := _limit_fault(name, limit))]
    if not limits:
        faults = ['it names no figure; write e.g. "answers.f1" = 0.5']
    if faults:
        raise QuestionSetError(f"The gate {path.name} cannot be used: {'; '.join(faults)}.")
    return Gate({name: float(limit) for name, limit in limits.items() if isinstance(limit, int | float)})


def _limit_fault(name: str, limit: object) -> str | None:
    if isinstance(limit, bool) or not isinstance(limit, int | float):
        return f"{name} = {str(limit)[:40]!r} is no number"
    most = HIGHEST_COUNT if CEILINGS in name or name.rpartition(".")[2] == "n" else 1
    # one comparison refuses what is negative, too high, not a number, or an integer too long for a float
    return None if 0 <= limit <= most else f"{name} = {str(limit)[:40]} is not within 0 and {most}"


def _miss(name: str, value: float, limit: float) -> str | None:
    if CEILINGS in name:
        return f"{name} is {value:g}, must be at most {limit:g}" if value > limit else None
    return f"{name} is {value:g}, must be at least {limit:g}" if value < limit else None
