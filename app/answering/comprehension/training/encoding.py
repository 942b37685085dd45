"""Examples as the numbers that the network reads."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.sequence import QUESTION_PIECES, SEQUENCE_PIECES, TITLE_PIECES, sequence_of
from app.answering.comprehension.training.examples import Example

_KINDS = list(Kind)


@dataclass(frozen=True)
class Encoded:
    """Piece numbers of a sequence, where its passage begins, and the pieces at which answers begin and end."""

    ids: list[int]
    passage: int
    starts: frozenset[int]
    ends: frozenset[int]
    kind: int


def encoded(example: Example, tokenizer: Tokenizer, chance: random.Random) -> Encoded:
    """An example as one sequence; of a long passage a part, at random, that holds an answer."""
    question = tokenizer.encode(example.question, add_special_tokens=False).ids[:QUESTION_PIECES]
    title = tokenizer.encode(example.title, add_special_tokens=False).ids[:TITLE_PIECES]
    pieces = tokenizer.encode(example.passage, add_special_tokens=False)
    spans = [span for span in (_covering(pieces.offsets, start, end) for start, end in example.spans) if span]
    head = sequence_of(question, title, [])
    room = SEQUENCE_PIECES - len(head)
    first = 0
    if len(pieces.ids) > room:
        first = chance.randrange(len(pieces.ids) - room + 1)
        if spans:
            start, end = chance.choice(spans)
            earliest, latest = max(0, end + 1 - room), min(start, len(pieces.ids) - room)
            first = chance.randint(earliest, max(earliest, latest))
    spans = [(start - first, end - first) for start, end in spans if start >= first and end < first + room]
    kind = example.kind if spans or example.kind == Kind.NONE else Kind.NONE
    offset = len(head) - 1
    return Encoded(
        sequence_of(question, title, pieces.ids[first : first + room]),
        offset,
        frozenset(start + offset for start, _ in spans),
        frozenset(end + offset for _, end in spans),
        _KINDS.index(kind),
    )


def batches(rows: Sequence[Encoded], pieces: int, chance: random.Random) -> Iterator[list[Encoded]]:
    """Rows of like length together, at most so many pieces a batch, in random order."""
    order = sorted(rows, key=lambda row: len(row.ids) + chance.random() * 24)
    together: list[list[Encoded]] = [[]]
    for row in order:
        longest = max(len(one.ids) for one in (*together[-1], row))
        if together[-1] and (len(together[-1]) + 1) * longest > pieces:
            together.append([])
        together[-1].append(row)
    chance.shuffle(together)
    yield from together


def tensors(batch: Sequence[Encoded], padding: int) -> dict[str, Tensor]:
    """A batch padded to its longest row."""
    longest = max(len(row.ids) for row in batch)
    ids = torch.full((len(batch), longest), padding)
    mask = torch.zeros(len(batch), longest, dtype=torch.long)
    passage, starts, ends = (torch.zeros(len(batch), longest, dtype=torch.bool) for _ in range(3))
    for number, row in enumerate(batch):
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
        "kind": torch.tensor([row.kind for row in batch]),
    }


def _covering(offsets: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """First and last piece of the characters [start, end)."""
    touched = [place for place, (left, right) in enumerate(offsets) if left < end and right > start]
    return (touched[0], touched[-1]) if touched else None
