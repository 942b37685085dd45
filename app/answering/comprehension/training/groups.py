"""What is read together: a question beside the passage that answers it, and beside passages that look as if they did.

In newschat the model reads several extracts for a question and one of them answers, or none. It learns that as it does
it: of all that is read for a question, which piece begins the answer, or does none?
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.encoding import Encoded, Encoder
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.negatives import Told

Group = Sequence[Encoded]
"""Sequences of one question; its answer stands in some of them, or in none."""
_AT_ONCE = 1600
"""Groups that are sorted by length together, so that little of a batch is padding and no epoch has the same batches."""


@dataclass(frozen=True)
class Beside:
    """What is read beside the passage of a question.

    Attributes:
        rivals: of the others of its story, at most.
        parts: of a long passage, at most, in which the answer does not stand.
        near: share of the questions that one of the nearest other passages is read for, 0..1.
        unanswered: share of the answered questions for which only these are read, 0..1.
    """

    rivals: int = 2
    parts: int = 2
    near: float = 0.6
    unanswered: float = 0.08

    def group(self, example: Example, nearest: Sequence[Told], encoder: Encoder, chance: random.Random) -> Group:
        """An example as it is read once, in a language and beside others that chance draws.

        Args:
            example: the question and its passage.
            nearest: headlines and passages of other articles that are most like the question.
            encoder: makes sequences.
            chance: draws.
        """
        question = example.asked(chance)
        others = chance.sample(example.rivals, min(self.rivals, len(example.rivals)))
        if nearest and chance.random() < self.near:
            others = [*others, chance.choice(nearest)]
        silent = replace(example, kind=Kind.NONE, spans=())
        group = [encoder.part(question, replace(silent, title=one, passage=text), chance) for one, text in others]
        parts = (encoder.other_part(question, example, chance) for _ in range(self.parts))
        group += [part for part in parts if part is not None and part not in group]
        if group and example.kind != Kind.NONE and chance.random() < self.unanswered:
            return group
        return [encoder.part(question, example, chance), *group]


def batches(groups: Iterable[Group], pieces: int, chance: random.Random) -> Iterator[list[Group]]:
    """Groups of like length together, at most so many pieces a batch with padding, in random order."""
    mixed = list(groups)
    chance.shuffle(mixed)
    together: list[list[Group]] = []
    for start in range(0, len(mixed), _AT_ONCE):
        together.append([])
        for group in sorted(mixed[start : start + _AT_ONCE], key=_longest):
            rows = sum(map(len, (*together[-1], group)))
            if together[-1] and rows * _longest(group) > pieces:
                together.append([])
            together[-1].append(group)
    chance.shuffle(together)
    yield from together


def tensors(batch: Sequence[Group], padding: int) -> dict[str, Tensor]:
    """A batch padded to its longest row; "group" tells which rows are read together."""
    rows = [row for group in batch for row in group]
    longest = max(map(_longest, batch))
    ids = torch.full((len(rows), longest), padding)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    passage, starts, ends = (torch.zeros(len(rows), longest, dtype=torch.bool) for _ in range(3))
    for number, row in enumerate(rows):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
        mask[number, : len(row.ids)] = 1
        passage[number, row.passage : len(row.ids) - 1] = True
        starts[number, list(row.starts)] = True
        ends[number, list(row.ends)] = True
    return {
        "ids": ids,
        "mask": mask,
        "passage": passage,
        "starts": starts,
        "ends": ends,
        "kind": torch.tensor([row.kind for row in rows]),
        "group": torch.tensor([number for number, group in enumerate(batch) for _ in group]),
    }


def _longest(group: Group) -> int:
    return max(len(row.ids) for row in group)
