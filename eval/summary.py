"""The scores of a run in total and by slice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval import verdict
from eval.judging import names as judging
from eval.metrics import abstention, latency
from eval.question_set.question import Question
from eval.runs.runner import QuestionResult
from eval.scoring import MEASURES, Outcome

DIGITS = 4

OF_ALL_QUESTIONS: dict[str, tuple[str, ...]] = {"abstention": abstention.NAMES, "latency_ms": latency.NAMES}
"""The groups that are no means over questions but need all of them at once."""

GROUPS: dict[str, tuple[str, ...]] = {
    "verdict": verdict.NAMES,
    **{measure.group: OF_ALL_QUESTIONS.get(measure.group, measure.names) for measure in MEASURES},
    "judge": judging.NAMES,
    "latency_ms": latency.NAMES,
}
"""Everything a summary states, in the order it is shown."""

MEANS = tuple(group for group in GROUPS if group not in OF_ALL_QUESTIONS)
"""The groups that are means over questions."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure over several questions.

    Attributes:
        value: rounded to DIGITS, None where it is not scored: no question of the set has the gold for it.
        n: how many questions it stands on.
    """

    value: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run, or a slice of it, comes to.

    Attributes:
        n: number of questions.
        figures: every measure of GROUPS by its full name, "answers.f1".
        slices: summaries of the questions that share a property, "lang=ko"; empty in a slice.
    """

    n: int
    figures: Mapping[str, Figure]
    slices: Mapping[str, "Summary"]

    def as_json(self) -> dict[str, object]:
        """The summary as nested objects; a measure that is not scored is null."""
        groups = {
            group: {name: self.figures[f"{group}.{name}"].value for name in names} for group, names in GROUPS.items()
        }
        slices = {name: part.as_json() for name, part in self.slices.items()}
        return {"n": self.n, **groups} | ({"slices": slices} if slices else {})

    def flat(self) -> dict[str, float | None]:
        """Every figure by its full name, those of slices too: "slices.lang=ko.answers.f1"."""
        plain = {"n": self.n, **{name: figure.value for name, figure in self.figures.items()}}
        slices = {
            f"slices.{name}.{key}": value for name, part in self.slices.items() for key, value in part.flat().items()
        }
        return plain | slices


def summarise(results: Sequence[QuestionResult]) -> Summary:
    """Totals and slices. An unanswerable question counts for abstention and latency only."""
    slices = by_slice(results)
    return Summary(
        len(results),
        figures_of([result.outcome for result in results]),
        {
            name: Summary(len(part), figures_of([result.outcome for result in part]), {})
            for name, part in slices.items()
        },
    )


def by_slice(results: Iterable[QuestionResult]) -> dict[str, list[QuestionResult]]:
    """The results of every slice, in their order; slices by what they are of, then by name."""
    slices: defaultdict[str, list[QuestionResult]] = defaultdict(list)
    for result in results:
        for name in dict.fromkeys(slice_names(result.question)):
            slices[name].append(result)
    return {name: slices[name] for name in sorted(slices, key=_slice_order)}


def slice_names(question: Question) -> tuple[str, ...]:
    """The slices a question belongs to: by language, type and answerability, as far as known, and those of its row."""
    answerable = None if question.answerable is None else str(question.answerable).lower()
    properties = {"lang": question.lang, "type": question.type, "answerable": answerable}
    known = (f"{name}={value}" for name, value in properties.items() if value is not None)
    return (*known, *(f"slice={name}" for name in question.slices))


def figure_names(questions: Iterable[Question]) -> set[str]:
    """Every full name that the summary of these questions has: "n", "answers.f1", "slices.lang=ko.answers.f1"."""
    plain = {"n", *(f"{group}.{name}" for group, names in GROUPS.items() for name in names)}
    slices = {name for question in questions for name in slice_names(question)}
    return plain | {f"slices.{slice_name}.{name}" for slice_name in slices for name in plain}


def _slice_order(name: str) -> tuple[int, str]:
    return ("lang", "answerable", "type", "slice").index(name.partition("=")[0]), name


def figures_of(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Every measure of GROUPS over these questions, by its full name."""
    figures = {f"{group}.{name}": _mean(outcomes, f"{group}.{name}") for group in MEANS for name in GROUPS[group]}
    return figures | _abstention(outcomes) | _latency(outcomes)


def _mean(outcomes: Sequence[Outcome], name: str) -> Figure:
    scored = [score for outcome in outcomes if (score := outcome.scores.get(name)) is not None]
    return Figure(round(fmean(scored), DIGITS) if scored else None, len(scored))


def _abstention(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    known = [(not one.answerable, not one.answered) for one in outcomes if one.answerable is not None]
    return _named("abstention", abstention.abstention_summary(known), len(known))


def _latency(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    measured = [outcome.latency_ms for outcome in outcomes if outcome.latency_ms is not None]
    return _named("latency_ms", latency.latency_summary(measured), len(measured))


def _named(group: str, values: Mapping[str, float], n: int) -> dict[str, Figure]:
    return {
        f"{group}.{name}": Figure(round(values[name], DIGITS), n) if name in values else Figure(None, 0)
        for name in GROUPS[group]
    }
