"""From a table of vectors to the files that ship: a sentence-transformers folder with int8 rows."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexing.embedding.static_model import TOKENIZER_FILE, WEIGHTS_FILE
from indexing.embedding.training.pieces import Piece, make_tokenizer
from indexing.embedding.training.units import Matrix

_BYTES_A_PIECE = 30
"""What a piece takes in tokenizer.json beside its row; measured 18 on average, and room to spare."""
_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def kept_pieces(pieces: Sequence[Piece], dimensions: int, megabytes: float) -> list[int]:
    """Numbers of the pieces to ship, in order: the rarest go first, single syllables and letters never.

    Args:
        pieces: the vocabulary.
        dimensions: bytes of a row.
        megabytes: most that the folder may take, in millions of bytes.
    """
    most = int(megabytes * 1e6) // (dimensions + 4 + _BYTES_A_PIECE)
    by_count = sorted(range(len(pieces)), key=lambda number: (len(pieces[number].bare) > 1, -pieces[number].count))
    return sorted(by_count[:most])


def write_model(folder: Path, pieces: Sequence[Piece], table: Matrix) -> None:
    """Writes tokenizer, weights and module list; an existing folder's files are replaced.

    Rows are rounded to int8, each with its own scale, in the tensors' names of model2vec, which sentence-transformers
    reads since 6.2: it costs nothing measurable (README.md) and takes a quarter of the place.

    Args:
        folder: made when missing.
        pieces: the vocabulary.
        table: one row a piece, the unknown's first; shape (pieces + 1, dimensions).
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    tokenizer = json.loads(make_tokenizer(pieces).to_str())
    _write_json(folder / TOKENIZER_FILE, tokenizer)
    rows, scales = rounded(table)
    save_file({"embeddings": rows, "weights": scales}, folder / WEIGHTS_FILE)
    _write_json(folder / "modules.json", _MODULES)
    _write_json(folder / "1_Normalize" / "config.json", {})
    _write_json(folder / "config_sentence_transformers.json", {"prompts": {}, "similarity_fn_name": "cosine"})


def rounded(table: Matrix) -> tuple[NDArray[np.int8], Matrix]:
    """int8 rows and the float32 scale of each; ``rows * scales[:, None]`` is the table, to 1/254 of a row's largest."""
    scales = (np.abs(table).max(axis=1) / 127).astype(np.float32)
    rows = np.divide(table, scales[:, None], out=np.zeros_like(table), where=scales[:, None] > 0)
    return np.rint(rows).astype(np.int8), scales


def _write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
