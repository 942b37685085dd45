"""``newschat eval``: score question sets against an archive, or against a corpus indexed for the occasion."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.advice import noted
from app.commands.options import json_option
from app.commands.terminal import counted, printable

if TYPE_CHECKING:
    from eval.gates.gate_file import GateFile
    from eval.runs.folder import SavedRun
    from eval.session import Session
    from eval.summary import Summary

EXISTING = click.Path(exists=True, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


class CouldNotRun(click.ClickException):
    """The question set, the archive or an option cannot be used: exit code 2."""

    exit_code = 2


class GateMissed(click.ClickException):
    """The run is worse than its gate allows: exit code 1."""

    exit_code = 1


@click.command("eval")
@click.argument("question_sets", metavar="QASET...", nargs=-1, required=True, type=EXISTING)
@click.option("--corpus", type=EXISTING_FOLDER, help="Index this folder into a temporary archive and ask that.")
@click.option(
    "--archive", type=FOLDER, callback=noted, help="Folder of the archive to ask (default: from the settings)."
)
@click.option("--validate", is_flag=True, help="Only check the sets, with --corpus or --archive also their gold.")
@click.option("--limit", type=click.IntRange(min=1), help="Ask only the first N questions.")
@click.option("--slice", "slices", multiple=True, metavar="NAME", help="Ask only a slice: lang=ko, type=when, typo.")
@click.option("--failed-only", type=EXISTING_FOLDER, metavar="RUN", help="Ask only what an earlier run got wrong.")
@click.option("--judge", is_flag=True, help="Have the configured language model judge the answers, too.")
@json_option
@click.option(
    "--out",
    type=FOLDER,
    help="Write the run into this folder; continues a broken-off one there, replaces a finished one of the same sets.",
)
@click.option("--baseline", type=EXISTING_FOLDER, metavar="RUN", help="Compare with a run that --out has written.")
@click.option("--gate", type=FILE, help="TOML or JSON of floors; missing one exits with 1.")
@click.option("--update-gate", is_flag=True, help="Raise the floors of --gate to this run; makes the file if needed.")
@click.option("--lower-floors", is_flag=True, help="Let --update-gate also lower floors that this run misses.")
def eval_command(
    question_sets: tuple[Path, ...],
    corpus: Path | None,
    archive: Path | None,
    validate: bool,
    limit: int | None,
    slices: tuple[str, ...],
    failed_only: Path | None,
    judge: bool,
    as_json: bool,
    out: Path | None,
    baseline: Path | None,
    gate: Path | None,
    update_gate: bool,
    lower_floors: bool,
) -> None:
    """Score the answers to question-and-answer sets.

    A QASET is JSONL, JSON or CSV with one question a row ({"question": …} is enough), a SQuAD-format JSON file, or a
    BEIR folder; the texts that the last two bring along are indexed and asked.

    Exit code: 0 done, 1 a gate was missed, 2 it could not run.
    """
    selected = bool(slices or failed_only or limit)
    if corpus and archive:
        raise click.UsageError("--corpus asks a temporary archive, --archive an existing one: give one of the two.")
    if out and baseline and out.resolve() == baseline.resolve():
        raise click.UsageError("--out would replace the run of --baseline: give it a folder of its own.")
    if gate and selected:
        raise click.UsageError("--gate judges whole sets: leave out --limit, --slice and --failed-only.")
    if (update_gate and not gate) or (lower_floors and not update_gate):
        raise click.UsageError("--update-gate needs --gate FILE, and --lower-floors needs --update-gate.")
    if gate and not update_gate and not gate.exists():
        raise click.UsageError(f"There is no gate {gate}; --update-gate makes one of this run.")
    from app.settings import load_settings
    from eval.gates.gate_file import GateFile
    from eval.question_set.loading import load_question_set
    from eval.runs.folder import read_run
    from eval.runs.replacement import require_replaceable
    from eval.session import Session

    with _could_not_run():
        names = tuple(path.name for path in question_sets)
        whole = Session(
            load_question_set(question_sets), load_settings(archive_dir=archive), names, corpus, archive is not None
        )
        session = whole.selected(slices, read_run(failed_only) if failed_only else None, limit)
        if validate:
            _validate(session, as_json=as_json)
            return
        # everything that could be wrong is read before anything is indexed
        held_to = GateFile.opened(gate, session.questions, new=update_gate, judged=judge) if gate else None
        earlier = _compared_with(baseline, session)
        if out:
            require_replaceable(out, session.questions, names, part=selected, judged=judge)
        with _stopped_by_hand(out):
            evaluation = session.ask(out, earlier, judge=judge)
            evaluation.show(as_json=as_json)
            if out:
                evaluation.keep(out)
        misses = _misses(held_to, evaluation.summary, update=update_gate, lower=lower_floors) if held_to else []
    if misses:
        raise GateMissed("The gate was missed:\n" + "\n".join(f"  {miss}" for miss in misses))


def _validate(session: "Session", *, as_json: bool) -> None:
    from eval.reports.faults import print_faults

    faults = session.faults()
    print_faults(session.questions, faults, as_json=as_json)
    if not session.has_articles:
        click.echo("Only the rows were checked; add --corpus DIR to check the gold against its articles.", err=True)
    if faults:
        raise CouldNotRun(f"{counted(len(faults), 'fault')}; mend the rows named above.")


def _compared_with(baseline: Path | None, session: "Session") -> "SavedRun | None":
    from eval.comparison import require_shared
    from eval.runs.folder import read_run

    if baseline is None:
        return None
    earlier = read_run(baseline)
    require_shared(session.questions, earlier)
    return earlier


@contextmanager
def _stopped_by_hand(out: Path | None) -> Iterator[None]:
    """A run that is broken off by hand could not run; it has missed no gate."""
    try:
        yield
    except KeyboardInterrupt as error:
        kept = (
            f"What was answered is kept in {out}; the same command goes on from there." if out else "Nothing is kept."
        )
        raise CouldNotRun(f"Stopped. {kept}") from error


def _misses(held_to: "GateFile", summary: "Summary", *, update: bool, lower: bool) -> list[str]:
    """What of the gate the run has not reached, once its floors are moved where that is asked for."""
    figures = summary.flat()
    if update:
        held_to, changes = held_to.updated(figures, lower=lower)
        for change in changes:
            click.echo(f"{held_to.path.name}: {change}", err=True)
    return held_to.gate.misses(figures)


@contextmanager
def _could_not_run() -> Iterator[None]:
    """Every error of ours exits with 2, so that CI can tell it from a missed gate; named rows get a line each."""
    from indexing.errors import NewschatError

    try:
        yield
    except NewschatError as error:
        first, *rows = str(error).split("\n")
        for row in rows:
            click.echo(printable(row), err=True)
        raise CouldNotRun(first if not rows else f"{first.rstrip(':')} (named above).") from error
