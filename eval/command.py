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
    from eval.session import Session

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
@click.option("--out", type=FOLDER, help="Write the run into this folder; a broken-off run there is continued.")
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
    if gate and selected:
        raise click.UsageError("--gate judges whole sets: leave out --limit, --slice and --failed-only.")
    if (update_gate and not gate) or (lower_floors and not update_gate):
        raise click.UsageError("--update-gate needs --gate FILE, and --lower-floors needs --update-gate.")
    if gate and not update_gate and not gate.exists():
        raise click.UsageError(f"There is no gate {gate}; --update-gate makes one of this run.")
    from app.settings import load_settings
    from eval.question_set.loading import load_question_set
    from eval.session import Session

    with _could_not_run():
        session = Session(
            load_question_set(question_sets),
            load_settings(archive_dir=archive),
            names=tuple(path.name for path in question_sets),
            corpus=corpus,
            existing=archive is not None,
            as_json=as_json,
        )
        session.select(slices, failed_only, limit)
        if validate:
            faults = session.validate()
        else:
            session.prepare(gate, baseline, new_gate=update_gate)
            _asked(session, out, judge=judge)
    if validate:
        if faults:
            raise CouldNotRun(f"{counted(faults, 'fault')}; mend the rows named above.")
        return
    _gate(session, update=update_gate, lower=lower_floors)


def _asked(session: "Session", out: Path | None, *, judge: bool) -> None:
    """Asks; a run that is broken off by hand could not run, it has missed no gate."""
    try:
        session.ask(out, judge=judge)
    except KeyboardInterrupt as error:
        kept = (
            f"What was answered is kept in {out}; the same command goes on from there." if out else "Nothing is kept."
        )
        raise CouldNotRun(f"Stopped. {kept}") from error


def _gate(session: "Session", *, update: bool, lower: bool) -> None:
    with _could_not_run():
        if update:
            session.update_gate(lower=lower)
        misses = session.misses()
    if misses:
        raise GateMissed("The gate was missed:\n" + "\n".join(f"  {miss}" for miss in misses))


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
