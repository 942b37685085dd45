import math
from collections.abc import Sequence

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.network import SpanNetwork, between, loss

LENGTH = 7
LOGITS = st.lists(st.floats(-8, 8, width=32), min_size=LENGTH, max_size=LENGTH)
PASSAGE = range(2, 6)
"""Pieces that may be an answer; the others are the question, separators and padding."""
PLACES = st.sets(st.sampled_from(PASSAGE), min_size=1)


def marks(*rows: Sequence[int] | set[int] | range) -> Tensor:
    return torch.tensor([[place in row for place in range(LENGTH)] for row in rows])


def share(logits: list[float], right: set[int]) -> float:
    weights = {place: math.exp(logits[place]) for place in PASSAGE}
    return sum(weights[place] for place in right) / sum(weights.values())


@given(LOGITS, LOGITS, PLACES, PLACES, st.lists(st.floats(-5, 5, width=32), min_size=len(Kind), max_size=len(Kind)))
def test_the_loss_is_what_the_right_kind_starts_and_ends_lack_to_be_certain(
    start: list[float], end: list[float], starts: set[int], ends: set[int], kind: list[float]
) -> None:
    outputs = torch.tensor([start]), torch.tensor([end]), torch.tensor([kind])

    found = loss(outputs, marks(PASSAGE), marks(starts), marks(ends), torch.tensor([1]))

    certain = math.exp(kind[1]) / sum(map(math.exp, kind))
    expected = -math.log(certain) - (math.log(share(start, starts)) + math.log(share(end, ends))) / 2
    assert float(found) == pytest.approx(expected, abs=1e-3)


@given(LOGITS, LOGITS)
def test_what_is_no_passage_is_no_answer_whatever_its_logits(start: list[float], end: list[float]) -> None:
    kind = torch.zeros(1, len(Kind))
    costs = []
    for outside in (-9.0, 9.0):
        rows = (torch.tensor([[*([outside] * 2), *row[2:6], outside]]) for row in (start, end))
        costs.append(float(loss((*rows, kind), marks(PASSAGE), marks({3}), marks({4}), torch.tensor([0]))))

    assert costs[0] == pytest.approx(costs[1], abs=1e-4)


def test_a_question_without_an_answer_teaches_only_its_kind() -> None:
    start, end = torch.randn(2, LENGTH, requires_grad=True), torch.randn(2, LENGTH, requires_grad=True)
    kind = torch.zeros(2, len(Kind), requires_grad=True)

    loss((start, end, kind), marks(PASSAGE, PASSAGE), marks({3}, ()), marks({4}, ()), torch.tensor([0, 3])).backward()

    for logits in (start, end):
        assert logits.grad is not None
        assert logits.grad[0].any()
        assert not logits.grad[1].any()
    assert kind.grad is not None
    assert kind.grad.any(1).all()


def test_where_no_question_has_an_answer_the_loss_is_that_of_the_kinds() -> None:
    outputs = torch.randn(2, LENGTH), torch.randn(2, LENGTH), torch.zeros(2, len(Kind))

    found = loss(outputs, marks(PASSAGE, PASSAGE), marks((), ()), marks((), ()), torch.tensor([3, 3]))

    assert float(found) == pytest.approx(math.log(len(Kind)))


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


def test_between_is_a_weighted_mean_of_weights_and_leaves_counts_alone() -> None:
    first = {"weight": torch.tensor([0.0, 2.0]), "positions": torch.tensor([1, 2])}
    last = {"weight": torch.tensor([1.0, 4.0]), "positions": torch.tensor([3, 4])}

    found = between(first, last, 0.25)

    assert found["weight"].tolist() == [0.25, 2.5]
    assert found["positions"].tolist() == [3, 4]
    assert between(first, last, 1)["weight"].tolist() == last["weight"].tolist()
