"""Passages that look as if they answered a question, and do not."""

import random
from collections.abc import Sequence

import numpy as np

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.examples import Example
from indexing.embedding.bundled import BundledEmbedding

_NEAREST = 12


def with_negatives(
    examples: Sequence[Example], each: float, embedder: BundledEmbedding, chance: random.Random
) -> list[Example]:
    """For a share of the answered questions each again, with one of the nearest passages under other headlines.

    Args:
        examples: where questions and passages are taken from.
        each: share of the questions, 0..1.
        embedder: tells which passages are near.
        chance: chooses among them.
    """
    passages = list(dict.fromkeys((example.title, example.passage) for example in examples))
    asked = [example for example in examples if example.kind != Kind.NONE and chance.random() < each]
    if not asked or len(passages) < 2:
        return []
    table = np.asarray(
        embedder.get_text_embedding_batch([f"{title} {passage}" for title, passage in passages]), np.float32
    )
    questions = np.asarray(embedder.get_text_embedding_batch([example.question for example in asked]), np.float32)
    nearest = np.argsort(-(questions @ table.T), axis=1)[:, : _NEAREST + 1]
    found = []
    for example, places in zip(asked, nearest, strict=True):
        others = [
            passages[place]
            for place in places
            if passages[place][1] != example.passage and not (example.title and passages[place][0] == example.title)
        ]
        if others:
            found.append(example.unanswered_by(*chance.choice(others)))
    return found


def beside_rivals(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    """Each answered question that has rivals again, with one of them: what is like it and does not answer."""
    return [
        example.unanswered_by(*chance.choice(example.rivals))
        for example in examples
        if example.rivals and example.kind != Kind.NONE
    ]
