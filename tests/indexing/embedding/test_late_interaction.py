import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from llama_index.core import MockEmbedding

from indexing.embedding.bundled import BundledEmbedding
from indexing.embedding.late_interaction import TokenVectors, late_interaction, token_embedder
from indexing.embedding.sentence_transformer import SentenceTransformerEmbedding


def tokens(rows: list[list[float]], weights: list[float]) -> TokenVectors:
    matrix = np.array(rows, np.float32).reshape(len(rows), 2)
    return TokenVectors.alone(matrix, np.array(weights, np.float32), np.zeros((len(rows), 2), np.int64))


def test_each_token_of_the_query_counts_its_best_match_by_its_weight() -> None:
    query = tokens([[1, 0], [0, 1]], [3, 1])
    passage = tokens([[0.6, 0.8], [1, 0]], [1, 1])

    assert late_interaction(query, passage) == pytest.approx((3 * 1.0 + 1 * 0.8) / 4)


@pytest.mark.parametrize(("query", "passage"), [([], [[1, 0]]), ([[1, 0]], [])])
def test_a_text_without_tokens_scores_zero(query: list[list[float]], passage: list[list[float]]) -> None:
    assert late_interaction(tokens(query, [1.0] * len(query)), tokens(passage, [1.0] * len(passage))) == 0.0


@given(st.lists(st.floats(0, 6.28), min_size=1, max_size=5), st.lists(st.floats(0, 6.28), min_size=1, max_size=5))
def test_a_score_is_a_cosine_and_a_text_answers_itself_fully(one: list[float], other: list[float]) -> None:
    query, passage = (
        tokens([[float(np.cos(angle)), float(np.sin(angle))] for angle in angles], [1.0] * len(angles))
        for angles in (one, other)
    )

    assert -1.001 <= late_interaction(query, passage) <= 1.001
    assert late_interaction(query, query) == pytest.approx(1.0, abs=1e-5)


def test_only_a_model_with_token_vectors_is_a_token_embedder() -> None:
    bundled = BundledEmbedding()

    assert token_embedder(bundled) is bundled
    assert token_embedder(MockEmbedding(embed_dim=3)) is None
    assert token_embedder(SentenceTransformerEmbedding(model_name="any")) is None
