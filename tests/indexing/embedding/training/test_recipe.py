from pathlib import Path

import numpy as np
import pytest

from indexing.embedding.static_model import StaticModel
from indexing.embedding.training.parallel import Pair
from indexing.embedding.training.recipe import Trained


def test_a_toy_model_finds_translations_it_never_saw(toy_folder: Path, held_back: list[Pair]) -> None:
    model = StaticModel.load(toy_folder)

    korean, english = (model.encode([pair[side] for pair in held_back]) for side in (0, 1))

    assert ((english @ korean.T).argmax(axis=1) == np.arange(len(held_back))).mean() > 0.9


def test_every_piece_has_a_row_and_the_unknown_has_none(trained: Trained) -> None:
    assert trained.table.shape == (len(trained.pieces) + 1, 16)
    assert not trained.table[0].any()
    assert np.isfinite(trained.table).all()


def test_sentence_transformers_loads_the_folder_and_gives_the_same_vectors(
    toy_folder: Path, held_back: list[Pair]
) -> None:
    from sentence_transformers import SentenceTransformer

    texts = [text for pair in held_back for text in pair]

    theirs = SentenceTransformer(str(toy_folder), device="cpu").encode(texts)

    assert StaticModel.load(toy_folder).encode(texts) == pytest.approx(theirs, abs=1e-5)
