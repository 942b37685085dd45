"""The network: multilingual-e5-small, a start and an end of the answer, and its kind."""

from collections.abc import Sequence
from typing import cast

import torch
from torch import Tensor, nn
from transformers import BertModel

from app.answering.comprehension.kinds import Kind


class SpanNetwork(nn.Module):
    """Question and passage in, logits out: (batch, length) starts and ends, (batch, kinds)."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.ends = nn.Linear(width, 2)
        self.kind = nn.Sequential(nn.Linear(width, width), nn.Tanh(), nn.Dropout(0.1), nn.Linear(width, len(Kind)))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of the starts, the ends and the kinds; ids and mask are (batch, length)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        start, end = self.ends(states).unbind(-1)
        return start, end, cast(Tensor, self.kind(states[:, 0]))


def mean_network(networks: Sequence[SpanNetwork]) -> SpanNetwork:
    """One network with the mean of the weights of several that began as the same; the first is changed to it.

    Networks that began alike and learnt in other orders lie in one basin, in whose middle the loss is lower.
    """
    first, *others = networks
    with torch.no_grad():
        for name, weights in first.named_parameters():
            weights.copy_(torch.stack([weights, *(other.get_parameter(name) for other in others)]).mean(0))
    return first
