import torch

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.network import SpanNetwork


def test_there_is_a_start_and_an_end_for_each_piece_and_a_kind_for_each_row(untrained: SpanNetwork) -> None:
    ids = torch.randint(4, 20, (3, 9))
    with torch.no_grad():
        start, end, kind = untrained(ids, torch.ones_like(ids))

    assert start.shape == end.shape == (3, 9)
    assert kind.shape == (3, len(Kind))
    assert not torch.equal(start, end)


def test_padding_changes_no_logits(untrained: SpanNetwork) -> None:
    ids = torch.randint(4, 20, (2, 9))
    longer = torch.cat([ids, torch.ones(2, 5, dtype=torch.long)], 1)
    with torch.no_grad():
        alone = untrained(ids, torch.ones_like(ids))
        padded = untrained(longer, (longer != 1).long())

    assert torch.allclose(alone[0], padded[0][:, :9], atol=1e-5)
    assert torch.allclose(alone[1], padded[1][:, :9], atol=1e-5)
    assert torch.allclose(alone[2], padded[2], atol=1e-5)
