"""A run beside an earlier one: what every figure gained or lost, and which questions flipped."""

from collections.abc import Mapping
from dataclasses import dataclass

from eval.run_folder import SavedRun
from eval.runner import Run
from eval.scoring import Scores
from eval.summary import DIGITS, Summary


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure then and now; None where it was or is not scored."""

    name: str
    before: float | None
    now: float | None

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
    now = summary.flat()
    names = [*now, *(name for name in baseline.summary if name not in now)]
    differences = tuple(
        Difference(name, baseline.summary.get(name), now.get(name)) for name in names if _is_score(name)
    )
    flips, shared = [], 0
    for result in run.results:
        question = result.question
        before = baseline.questions.get(question.id)
        if before is None or before.question != question.question:
            continue
        shared += 1
        if changes := _flips(before.scores, result.scores):
            flips.append(Flip(question.id, question.question, changes))
    unshared = len(run.results) + len(baseline.questions) - 2 * shared
    return Comparison(baseline.name, differences, tuple(flips), shared, unshared)


def _is_score(name: str) -> bool:
    return name.rpartition(".")[2] != "n"


def _flips(before: Scores, now: Scores) -> dict[str, int]:
    return {
        name: int(score) for name, score in now.items() if score is not None and {before.get(name), score} == {0, 1}
    }
