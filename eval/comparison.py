"""A run beside an earlier one: what every figure gained or lost, whether by chance, and which questions flipped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.runs.folder import SavedRun
from eval.runs.runner import QuestionResult, Run
from eval.scoring import Scores
from eval.significance import p_value
from eval.summary import DIGITS, Summary


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure then and now; None where it was or is not scored.

    Attributes:
        name: its full name.
        before: its value in the baseline.
        now: its value in this run.
        p_value: probability of such a difference by chance, over the questions that both runs scored
            (:func:`eval.significance.p_value`); None for figures that are no mean over questions, and for slices.
    """

    name: str
    before: float | None
    now: float | None
    p_value: float | None = None

    @property
    def change(self) -> float | None:
        """Now minus before, None where either is not scored."""
        return None if self.before is None or self.now is None else round(self.now - self.before, DIGITS)


@dataclass(frozen=True, slots=True)
class Flip:
    """A question that went from right to wrong, or back, by some measures.

    Attributes:
        id: the question's.
        question: its text.
        changes: measure to the score now, 0 or 1; it was the other before.
    """

    id: str
    question: str
    changes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side.

    Attributes:
        baseline: name of the earlier run.
        differences: every figure of the summary, slices included.
        flips: questions of both runs that flipped, in the order of the set.
        shared: number of questions that both runs asked, by id and text.
        unshared: number of questions that only one of them asked; unless 0, the figures are not like for like.
    """

    baseline: str
    differences: tuple[Difference, ...]
    flips: tuple[Flip, ...]
    shared: int
    unshared: int


def compare(run: Run, summary: Summary, baseline: SavedRun) -> Comparison:
    """The run against its baseline."""
    pairs = [
        (before.scores, result)
        for result in run.results
        if (before := baseline.questions.get(result.question.id)) and before.question == result.question.question
    ]
    now = summary.flat()
    names = [*now, *(name for name in baseline.summary if name not in now)]
    differences = tuple(
        Difference(name, baseline.summary.get(name), now.get(name), _chance(name, pairs))
        for name in names
        if _is_score(name)
    )
    flips = tuple(
        Flip(result.question.id, result.question.question, changes)
        for before, result in pairs
        if (changes := _flips(before, result.scores))
    )
    unshared = len(run.results) + len(baseline.questions) - 2 * len(pairs)
    return Comparison(baseline.name, differences, flips, len(pairs), unshared)


def _chance(name: str, pairs: Sequence[tuple[Scores, QuestionResult]]) -> float | None:
    scored = [
        (round(before, DIGITS), round(now, DIGITS))  # what differs beyond the digits shown is no difference
        for earlier, result in pairs
        if (before := earlier.get(name)) is not None and (now := result.scores.get(name)) is not None
    ]
    return p_value([before for before, _ in scored], [now for _, now in scored])


def _is_score(name: str) -> bool:
    return name.rpartition(".")[2] != "n"


def _flips(before: Scores, now: Scores) -> dict[str, int]:
    return {
        name: int(score) for name, score in now.items() if score is not None and {before.get(name), score} == {0, 1}
    }
