import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.reading import Reading

LONGEST = 40
KINDS = {Kind.SPAN: 0.5, Kind.YES: 0.2, Kind.NO: 0.1, Kind.NONE: 0.2}
SENTENCES = st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=25), min_size=1, max_size=4)
"""Widths of the pieces of each sentence; between sentences is a space."""


def log_probabilities(logits: list[float]) -> NDArray[np.float32]:
    values = np.array(logits, np.float32)
    return values - np.logaddexp.reduce(values) if logits else values


def reading(offsets: list[tuple[int, int]], starts: list[float], ends: list[float]) -> Reading:
    places = np.array(offsets, np.int64).reshape(-1, 2)
    return Reading(places, log_probabilities(starts), log_probabilities(ends), KINDS, 0.0)


@st.composite
def readings(draw: st.DrawFn, sentences: st.SearchStrategy[list[list[int]]] = SENTENCES) -> Reading:
    offsets, at = [], 0
    for sentence in draw(sentences):
        for width in sentence:
            offsets.append((at, at + width))
            at += width
        at += 1
    logits = st.lists(st.floats(-9, 9, width=32), min_size=len(offsets), max_size=len(offsets))
    return reading(offsets, draw(logits), draw(logits))


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Reading, int, int]:
    """A reading and a part of its text, which may begin or end within a piece, be empty, or reach beyond."""
    found = draw(readings())
    end = int(found.offsets[-1, 1])
    return found, draw(st.integers(0, end + 3)), draw(st.integers(0, end + 3))


def overlapping(found: Reading, start: int, end: int) -> list[int]:
    return [place for place, (left, right) in enumerate(found.offsets.tolist()) if left < end and start < right]


@given(ranges())
def test_the_best_answer_is_the_likeliest_of_all_that_are_short_enough(asked: tuple[Reading, int, int]) -> None:
    found, start, end = asked
    places = overlapping(found, start, end)
    allowed = [(first, last) for first in places for last in places if 0 <= last - first < LONGEST]
    best = found.best(start, end)

    if not allowed:
        assert best is None
        return
    assert best is not None
    likeliest = max(float(found.starts[first] + found.ends[last]) for first, last in allowed)
    assert best.probability == pytest.approx(math.exp(likeliest), rel=1e-4)
    marked = [
        place for place in places if best.start <= found.offsets[place, 0] and found.offsets[place, 1] <= best.end
    ]
    assert float(found.starts[marked[0]] + found.ends[marked[-1]]) == pytest.approx(likeliest, rel=1e-4)
    assert len(marked) <= LONGEST


@given(readings(), st.data())
def test_between_two_borders_of_pieces_the_best_answer_lies_inside(found: Reading, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(found.offsets) - 1))
    last = data.draw(st.integers(first, len(found.offsets) - 1))
    start, end = int(found.offsets[first, 0]), int(found.offsets[last, 1])

    best = found.best(start, end)

    assert best is not None
    assert start <= best.start < best.end <= end
    assert 0 < best.probability <= 1 + 1e-5


@given(readings(), st.data())
def test_a_stretch_that_is_kept_apart_is_no_part_of_the_answer(found: Reading, data: st.DataObject) -> None:
    end = int(found.offsets[-1, 1])
    apart = sorted((data.draw(st.integers(0, end)), data.draw(st.integers(0, end))))

    best = found.best(0, end, [(apart[0], apart[1])])

    outside = [piece for piece in found.offsets.tolist() if piece[0] >= apart[1] or piece[1] <= apart[0]]
    assert (best is None) == (not outside)
    if best is not None:
        assert best.start >= apart[1] or best.end <= apart[0]


def test_an_answer_of_more_than_forty_pieces_is_not_marked_however_likely() -> None:
    count = 60
    starts, ends = [0.0] * count, [0.0] * count
    starts[0] = ends[-1] = 9.0
    ends[LONGEST - 1] = ends[LONGEST] = 4.0

    best = reading([(place, place + 1) for place in range(count)], starts, ends).best(0, count)

    assert best is not None
    assert (best.start, best.end) == (0, LONGEST)


@given(readings())
def test_the_shares_of_the_sentences_of_an_extract_never_sum_to_more_than_one(found: Reading) -> None:
    """By Cauchy and Schwarz, as starts and ends each sum to one and no piece is in two sentences."""
    borders = [0, *(int(left[1]) for left, right in pairwise(found.offsets) if left[1] < right[0]), 10**6]

    shares = [found.share(start, end) for start, end in pairwise(borders)]

    assert all(0 <= share <= 1 + 1e-5 for share in shares)
    assert sum(shares) <= 1 + 1e-5
    assert found.share(0, 10**6) == pytest.approx(1, abs=1e-5)


@given(ranges())
def test_a_share_is_the_geometric_mean_of_what_begins_and_what_ends_there(asked: tuple[Reading, int, int]) -> None:
    found, start, end = asked
    places = overlapping(found, start, end)
    begins, stops = (sum(math.exp(float(row[place])) for place in places) for row in (found.starts, found.ends))

    assert found.share(start, end) == pytest.approx(math.sqrt(begins * stops), rel=1e-4, abs=1e-7)


@given(ranges(), st.integers(0, 9), st.integers(0, 9))
def test_a_longer_part_of_the_text_has_no_smaller_share(
    asked: tuple[Reading, int, int], before: int, after: int
) -> None:
    found, start, end = asked

    assert found.share(start - before, end + after) >= found.share(start, end) - 1e-5


@given(readings(), st.integers(0, 200))
def test_an_empty_part_of_the_text_and_what_was_not_read_answer_nothing(found: Reading, place: int) -> None:
    unread = int(found.offsets[-1, 1])
    border = int(found.offsets[place % len(found.offsets), 0])

    for start, end in ((border, border), (unread, unread + 5), (unread + 4, unread)):
        assert found.best(start, end) is None
        assert found.share(start, end) == 0


def test_where_nothing_was_read_nothing_is_marked() -> None:
    found = reading([], [], [])

    assert found.best(0, 10) is None
    assert found.share(0, 10) == 0


def test_two_pieces_of_one_character_are_marked_as_that_character() -> None:
    """The tokeniser writes ㎞ as k and m."""
    found = reading([(0, 1), (1, 2), (1, 2), (2, 4)], [0, 5, 0, 0], [0, 0, 5, 0])

    best = found.best(0, 4)

    assert best is not None
    assert (best.start, best.end) == (1, 2)


@pytest.mark.parametrize(("holds", "answers"), [(0.0, 0.5), (math.log(4), 0.8), (-math.log(4), 0.2)])
def test_how_probable_it_is_that_an_extract_answers_follows_from_its_log_odds(holds: float, answers: float) -> None:
    assert replace(reading([(0, 1)], [0], [0]), holds=holds).answers == pytest.approx(answers)
