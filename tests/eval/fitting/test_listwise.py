import math

import numpy as np
import pytest

from eval.fitting.listwise import Lists, listwise_weights, logistic_curve
from indexing.errors import QuestionSetError

TRUE = np.array([3.0, 0.0, -1.5])


def lists_of(weights: np.ndarray, count: int, seed: int = 7) -> Lists:
    """Lists of ten rows, of which the one with the highest weighted sum is right."""
    random = np.random.default_rng(seed)
    lists = []
    for _ in range(count):
        rows = random.normal(size=(10, len(weights)))
        lists.append((rows, np.arange(10) == np.argmax(rows @ weights)))
    return lists


def right(weights: list[float], lists: Lists) -> float:
    return float(np.mean([gold[np.argmax(rows @ np.array(weights))] for rows, gold in lists]))


def winner(rows: list[list[float]], place: int) -> tuple[np.ndarray, np.ndarray]:
    return np.array(rows, float), np.arange(len(rows)) == place


def test_weights_that_tell_right_from_wrong_are_found_again() -> None:
    weights = listwise_weights([lists_of(TRUE, 200)])
    assert weights[0] > 0 > weights[2]
    assert abs(weights[1]) < 0.1 * weights[0]
    assert weights[0] / -weights[2] == pytest.approx(2.0, rel=0.15)
    assert right(weights, lists_of(TRUE, 200, seed=8)) > 0.95


def test_what_a_feature_is_measured_in_does_not_matter() -> None:
    lists = lists_of(TRUE, 50)
    plain = listwise_weights([lists])
    scaled = listwise_weights([[(rows * [1.0, 1.0, 0.01], gold) for rows, gold in lists]])
    assert scaled[:2] == pytest.approx(plain[:2], rel=0.01, abs=0.01)
    assert scaled[2] / 100 == pytest.approx(plain[2], rel=0.01)


def test_a_number_added_to_a_whole_list_changes_nothing() -> None:
    random = np.random.default_rng(1)
    lists = [(rows - rows.mean(axis=0), gold) for rows, gold in lists_of(TRUE, 50)]
    moved = [(rows + random.normal(scale=0.001, size=(1, 3)), gold) for rows, gold in lists]
    assert listwise_weights([moved]) == pytest.approx(listwise_weights([lists]), abs=0.01)


def test_a_feature_that_is_the_same_everywhere_gets_no_weight() -> None:
    lists = [(np.column_stack([rows, np.full(10, 5.0)]), gold) for rows, gold in lists_of(TRUE, 20)]
    assert listwise_weights([lists])[3] == 0.0


def test_every_group_counts_alike_whatever_its_size() -> None:
    upwards, downwards = winner([[1.0], [0.0]], 0), winner([[1.0], [0.0]], 1)
    few_against_many = [[upwards], [downwards] * 50]
    assert listwise_weights(few_against_many) == pytest.approx([0.0], abs=1e-3)
    assert listwise_weights([[upwards, *[downwards] * 50]])[0] < -1


def test_any_of_several_right_rows_may_win() -> None:
    # the second right row looks like the wrong ones: only the first can and need win
    rows = np.array([[1.0], [0.0], [0.0], [0.0]])
    both = listwise_weights([[(rows, np.array([True, True, False, False]))]])
    one = listwise_weights([[(rows, np.array([True, False, False, False]))]])
    assert 0 < both[0] < one[0]


def test_the_larger_the_penalty_the_smaller_the_weights() -> None:
    lists = lists_of(TRUE, 30)
    sizes = [float(np.linalg.norm(listwise_weights([lists], penalty))) for penalty in (0.001, 0.01, 0.1, 1.0)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < sizes[0] / 4


@pytest.mark.parametrize("groups", [[], [[]], [[], []]])
def test_without_a_single_list_nothing_can_be_learnt(groups: list[Lists]) -> None:
    with pytest.raises(QuestionSetError, match="Nothing can be learnt"):
        listwise_weights(groups)


def probability(slopes: list[float], offset: float, *scores: float) -> float:
    return 1 / (1 + math.exp(-sum(slope * score for slope, score in zip(slopes, scores, strict=True)) - offset))


def test_a_curve_puts_the_middle_at_one_half_and_rises_to_the_right() -> None:
    scores = np.array([[1.0], [2.0], [3.0], [4.0], [5.0], [6.0]])
    slopes, offset = logistic_curve(scores, np.array([False, False, True, False, True, True]))
    assert slopes[0] > 0
    assert probability(slopes, offset, 3.5) == pytest.approx(0.5, abs=0.01)
    assert probability(slopes, offset, 1.0) < 0.3 < 0.7 < probability(slopes, offset, 6.0)


def test_right_and_wrong_weigh_alike_however_many_there_are() -> None:
    scores, answerable = np.array([[1.0], [4.0], [2.0], [5.0]]), np.array([False, False, True, True])
    many = np.concatenate([scores, *[scores[2:]] * 20])
    slopes, offset = logistic_curve(many, np.concatenate([answerable, np.ones(40, bool)]))
    expected = logistic_curve(scores, answerable)
    assert slopes == pytest.approx(expected[0], abs=1e-2)
    assert offset == pytest.approx(expected[1], abs=1e-2)


def test_the_score_that_tells_gets_the_slope() -> None:
    random = np.random.default_rng(3)
    telling, noise = np.repeat([0.0, 1.0], 200) + random.normal(scale=0.5, size=400), random.normal(size=400)
    (first, second), _ = logistic_curve(np.column_stack([noise, telling]), np.arange(400) >= 200)
    assert second > 1
    assert abs(first) < 0.3


def test_kinds_that_are_told_apart_wholly_give_a_finite_curve() -> None:
    slopes, offset = logistic_curve(np.array([[0.0, 3.0], [1.0, 3.0], [8.0, 3.0]]), np.array([False, False, True]))
    assert all(math.isfinite(number) for number in (*slopes, offset))
    assert slopes[1] == pytest.approx(0.0, abs=0.01)  # says the same of all
    assert probability(slopes, offset, 1.0, 3.0) < 0.1 < 0.9 < probability(slopes, offset, 8.0, 3.0)


@pytest.mark.parametrize("answerable", [True, False])
def test_a_set_of_one_kind_gives_the_plain_curve(answerable: bool) -> None:
    assert logistic_curve(np.array([[1.0, 2.0], [3.0, 4.0]]), np.full(2, answerable)) == ([1.0, 1.0], 0.0)
