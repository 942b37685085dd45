"""The model card that ships beside the weights."""

from collections.abc import Mapping
from pathlib import Path

_TEMPLATE = Path(__file__).with_name("card.md")
_LANGUAGES = {"ko": "Korean questions", "en": "English questions"}


def model_card(pieces: int, layers: int, measures: Mapping[str, Mapping[str, float]]) -> str:
    """The card in Markdown: the template with sizes and numbers of this run filled in.

    Args:
        pieces: entries of the shipped vocabulary.
        layers: of the network.
        measures: what ``measure`` found on the shipped files.
    """
    rows = [
        f"| {_LANGUAGES[language]} | {scores['exact_match']:.3f} | {scores['f1']:.3f} |"
        for language, scores in measures.items()
    ]
    table = "\n".join(["| | exact match | F1 |", "|---|---|---|", *rows])
    card = _TEMPLATE.read_text("utf-8").replace("{measures}", table)
    return card.replace("{pieces}", f"{pieces:,}").replace("{layers}", str(layers))
