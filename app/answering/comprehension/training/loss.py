"""What the network lacks to be right about a batch of groups."""

from typing import Final

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, one_hot

from app.answering.comprehension.kinds import Kind

_KINDS: Final = list(Kind)
_YES, _NO = _KINDS.index(Kind.YES), _KINDS.index(Kind.NO)
_WITHIN: Final = 0.5
"""What finding the answer within the right passage counts beside finding it among all that is read for a question."""
_VERDICT: Final = 0.5
"""What telling yes from no counts: few rows ask for it, so that the loss of the kinds hardly notices."""
_NEVER: Final = -1e4


def loss(
    outputs: tuple[Tensor, Tensor, Tensor],
    passage: Tensor,
    starts: Tensor,
    ends: Tensor,
    kind: Tensor,
    group: Tensor,
) -> Tensor:
    """Negative log likelihood of kinds, starts and ends.

    A question is answered by one of all pieces that are read for it, or by none of them, whose logit is zero (the
    shared normalisation of Clark and Gardner 2018, https://arxiv.org/abs/1710.10723, with their no-answer option). All
    places of an answer count alike. So logits of different passages can be compared, and zero is a scale for them.

    Args:
        outputs: logits of starts and ends, (batch, length), and of kinds, (batch, kinds).
        passage: what may be an answer, (batch, length), bool.
        starts: where answers begin, likewise.
        ends: where they end, likewise.
        kind: of each row, (batch,).
        group: number of the question that each row is read for, (batch,).
    """
    answered = starts.any(1) & ends.any(1)
    member = one_hot(group).T.bool()
    total = cross_entropy(outputs[2].float(), kind)
    for logits, right in ((outputs[0], starts), (outputs[1], ends)):
        possible = logits.float().masked_fill(~passage, _NEVER)
        whole, part = possible.logsumexp(1), possible.masked_fill(~right, _NEVER).logsumexp(1)
        total = total + _WITHIN * _mean(whole - part, answered) / 2
        none = member.new_zeros(len(member), 1, dtype=whole.dtype)
        all_read = torch.cat([whole.expand(member.shape).masked_fill(~member, _NEVER), none], 1).logsumexp(1)
        found = part.expand(member.shape).masked_fill(~(member & answered), _NEVER).logsumexp(1)
        found = found.where((member & answered).any(1), none[:, 0])
        total = total + (all_read - found).mean() / 2
    verdict = (kind == _YES) | (kind == _NO)
    lean = (outputs[2][:, _YES] - outputs[2][:, _NO]).float()
    wrong = binary_cross_entropy_with_logits(lean, (kind == _YES).float(), reduction="none")
    return total + _VERDICT * _mean(wrong, verdict)


def _mean(values: Tensor, counted: Tensor) -> Tensor:
    return (values * counted).sum() / counted.sum().clamp(min=1)
