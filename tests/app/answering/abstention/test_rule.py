from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.abstention.rule import AbstentionRule, Judgement
from app.answering.answer import RetrievedPassage
from app.answering.close_reading.model import BESIDE, MARGIN, RETRIEVAL, CloseReadingModel, Curve
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.model import NAMES, log_odds
from indexing.article import Article, Passage

_CURVE = Curve({"evidence": 1.0, RETRIEVAL: 1.0})
MODEL = CloseReadingModel({"evidence": 1.0}, _CURVE, _CURVE)
"""Of an even retrieval, a score of 0 is as good as a coin."""
PASSAGE = Passage("p", "a", 0, 0, 4, "본문이다")


def passage(score: float) -> RetrievedPassage:
    return RetrievedPassage.of(PASSAGE, Article("a", "a.txt", "제목", "본문이다"), score)


def evidence(score: float, *, period_missing: bool = False, published: date | None = date(2025, 1, 1)) -> Evidence:
    features = [0.0] * len(NAMES)
    features[NAMES.index("period_missing")] = float(period_missing)
    return Evidence(
        article=Article("a", "a.txt", "제목", "본문이다", published),
        passage=passage(0.5),
        start=0,
        end=4,
        text="본문이다",
        support=1.0,
        dates=(),
        spans={},
        alternatives={},
        features=tuple(features),
        score=score,
        close=(score, score, 0.0, 0.0, 0.0, 1.0),
    )


def answers(scores: Sequence[float], retrieved: Sequence[float], least: float = 0.5) -> bool:
    found, passages = [evidence(one) for one in scores], [passage(one) for one in retrieved]
    return AbstentionRule(MODEL, least, sure=least).judge(found, passages) is Judgement.ANSWERED


@pytest.mark.parametrize(
    ("scores", "retrieved", "expected"),
    [
        ([0.01], [0.5], True),
        ([-0.01], [0.5], False),
        ([-0.5], [0.7], True),
        ([0.5], [0.3], False),
        ([-3.0, 0.1, -2.0], [0.5], True),
        ([0.1], [0.001, 0.5, 0.2], True),
        ([-0.1, -0.2], [0.5, 0.1], False),
    ],
)
def test_the_best_sentence_and_the_best_passage_together_decide(
    scores: list[float], retrieved: list[float], expected: bool
) -> None:
    assert answers(scores, retrieved) is expected


def test_without_evidence_or_passages_nothing_is_answered_even_by_a_rule_that_dares_all() -> None:
    assert answers([9.0], [0.9], least=0.0)
    assert not answers([], [0.9])
    assert not answers([9.0], [])
    assert not answers([], [])


@given(st.floats(-20, 20), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_what_is_answered_is_as_probable_as_the_rule_wants(score: float, retrieved: float, least: float) -> None:
    assert answers([score], [retrieved], least) is (
        MODEL.is_answerable((score, score, 0.0, 0.0, 0.0, 1.0), log_odds(retrieved)) >= least
    )


def test_an_article_of_another_time_does_not_answer_however_well_it_reads() -> None:
    rule, retrieved = AbstentionRule(MODEL), [passage(0.99)]
    assert rule.judge([evidence(9.0)], retrieved) is Judgement.ANSWERED
    assert rule.judge([evidence(9.0, period_missing=True)], retrieved) is Judgement.DECLINED
    assert rule.judge([evidence(9.0, period_missing=True), evidence(5.0)], retrieved) is Judgement.DECLINED
    assert rule.judge([evidence(9.0), evidence(5.0, period_missing=True)], retrieved) is Judgement.ANSWERED


def test_an_article_without_a_date_may_be_about_any_time() -> None:
    undated = evidence(9.0, period_missing=True, published=None)
    assert AbstentionRule(MODEL).judge([undated], [passage(0.99)]) is Judgement.ANSWERED


def test_an_answer_that_is_given_may_still_be_doubted() -> None:
    rule = AbstentionRule(MODEL, least=0.3, sure=0.6)
    judged = [rule.judge([evidence(score)], [passage(0.5)]) for score in (-2.0, 0.0, 2.0)]
    assert judged == [Judgement.DECLINED, Judgement.DOUBTED, Judgement.ANSWERED]


def test_an_answer_that_is_hardly_ahead_of_the_next_sentence_is_doubted() -> None:
    model = CloseReadingModel({}, MODEL.answerable, Curve({MARGIN: 1.0}, -1.0))
    rule, retrieved = AbstentionRule(model, least=0.3, sure=0.5), [passage(0.5)]
    assert rule.judge([evidence(4.0), evidence(3.5)], retrieved) is Judgement.DOUBTED
    assert rule.judge([evidence(4.0), evidence(1.0)], retrieved) is Judgement.ANSWERED
    assert rule.judge([evidence(4.0)], retrieved) is Judgement.ANSWERED


def test_an_answer_that_gets_little_of_what_the_best_sentences_share_is_doubted() -> None:
    model = CloseReadingModel({}, MODEL.answerable, Curve({BESIDE: 1.0}, 1.0))
    rule, retrieved = AbstentionRule(model, least=0.3, sure=0.5), [passage(0.5)]
    assert rule.judge([replace(evidence(4.0), beside=0.1)], retrieved) is Judgement.DOUBTED
    assert rule.judge([replace(evidence(4.0), beside=0.9)], retrieved) is Judgement.ANSWERED
