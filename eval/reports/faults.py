"""What is wrong with a question set, for a person or as JSON."""

from collections.abc import Sequence

import click

from app.commands.terminal import counted, echo_json, printable
from eval.question_set.question import Question
from eval.question_set.validation import Fault


def print_faults(questions: Sequence[Question], faults: Sequence[Fault], *, as_json: bool) -> None:
    """Every fault, then how many there are."""
    if as_json:
        rows = [{"place": fault.question.place, "id": fault.question.id, "problem": fault.problem} for fault in faults]
        echo_json({"questions": len(questions), "faults": rows})
        return
    for fault in faults:
        click.echo(printable(str(fault)))
    unanswerable = sum(question.answerable is False for question in questions)
    click.echo(
        f"{counted(len(questions), 'question')}, {unanswerable} of them unanswerable; {counted(len(faults), 'fault')}."
    )
