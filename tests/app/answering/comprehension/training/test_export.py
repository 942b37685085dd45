from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from tokenizers import Tokenizer

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.model import NETWORK_FILE, TOKENIZER_FILE, ComprehensionModel, Extract
from app.answering.comprehension.sequence import PADDING, SEQUENCE_PIECES
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.export import _stored
from app.answering.comprehension.training.network import SpanNetwork


@pytest.fixture(scope="module")
def session(model_folder: Path) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(model_folder / NETWORK_FILE), providers=["CPUExecutionProvider"])


@pytest.mark.parametrize(
    ("rows", "length"), [(1, 2), (1, 5), (1, SEQUENCE_PIECES), (3, 17), (5, SEQUENCE_PIECES), (40, 30)]
)
def test_a_batch_of_any_size_gives_what_torch_gives_up_to_the_rounding(
    session: onnxruntime.InferenceSession, trained: SpanNetwork, tokenizer: Tokenizer, rows: int, length: int
) -> None:
    chance = np.random.default_rng(rows * length)
    ids = chance.integers(0, tokenizer.get_vocab_size(), (rows, length))
    mask = np.ones_like(ids)
    for row in range(1, rows):
        read = chance.integers(2, length + 1)
        ids[row, read:], mask[row, read:] = PADDING, 0
    with torch.no_grad():
        expected = [logits.numpy() for logits in trained(torch.tensor(ids), torch.tensor(mask))]

    found = session.run(["start", "end", "kind"], {"ids": ids, "mask": mask})

    for ours, theirs in zip(found, expected, strict=True):
        assert ours.shape == theirs.shape
        read = mask.astype(bool) if ours.shape == mask.shape else np.ones(ours.shape, bool)
        errors = (ours - theirs)[read]
        assert np.sqrt((errors**2).mean()) < 0.08 * theirs[read].std()
        assert np.abs(errors).max() < 0.4


def test_large_tables_are_stored_in_a_byte_a_number(model_folder: Path, trained: SpanNetwork) -> None:
    graph = onnx.load(model_folder / NETWORK_FILE).graph
    numbers = dict.fromkeys((onnx.TensorProto.INT8, onnx.TensorProto.FLOAT), 0)
    for tensor in graph.initializer:
        if tensor.data_type in numbers:
            numbers[tensor.data_type] += int(np.prod(tensor.dims))
    weights = [one for one in trained.encoder.parameters() if one.ndim == 2 and one.numel() >= 4096]

    assert numbers[onnx.TensorProto.INT8] == sum(one.numel() for one in weights)
    assert numbers[onnx.TensorProto.FLOAT] < 0.15 * numbers[onnx.TensorProto.INT8]


@pytest.mark.parametrize("axis", [0, 1])
def test_rounding_moves_no_number_by_more_than_half_a_step_of_its_row_or_column(axis: int) -> None:
    weights = np.random.default_rng(0).normal(size=(9, 5)).astype(np.float32) * np.logspace(-3, 3, 5, dtype=np.float32)
    weights[3], weights[:, 2] = 0, 0
    graph = onnx.GraphProto()

    _stored(graph, onnx.numpy_helper.from_array(weights, "w"), axis)

    rounded, scales = (onnx.numpy_helper.to_array(one) for one in graph.initializer)
    steps = scales[:, None] if axis == 0 else scales
    assert rounded.dtype == np.int8
    assert (np.abs(rounded * steps - weights) <= steps * 0.501).all()


def test_beside_longer_extracts_an_extract_is_read_as_it_is_alone(
    model: ComprehensionModel, learnt: Sequence[Example]
) -> None:
    question = learnt[0].question
    extracts = [Extract(one.title, one.passage * repeated) for one in learnt for repeated in (1, 4)]

    together = model.read(question, extracts)
    alone = [model.read(question, [extract])[0] for extract in extracts]

    for one, other in zip(together, alone, strict=True):
        assert np.array_equal(one.offsets, other.offsets)
        assert one.starts == pytest.approx(other.starts, abs=1e-3)
        assert one.ends == pytest.approx(other.ends, abs=1e-3)
        assert [one.kinds[kind] for kind in Kind] == pytest.approx([other.kinds[kind] for kind in Kind], abs=1e-4)


def test_the_tokeniser_that_ships_is_the_one_that_was_trained_with(model_folder: Path, tokenizer: Tokenizer) -> None:
    shipped = Tokenizer.from_file(str(model_folder / TOKENIZER_FILE))
    text = "지난 토요일  서울에서 9㎞를 the new\nMarch 漢字 걸었다."

    ours, theirs = (one.encode(text, add_special_tokens=False) for one in (tokenizer, shipped))

    assert (ours.ids, ours.offsets) == (theirs.ids, theirs.offsets)


def test_the_network_says_nothing_of_the_machine_it_was_made_on(model_folder: Path) -> None:
    assert b"stack_trace" not in (model_folder / NETWORK_FILE).read_bytes()
    assert str(Path(torch.__file__).parent).encode() not in (model_folder / NETWORK_FILE).read_bytes()
