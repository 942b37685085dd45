"""``newschat inspect``: a file as it is read, and what was left out of it."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.index_report import echo_notice
from app.commands.options import archive_option, json_option
from app.commands.terminal import echo, echo_json, iso
from indexing.errors import ArchiveError, ReadingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexing.article import Article, Dropped
    from indexing.common_lines import CommonLines

SHOWN = 90
"""Characters of what was left out that one line of the terminal shows."""

MAX_PIECES = 4
NEAR = 2
"""Lines from one piece to the next of a run; a blank one may stand between."""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@archive_option
@json_option
def inspect(file: Path, archive: Path | None, as_json: bool) -> None:
    """Show FILE as an article: title, dates, body, and what was left out and why. Nothing is indexed.

    What was left out is listed in the order of the file, with its lines where the file has lines. A packed file, feed
    or table shows each of its articles, and by name what of it cannot be read.

    Lines that many articles of an outlet share are known from the archive, where there is one; it is not written.
    """
    from indexing.reading.readers import read_file

    reading = read_file(_content(file), file.name)
    common = _common_lines(archive)
    reading = replace(reading, articles=tuple(map(common.without, reading.articles)))
    if as_json:
        skips = [{"path": skipped.path, "reason": skipped.reason} for skipped in reading.skipped]
        if len(reading.articles) == 1 and not skips:
            echo_json(article_record(reading.articles[0]))
        else:
            records = [{"path": article.path, **article_record(article)} for article in reading.articles]
            echo_json({"articles": records, "skipped": skips})
        return
    for article in reading.articles:
        if len(reading.articles) > 1 or reading.skipped:
            echo(f"== {article.path}", dim=True)
        _print(article)
    if reading.skipped:
        echo(f"Skipped: {len(reading.skipped):,} of {len(reading.articles) + len(reading.skipped):,} parts", bold=True)
    for skipped in reading.skipped:
        echo(f"  {skipped.path}: {skipped.reason}")


def _common_lines(archive: Path | None) -> "CommonLines":
    from app.settings import load_settings
    from indexing.common_lines import CommonLines
    from indexing.recasting import lines_known_in

    settings = load_settings(archive_dir=archive)
    if not settings.common_lines:
        return CommonLines()
    try:
        return lines_known_in(settings.archive_dir)
    except ArchiveError as error:
        echo_notice(f"{error} The file is shown without what the archive knows of its outlet.")
        return CommonLines()


def _content(file: Path) -> bytes:
    from indexing.reading.limits import max_bytes_for

    if not file.is_file():
        raise ReadingError(f"{file} is no regular file.")  # reading a pipe would wait for a writer
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
        echo(f"\nLeft out: {_counted(article.dropped)}", bold=True)
    for run in _runs(article.dropped):
        echo(f"  {_place(run)}{run[0].reason:<28}  {_shown(run)}", dim=True)
    echo()


def _counted(dropped: "Sequence[Dropped]") -> str:
    """How much was left out for what, the most first."""
    return ", ".join(f"{number} {reason}" for reason, number in Counter(drop.reason for drop in dropped).most_common())


def _runs(dropped: "Sequence[Dropped]") -> "list[list[Dropped]]":
    """What was left out, pieces one below the other for one reason together: a price list is one run."""
    runs: list[list[Dropped]] = []
    for drop in dropped:
        if runs and _follows(drop, runs[-1][-1]):
            runs[-1].append(drop)
        else:
            runs.append([drop])
    return runs


def _follows(drop: "Dropped", above: "Dropped") -> bool:
    if drop.reason != above.reason or (drop.line is None) != (above.line is None):
        return False
    return drop.line is None or above.line is None or 0 <= drop.line - above.line <= NEAR


def _place(run: "Sequence[Dropped]") -> str:
    first, last = run[0].line, run[-1].line
    if not first:
        return ""
    return f"line {first}".ljust(14) if first == last else f"lines {first}-{last}".ljust(14)


def _shown(run: "Sequence[Dropped]") -> str:
    """The start of each of the first and the last pieces of a run, on one line."""
    texts = [" ".join(drop.text.split()) for drop in run]
    width = SHOWN if len(texts) == 1 else SHOWN // min(len(texts), MAX_PIECES)
    cut = [text if len(text) <= width else text[: width - 1] + "…" for text in texts]
    return " · ".join(cut if len(cut) <= MAX_PIECES else [*cut[: MAX_PIECES - 1], "…", cut[-1]])
