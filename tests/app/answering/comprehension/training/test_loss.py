import math
from collections.abc import Sequence

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.loss import loss

LENGTH = 7
KINDS = list(Kind)
SPAN, YES, NO, NONE = map(KINDS.index, (Kind.SPAN, Kind.YES, Kind.NO, Kind.NONE))
LOGITS = st.lists(st.floats(-8, 8, width=32), min_size=LENGTH, max_size=LENGTH)
PASSAGE = range(2, 6)
"""Pieces that may be an answer; the others are the question, separators and padding."""
PLACES = st.sets(st.sampled_from(PASSAGE), min_size=1)


def marks(*rows: Sequence[int] | set[int] | range) -> Tensor:
    return torch.tensor([[place in row for place in range(LENGTH)] for row in rows])


def weight(logits: list[float], places: set[int] | range) -> float:
    return sum(math.exp(logits[place]) for place in places)


def cost(
    starts: list[list[float]],
    ends: list[list[float]],
    kinds: list[list[float]],
    right: list[tuple[set[int], set[int]]],
    kind: list[int],
    group: list[int],
) -> float:
    outputs = torch.tensor(starts), torch.tensor(ends), torch.tensor(kinds)
    first, last = (marks(*(places[end] for places in right)) for end in (0, 1))
    return float(loss(outputs, marks(*([PASSAGE] * len(right))), first, last, torch.tensor(kind), torch.tensor(group)))


@given(LOGITS, LOGITS, LOGITS, LOGITS, PLACES, PLACES)
def test_the_loss_is_what_start_and_end_lack_to_be_certain_within_the_passage_and_among_all_that_is_read(
    start: list[float], end: list[float], other: list[float], another: list[float], starts: set[int], ends: set[int]
) -> None:
    sure = [20.0 if place == SPAN else 0.0 for place in range(len(KINDS))], [0.0] * NONE + [20.0]

    found = cost([start, other], [end, another], [*sure], [(starts, ends), (set(), set())], [SPAN, NONE], [0, 0])

    expected = 0.0
    for logits, rival, places in ((start, other, starts), (end, another, ends)):
        here, all_read = weight(logits, PASSAGE), 1 + weight(logits, PASSAGE) + weight(rival, PASSAGE)
        right = weight(logits, places)
        expected -= (math.log(right / all_read) + 0.5 * math.log(right / here)) / 2
    assert found == pytest.approx(expected, abs=1e-3)


@given(LOGITS, LOGITS)
def test_of_a_question_that_nothing_answers_every_piece_should_be_below_zero(
    start: list[float], end: list[float]
) -> None:
    found = cost([start], [end], [[0.0] * NONE + [20.0]], [(set(), set())], [NONE], [0])

    expected = (math.log(1 + weight(start, PASSAGE)) + math.log(1 + weight(end, PASSAGE))) / 2
    assert found == pytest.approx(expected, abs=1e-3)


@given(LOGITS, LOGITS)
def test_what_is_no_passage_is_no_answer_whatever_its_logits(start: list[float], end: list[float]) -> None:
    costs = []
    for outside in (-9.0, 9.0):
        rows = [[*([outside] * 2), *row[2:6], outside] for row in (start, end)]
        costs.append(cost(rows[:1], rows[1:], [[0.0] * len(KINDS)], [({3}, {4})], [SPAN], [0]))

    assert costs[0] == pytest.approx(costs[1], abs=1e-4)


def test_questions_in_one_batch_do_not_know_of_each_other() -> None:
    chance = torch.Generator().manual_seed(3)
    rows = torch.randn(3, 2, LENGTH, generator=chance).tolist()
    kinds = [[0.0] * len(KINDS)] * 3
    right: list[tuple[set[int], set[int]]] = [({3}, {4}), (set(), set()), ({2}, {5})]
    starts, ends = [row[0] for row in rows], [row[1] for row in rows]

    apart = cost(starts, ends, kinds, right, [SPAN, NONE, SPAN], [0, 0, 1])
    first = cost(starts[:2], ends[:2], kinds[:2], right[:2], [SPAN, NONE], [0, 0])
    second = cost(starts[2:], ends[2:], kinds[2:], right[2:], [SPAN], [0])

    assert apart == pytest.approx((first + second) / 2, abs=1e-4)
    assert cost(starts, ends, kinds, right, [SPAN, NONE, SPAN], [0, 0, 0]) != pytest.approx(apart, abs=1e-2)


@pytest.mark.parametrize(("kind", "leaning"), [(YES, NO), (NO, YES)])
def test_the_wrong_verdict_costs_more_than_a_wrong_kind(kind: int, leaning: int) -> None:
    plain = [0.0] * LENGTH

    def of(larger: int) -> float:
        logits = [3.0 if place == larger else 0.0 for place in range(len(KINDS))]
        return cost([plain], [plain], [logits], [({3}, {3})], [kind], [0])

    assert of(kind) < of(SPAN) < of(leaning)


def test_a_batch_in_which_nothing_is_answered_has_a_finite_loss() -> None:
    plain = [[0.0] * LENGTH] * 2

    found = cost(plain, plain, [[0.0] * len(KINDS)] * 2, [(set(), set())] * 2, [NONE, NONE], [0, 1])

    assert found == pytest.approx(math.log(len(KINDS)) + math.log(1 + len(PASSAGE)))
