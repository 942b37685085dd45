"""Passages that look as if they answered a question, and do not."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from app.answering.comprehension.training.examples import Example
from indexing.embedding.bundled import BundledEmbedding

_NEAREST = 10
_AT_ONCE = 2000

Told = tuple[str, str]
"""Headline and passage."""


def nearest_passages(
    examples: Sequence[Example], embedder: BundledEmbedding, most: int = _NEAREST
) -> list[Sequence[Told]]:
    """For each example the passages of others that are most like its question, in either of its languages.

    Its own passage is none of them, nor one under the same headline, nor one of the same story, which may answer it.

    Args:
        examples: where questions and passages are taken from.
        embedder: tells which passages are near.
        most: for each question in each language.
    """
    passages = list(dict.fromkeys((example.title, example.passage) for example in examples))
    if not passages:
        return []
    told: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        told[example.passage].update((example.passage, *(text for _, text in example.rivals)))
    asked = list(dict.fromkeys(text for one in examples for text in (one.question, one.translation) if text))
    table = _embedded(embedder, [f"{title} {passage}" for title, passage in passages])
    nearest: dict[str, list[int]] = {}
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        order = np.argsort(-(_embedded(embedder, part) @ table.T), axis=1)[:, : 2 * most + 4]
        nearest |= dict(zip(part, order.tolist(), strict=True))
    found: list[Sequence[Told]] = []
    for one in examples:
        rows = ([passages[place] for place in nearest[text]] for text in (one.question, one.translation) if text)
        others = [[row for row in near if _is_other(row, one.title, told[one.passage])][:most] for near in rows]
        found.append(list(dict.fromkeys(row for near in others for row in near)))
    return found


def _is_other(told: Told, title: str, same: set[str]) -> bool:
    return told[1] not in same and not (title and told[0] == title)


def _embedded(embedder: BundledEmbedding, texts: Sequence[str]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    return np.asarray(embedder.get_text_embedding_batch(list(texts)), np.float32)
