import random
from collections.abc import Sequence

import pytest
import torch
from tokenizers import Tokenizer

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import ComprehensionModel, Extract
from app.answering.comprehension.sequence import PADDING
from app.answering.comprehension.training.encoding import encoded, tensors
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.fit import Stage, _share
from app.answering.comprehension.training.network import SpanNetwork, loss


def cost(network: SpanNetwork, tokenizer: Tokenizer, examples: Sequence[Example]) -> float:
    inputs = tensors([encoded(one, tokenizer, random.Random(0)) for one in examples], PADDING)
    with torch.no_grad():
        return float(loss(network(inputs.pop("ids"), inputs.pop("mask")), **inputs))


def test_a_network_that_reads_examples_again_and_again_knows_them_by_heart(
    untrained: SpanNetwork, trained: SpanNetwork, tokenizer: Tokenizer, learnt: Sequence[Example]
) -> None:
    before, after = (cost(network, tokenizer, learnt) for network in (untrained, trained))

    assert before > 2
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


def test_word_vectors_stay_as_they_are_and_the_rest_moves(untrained: SpanNetwork, trained: SpanNetwork) -> None:
    before, after = untrained.state_dict(), trained.state_dict()
    same = {name for name in before if torch.equal(before[name], after[name])}

    assert {name for name in same if name.endswith("weight")} == {"encoder.embeddings.word_embeddings.weight"}
    assert not trained.training


@pytest.mark.parametrize("floor", [0.0, 0.5])
def test_the_rate_rises_to_its_height_and_falls_to_its_floor(floor: float) -> None:
    stage = Stage(floor=floor, warmup=0.1)
    shares = [_share(step, 100, stage) for step in range(100)]

    assert shares[:11] == sorted(shares[:11])
    assert shares[10] == max(shares) == 1
    assert shares[10:] == sorted(shares[10:], reverse=True)
    assert floor <= shares[-1] < floor + 0.02
    assert _share(0, 1, stage) == 1
