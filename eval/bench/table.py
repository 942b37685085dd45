"""A bench as one table for a person at a terminal."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.bench.bench import MORE_ARTICLES, QUESTIONS, BenchResult
from eval.bench.measurement import MEASURES, Measurement, StageResult

_ROWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "index": ("index", ("wall_s", "articles_per_s", "cpu_s", "peak_rss_mb", "disk_bytes")),
    "reindex_none": ("index again, nothing new", ("wall_s", "cpu_s", "peak_rss_mb")),
    "reindex_10": (f"index again, {MORE_ARTICLES} new", ("wall_s", "cpu_s", "peak_rss_mb")),
    "cold_start": ("cold start to first passages", ("wall_s", "cpu_s", "peak_rss_mb")),
    "query": ("a question", ("p50_ms", "p95_ms", "cpu_ms", "peak_rss_mb")),
}
"""Stage -> its heading, and the measures that mean something there; --json has the rest."""


def print_bench(console: Console, result: BenchResult) -> None:
    """Every stage's measures; with the naive side beside them also the ratios, and what they mean."""
    compared = any(stage.naive is not None for stage in result.stages.values())
    table = Table()
    table.add_column("measure")
    for title in ("newschat", "naive", "ratio") if compared else ("newschat",):
        table.add_column(title, justify="right", no_wrap=True)
    for name, (heading, measures) in _ROWS.items():
        table.add_section()
        table.add_row(Text(heading, style="bold"))
        for measure in measures:
            table.add_row(f"  {MEASURES[measure].label}", *_cells(result.stages[name], measure))
    console.print(table)
    if compared:
        console.print(
            Text(
                "Ratio: how many times better newschat is; below 1 it is worse. Naive: the LlamaIndex quick start, "
                "which knows no indexing again and is run anew over the whole folder."
            )
        )
    asked = min(QUESTIONS, result.articles - 1)
    console.print(
        Text(
            f"{result.articles:,} synthetic articles ({_passages(result.stages['index'])}), {asked} questions; "
            f"{result.machine}"
        )
    )


def _passages(index: StageResult) -> str:
    """How many pieces each side makes of the articles, each of which costs a vector."""
    if index.naive is None:
        return f"{index.newschat['passages']:,} passages"
    return f"passages: newschat {index.newschat['passages']:,}, naive {index.naive['passages']:,}"


def _cells(stage: StageResult, measure: str) -> list[str]:
    cells = [_shown(stage.newschat, measure)]
    if stage.naive is not None:
        cells += [_shown(stage.naive, measure), f"{stage.ratio[measure]:.2f}" if measure in stage.ratio else "–"]
    return cells


def _shown(values: Measurement, measure: str) -> str:
    return MEASURES[measure].shown(values[measure])
