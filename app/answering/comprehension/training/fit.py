"""One stage of training: examples in, the network better at them."""

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import nn

from app.answering.comprehension.sequence import PADDING
from app.answering.comprehension.training.encoding import batches, encoded, tensors
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.network import SpanNetwork, loss


@dataclass(frozen=True)
class Stage:
    """How a stage goes.

    Attributes:
        rate: highest learning rate.
        epochs: how often each example is read.
        pieces: most in a batch, padding included.
        floor: share of the rate that is left at the end, 0..1.
        warmup: share of the batches in which the rate rises, 0..1.
        counts: share of the weights after the stage in those that go on; the rest are those before it, 0..1.
    """

    rate: float = 1e-4
    epochs: int = 1
    pieces: int = 3200
    floor: float = 0.0
    warmup: float = 0.06
    counts: float = 1.0


def fit(
    network: SpanNetwork,
    tokenizer: Tokenizer,
    examples: Sequence[Example],
    stage: Stage,
    chance: random.Random,
    report: Callable[[str], None],
) -> None:
    """Trains in place. Word vectors stay as they are: fine-tuning moves only those of words it has seen."""
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    learning = [weights for weights in network.parameters() if weights.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": [weights for weights in learning if weights.ndim > 1], "weight_decay": 0.01},
            {"params": [weights for weights in learning if weights.ndim == 1], "weight_decay": 0.0},
        ],
        lr=stage.rate,
    )
    planned = [
        batch
        for _ in range(stage.epochs)
        for batch in batches([encoded(example, tokenizer, chance) for example in examples], stage.pieces, chance)
    ]
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _share(step, len(planned), stage))
    network.train()
    began, recent = time.monotonic(), 0.0
    for number, batch in enumerate(planned, 1):
        inputs = tensors(batch, PADDING)
        outputs = network(inputs.pop("ids"), inputs.pop("mask"))
        cost = loss(outputs, **inputs)
        optimiser.zero_grad()
        cost.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        schedule.step()
        recent += (float(cost.detach()) - recent) / min(number, 50)
        if number % 50 == 0:
            report(
                f"batch {number}/{len(planned)}: loss {recent:.3f}, {(time.monotonic() - began) / number:.2f} s each"
            )
    network.eval()


def _share(step: int, steps: int, stage: Stage) -> float:
    warm = max(1, math.ceil(steps * stage.warmup))
    if step < warm:
        return (step + 1) / warm
    return stage.floor + (1 - stage.floor) * max(0.0, (steps - step) / max(1, steps - warm))
