"""``newschat bench``: time newschat beside the naive LlamaIndex quick start."""

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from app.commands.options import json_option
from app.commands.terminal import echo_json

FEWEST_ARTICLES = 20


def _article_count(context: click.Context, option: click.Parameter, written: str) -> int:
    """The number that ``1000``, ``1k`` or ``100k`` means; a usage error where it means none, or too few."""
    number = re.fullmatch(r"(\d{1,9})(k?)", written, re.ASCII | re.IGNORECASE)
    if number is None:
        raise click.BadParameter(f"{written!r} is no number of articles. Write it as 1000, 1k, 10k or 100k.")
    count = int(number.group(1)) * (1_000 if number.group(2) else 1)
    if count < FEWEST_ARTICLES:
        raise click.BadParameter(f"{count} articles are too few to time anything. Give at least {FEWEST_ARTICLES}.")
    return count


@click.command("bench")
@click.option(
    "--articles",
    metavar="N",
    default="1k",
    show_default=True,
    callback=_article_count,
    help=f"Articles to make: 1000 or 1k, 10k, 100k; at least {FEWEST_ARTICLES}.",
)
@click.option(
    "--corpus",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder whose sentences the articles are made of (default: setting corpus_dir).",
)
@click.option("--no-naive", is_flag=True, help="Time newschat alone, without ratios; for sizes that take too long.")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="Make the corpus and the archives in this new or empty folder, and leave them there.",
)
@json_option
def bench_command(articles: int, corpus: Path | None, no_naive: bool, keep: Path | None, as_json: bool) -> None:
    """Time indexing, indexing again, cold start and questions, beside the naive LlamaIndex quick start.

    Both read the same synthetic articles and use the embedder of the settings; everything else is at its default, and
    each stage runs in a fresh process. Exit code: 0 done, 1 failed, 2 wrong usage.
    """
    from app.settings import load_settings
    from eval.bench.bench import Bench, BenchResult
    from eval.bench.machine import this_machine
    from eval.bench.sentence_pool import sentence_pools
    from eval.bench.synthetic import SyntheticCorpus

    settings = load_settings()
    machine = this_machine(settings.embedding_model)
    with _folder(keep) as folder, _status() as announce:
        announce("reading the corpus")
        made = SyntheticCorpus(sentence_pools(corpus or settings.corpus_dir))
        stages = Bench(made, articles, folder, naive=not no_naive, announce=announce).run()
    result = BenchResult(articles, machine, stages)
    if as_json:
        echo_json(result.as_json())
    else:
        from rich.console import Console

        from eval.bench.table import print_bench

        print_bench(Console(), result)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Where corpus and archives are made: a temporary folder, removed whatever happens, or one to keep."""
    if keep is None:
        with _writable(Path(tempfile.gettempdir())), tempfile.TemporaryDirectory(prefix="newschat-bench-") as folder:
            yield Path(folder)
        return
    with _writable(keep):
        keep.mkdir(parents=True, exist_ok=True)
        if any(keep.iterdir()):
            raise click.UsageError(f"--keep {keep} is not empty. Name a folder that is new or empty.")
        yield keep


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise click.ClickException(
            f"{folder} cannot be used for the bench: {error.strerror or error}. "
            "Name another folder with --keep, or free some space."
        ) from error


@contextmanager
def _status() -> Iterator[Callable[[str], None]]:
    """Shows what is being done on stderr, for people; nothing where nobody looks."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda text: None
        return
    with console.status("") as status:
        yield status.update
