"""What an index run did, or would do: as JSON, and as lines for people."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.terminal import counted, echo, error_line

if TYPE_CHECKING:
    from indexing.report import Changes, IndexReport

_SHOWN = 20
"""Paths shown to people, of each kind; JSON has them all."""


def report_record(report: "IndexReport") -> dict[str, object]:
    """The report in the JSON form of ``newschat index --json``."""
    return {
        "read": report.read,
        "added": report.added,
        "changed": report.changed,
        "moved": report.moved,
        "deleted": report.deleted,
        "unchanged": report.unchanged,
        "near_duplicates": report.near_duplicates,
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in report.skipped],
        "passages": report.passages,
        "seconds": round(report.seconds, 3),
    }


def plan_record(changes: "Changes") -> dict[str, object]:
    """What would be done, article by article, in the JSON form of ``newschat index --dry-run --json``."""
    return {
        "added": list(changes.added),
        "changed": list(changes.changed),
        "moved": [{"from": former, "to": now} for former, now in changes.moved],
        "deleted": list(changes.deleted),
    }


def summary_line(report: "IndexReport", *, rebuilt: bool = False) -> str:
    """The report in one line."""
    held = f"{counted(report.articles, 'article')} in {counted(report.passages, 'passage')}"
    if not report.changes:
        return f"{'Built anew' if rebuilt else 'Nothing has changed'}: {held} ({report.seconds:.1f} s)."
    return f"{_counted(report)}; now {held} ({report.seconds:.1f} s)."


def echo_skipped(report: "IndexReport") -> None:
    """What was skipped, and why, on stderr."""
    for skipped in report.skipped[:_SHOWN]:
        click.echo(f"  {error_line(f'skipped {skipped.path}: {skipped.reason}')}", err=True)
    if len(report.skipped) > _SHOWN:
        click.echo(f"  … and {counted(len(report.skipped) - _SHOWN, 'more skip')}; --json names all.", err=True)


def echo_notice(sentence: str) -> None:
    """A sentence that is no result, on stderr."""
    click.echo(error_line(sentence), err=True)


def print_report(report: "IndexReport", corpus: Path, *, rebuilt: bool) -> None:
    """What was done, for people."""
    echo(summary_line(report, rebuilt=rebuilt))
    _print_emptiness(report, corpus)
    _print_copies(report)
    echo_skipped(report)


def print_plan(report: "IndexReport", corpus: Path) -> None:
    """What would be done, for people."""
    from indexing.purge_guard import is_purge

    if not report.changes:
        echo(f"Nothing would change: {counted(report.unchanged, 'article')} unchanged.")
    else:
        echo(f"Would be: {_counted(report)}; {counted(report.unchanged, 'article')} unchanged. Nothing was written.")
        for line in _plan_lines(report.changes):
            echo(f"  {line}")
    _print_emptiness(report, corpus)
    _print_copies(report)
    echo_skipped(report)
    if is_purge(report.deleted, report.held):
        echo_notice("More than half of the articles would be deleted: newschat index does that only with --yes.")


def _plan_lines(changes: "Changes") -> Iterator[str]:
    yield from _some(f"add     {error_line(path)}" for path in changes.added)
    yield from _some(f"change  {error_line(path)}" for path in changes.changed)
    yield from _some(f"move    {error_line(former)} -> {error_line(now)}" for former, now in changes.moved)
    yield from _some(f"delete  {error_line(path)}" for path in changes.deleted)


def _some(lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    yield from every[:_SHOWN]
    if len(every) > _SHOWN:
        yield f"… and {len(every) - _SHOWN:,} more to {every[0].split(maxsplit=1)[0]}; --json names all."


def _counted(report: "IndexReport") -> str:
    counts = (
        (report.added, "added"),
        (report.changed, "changed"),
        (report.moved, "moved"),
        (report.deleted, "deleted"),
    )
    (first, how), *more = [(count, how) for count, how in counts if count]
    return ", ".join([f"{counted(first, 'article')} {how}", *(f"{count:,} {how}" for count, how in more)])


def _print_emptiness(report: "IndexReport", corpus: Path) -> None:
    """A folder without a single article is more often the wrong one, or an unmounted disk, than an archive."""
    if not report.articles:
        files = len(report.skipped)
        why = f"{counted(files, 'file')} cannot be read as news" if files else "it holds no files"
        echo_notice(f"No article was found in {corpus}: {why}. Is it the right folder?")


def _print_copies(report: "IndexReport") -> None:
    if report.near_duplicates:
        few = report.near_duplicates == 1
        echo("1 article is a copy of another." if few else f"{report.near_duplicates:,} articles are copies of others.")
