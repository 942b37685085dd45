"""``newschat inspect``: a file as it is read, and what was left out of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.options import archive_option, json_option
from app.commands.terminal import echo, echo_json, iso
from indexing.errors import ReadingError

if TYPE_CHECKING:
    from indexing.article import Article


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@archive_option
@json_option
def inspect(file: Path, archive: Path | None, as_json: bool) -> None:
    """Show FILE as an article: title, dates, body, and what was dropped and why. Nothing is indexed.

    --archive is accepted as everywhere; the archive is neither read nor written.
    """
    from indexing.reading import read_file

    reading = read_file(_content(file), file.name)
    if as_json:
        records = [article_record(article) for article in reading.articles]
        skips = [{"path": skipped.path, "reason": skipped.reason} for skipped in reading.skipped]
        echo_json(records[0] if len(records) == 1 and not skips else {"articles": records, "skipped": skips})
        return
    for article in reading.articles:
        _print(article)
    for skipped in reading.skipped:
        echo(f"skipped {skipped.path}: {skipped.reason}")


def _content(file: Path) -> bytes:
    from indexing.reading import max_bytes_for

    size, most = file.stat().st_size, max_bytes_for(file.name)
    if size > most:
        raise ReadingError(f"{file} has {size:,} bytes, more than the {most:,} an article file may have. Split it.")
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReadingError(f"{file} cannot be read: {error.strerror}.") from error


def article_record(article: "Article") -> dict[str, object]:
    """The article in the JSON form of ``newschat inspect --json``."""
    return {
        "title": article.title,
        "body": article.body,
        "published_at": iso(article.published_at),
        "updated_at": iso(article.updated_at),
        "authors": list(article.authors),
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "captions": list(article.captions),
        "dropped": [{"text": drop.text, "reason": drop.reason, "line": drop.line} for drop in article.dropped],
    }


def _print(article: "Article") -> None:
    unknown = "unknown"
    echo(article.title, bold=True)
    echo(f"published  {iso(article.published_at) or unknown}")
    echo(f"outlet     {article.publisher or unknown}")
    echo(f"authors    {', '.join(article.authors) or unknown}")
    echo(f"address    {article.url or unknown}")
    echo(f"language   {article.language or unknown}")
    echo()
    echo(article.body)
    for caption in article.captions:
        echo(f"\n[caption] {caption}")
    if article.dropped:
        echo("\nLeft out", bold=True)
    for drop in article.dropped:
        place = f"line {drop.line}: " if drop.line else ""
        echo(f"  {place}{drop.reason}: {' '.join(drop.text.split())[:100]}", dim=True)
    echo()
