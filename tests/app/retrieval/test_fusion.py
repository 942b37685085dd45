import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.retrieval.fusion import Ranking, reciprocal_rank_fusion


def test_agreement_of_two_rankings_beats_one_first_place() -> None:
    fused = reciprocal_rank_fusion([Ranking(["a", "b", "c"]), Ranking(["d", "b", "e"])])
    assert fused[0][0] == "b"


def test_scores_follow_the_papers_formula() -> None:
    fused = dict(reciprocal_rank_fusion([Ranking(["a", "b"]), Ranking(["b"], weight=0.5)], rank_constant=60))
    assert fused["a"] == pytest.approx(1 / 61)
    assert fused["b"] == pytest.approx(1 / 62 + 0.5 / 61)


def test_equal_scores_come_in_order_of_id() -> None:
    assert [item for item, _ in reciprocal_rank_fusion([Ranking(["z"]), Ranking(["a"])])] == ["a", "z"]


RANKINGS = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=4)


@given(RANKINGS)
def test_every_id_appears_once_and_scores_fall(rankings: list[list[str]]) -> None:
    fused = reciprocal_rank_fusion([Ranking(ids) for ids in rankings])
    assert {item for item, _ in fused} == {item for ids in rankings for item in ids}
    assert len(fused) == len({item for item, _ in fused})
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)
