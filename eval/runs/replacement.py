"""A run that would be written over an earlier one: refused where it does not hold what that one holds."""

import json
from collections.abc import Sequence
from pathlib import Path

from eval.question_set.question import Question, question_key
from eval.runs.folder import QUESTIONS, RUN, SUMMARY, read_run
from indexing.errors import QuestionSetError


def require_replaceable(
    folder: Path, questions: Sequence[Question], names: Sequence[str], *, part: bool, judged: bool
) -> None:
    """Refuse a folder whose finished run would be lost.

    The same command may be given again and again: a run of the same sets, whole, replaces the earlier one whatever
    was changed in the sets, settings or articles. What has questions that are not asked now, of other sets or since
    only a part is asked, is lost, and so are judgements, which take hours.

    Args:
        folder: that ``--out`` names.
        questions: what is asked now.
        names: of the sets' files.
        part: whether only some questions of the sets are asked.
        judged: whether a language model judges them now.

    Raises:
        QuestionSetError: says what would be lost.
    """
    if not (folder / SUMMARY).exists() or not (folder / QUESTIONS).exists():
        return
    try:
        asked = {question_key(name, saved.question) for name, saved in read_run(folder).questions.items()}
    except QuestionSetError:
        return  # damaged, so nothing can be read of it any more
    sets, was_judged = _sets_and_judge(folder)
    lost = asked - {question_key(question.id, question.question) for question in questions}
    if was_judged and not judged:
        _refuse(folder, "which a language model judged; without --judge its judgements would be lost")
    if lost and (part or sets != list(names)):
        _refuse(folder, f"and {len(lost):,} of its {len(asked):,} questions would be lost: they are not asked now")


def _sets_and_judge(folder: Path) -> tuple[object, bool]:
    """The names of the sets of a run, None where it does not say, and whether it was judged."""
    try:
        facts = json.loads((folder / RUN).read_text("utf-8"))
        return facts.get("question_sets"), facts.get("judged") is True
    except (OSError, ValueError, RecursionError, AttributeError):
        return None, False


def _refuse(folder: Path, why: str) -> None:
    raise QuestionSetError(f"{folder} holds a finished run, {why}. Give --out another folder, or remove that one.")
