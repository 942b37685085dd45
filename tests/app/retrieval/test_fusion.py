import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.retrieval.fusion import CROSSING, NAMES, FusionModel, fusion_features

COSINES = {"near": 0.8, "both": 0.5, "far": 0.2}
KEYWORDS = {"both": 9.0, "worded": 3.0}


def row(passage: str, *, foreign: bool = False) -> dict[str, float]:
    (values,) = fusion_features([passage], COSINES, KEYWORDS, [foreign])
    return dict(zip(NAMES, values.tolist(), strict=True))


def test_each_side_says_how_near_a_passage_is_and_at_which_place_it_found_it() -> None:
    found = row("both")
    assert found["cosine"] == 0.5
    assert found["vectors_rank"] == pytest.approx(1 / 6)
    assert found["keywords"] == pytest.approx(np.log(10))
    assert found["keywords_share"] == 1.0
    assert found["keywords_rank"] == pytest.approx(1 / 5)


def test_a_passage_that_one_side_alone_found_is_last_for_the_other() -> None:
    worded, near = row("worded"), row("near")
    assert (worded["cosine"], worded["vectors_rank"]) == (0.2, 0.0)
    assert (near["keywords"], near["keywords_share"], near["keywords_rank"]) == (0.0, 0.0, 0.0)


def test_what_crosses_languages_counts_apart() -> None:
    same, other = row("both"), row("both", foreign=True)
    assert other["other_language"] == 1.0
    for name in CROSSING:
        assert same[f"{name}_across_languages"] == 0.0
        assert other[f"{name}_across_languages"] == other[name] == same[name]


def test_with_the_shipped_weights_agreement_of_both_sides_beats_one_alone() -> None:
    cosines, keywords = {"meaning": 0.5, "both": 0.5}, {"wording": 6.0, "both": 6.0}
    features = fusion_features(["meaning", "wording", "both"], cosines, keywords, [False] * 3)
    assert int(FusionModel.load().scores(features).argmax()) == 2


def test_with_the_shipped_weights_a_passage_of_the_other_language_needs_no_words_in_common() -> None:
    """An English question: a Korean passage near in meaning before an English one that shares some of its words."""
    cosines, keywords = {"korean": 0.55, "english": 0.3}, {"english": 4.0}
    features = fusion_features(["english", "korean"], cosines, keywords, [False, True])
    assert int(FusionModel.load().scores(features).argmax()) == 1


IDS = st.sampled_from("abcdefgh")
FOUND = st.dictionaries(IDS, st.floats(0, 1), max_size=6)


@given(FOUND, FOUND)
def test_every_passage_has_a_row_of_finite_numbers(cosines: dict[str, float], keywords: dict[str, float]) -> None:
    ids = list(cosines | keywords)
    features = fusion_features(ids, cosines, keywords, [False] * len(ids))
    assert features.shape == (len(ids), len(NAMES))
    assert np.isfinite(features).all()
    assert FusionModel.load().scores(features).shape == (len(ids),)


def test_a_feature_without_a_weight_counts_nothing() -> None:
    features = fusion_features(["near", "far"], COSINES, KEYWORDS, [False, True])
    assert FusionModel({"cosine": 2.0}).scores(features).tolist() == [1.6, 0.4]


def test_the_shipped_weights_are_of_this_version() -> None:
    assert tuple(FusionModel.load().weights) == NAMES
