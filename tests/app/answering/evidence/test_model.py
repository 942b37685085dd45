import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.evidence.model import NAMES, EvidenceModel, best_odds, in_order, log_odds

NUMBERS = st.floats(-1e6, 1e6)


@given(st.lists(NUMBERS, min_size=len(NAMES), max_size=len(NAMES)), st.sampled_from(NAMES), st.floats(-10, 10))
def test_a_feature_counts_by_its_own_weight_and_without_one_not_at_all(
    features: list[float], name: str, weight: float
) -> None:
    assert EvidenceModel({name: weight}).score(features) == weight * features[NAMES.index(name)]
    assert EvidenceModel({}).score(features) == 0


def test_scores_of_two_features_add_up() -> None:
    features = [0.0] * len(NAMES)
    features[NAMES.index("support")], features[NAMES.index("lead")] = 0.5, 1.0
    assert EvidenceModel({"support": 4.0, "lead": -0.5}).score(features) == 1.5


@pytest.mark.parametrize("count", [0, len(NAMES) - 1, len(NAMES) + 1])
def test_features_of_another_length_are_refused(count: int) -> None:
    with pytest.raises(ValueError, match="zip"):
        EvidenceModel({}).score([0.0] * count)


@given(st.floats(0.0001, 0.9999))
def test_log_odds_are_those_of_the_probability(probability: float) -> None:
    assert 1 / (1 + math.exp(-log_odds(probability))) == pytest.approx(probability)
    assert log_odds(1 - probability) == pytest.approx(-log_odds(probability), abs=1e-6)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_a_score_of_any_reranker_has_log_odds_in_its_order(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert -9.3 < log_odds(low) <= log_odds(high) < 9.3
    assert log_odds(-math.inf) == log_odds(0.0)
    assert log_odds(17.0) == log_odds(1.0)
    assert log_odds(math.nan) == log_odds(0.0)


@pytest.mark.parametrize("token_vectors", [True, False])
def test_the_shipped_model_weighs_known_features(token_vectors: bool) -> None:
    model = EvidenceModel.load(token_vectors=token_vectors)
    assert set(model.weights) <= set(NAMES)
    assert all(math.isfinite(weight) for weight in model.weights.values())
    assert model.weights["support"] > 0 > model.weights["period_missing"]


def test_the_shipped_model_for_one_vector_a_text_uses_no_feature_that_needs_token_vectors() -> None:
    needy = {"cosine", "interaction"}
    assert needy.isdisjoint(EvidenceModel.load(token_vectors=False).weights)
    assert needy <= set(EvidenceModel.load(token_vectors=True).weights)


def test_of_some_probabilities_the_best_counts() -> None:
    assert best_odds([0.2, 0.75, 0.5]) == pytest.approx(math.log(3))


def test_features_are_put_in_the_order_of_the_weights_whatever_order_they_are_found_in() -> None:
    values = {name: float(place) for place, name in enumerate(NAMES)}
    assert in_order(dict(reversed(values.items()))) == tuple(range(len(NAMES)))
    with pytest.raises(KeyError, match="lead"):
        in_order({name: value for name, value in values.items() if name != "lead"})
