"""What is measured, and how two measurements compare."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

Measurement = Mapping[str, float]
"""Values by name: those of MEASURES, and counts (``articles``, ``passages``) that are neither good nor bad."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is measured.

    Attributes:
        label: what it is called in the table.
        shown: a value as text.
        more_is_better: False for what costs something.
    """

    label: str
    shown: Callable[[float], str]
    more_is_better: bool = False


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "wall_s": Measure("seconds", "{:.2f}".format),
        "articles_per_s": Measure("articles a second", "{:,.0f}".format, more_is_better=True),
        "cpu_s": Measure("CPU seconds", "{:.2f}".format),
        "peak_rss_mb": Measure("peak memory, MB", "{:,.0f}".format),
        "disk_bytes": Measure("on disk, MB", lambda size: f"{size / 1_000_000:,.1f}"),
        "p50_ms": Measure("milliseconds, median", "{:.1f}".format),
        "p95_ms": Measure("milliseconds, 95th percentile", "{:.1f}".format),
        "cpu_ms": Measure("CPU milliseconds, mean", "{:.1f}".format),
    }
)


@dataclass(frozen=True, slots=True)
class StageResult:
    """A stage of both sides.

    Attributes:
        newschat: its values.
        naive: the quick start's; None when it was left out.
    """

    newschat: Measurement
    naive: Measurement | None

    @property
    def ratio(self) -> Measurement:
        """How many times better newschat is, by measure: above 1 it is better; empty without the naive side."""
        if self.naive is None:
            return {}
        return {
            name: self._times_better(name, self.naive)
            for name in MEASURES
            if self.newschat.get(name) and self.naive.get(name)
        }

    def _times_better(self, name: str, naive: Measurement) -> float:
        if MEASURES[name].more_is_better:
            return self.newschat[name] / naive[name]
        return naive[name] / self.newschat[name]

    def as_json(self) -> dict[str, object]:
        """The values of ``--json``."""
        if self.naive is None:
            return {"newschat": dict(self.newschat)}
        return {"newschat": dict(self.newschat), "naive": dict(self.naive), "ratio": dict(self.ratio)}


def rounded(measurement: Measurement) -> Measurement:
    """To the ten thousandth of each unit: what follows is noise."""
    return {name: round(value, 4) for name, value in measurement.items()}
