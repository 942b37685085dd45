"""The network: the lower layers of multilingual-e5-small, a start and an end of the answer, and its kind."""

from collections.abc import Mapping
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


def loss(outputs: tuple[Tensor, Tensor, Tensor], passage: Tensor, starts: Tensor, ends: Tensor, kind: Tensor) -> Tensor:
    """Negative log likelihood of the kind and, where there is an answer, of any of its starts and any of its ends.

    `passage`, `starts` and `ends` are (batch, length) booleans: what may be an answer, and what is. All places of an
    answer count alike (Clark and Gardner 2018, https://arxiv.org/abs/1710.10723).
    """
    total = nn.functional.cross_entropy(outputs[2], kind)
    some = starts.any(1) & ends.any(1)
    if bool(some.any()):
        for logits, right in ((outputs[0], starts), (outputs[1], ends)):
            possible = logits.masked_fill(~passage, -1e4)[some]
            total = total - (possible.masked_fill(~right[some], -1e4).logsumexp(1) - possible.logsumexp(1)).mean() / 2
    return total


def between(first: Mapping[str, Tensor], last: Mapping[str, Tensor], share: float) -> dict[str, Tensor]:
    """A weighted mean of two states of one training, which often reads better than either.

    After Wortsman et al. 2022, "Model soups", https://arxiv.org/abs/2203.05482. What is no fraction stays as in `last`.

    Args:
        first: the one state.
        last: the other.
        share: of the other, 0..1.
    """
    return {
        name: torch.lerp(first[name], weights, share) if weights.is_floating_point() else weights
        for name, weights in last.items()
    }
