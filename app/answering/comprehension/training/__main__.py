"""``python -m app.answering.comprehension.training DATA``: from a folder of data to the files that ship."""

import json
import time
from pathlib import Path

import click

from app.answering.comprehension.model import BUNDLED_FOLDER, ComprehensionModel
from app.answering.comprehension.training.card import model_card
from app.answering.comprehension.training.export import write_model
from app.answering.comprehension.training.measure import measure
from app.answering.comprehension.training.multilingual_e5 import MultilingualE5
from app.answering.comprehension.training.recipe import LAYERS, train


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=BUNDLED_FOLDER, show_default=True)
@click.option("--seed", type=int, default=7, show_default=True)
def main(data: Path, out: Path, seed: int) -> None:
    """Train the comprehension model on DATA (qa/ and parallel/) and write it to OUT."""
    began = time.monotonic()

    def report(line: str) -> None:
        click.echo(f"{time.monotonic() - began:6.0f} s  {line}", err=True)

    network, tokenizer = train(data, MultilingualE5.packaged(), report, seed=seed)
    write_model(out, network, tokenizer)
    measures = measure(ComprehensionModel(out), data / "qa")
    (out / "README.md").write_text(model_card(tokenizer.get_vocab_size(), LAYERS, measures), "utf-8")
    report(f"wrote {out}: {sum(file.stat().st_size for file in out.rglob('*') if file.is_file()) / 1e6:.1f} MB")
    click.echo(json.dumps(measures, indent=2))


if __name__ == "__main__":
    main()
