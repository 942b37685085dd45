"""Which questions of a set are asked: all, some slices, those an earlier run got wrong, or the first few."""

from collections.abc import Sequence

from eval.question_set.question import Question
from eval.runs.folder import SavedRun
from eval.summary import slice_names
from indexing.errors import QuestionSetError


def select(
    questions: Sequence[Question],
    slices: Sequence[str] = (),
    failed_in: SavedRun | None = None,
    limit: int | None = None,
) -> tuple[Question, ...]:
    """The questions that are in every slice named, failed in the run, and are among the first ``limit`` of these.

    Args:
        questions: the whole set.
        slices: full names, "lang=ko", or for the set's own slices the part after "slice=": "typo".
        failed_in: an earlier run; questions that it did not ask are left out.
        limit: most questions; None for all.

    Raises:
        QuestionSetError: a slice is unknown, or nothing is left to ask.
    """
    known = {name for question in questions for name in slice_names(question)}
    wanted = [name if "=" in name else f"slice={name}" for name in slices]
    if unknown := [name for name in wanted if name not in known]:
        raise QuestionSetError(
            f"The set has no slice {', '.join(map(repr, unknown))}. It has: {', '.join(sorted(known))}."
        )
    chosen = [question for question in questions if set(wanted) <= set(slice_names(question))]
    if failed_in is not None:
        failed = {name for name, saved in failed_in.questions.items() if saved.failed}
        chosen = [question for question in chosen if question.id in failed]
    if not chosen:
        reason = f"none of them failed in {failed_in.name}" if failed_in else "the slices have no question in common"
        raise QuestionSetError(f"There is nothing to ask: {reason}.")
    return tuple(chosen[:limit])
