"""``newschat chat``: index what is new, then serve the page, and go on indexing what is new."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.index_report import echo_notice, echo_skipped, summary_line
from app.commands.options import archive_option
from app.commands.progress import progress_bar

if TYPE_CHECKING:
    from app.index_state import IndexState
    from app.settings import Settings
    from indexing.errors import NewschatError
    from indexing.report import IndexReport


@click.command()
@click.option("--host", help="Address to serve on (default: setting host, 127.0.0.1: this machine only).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to serve on (default: setting port, 7860).")
@archive_option
def chat(host: str | None, port: int | None, archive: Path | None) -> None:
    """Index what is new in the corpus folder, then serve the web page until stopped.

    While the page is served, the folder is looked at now and then (setting watch), and what is new is indexed. What
    cannot be indexed is told, and the page answers from the archive as it is.
    """
    from app.settings import load_settings

    settings = load_settings(host=host, port=port, archive_dir=archive)
    looks = _looks(settings)
    state, done = _index(settings)
    _serve(settings, looks if done else None, state)


def _looks(settings: "Settings") -> str | None:
    """What the corpus folder looks like now, None where that cannot be told."""
    from indexing.corpus import scan
    from indexing.errors import CorpusError

    with suppress(CorpusError):
        return scan(settings.corpus_dir).signature()
    return None


def _index(settings: "Settings") -> tuple["IndexState", bool]:
    """Indexes; where that fails, the archive that there is will do.

    Returns:
        How it ended, and whether there is no use in trying again before the corpus changes.
    """
    from app.composition.archive import has_archive, index_corpus
    from app.index_state import IndexState
    from indexing.errors import ArchiveBusyError, ArchiveError, ArchiveMismatchError, CorpusError, EmbeddingError

    try:
        with progress_bar() as progress:
            report = index_corpus(settings, settings.corpus_dir, progress=progress, notify=echo_notice)
    except ArchiveMismatchError:
        raise
    except (ArchiveError, CorpusError, EmbeddingError) as error:
        if not has_archive(settings):
            raise
        _tell(error)
        return IndexState(failure=error), not isinstance(error, ArchiveBusyError)
    _tell(report)
    return IndexState(report=report), True


def _serve(settings: "Settings", looks: str | None, state: "IndexState") -> None:
    from app.composition.application import open_application
    from app.index_state import CorpusFolder
    from app.upkeep.index_process import IndexProcess
    from app.upkeep.keeper import ArchiveKeeper
    from app.web.page import build_page
    from app.web.serving import launch_page
    from indexing.corpus import scan

    with (
        open_application(settings) as application,
        ArchiveKeeper(
            IndexProcess(settings),
            lambda: scan(settings.corpus_dir).signature(),
            settings.watch,
            indexed=looks,
            state=state,
            told=_tell,
        ) as keeper,
    ):
        coverage = application.archive.coverage
        folder = CorpusFolder(settings.corpus_dir.absolute(), watched=settings.watch > 0)
        page = build_page(application.conversation, coverage, keeper, settings.name, settings.examples, folder)
        launch_page(page, settings.host, settings.port, _announce)


def _tell(outcome: "IndexReport | NewschatError") -> None:
    """What came of an index run, on stderr."""
    from indexing.report import IndexReport

    if isinstance(outcome, IndexReport):
        echo_notice(summary_line(outcome))
        echo_skipped(outcome)
    else:
        echo_notice(f"Warning: {outcome}")
        echo_notice("The page answers from the archive as it is.")


def _announce(address: str) -> None:
    click.echo(f"newschat is ready: open {address} in a browser. Ctrl+C stops it.", err=True)
