"""``newschat index``: bring the archive up to date with a corpus folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.advice import noted
from app.commands.index_report import echo_notice, plan_record, print_plan, print_report, report_record
from app.commands.options import Folder, archive_option, json_option
from app.commands.progress import progress_bar
from app.commands.terminal import echo, echo_json
from indexing.progress import Progress

if TYPE_CHECKING:
    from app.settings import Settings


@click.command()
@click.argument("corpus", required=False, type=Folder(file_okay=True), callback=noted)
@click.option(
    "--rebuild", is_flag=True, help="Read every file and build the archive anew, also for another embedding model."
)
@click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")
@click.option("--verify", is_flag=True, help="Index nothing; compare every part of the archive with its catalog.")
@click.option("--compact", is_flag=True, help="Index nothing; give back the room of what was replaced or deleted.")
@click.option("--yes", is_flag=True, help="Delete more than half of the articles, if their files are gone.")
@click.option(
    "--wait",
    type=click.FloatRange(0),
    default=0.0,
    metavar="SECONDS",
    help="Wait for another index run to end (default: do not wait).",
)
@archive_option
@json_option
def index(
    corpus: Path | None,
    rebuild: bool,
    dry_run: bool,
    verify: bool,
    compact: bool,
    yes: bool,
    wait: float,
    archive: Path | None,
    as_json: bool,
) -> None:
    """Bring the archive up to date with the folder CORPUS (default: setting corpus_dir).

    The folder is the whole truth: a new file is added, a changed one replaced, a removed one deleted. Questions are
    answered meanwhile, and a run that is stopped, or fails, loses nothing: the next one goes on where it was.
    """
    if rebuild + dry_run + verify + compact > 1:
        raise click.UsageError("Give only one of --rebuild, --dry-run, --verify and --compact.")
    if (verify or compact) and (corpus or yes):
        raise click.UsageError("--verify and --compact read no corpus: leave out CORPUS and --yes.")
    from app.settings import load_settings

    settings = load_settings(archive_dir=archive)
    try:
        with progress_bar() as progress:
            told = _Told(wait, progress)
            if verify:
                show = _verified(settings, told, as_json=as_json)
            elif compact:
                show = _compacted(settings, told, as_json=as_json)
            else:
                show = _indexed(settings, corpus, told, rebuild=rebuild, dry_run=dry_run, yes=yes, as_json=as_json)
    except KeyboardInterrupt as error:
        raise click.ClickException(
            "Stopped. The archive is sound; the next newschat index goes on from here."
        ) from error
    show()


@dataclass(frozen=True, slots=True)
class _Told:
    """How long to wait for another process, and who is told how far it is."""

    wait: float
    progress: Progress


Show = Callable[[], None]
"""Prints what was done, after the progress bar is gone."""


def _indexed(
    settings: "Settings", corpus: Path | None, told: _Told, *, rebuild: bool, dry_run: bool, yes: bool, as_json: bool
) -> Show:
    from app.composition.archive import index_corpus

    corpus = corpus or settings.corpus_dir
    report = index_corpus(
        settings,
        corpus,
        rebuild=rebuild,
        dry_run=dry_run,
        purge=yes,
        wait=told.wait,
        progress=told.progress,
        notify=echo_notice,
    )
    if as_json:
        return lambda: echo_json(report_record(report) | ({"plan": plan_record(report.changes)} if dry_run else {}))
    return lambda: print_plan(report, corpus) if dry_run else print_report(report, corpus, rebuilt=rebuild)


def _verified(settings: "Settings", told: _Told, *, as_json: bool) -> Show:
    from app.composition.archive import verify_archive

    found = verify_archive(settings, wait=told.wait, progress=told.progress, notify=echo_notice)

    def show() -> None:
        if as_json:
            echo_json({"passages": found.passages, "sound": found.sound, "problems": list(found.problems)})
        elif found.sound:
            echo(str(found))
        if not found.sound:
            raise click.ClickException(f"{found} No article is lost; newschat index --rebuild makes the parts anew.")

    return show


def _compacted(settings: "Settings", told: _Told, *, as_json: bool) -> Show:
    from app.composition.archive import compact_archive

    before, after = compact_archive(settings, wait=told.wait, progress=told.progress, notify=echo_notice)
    if as_json:
        return lambda: echo_json({"bytes_before": before.total, "bytes": after.total})
    return lambda: echo(f"The archive takes {after}; before it was {before}.")
