"""A run beside an earlier one: what every figure gained or lost, whether by chance, and which questions flipped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.question_set.question import Question, question_key
from eval.runs.folder import SavedRun
from eval.runs.runner import QuestionResult, Run
from eval.scoring import Outcome, Scores
from eval.significance import p_value
from eval.summary import DIGITS, by_slice, figures_of
from indexing.errors import QuestionSetError


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure then and now; None where it was or is not scored.

    Attributes:
        name: its full name.
        before: its value in the baseline.
        now: its value in this run.
        p_value: probability of such a difference by chance, over the questions that both runs scored
            (:func:`eval.significance.p_value`); None for figures that are no mean over questions.
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

    Every figure is of the questions that both runs asked, so that it is like for like; it is another than the
    summary's where the runs asked different ones.

    Attributes:
        baseline: name of the earlier run.
        differences: every figure of a summary, slices included.
        flips: questions of both runs that flipped, in the order of the set.
        shared: number of questions that both runs asked, by id and text.
        unshared: number of questions that only one of them asked.
    """

    baseline: str
    differences: tuple[Difference, ...]
    flips: tuple[Flip, ...]
    shared: int
    unshared: int

    def as_json(self) -> dict[str, object]:
        """The comparison as nested objects; figures by their full name, null where they are not scored."""
        return {
            "baseline": self.baseline,
            "shared": self.shared,
            "unshared": self.unshared,
            "figures": {
                one.name: {"before": one.before, "now": one.now, "change": one.change, "p": one.p_value}
                for one in self.differences
            },
            "flips": [{"id": flip.id, "question": flip.question, "changes": dict(flip.changes)} for flip in self.flips],
        }


def require_shared(questions: Iterable[Question], baseline: SavedRun) -> None:
    """Refuse a baseline that has nothing to do with these questions.

    Raises:
        QuestionSetError: it asked none of them.
    """
    asked = {question_key(name, saved.question) for name, saved in baseline.questions.items()}
    if not any(question_key(question.id, question.question) in asked for question in questions):
        raise QuestionSetError(
            f"{baseline.name} asked other questions: by id and text, none of its {len(baseline.questions)} is asked "
            "now. Give --baseline a run of the same set."
        )


def compare(run: Run, baseline: SavedRun) -> Comparison:
    """The run against its baseline, over the questions of both; slices are those that the questions have now."""
    earlier = {question_key(name, saved.question): saved.outcome for name, saved in baseline.questions.items()}
    results = {question_key(result.question.id, result.question.question): result for result in run.results}
    pairs = [_Pair(earlier[key], result) for key, result in results.items() if key in earlier]
    before = {pair.now.question.id: pair.before for pair in pairs}
    differences = _differences(pairs)
    for name, part in by_slice(pair.now for pair in pairs).items():
        differences += _differences([_Pair(before[one.question.id], one) for one in part], f"slices.{name}.")
    flips = tuple(
        Flip(pair.now.question.id, pair.now.question.question, changes)
        for pair in pairs
        if (changes := _flips(pair.before.scores, pair.now.scores))
    )
    unshared = len(run.results) + len(baseline.questions) - 2 * len(pairs)
    return Comparison(baseline.name, tuple(differences), flips, len(pairs), unshared)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A question of both runs."""

    before: Outcome
    now: QuestionResult


def _differences(pairs: Sequence[_Pair], prefix: str = "") -> list[Difference]:
    before = figures_of([pair.before for pair in pairs])
    now = figures_of([pair.now.outcome for pair in pairs])
    return [Difference(prefix + name, before[name].value, now[name].value, _chance(name, pairs)) for name in now]


def _chance(name: str, pairs: Sequence[_Pair]) -> float | None:
    scored = [
        (round(before, DIGITS), round(now, DIGITS))  # what differs beyond the digits shown is no difference
        for pair in pairs
        if (before := pair.before.scores.get(name)) is not None and (now := pair.now.scores.get(name)) is not None
    ]
    return p_value([before for before, _ in scored], [now for _, now in scored])


def _flips(before: Scores, now: Scores) -> dict[str, int]:
    return {
        name: int(score) for name, score in now.items() if score is not None and {before.get(name), score} == {0, 1}
    }
