"""``newschat chat``: index what is new, then serve the page."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.index import echo_skipped, summary_line
from app.commands.options import archive_option
from app.commands.progress import progress_bar

if TYPE_CHECKING:
    from app.settings import Settings


@click.command()
@click.option("--host", help="Address to serve on (default: setting host, 127.0.0.1: this machine only).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to serve on (default: setting port, 7860).")
@archive_option
def chat(host: str | None, port: int | None, archive: Path | None) -> None:
    """Index what is new in the corpus folder, then serve the web page until stopped."""
    from app.settings import load_settings

    settings = load_settings(host=host, port=port, archive_dir=archive)
    _index(settings)
    _serve(settings)


def _index(settings: "Settings") -> None:
    from app.composition import index_corpus

    with progress_bar() as progress:
        report = index_corpus(settings, settings.corpus_dir, progress=progress)
    click.echo(summary_line(report), err=True)
    echo_skipped(report)


def _serve(settings: "Settings") -> None:
    from app.composition import open_application
    from app.web.page import build_page, launch_page

    with open_application(settings) as application:
        page = build_page(application.conversation, application.archive.coverage, settings.name, settings.examples)
        launch_page(page, settings.host, settings.port, _announce)


def _announce(address: str) -> None:
    click.echo(f"newschat is ready: open {address} in a browser. Ctrl+C stops it.", err=True)
