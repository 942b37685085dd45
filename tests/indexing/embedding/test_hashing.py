import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.embedding.hashing import DIMENSIONS, HashingEmbedding
from indexing.embedding.keys import embedding_key


def cosine(one: str, other: str) -> float:
    embedder = HashingEmbedding()
    return float(np.dot(embedder.get_text_embedding(one), embedder.get_text_embedding(other)))


@given(text=st.text(max_size=80))
def test_a_hashed_text_is_a_unit_vector_or_zero(text: str) -> None:
    vector = np.asarray(HashingEmbedding().get_text_embedding(text))

    assert vector.shape == (DIMENSIONS,)
    assert np.linalg.norm(vector) == pytest.approx(1.0) or not vector.any()


def test_a_text_without_letters_or_digits_has_the_zero_vector() -> None:
    assert not any(HashingEmbedding().get_text_embedding("… ― !?"))


def test_inflected_korean_words_are_nearer_than_unrelated_ones() -> None:
    assert cosine("서울시청에서", "서울시청은") > 0.5 > cosine("서울시청에서", "고속도로는")


def test_words_in_another_case_or_unicode_form_are_equal() -> None:
    assert cosine("Metropolis 한강", "METROPOLIS 한강") == pytest.approx(1.0)


def test_queries_and_passages_are_hashed_alike() -> None:
    embedder = HashingEmbedding()

    assert embedder.get_query_embedding("한강 불빛") == embedder.get_text_embedding("한강 불빛")


def test_a_batch_gives_the_vectors_of_its_texts_in_order() -> None:
    embedder = HashingEmbedding(embed_batch_size=2)
    texts = ["하나", "둘", "셋"]

    assert embedder.get_text_embedding_batch(texts) == [embedder.get_text_embedding(text) for text in texts]


def test_vectors_are_the_same_in_every_process() -> None:
    program = (
        "from indexing.embedding.hashing import HashingEmbedding as H;"
        "print([i for i, x in enumerate(H().get_text_embedding('한강 불빛 29일')) if x])"
    )

    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    vector = HashingEmbedding().get_text_embedding("한강 불빛 29일")
    assert printed == {f"{[index for index, value in enumerate(vector) if value]}\n"}


def test_the_key_of_hashed_vectors_names_their_dimension() -> None:
    assert embedding_key(HashingEmbedding()) == "hashing-512/1"
