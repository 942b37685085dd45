import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from app.retrieval.features import MEANING, NAMES
from app.retrieval.ranking import RankingModel

NUMBERS = st.floats(-100, 100)
MODELS = st.builds(
    RankingModel, st.dictionaries(st.sampled_from(NAMES), NUMBERS), st.floats(0.001, 5), st.floats(-10, 10)
)
ROWS = st.integers(0, 5).flatmap(lambda rows: arrays.arrays(float, (rows, len(NAMES)), elements=NUMBERS))


@given(MODELS, ROWS)
def test_the_shares_of_the_features_add_up_to_the_score(model: RankingModel, features: np.ndarray) -> None:
    shares = model.shares(features)
    assert shares.shape == features.shape
    assert shares.sum(axis=1) == pytest.approx(model.scores(features), rel=1e-6, abs=1e-6)


def test_a_feature_counts_by_its_own_weight_and_without_one_not_at_all() -> None:
    model = RankingModel({"cosine": 2.0, "recency": -3.0})
    features = np.zeros((2, len(NAMES)))
    features[0, NAMES.index("cosine")] = 0.5
    features[1, NAMES.index("recency")] = 1.0
    features[:, NAMES.index("keywords")] = 7.0
    assert model.scores(features).tolist() == [1.0, -3.0]
    assert model.shares(features)[:, NAMES.index("keywords")].tolist() == [0.0, 0.0]


@given(MODELS, st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_a_probability_is_bounded_and_never_falls_with_the_score(model: RankingModel, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= model.answerable(low) <= model.answerable(high) <= 1


def test_a_probability_is_the_logistic_function_of_the_score() -> None:
    model = RankingModel({}, slope=0.5, offset=-1.0)
    assert model.answerable(2.0) == 0.5
    assert model.answerable(2.0 + 2 * math.log(3)) == pytest.approx(0.75)


@pytest.mark.parametrize("token_vectors", [True, False])
def test_the_shipped_model_weighs_known_features_and_knows_more_from_less(token_vectors: bool) -> None:
    model = RankingModel.load(token_vectors=token_vectors)
    assert set(model.weights) <= set(NAMES)
    assert all(math.isfinite(weight) for weight in model.weights.values())
    assert model.slope > 0
    assert model.answerable(-1e9) < 0.01 < 0.99 < model.answerable(1e9)


def test_the_shipped_model_for_one_vector_a_text_uses_no_feature_that_needs_token_vectors() -> None:
    used = {name.removesuffix("_across_languages") for name in RankingModel.load(token_vectors=False).weights}
    assert used.isdisjoint(MEANING)
    assert set(MEANING) <= set(RankingModel.load(token_vectors=True).weights)
