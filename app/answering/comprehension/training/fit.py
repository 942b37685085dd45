"""Training: examples in, the network better at them."""

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import torch
from torch import nn

from app.answering.comprehension.sequence import PADDING
from app.answering.comprehension.training.encoding import Encoder
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.groups import Beside, batches, tensors
from app.answering.comprehension.training.loss import loss
from app.answering.comprehension.training.negatives import Told
from app.answering.comprehension.training.network import SpanNetwork


@dataclass(frozen=True)
class Course:
    """How it is trained.

    Attributes:
        rate: highest learning rate.
        epochs: how often each example is read, each time in a language and beside passages that chance draws.
        pieces: most in a batch, padding included.
        warmup: batches in which the rate rises; from there it falls to nothing.
        beside: what is read beside the passage of a question.
    """

    rate: float = 4e-4
    epochs: int = 8
    pieces: int = 48_000
    warmup: int = 150
    beside: Beside = field(default_factory=Beside)


def fit(
    network: SpanNetwork,
    encoder: Encoder,
    examples: Sequence[Example],
    nearest: Sequence[Sequence[Told]],
    course: Course,
    chance: random.Random,
    report: Callable[[str], None],
) -> None:
    """Trains in place, on the device that the network is on; with bfloat16 where that is a GPU.

    Args:
        network: is trained.
        encoder: makes sequences of examples.
        examples: are read.
        nearest: for each of them passages that look as if they answered.
        course: how.
        chance: draws what is read beside them, and in which order.
        report: told how it goes.
    """
    device = next(network.parameters()).device
    learning = list(network.parameters())
    optimiser = torch.optim.AdamW(
        [
            {"params": [weights for weights in learning if weights.ndim > 1], "weight_decay": 0.01},
            {"params": [weights for weights in learning if weights.ndim == 1], "weight_decay": 0.0},
        ],
        lr=course.rate,
    )
    network.train()
    began, step, steps = time.monotonic(), 0, 0
    for epoch in range(course.epochs):
        groups = [course.beside.group(one, near, encoder, chance) for one, near in zip(examples, nearest, strict=True)]
        planned = list(batches(groups, course.pieces, chance))
        steps = steps or len(planned) * course.epochs
        lost = 0.0
        for batch in planned:
            for part in optimiser.param_groups:
                part["lr"] = course.rate * _share(step, steps, course.warmup)
            inputs = {name: values.to(device) for name, values in tensors(batch, PADDING).items()}
            with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
                outputs = network(inputs.pop("ids"), inputs.pop("mask"))
            cost = loss(outputs, **inputs)
            optimiser.zero_grad()
            cost.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(learning, 1.0)
            optimiser.step()
            step += 1
            lost += float(cost.detach()) / len(planned)
        report(f"epoch {epoch + 1}/{course.epochs}: loss {lost:.3f}, {(time.monotonic() - began) / step:.2f} s a batch")
    network.eval()


def _share(step: int, steps: int, warmup: int) -> float:
    """Of the highest rate, 0..1: it rises over the first batches, and falls to nothing."""
    rising = min(1.0, (step + 1) / max(1, min(warmup, math.ceil(steps / 4))))
    return rising * max(0.0, (steps - step) / steps)
