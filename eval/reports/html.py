"""A run as one HTML page for a person: totals, slices as plots, and every wrong answer beside its gold.

The page stands alone: no script, style, font or picture is fetched, and it reads on paper too. All text of articles,
questions and models is escaped by the template engine.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.commands.terminal import counted
from eval.comparison import Comparison
from eval.question_set.gold_articles import is_gold
from eval.runs.runner import QuestionResult, Run
from eval.significance import mean_interval
from eval.summary import Summary, by_slice

TILES: tuple[tuple[str, str, str], ...] = (
    ("verdict.right", "right answers", "says or cites a gold answer with the right date, or rightly declines"),
    ("retrieval.hit_rate@1", "right article first", "a gold article is the best one found"),
    ("retrieval.hit_rate@10", "right article found", "a gold article is among those found"),
    ("answers.exact_match", "short answer exact", "the short answer equals a gold answer"),
    ("answers.contains", "answer contained", "a gold answer is said or cited"),
    ("answers.offered", "answer offered", "a gold answer is said, cited or shown beside a doubtful answer"),
    ("citations.precision", "citations that support", "share of the citations that hold the gold quote or answer"),
    ("citations.recall", "answers with such a citation", "at least one citation holds it"),
    ("dates.accuracy", "dates right", "a resolved date equals the gold date"),
    ("abstention.f1", "declines when it should", "F1 of declining exactly the unanswerable questions"),
)
"""The figures on top: full name, caption, what it means."""

PLOTTED: tuple[tuple[str, str], ...] = (
    ("verdict.right", "right answers"),
    ("retrieval.hit_rate@1", "right article first"),
    ("retrieval.hit_rate@10", "right article found"),
    ("answers.contains", "answer contained"),
    ("citations.precision", "citations that support"),
    ("dates.accuracy", "dates right"),
)
"""The measures that are plotted by slice."""

SHOWN_DETAILS = 300
"""Most wrong answers shown in full; the rest is in questions.jsonl."""


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One line of a plot: a mean with its 95% interval, everything in 0..1.

    Attributes:
        name: of the slice, "all" for the total.
        n: how many questions are scored.
        value: their mean.
        low: lower end of the interval.
        high: upper end of the interval.
    """

    name: str
    n: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a passage and what marks it: "gold", "cited", "both" or ""."""

    text: str
    mark: str


def html_report(run: Run, summary: Summary, facts: Mapping[str, object], comparison: Comparison | None = None) -> str:
    """The page as text.

    Args:
        run: every result.
        summary: of the results.
        facts: about the run, as in ``run.json``.
        comparison: with a baseline, where one was given.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("eval.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    wrong = sorted((result for result in run.results if result.failure), key=_badness)
    detailed = wrong[:SHOWN_DETAILS]
    groups = {"all": run.results, **by_slice(run.results)}
    return environment.get_template("report.html").render(
        run=run,
        summary=summary,
        facts=facts,
        tiles=TILES,
        plots=[(name, title, list(_plot(groups, name))) for name, title in PLOTTED],
        reasons=Counter(result.failure for result in wrong).most_common(),
        wrong=detailed,
        linked={result.question.id for result in detailed},
        hidden=len(wrong) - len(detailed),
        comparison=comparison,
        changes={change.name: change for change in comparison.differences} if comparison else {},
        marked=marked,
        is_gold=is_gold,
        unique_articles=_unique_articles,
        percent=_percent,
        counted=counted,
    )


def marked(text: str, gold: str | None, cited: Sequence[str]) -> list[Piece]:
    """The text in pieces: where it holds the gold quote, a cited sentence, or both."""
    kinds = bytearray(len(text))
    for quote, kind in ((gold or "", 1), *((quote, 2) for quote in cited)):
        start = text.find(quote) if quote else -1
        for position in range(start, start + len(quote) if start >= 0 else start):
            kinds[position] |= kind
    pieces: list[Piece] = []
    first = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or kinds[position] != kinds[first]:
            pieces.append(Piece(text[first:position], ("", "gold", "cited", "both")[kinds[first]]))
            first = position
    return pieces


def _plot(groups: Mapping[str, Sequence[QuestionResult]], name: str) -> Iterator[PlotRow]:
    for group, results in groups.items():
        scores = [score for result in results if (score := result.scores.get(name)) is not None]
        if scores:
            mean = sum(scores) / len(scores)
            low, high = mean_interval(scores) or (mean, mean)
            yield PlotRow(group, len(scores), mean, low, high)


def _badness(result: QuestionResult) -> tuple[float, float, str]:
    """Worst first: the article missed, then by how much of the answer is there."""
    return (
        result.scores.get("retrieval.hit_rate@10") or 0.0,
        result.scores.get("answers.f1") or 0.0,
        result.question.id,
    )


def _unique_articles(result: QuestionResult) -> dict[str, str]:
    return {passage.path: passage.title for passage in result.answer.passages}


def _percent(value: float | None) -> str:
    return "not scored" if value is None else f"{100 * value:.0f}%"
