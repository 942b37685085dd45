"""``python -m indexing.embedding.training DATA``: one command from a folder of data to the files that ship."""

import json
import time
from pathlib import Path

import click

from indexing.embedding.keys import BUNDLED_FOLDER
from indexing.embedding.static_model import StaticModel
from indexing.embedding.training.card import model_card
from indexing.embedding.training.curriculum import Teachers
from indexing.embedding.training.export import kept_pieces, write_model
from indexing.embedding.training.held_out import HeldOut
from indexing.embedding.training.matrix_cache import MatrixCache
from indexing.embedding.training.measure import measure
from indexing.embedding.training.parallel import read_parallel
from indexing.embedding.training.questions import read_questions
from indexing.embedding.training.recipe import Ingredients, Recipe, train


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=BUNDLED_FOLDER, show_default=True)
@click.option("--cache", type=click.Path(file_okay=False, path_type=Path), help="Keep the teachers' vectors here.")
@click.option("--members", type=click.IntRange(1), default=Recipe().members, show_default=True)
@click.option("--steps", type=click.IntRange(1), default=Recipe().steps, show_default=True)
@click.option("--seed", type=int, default=Recipe().seed, show_default=True)
@click.option("--megabytes", type=float, default=49.5, show_default=True, help="Most that the folder may take.")
def main(data: Path, out: Path, cache: Path | None, members: int, steps: int, seed: int, megabytes: float) -> None:
    """Train the bundled embedding on DATA (parallel/ and qa/, see README.md in this package) and write it to OUT."""
    began = time.monotonic()

    def report(line: str) -> None:
        click.echo(f"{time.monotonic() - began:6.0f} s  {line}", err=True)

    parallel, questions = data / "parallel", data / "qa"
    held_out = HeldOut.of(parallel, questions)
    recipe = Recipe(members=members, steps=steps, seed=seed)
    trained = train(
        read_parallel(parallel, held_out), read_questions(questions, held_out), _ingredients(cache), recipe, report
    )
    kept = kept_pieces(trained.pieces, recipe.dimensions, megabytes)
    write_model(out, [trained.pieces[number] for number in kept], trained.table[[0, *(number + 1 for number in kept)]])
    measures = measure(parallel, questions, StaticModel.load(out).encode)
    card = model_card(parallel, len(kept), recipe.dimensions, measures)
    (out / "README.md").write_text(card, "utf-8")
    report(f"wrote {out}: {sum(file.stat().st_size for file in out.rglob('*') if file.is_file()) / 1e6:.1f} MB")
    click.echo(json.dumps(measures, indent=2))


def _ingredients(cache: Path | None) -> Ingredients:
    from kiwipiepy import Kiwi

    from indexing.embedding.training.e5 import MultilingualE5
    from indexing.embedding.training.kiwi import KiwiMorphemes
    from indexing.embedding.training.minilm import MiniLM

    morphemes, english, multilingual = KiwiMorphemes(Kiwi()), MiniLM.packaged(), MultilingualE5.packaged()
    return Ingredients(
        analyser=morphemes,
        splitter=english,
        sources=(morphemes, english, multilingual),
        teachers=Teachers(english, multilingual),
        cache=MatrixCache(cache),
    )


if __name__ == "__main__":
    main()
