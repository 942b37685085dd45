"""``newschat search``: the articles that fit a query, without an answer."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.options import archive_option, json_option, words_of
from app.commands.references import reference_lines, reference_records
from app.commands.terminal import echo, echo_json
from indexing.language.detection import question_language

if TYPE_CHECKING:
    from app.retrieval.search import SearchHit

_PASSAGES_AN_ARTICLE = 5
"""Passages retrieved for each article wanted, since several may come from one article."""
_EXCERPT = 160


@click.command()
@click.argument("query")
@click.option("-k", "count", type=click.IntRange(1, 100), default=10, show_default=True, help="Articles at most.")
@click.option("--explain", is_flag=True, help="Show what each feature adds to a hit's score.")
@archive_option
@json_option
def search(query: str, count: int, explain: bool, archive: Path | None, as_json: bool) -> None:
    """List the articles that fit QUERY, best first, each with its best passage."""
    query = words_of(query, "QUERY")
    from app.composition.application import open_application
    from app.settings import load_settings

    settings = load_settings(archive_dir=archive)
    with open_application(settings, passages=count * _PASSAGES_AN_ARTICLE) as application:
        hits = application.search(query, count)
        shares = application.retriever.explain(query) if explain else {}
    if as_json:
        rows = [_record(hit) | ({"features": shares.get(hit.passage_id, {})} if explain else {}) for hit in hits]
        echo_json({"query": query, "hits": rows})
        return
    language = question_language(query)
    for rank, hit in enumerate(hits, start=1):
        echo(f"{rank}. {hit.title}", bold=True)
        echo(f"   {hit.path}  {hit.published_at or ''}  {hit.score:.4f}", dim=True)
        echo(f"   {' '.join(hit.text.split())[:_EXCERPT]}")
        for line in reference_lines(hit, language):
            echo(f"   {line}", dim=True)
        if explain:
            echo(f"   {_explained(shares.get(hit.passage_id, {}))}", dim=True)
    if not hits:
        echo("No article fits.")


def _record(hit: "SearchHit") -> dict[str, object]:
    return {
        "path": hit.path,
        "article_id": hit.article_id,
        "title": hit.title,
        "published_at": hit.published_at,
        "score": hit.score,
        "text": hit.text,
        "also_in": reference_records(hit.also_in),
        "versions": reference_records(hit.versions),
    }


def _explained(shares: Mapping[str, float]) -> str:
    """Every feature that moves the score, the strongest first."""
    moving = sorted(((name, share) for name, share in shares.items() if round(share, 2)), key=lambda one: -abs(one[1]))
    return "  ".join(f"{name} {share:+.2f}" for name, share in moving)
