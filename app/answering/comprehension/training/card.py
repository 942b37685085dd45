"""The model card that ships beside the weights."""

from collections.abc import Mapping
from pathlib import Path

_TEMPLATE = Path(__file__).with_name("card.md")
_LANGUAGES = {"ko": "Korean questions", "en": "English questions"}
_HEADINGS = {
    "exact_match": "exact match",
    "f1": "F1",
    "answered": "answered or not (AUC)",
    "yes_no": "yes or no (AUC)",
    "right_passage": "right passage",
}


def model_card(pieces: int, layers: int, measures: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The card in Markdown: the template with sizes and numbers of this run filled in.

    Args:
        pieces: entries of the shipped vocabulary.
        layers: of the network.
        measures: what ``measure`` found on the shipped files.
    """
    card = _TEMPLATE.read_text("utf-8").replace("{pieces}", f"{pieces:,}").replace("{layers}", str(layers))
    for name, found in measures.items():
        card = card.replace(f"{{{name}}}", _table(found))
    return card


def _table(measures: Mapping[str, Mapping[str, float]]) -> str:
    names = list(next(iter(measures.values())))
    rows = [["", *(_HEADINGS[name] for name in names)], ["---"] * (len(names) + 1)]
    rows += [
        [_LANGUAGES[language], *(f"{scores[name]:.3f}" for name in names)] for language, scores in measures.items()
    ]
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in rows)
