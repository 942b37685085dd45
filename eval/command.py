"""``newschat eval``: score question sets against an archive, or against a corpus indexed for the occasion."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from app.commands.progress import progress_bar
from app.settings import Settings, load_settings
from eval.comparison import compare
from eval.gate import Gate, load_gate
from eval.question_set import Question, load_questions
from eval.run_folder import SavedRun, read_run, write_run
from eval.runner import Run, run_questions
from eval.summary import Summary, figure_names, summarise
from indexing.errors import CorpusError, QuestionSetError

EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
EXISTING_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


class UnusableInput(click.ClickException):
    """The question set or an option cannot be used: exit code 2."""

    exit_code = 2


class GateMissed(click.ClickException):
    """The run is worse than its gate allows: exit code 1."""

    exit_code = 1


@click.command("eval")
@click.argument("question_sets", metavar="QASET...", nargs=-1, required=True, type=EXISTING_FILE)
@click.option("--corpus", type=EXISTING_FOLDER, help="Index this folder into a temporary archive and ask that.")
@click.option("--archive", type=FOLDER, help="Folder of the archive to ask (default: from the settings).")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object on stdout.")
@click.option("--out", type=FOLDER, help="Write summary.json, questions.jsonl and settings.json into this folder.")
@click.option("--baseline", type=EXISTING_FOLDER, help="Compare with a run that --out has written.")
@click.option("--gate", "gate_file", type=EXISTING_FILE, help="TOML or JSON of floors; missing one exits with 1.")
def eval_command(
    question_sets: tuple[Path, ...],
    corpus: Path | None,
    archive: Path | None,
    as_json: bool,
    out: Path | None,
    baseline: Path | None,
    gate_file: Path | None,
) -> None:
    """Score the answers to question-and-answer sets (JSONL, one {"question": …} a line).

    Exit code: 0 done, 1 a gate was missed or the run failed, 2 a question set or an option cannot be used.
    """
    if corpus and archive:
        raise click.UsageError("--corpus asks a temporary archive, --archive an existing one: give one of the two.")
    with _unusable_input():
        questions = load_questions(question_sets)
        gate = load_gate(gate_file) if gate_file else Gate({})
        gate.check_names(figure_names(questions))
        saved = read_run(baseline) if baseline else None
    settings = load_settings(archive_dir=archive)
    run = _run(questions, settings, corpus)
    summary = summarise(run.results)
    _print(run, summary, saved, as_json=as_json)
    if out:
        _write(out, run, summary, settings, corpus)
    with _unusable_input():
        misses = gate.misses(summary.flat())
    if misses:
        raise GateMissed("The gate was missed:\n" + "\n".join(f"  {miss}" for miss in misses))


def _run(questions: tuple[Question, ...], settings: Settings, corpus: Path | None) -> Run:
    from app.composition import open_application

    with _archive_of(settings, corpus) as chosen, open_application(chosen) as application, progress_bar() as step:
        return run_questions(questions, application.conversation.ask, partial(step, "asking"))


@contextmanager
def _archive_of(settings: Settings, corpus: Path | None) -> Iterator[Settings]:
    """The settings of the archive to ask: as given, or of a temporary archive of the corpus, removed afterwards."""
    if corpus is None:
        yield settings
        return
    from app.composition import index_corpus

    with tempfile.TemporaryDirectory(prefix="newschat-eval-") as folder:
        # a Chroma server would keep the vectors of the temporary archive beside those of the real one
        changes = {"archive_dir": Path(folder) / "archive", "corpus_dir": corpus, "chroma_url": None}
        temporary = settings.model_copy(update=changes)
        with progress_bar() as step:
            report = index_corpus(temporary, corpus, rebuild=False, dry_run=False, progress=step)
        if not report.added:  # every question would be declined, which would look like a result
            raise CorpusError(f"{corpus} holds no article that can be read ({len(report.skipped)} files skipped).")
        click.echo(f"Indexed {report.added} articles of {corpus}, skipped {len(report.skipped)}.", err=True)
        yield temporary


def _print(run: Run, summary: Summary, saved: SavedRun | None, *, as_json: bool) -> None:
    """The summary on stdout; the comparison beside it, or on stderr where stdout is JSON."""
    from rich.console import Console

    from eval.report import print_comparison, print_summary

    console = Console(stderr=as_json)
    if as_json:
        click.echo(json.dumps(summary.as_json(), ensure_ascii=False, indent=2))
    else:
        print_summary(console, summary)
    if saved:
        print_comparison(console, compare(run, summary, saved))


def _write(folder: Path, run: Run, summary: Summary, settings: Settings, corpus: Path | None) -> None:
    used = settings.model_copy(update={"corpus_dir": corpus}) if corpus else settings
    try:
        write_run(folder, run, summary, used.model_dump(mode="json"))
    except OSError as error:
        raise click.ClickException(
            f"The run could not be written to {folder}: {error.strerror}. Give --out a folder you may write to."
        ) from error


@contextmanager
def _unusable_input() -> Iterator[None]:
    try:
        yield
    except QuestionSetError as error:
        raise UnusableInput(str(error)) from error
