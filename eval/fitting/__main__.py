"""``python -m eval.fitting``: learn the ranking model anew and print how good it is."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path

import click

from app.commands.progress import progress_bar
from app.composition import open_application
from app.retrieval.features import MEANING, NAMES
from app.retrieval.ranking import RankingModel
from app.settings import load_settings
from eval.asked_archive import archive_to_ask
from eval.fitting.examples import Example, examples
from eval.fitting.learning import hit_rates, learn
from eval.question_set.loading import load_question_set
from indexing.errors import NewschatError

FILE = click.Path(exists=True, path_type=Path)
MODEL = Path(__file__).parents[2] / "app" / "retrieval" / "ranking.toml"
WITHOUT_TOKENS = tuple(name for name in NAMES if name.removesuffix("_across_languages") not in MEANING)

HEADER = """# The ranking model: a weight for each feature (app/retrieval/features.py), the logistic curve of its best score.
# Learnt by `python -m eval.fitting`; app/retrieval/ranking.py says how.
"""


@click.command()
@click.argument("question_sets", metavar="QASET...", nargs=-1, required=True, type=FILE)
@click.option("--corpus", type=FILE, required=True, help="The articles that the question sets are about.")
@click.option("--report", "held_out", multiple=True, type=FILE, help="A set with contexts of its own to measure on.")
@click.option("--write", "target", type=click.Path(dir_okay=False, path_type=Path), default=MODEL, show_default=True)
def fit(question_sets: tuple[Path, ...], corpus: Path, held_out: tuple[Path, ...], target: Path) -> None:
    """Learn the ranking model from QASETs about a corpus; sets of --report are measured on, never learnt from."""
    try:
        learnt_from = _examples(question_sets, corpus)
        models = {
            "token_vectors": learn([learnt_from]),
            "one_vector": learn([learnt_from], WITHOUT_TOKENS),
        }
        click.echo(f"learnt from: {hit_rates(models['token_vectors'], learnt_from)}")
        for path in held_out:
            click.echo(f"{path.name}: {hit_rates(models['token_vectors'], _examples((path,), None))}")
    except NewschatError as error:
        raise click.ClickException(str(error)) from error
    target.write_text(HEADER + "".join(_table(name, model) for name, model in models.items()), "utf-8")
    click.echo(f"written to {target}")


def _examples(paths: tuple[Path, ...], corpus: Path | None) -> list[Example]:
    with ExitStack() as stack:
        step = stack.enter_context(progress_bar())
        asked = stack.enter_context(
            archive_to_ask(load_question_set(paths), load_settings(), corpus=corpus, existing=False, progress=step)
        )
        application = stack.enter_context(open_application(asked.settings))
        return examples(application, asked.questions, partial(step, "examining"))


def _table(name: str, model: RankingModel) -> str:
    weights = "".join(f"{feature} = {weight}\n" for feature, weight in model.weights.items())
    curve = f"slope = {model.slope}\noffset = {model.offset}\n"
    return f"\n[{name}.weights]\n{weights}\n[{name}.answerable]\n{curve}"


if __name__ == "__main__":
    fit()
