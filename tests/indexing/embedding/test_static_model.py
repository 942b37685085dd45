from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from indexing.embedding.static_model import StaticModel
from indexing.errors import EmbeddingError

WORDS = ["[UNK]", "서울", "축제", "rain"]
TABLE = np.array([[0, 0], [3, 4], [0, 2], [-1, 0]], np.float32)


def save(folder: Path, tensors: dict[str, np.ndarray]) -> Path:
    tokenizer = Tokenizer(WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.enable_padding()
    tokenizer.enable_truncation(2)
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file(tensors, folder / "model.safetensors")
    return folder


@pytest.fixture(params=["plain", "half", "rounded"])
def model(request: pytest.FixtureRequest, tmp_path: Path) -> StaticModel:
    tensors = {
        "plain": {"embedding.weight": TABLE},
        "half": {"embedding.weight": TABLE.astype(np.float16)},
        "rounded": {
            "embeddings": np.array([[0, 0], [96, 127], [0, 127], [-127, 0]], np.int8),
            "weights": np.array([1, 4 / 127, 2 / 127, 1 / 127], np.float32),
        },
    }[request.param]
    return StaticModel.load(save(tmp_path, tensors))


def test_a_text_is_the_normalised_sum_of_its_tokens(model: StaticModel) -> None:
    found = model.encode(["서울 축제", "rain", "축제 서울"])

    expected = np.array([[3, 6], [-1, 0], [3, 6]]) / np.array([[45**0.5], [1], [45**0.5]])
    assert found == pytest.approx(expected, abs=5e-3)
    assert found.dtype == np.float32


def test_texts_without_a_known_token_have_the_zero_vector(model: StaticModel) -> None:
    assert not model.encode(["", "부산", "부산 대구"]).any()
    assert model.encode([]).shape == (0, 2)


def test_a_saved_limit_or_padding_changes_nothing(model: StaticModel) -> None:
    (vector,) = model.encode(["rain rain 서울"])

    assert vector == pytest.approx(np.array([1, 4]) / 17**0.5, abs=1e-2)


def test_token_vectors_have_unit_length_weights_and_places(model: StaticModel) -> None:
    (tokens,) = model.token_vectors(["rain 서울 부산"])

    assert tokens.vectors == pytest.approx(np.array([[-1, 0], [0.6, 0.8], [0, 0]]), abs=5e-3)
    assert tokens.weights == pytest.approx([1, 5, 0], abs=3e-2)
    assert tokens.spans.tolist() == [[0, 4], [5, 7], [8, 10]]


def test_an_empty_text_has_no_token_vectors(model: StaticModel) -> None:
    (tokens,) = model.token_vectors([""])

    assert (tokens.vectors.shape, tokens.weights.shape, tokens.spans.shape) == ((0, 2), (0,), (0, 2))


@pytest.mark.parametrize("broken", ["tokenizer.json", "model.safetensors"])
@pytest.mark.parametrize("how", ["missing", "damaged"])
def test_a_missing_or_damaged_file_is_named(tmp_path: Path, broken: str, how: str) -> None:
    save(tmp_path, {"embedding.weight": TABLE})
    if how == "missing":
        (tmp_path / broken).unlink()
    else:
        (tmp_path / broken).write_bytes(b"{]")

    with pytest.raises(EmbeddingError, match=str(tmp_path)):
        StaticModel.load(tmp_path)


def test_a_table_that_does_not_fit_the_vocabulary_is_refused(tmp_path: Path) -> None:
    save(tmp_path, {"embedding.weight": TABLE[:2]})

    with pytest.raises(EmbeddingError, match="no table of 4 token vectors"):
        StaticModel.load(tmp_path)
