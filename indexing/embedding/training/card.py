"""The model card that ships beside the weights: what it was trained on, how good it is, what it cannot do."""

from collections.abc import Sequence
from pathlib import Path

from indexing.embedding.training.parallel import load_sets

_TEMPLATE = Path(__file__).with_name("card.md")
_OWN = (
    ("pairs/news.tsv, everyday.tsv, facts.*.tsv", "this project's own sentences and questions", "Apache-2.0"),
    ("pairs/tydiqa.tsv", "this project's translations of, and additions to, TyDiQA-GoldP questions", "Apache-2.0"),
    ("indexing/language/*.tsv", "this project's news glossary, places and titles", "Apache-2.0"),
)
_QUESTIONS = (
    ("korean_train.json", "TyDiQA-GoldP, Korean training part", "Apache-2.0"),
    ("english_train.json, english_dev.json", "TyDiQA-GoldP, English", "Apache-2.0"),
)


def model_card(parallel: Path, pieces: int, dimensions: int, measures: dict[str, float]) -> str:
    """The card in Markdown: the template with data, licences and numbers of this run filled in.

    Args:
        parallel: the folder that was trained on; only sets it has are listed.
        pieces: entries of the shipped vocabulary.
        dimensions: of a vector.
        measures: what ``measure`` found on the shipped files.
    """
    sets = [(row.path, row.source, row.licence) for row in load_sets() if (parallel / row.path).is_file()]
    listed = [*sets, *_QUESTIONS, *_OWN]
    return (
        _TEMPLATE.read_text("utf-8")
        .replace("{data}", _table(("data", "what it is", "licence"), listed))
        .replace(
            "{measures}", _table(("measure", "value"), [(name, f"{value:.3f}") for name, value in measures.items()])
        )
        .replace("{pieces}", f"{pieces:,}")
        .replace("{dimensions}", str(dimensions))
    )


def _table(head: tuple[str, ...], body: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
