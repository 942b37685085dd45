from dataclasses import replace

import numpy as np
import pytest

from app.answering.evidence.model import NAMES, EvidenceModel
from app.composition.application import Application
from eval.fitting.evidence import EvidenceExample, evidence_examples, found_share, learn_evidence
from eval.question_set.question import Question


@pytest.fixture(scope="module")
def learnt_from(application: Application, questions: tuple[Question, ...]) -> list[EvidenceExample]:
    return evidence_examples(application, questions)


def example(supports: list[float], gold: list[int], *, answerable: bool = True) -> EvidenceExample:
    features = np.zeros((len(supports), len(NAMES)))
    features[:, NAMES.index("support")] = supports
    is_gold = np.array([place in gold for place in range(len(supports))])
    return EvidenceExample(Question("q", "?", "ko", answerable=answerable), features, is_gold)


def test_an_example_knows_the_sentences_of_gold_articles_that_hold_the_answer(
    learnt_from: list[EvidenceExample], questions: tuple[Question, ...]
) -> None:
    assert [one.question for one in learnt_from] == list(questions)
    for one in learnt_from:
        assert one.features.shape == (len(one.gold), len(NAMES))
        assert one.gold.sum() == bool(one.question.answerable)


def test_a_gold_quote_names_the_sentence_wherever_the_answer_stands_and_history_is_minded(
    application: Application, questions: tuple[Question, ...]
) -> None:
    (lantern, *_) = questions
    quoted = replace(lantern, quote="비가 오면 실내 체육관으로 자리를 옮긴다.")
    leaning = replace(lantern, question="그럼 몇 개가 걸려?", history=(lantern.question,), answers=("1,200개",))
    unknown = replace(lantern, answerable=None)
    nothing_asked = replace(lantern, question="뭐야?")
    done: list[tuple[int, int]] = []

    found = evidence_examples(
        application, [quoted, leaning, unknown, nothing_asked], lambda step, total: done.append((step, total))
    )

    assert [one.question for one in found] == [quoted, leaning]
    assert [one.gold.sum() for one in found] == [1, 1]
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize(
    "names",
    [NAMES, tuple(name for name in NAMES if name not in ("cosine", "interaction")), ("support", "span", "article")],
    ids=["token vectors", "one vector", "three features"],
)
def test_what_was_learnt_puts_the_answering_sentences_first(
    learnt_from: list[EvidenceExample], names: tuple[str, ...]
) -> None:
    model = learn_evidence(learnt_from, names=names)
    assert set(model.weights) == set(names)
    assert found_share(model, learnt_from) == 1.0


def test_a_question_whose_sentences_are_all_right_or_all_wrong_teaches_no_order() -> None:
    telling = example([0.9, 0.1], [0])
    silent = [example([0.1, 0.9], []), example([0.1, 0.9], [0, 1]), example([0.1, 0.9], [0], answerable=False)]
    assert learn_evidence([telling, *silent]).weights == learn_evidence([telling]).weights
    assert learn_evidence([telling]).weights["support"] > 0


def test_further_questions_count_as_much_as_the_others() -> None:
    upwards, downwards = example([0.9, 0.1], [0]), example([0.9, 0.1], [1])
    balanced = learn_evidence([upwards], [downwards] * 20)
    assert balanced.weights["support"] == pytest.approx(0.0, abs=1e-3)
    assert learn_evidence([upwards, *[downwards] * 20]).weights["support"] < -1
    assert learn_evidence([upwards], [example([0.1, 0.2], [])]).weights == learn_evidence([upwards]).weights


def test_the_share_found_counts_answerable_questions_whose_best_sentence_is_gold() -> None:
    model = EvidenceModel({"support": 1.0})
    right, wrong = example([0.1, 0.9], [1]), example([0.9, 0.1], [1])
    unanswerable = example([0.9, 0.1], [1], answerable=False)
    assert found_share(model, [right, wrong, wrong, right, unanswerable]) == 0.5
    assert found_share(model, [unanswerable]) == 0.0
    assert found_share(model, []) == 0.0
