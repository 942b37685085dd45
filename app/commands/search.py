"""``newschat search``: the articles that fit a query, without an answer."""

from dataclasses import asdict
from pathlib import Path

import click

from app.commands.options import archive_option, json_option
from app.commands.terminal import echo, echo_json

_PASSAGES_AN_ARTICLE = 5
"""Passages retrieved for each article wanted, since several may come from one article."""
_EXCERPT = 160


@click.command()
@click.argument("query")
@click.option("-k", "count", type=click.IntRange(1, 100), default=10, show_default=True, help="Articles at most.")
@archive_option
@json_option
def search(query: str, count: int, archive: Path | None, as_json: bool) -> None:
    """List the articles that fit QUERY, best first, each with its best passage."""
    if not query.strip():
        raise click.UsageError("QUERY is empty.")
    from app.composition import open_application
    from app.conversation import LONGEST_QUESTION
    from app.settings import load_settings

    settings = load_settings(archive_dir=archive)
    query = query.strip()[:LONGEST_QUESTION]
    with open_application(settings, passages=count * _PASSAGES_AN_ARTICLE) as application:
        hits = application.search(query, count)
    if as_json:
        echo_json({"query": query, "hits": [asdict(hit) for hit in hits]})
        return
    for rank, hit in enumerate(hits, start=1):
        echo(f"{rank}. {hit.title}", bold=True)
        echo(f"   {hit.path}  {hit.published_at or ''}  {hit.score:.4f}", dim=True)
        echo(f"   {' '.join(hit.text.split())[:_EXCERPT]}")
    if not hits:
        echo("No article fits.")
