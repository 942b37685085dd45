import random
from collections.abc import Sequence

import pytest
import torch
from tokenizers import Tokenizer

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import ComprehensionModel, Extract
from app.answering.comprehension.sequence import PADDING
from app.answering.comprehension.training.encoding import Encoder
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.fit import _share
from app.answering.comprehension.training.groups import tensors
from app.answering.comprehension.training.loss import loss
from app.answering.comprehension.training.network import SpanNetwork


def cost(network: SpanNetwork, tokenizer: Tokenizer, examples: Sequence[Example]) -> float:
    encoder = Encoder(tokenizer)
    inputs = tensors([[encoder.part(one.question, one, random.Random(0))] for one in examples], PADDING)
    with torch.no_grad():
        return float(loss(network(inputs.pop("ids"), inputs.pop("mask")), **inputs))


def test_a_network_that_reads_examples_again_and_again_knows_them_by_heart(
    untrained: SpanNetwork, trained: SpanNetwork, tokenizer: Tokenizer, learnt: Sequence[Example]
) -> None:
    before, after = (cost(network, tokenizer, learnt) for network in (untrained, trained))

    assert before > 4
    assert after < 0.1


def test_the_exported_model_marks_what_was_learnt_without_the_space_before_it(
    model: ComprehensionModel, learnt: Sequence[Example]
) -> None:
    for example in learnt:
        (reading,) = model.read(example.question, [Extract(example.title, example.passage)])
        best = reading.best(0, len(example.passage))

        assert max(reading.kinds, key=lambda kind: reading.kinds[kind]) == example.kind
        assert best is not None
        if example.kind != Kind.NONE:
            assert (best.start, best.end) in example.spans


def test_every_weight_that_an_example_uses_moves(untrained: SpanNetwork, trained: SpanNetwork) -> None:
    before, after = untrained.state_dict(), trained.state_dict()
    same = {name for name in before if torch.equal(before[name], after[name])}

    assert {name for name in same if name.endswith("weight")} == set()
    assert not trained.training


@pytest.mark.parametrize("warmup", [10, 1000])
def test_the_rate_rises_to_its_height_and_falls_to_nothing(warmup: int) -> None:
    shares = [_share(step, 100, warmup) for step in range(100)]
    top = shares.index(max(shares))

    assert shares[: top + 1] == sorted(shares[: top + 1])
    assert shares[top:] == sorted(shares[top:], reverse=True)
    assert top < 30
    assert 0.7 < shares[top] <= 1
    assert 0 < shares[-1] < 0.02
    assert _share(0, 1, warmup) == 1
