"""A run, and its difference to a baseline, as tables for a person at a terminal."""

import unicodedata
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.commands.terminal import counted
from eval.comparison import Comparison, Difference
from eval.summary import Figure, Summary

NOT_SCORED = "not scored"
LATENCY = "latency_ms."
SHOWN_FLIPS = 50
TEXT_LENGTH = 60

SLICE_COLUMNS: dict[str, str] = {
    "verdict.right": "right",
    "retrieval.hit_rate@1": "hit@1",
    "retrieval.hit_rate@10": "@10",
    "answers.f1": "f1",
    "answers.contains": "says",
    "citations.precision": "citeP",
    "citations.recall": "citeR",
    "abstention.f1": "abst",
    "dates.accuracy": "dates",
}
"""What fits 80 columns; --json has the rest."""


def print_summary(console: Console, summary: Summary) -> None:
    """Totals with the number of questions each stands on, then one row a slice."""
    console.print(_totals(summary))
    if summary.slices:
        console.print(_slices(summary))


def print_comparison(console: Console, comparison: Comparison) -> None:
    """The figures that changed, then the questions that flipped."""
    if comparison.unshared:
        console.print(
            Text(
                f"Asked in both runs: {counted(comparison.shared, 'question')}; in one of them only: "
                f"{comparison.unshared:,}. What follows is of the {comparison.shared:,} alone."
            )
        )
    console.print(_differences(comparison))
    for flip in comparison.flips[:SHOWN_FLIPS]:
        changes = ", ".join(f"{name} {1 - now}→{now}" for name, now in flip.changes.items())
        console.print(Text(f"{shown(flip.id)}: {changes}  {shown(flip.question)}"), soft_wrap=True)
    hidden = len(comparison.flips) - SHOWN_FLIPS
    if hidden > 0:
        console.print(Text(f"and {hidden} more questions flipped; compare the questions.jsonl of both runs."))
    if not comparison.flips:
        console.print(Text(f"No question flipped among the {comparison.shared} shared."))


def shown(text: str) -> str:
    """Text of a question set cut short and without what could steer a terminal."""
    plain = "".join("�" if unicodedata.category(one)[0] == "C" else one for one in " ".join(text.split()))
    return plain if len(plain) <= TEXT_LENGTH else plain[:TEXT_LENGTH] + "…"


def _totals(summary: Summary) -> Table:
    table = Table(title=counted(summary.n, "question"), title_justify="left")
    table.add_column("measure")
    table.add_column("value", justify="right")
    table.add_column("questions", justify="right")
    for name, figure in summary.figures.items():
        if figure.value is not None or not name.startswith("judge."):  # only a run with --judge is judged
            table.add_row(name, _value(name, figure.value), str(figure.n))
    return table


def _slices(summary: Summary) -> Table:
    table = Table(title="By slice", title_justify="left", padding=(0, 0), collapse_padding=True)
    table.add_column("slice", overflow="fold")
    table.add_column("n", justify="right")
    for title in SLICE_COLUMNS.values():
        table.add_column(title, justify="right", no_wrap=True)
    for name, part in summary.slices.items():
        row = _cells([part.figures[column] for column in SLICE_COLUMNS])
        table.add_row(Text(shown(name.removeprefix("slice="))), str(part.n), *row)
    return table


def _cells(figures: Sequence[Figure]) -> list[str]:
    return ["–" if figure.value is None else f"{figure.value:.2f}" for figure in figures]


def _differences(comparison: Comparison) -> Table:
    table = Table(title=Text(f"Against {shown(comparison.baseline)}"), title_justify="left")
    for title in ("measure", "before", "now", "change", "p"):
        table.add_column(title, justify="left" if title == "measure" else "right", overflow="fold")
    for difference in comparison.differences:
        if _says_something(difference):
            table.add_row(Text(shown(difference.name)), *_difference_cells(difference))
    return table


def _says_something(difference: Difference) -> bool:
    """Of slices only what changed, and no latencies: these differ from run to run. --json has every figure."""
    if difference.name.startswith("slices."):
        return difference.before != difference.now and LATENCY not in difference.name
    return difference.before is not None or difference.now is not None


def _difference_cells(difference: Difference) -> tuple[str, str, str, str]:
    name, change = difference.name, difference.change
    return (
        _value(name, difference.before),
        _value(name, difference.now),
        "" if change is None else f"{change:+.0f} ms" if LATENCY in name else f"{change:+.4f}",
        "" if difference.p_value is None else f"{difference.p_value:.3f}",
    )


def _value(name: str, value: float | None) -> str:
    if value is None:
        return NOT_SCORED
    return f"{value:.0f} ms" if LATENCY in name else f"{value:.4f}"
