from dataclasses import replace

import numpy as np
import pytest

from app.answering.close_reading.model import (
    ANSWERABLE,
    BESIDE,
    MARGIN,
    NAMES,
    RETRIEVAL,
    RIGHT,
    CloseReadingModel,
    Curve,
)
from app.answering.evidence.model import log_odds
from app.composition.application import Application
from eval.fitting.reading import ReadingExample, declined_f1, learn_reading, reading_examples, right_share
from eval.question_set.question import Question


@pytest.fixture(scope="module")
def learnt_from(application: Application, questions: tuple[Question, ...]) -> list[ReadingExample]:
    return reading_examples(application, questions)


def example(marked: list[float], gold: list[int], *, answerable: bool = True, retrieval: float = 0.0) -> ReadingExample:
    features = np.zeros((len(marked), len(NAMES)))
    features[:, NAMES.index("marked")] = marked
    is_gold = np.array([place in gold for place in range(len(marked))])
    return ReadingExample(Question("q", "?", "ko", answerable=answerable), features, is_gold, retrieval)


def test_an_example_has_all_sentences_best_first_with_what_was_read_in_them(
    learnt_from: list[ReadingExample], questions: tuple[Question, ...]
) -> None:
    assert [one.question for one in learnt_from] == list(questions)
    for one in learnt_from:
        assert one.features.shape == (len(one.gold), len(NAMES))
        assert one.gold.sum() == bool(one.question.answerable)
        assert one.features[0, NAMES.index("marked")] > one.features[-1, NAMES.index("marked")]


def test_history_is_minded_and_what_is_unknown_or_empty_teaches_nothing(
    application: Application, questions: tuple[Question, ...]
) -> None:
    (lantern, *_) = questions
    leaning = replace(lantern, question="그럼 몇 개가 걸려?", history=(lantern.question,), answers=("1,200개",))
    unknown, nothing_asked = replace(lantern, answerable=None), replace(lantern, question="뭐야?")
    done: list[tuple[int, int]] = []

    found = reading_examples(
        application, [leaning, unknown, nothing_asked], lambda step, total: done.append((step, total))
    )

    assert [one.question for one in found] == [leaning]
    _, passages = application.conversation.retrieve(leaning.question, [])
    assert found[0].retrieval <= max(log_odds(1.0), *(log_odds(passage.score) for passage in passages))
    assert done == [(1, 3), (2, 3), (3, 3)]


def test_what_was_learnt_puts_the_answering_sentences_first(learnt_from: list[ReadingExample]) -> None:
    model = learn_reading(learnt_from)
    assert set(model.weights) == set(NAMES)
    assert (set(model.answerable.slopes), set(model.right.slopes)) == (set(ANSWERABLE), set(RIGHT))
    assert right_share(model, learnt_from) == 1.0


def test_what_was_learnt_declines_exactly_the_unanswerable(learnt_from: list[ReadingExample]) -> None:
    assert declined_f1(learn_reading(learnt_from), learnt_from, 0.5) == 1.0


def test_further_questions_count_as_much_as_the_others_and_leave_the_curve_alone() -> None:
    features = np.array([[0.0, 0.0, 1.0, 0.0, 0.0, 1.0], [0.0, 0.0, 0.0, 1.2, 0.0, 1.0]])
    trusts_mark = ReadingExample(Question("q", "?", "ko", answerable=True), features, np.array([True, False]), 0.0)
    trusts_extract = replace(trusts_mark, gold=np.array([False, True]))
    lost = example([0.2, 0.1], [], answerable=False, retrieval=-2.0)
    assert learn_reading([trusts_mark, lost]).weights["answers"] < 1.0
    assert learn_reading([trusts_mark, lost], [trusts_extract] * 20) == learn_reading(
        [trusts_mark, lost], [trusts_extract]
    )
    assert learn_reading([trusts_mark], [lost]).answerable.offset == 0.0


def test_the_curve_may_rest_on_the_retrieval_alone() -> None:
    found = [example([0.9, 0.1], [0], retrieval=2.0 + place) for place in range(4)]
    lost = [example([0.9, 0.1], [], answerable=False, retrieval=-2.0 - place) for place in range(4)]
    model = learn_reading([*found, *lost])
    assert model.answerable.slopes[RETRIEVAL] > 0
    assert declined_f1(model, [*found, *lost], 0.5) == 1.0


def test_a_sentence_that_is_far_ahead_of_the_next_is_the_likelier_to_be_right() -> None:
    ahead = [example([0.9, 0.001], [0], retrieval=1.0) for _ in range(4)]
    level = [example([0.51, 0.49], [1], retrieval=1.0) for _ in range(4)]
    learnt = learn_reading([*ahead, *level])
    assert learnt.right.slopes[MARGIN] > 0
    assert learnt.answerable.slopes.keys() == set(ANSWERABLE)


def test_a_sentence_that_is_preferred_side_by_side_is_the_best_and_its_share_tells_how_surely() -> None:
    sure = [replace(example([0.5, 0.6], [0]), beside={0: 0.9, 1: 0.05}) for _ in range(4)]
    unsure = [replace(example([0.5, 0.6], [1]), beside={0: 0.55, 1: 0.4}) for _ in range(4)]
    assert learn_reading([*sure, *unsure]).right.slopes[BESIDE] > 0
    assert right_share(CloseReadingModel({"marked": 1.0}), sure) == 0.0  # weights are learnt by what was read apart


def test_the_share_right_counts_answerable_questions_whose_best_sentence_is_gold() -> None:
    model = CloseReadingModel({"marked": 1.0})
    right, wrong = example([0.1, 0.9], [1]), example([0.9, 0.1], [1])
    unanswerable = example([0.9, 0.1], [1], answerable=False)
    assert right_share(model, [right, wrong, wrong, right, unanswerable]) == 0.5
    assert right_share(model, [unanswerable]) == 0.0
    assert right_share(model, []) == 0.0


def test_declining_is_scored_by_f1() -> None:
    model = CloseReadingModel({"marked": 1.0}, Curve({RETRIEVAL: 1.0}))
    declined_rightly = example([0.5], [], answerable=False, retrieval=-1.0)
    declined_wrongly = example([0.5], [0], retrieval=-1.0)
    answered_wrongly = example([0.5], [], answerable=False, retrieval=1.0)
    answered_rightly = example([0.5], [0], retrieval=1.0)
    # precision 1/2, recall 1/3
    found = [declined_rightly, declined_wrongly, answered_wrongly, answered_wrongly, answered_rightly]
    assert declined_f1(model, found, 0.5) == pytest.approx(0.4)
    assert declined_f1(model, [answered_rightly], 0.5) == 0.0
    assert declined_f1(model, found, least=0.1) == 0.0


def test_a_sentence_that_answers_without_naming_the_topic_is_learnt_from() -> None:
    """Read in one extract: the first names what is asked about, the second is where the answer is marked."""
    features = np.array(
        [[6.0, 6.0, -2.0, 2.0, 0.0, 1.0], [6.0, 3.0, -0.5, 2.0, 0.0, 1.0], [2.0, 2.0, -0.4, 1.0, 0.0, 1.0]]
    )
    elsewhere = ReadingExample(Question("q", "?", "ko", answerable=True), features, np.array([False, True, False]), 1.0)
    model = learn_reading([elsewhere])
    assert model.weights["evidence"] < 1.0
    assert model.weights["extract"] + model.weights["evidence"] == pytest.approx(1.0)
    assert right_share(model, [elsewhere]) == 1.0
