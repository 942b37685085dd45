"""``newschat index``: bring the archive up to date with a corpus folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.options import archive_option, json_option
from app.commands.progress import progress_bar
from app.commands.terminal import echo, echo_json, printable

if TYPE_CHECKING:
    from indexing.report import IndexReport

_SKIPPED_SHOWN = 20


@click.command()
@click.argument("corpus", required=False, type=click.Path(path_type=Path))
@click.option("--rebuild", is_flag=True, help="Build the archive anew, also for another embedding model.")
@click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")
@archive_option
@json_option
def index(corpus: Path | None, rebuild: bool, dry_run: bool, archive: Path | None, as_json: bool) -> None:
    """Bring the archive up to date with the folder CORPUS (default: setting corpus_dir).

    The folder is the whole truth: a new file is added, a changed one replaced, a removed one deleted.
    """
    from app.composition import index_corpus
    from app.settings import load_settings

    settings = load_settings(archive_dir=archive)
    with progress_bar() as progress:
        report = index_corpus(
            settings, corpus or settings.corpus_dir, rebuild=rebuild, dry_run=dry_run, progress=progress
        )
    if as_json:
        echo_json(report_record(report))
    else:
        _print(report, dry_run=dry_run)


def report_record(report: "IndexReport") -> dict[str, object]:
    """The report in the JSON form of ``newschat index --json``."""
    return {
        "read": report.read,
        "added": report.added,
        "changed": report.changed,
        "deleted": report.deleted,
        "unchanged": report.unchanged,
        "near_duplicates": report.near_duplicates,
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in report.skipped],
        "passages": report.passages,
        "seconds": round(report.seconds, 3),
    }


def summary_line(report: "IndexReport") -> str:
    """The report in one line."""
    return (
        f"{report.read} files read: articles {report.added} added, {report.changed} changed, {report.deleted} deleted, "
        f"{report.unchanged} unchanged, {len(report.skipped)} skipped; {report.passages} passages "
        f"({report.seconds:.1f} s)"
    )


def echo_skipped(report: "IndexReport") -> None:
    """The files that were skipped, and why, on stderr."""
    for skipped in report.skipped[:_SKIPPED_SHOWN]:
        click.echo(printable(f"  skipped {skipped.path}: {skipped.reason}"), err=True)
    if len(report.skipped) > _SKIPPED_SHOWN:
        click.echo(f"  … and {len(report.skipped) - _SKIPPED_SHOWN} more; --json names all.", err=True)


def _print(report: "IndexReport", *, dry_run: bool) -> None:
    echo(("Would be: " if dry_run else "") + summary_line(report))
    if report.near_duplicates:
        few = report.near_duplicates == 1
        echo("1 article is a copy of another." if few else f"{report.near_duplicates} articles are copies of others.")
    echo_skipped(report)
