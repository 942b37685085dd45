import random
from collections.abc import Sequence

import torch
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.sequence import SEQUENCE_PIECES
from app.answering.comprehension.training.encoding import Encoded, Encoder
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.groups import Beside, Group, batches, tensors

NONE = list(Kind).index(Kind.NONE)
TOLD = Example(
    "언제?", "서울 축제", "축제는 March 열렸다.", Kind.SPAN, ((4, 9),), (("어제", "어제 왔다."), ("부산", "부산 왔다."))
)
NEAR = (("new", "the new the new."),)


def group(tokenizer: Tokenizer, example: Example, beside: Beside, seed: int = 0) -> Group:
    return beside.group(example, NEAR, Encoder(tokenizer), random.Random(seed))


def said(tokenizer: Tokenizer, rows: Sequence[Encoded]) -> list[str]:
    return ["".join(tokenizer.decode(row.ids[row.passage : -1]).replace("▁", " ").split()) for row in rows]


def test_a_question_is_read_beside_its_rivals_and_one_that_is_near(tokenizer: Tokenizer) -> None:
    first, *others = group(tokenizer, TOLD, Beside(near=1, unanswered=0))

    assert first.starts
    assert first.ends
    assert sorted(said(tokenizer, others)) == ["thenewthenew.", "부산왔다.", "어제왔다."]
    assert all(row.kind == NONE and not row.starts and not row.ends for row in others)


def test_of_many_rivals_chance_draws_some(tokenizer: Tokenizer) -> None:
    drawn = {said(tokenizer, group(tokenizer, TOLD, Beside(1, 0, 0, 0), seed)[1:])[0] for seed in range(20)}

    assert drawn == {"부산왔다.", "어제왔다."}


def test_a_share_of_the_questions_is_read_only_beside_what_does_not_answer(tokenizer: Tokenizer) -> None:
    found = [group(tokenizer, TOLD, Beside(2, 0, 0, 0.5), seed) for seed in range(100)]

    unanswered = [rows for rows in found if not any(row.starts for row in rows)]
    assert 30 < len(unanswered) < 70
    assert all(len(rows) == 2 for rows in unanswered)
    alone = Example("언제?", "서울 축제", "축제는 March 열렸다.", Kind.SPAN, ((4, 9),))
    assert all(len(group(tokenizer, alone, Beside(2, 2, 0, 1.0), seed)) == 1 for seed in range(9))


def test_a_long_passage_is_read_in_parts_of_which_one_answers(tokenizer: Tokenizer) -> None:
    long = Example("언제?", "서울", "March. " + "축제 서울 부산. " * 300, Kind.SPAN, ((0, 5),))

    first, *others = group(tokenizer, long, Beside(2, 2, 0, 0))

    assert first.starts
    assert 1 <= len(others) <= 2
    assert all(row.kind == NONE and "March" not in tokenizer.decode(row.ids) for row in others)


def test_both_languages_of_a_question_are_read(tokenizer: Tokenizer) -> None:
    both = Example("언제?", "", "어제", Kind.SPAN, ((0, 2),), translation="when?")
    read = {tuple(group(tokenizer, both, Beside(0, 0, 0, 0), seed)[0].ids) for seed in range(20)}

    assert len(read) == 2


ROWS = st.builds(
    lambda length: Encoded([7] * length, 3, frozenset({3}), frozenset({3}), 0), st.integers(5, SEQUENCE_PIECES)
)


@given(
    st.lists(st.lists(ROWS, min_size=1, max_size=4), min_size=1, max_size=60),
    st.integers(1024, 3200),
    st.integers(0, 9),
)
def test_every_group_is_in_one_batch_and_a_batch_is_no_larger_than_allowed(
    groups: list[list[Encoded]], pieces: int, seed: int
) -> None:
    together = list(batches(groups, pieces, random.Random(seed)))

    assert sorted(id(group) for batch in together for group in batch) == sorted(map(id, groups))
    for batch in together:
        lengths = [len(row.ids) for group in batch for row in group]
        assert len(lengths) * max(lengths) <= pieces


def test_groups_of_like_length_are_together_and_the_batches_are_in_random_order() -> None:
    groups = [[Encoded([7] * length, 3, frozenset(), frozenset(), 0)] for length in range(10, 210)]
    found = [[len(row.ids) for group in batch for row in group] for batch in batches(groups, 800, random.Random(0))]

    assert [max(lengths) for lengths in found] != sorted(max(lengths) for lengths in found)
    padding = sum(max(lengths) * len(lengths) - sum(lengths) for lengths in found)
    assert padding < 0.2 * sum(map(sum, found))


def test_a_batch_is_padded_and_tells_what_may_be_an_answer_and_what_is_read_together() -> None:
    short = Encoded([0, 5, 2, 2, 2, 8, 9, 2], 5, frozenset({5}), frozenset({6}), 0)
    long = Encoded([0, 5, 2, 2, 2, 8, 9, 9, 9, 2], 5, frozenset(), frozenset(), 3)

    found = tensors([[short, long], [long]], padding=1)

    assert found["ids"].tolist() == [[*short.ids, 1, 1], long.ids, long.ids]
    assert found["mask"].sum(1).tolist() == [8, 10, 10]
    assert [torch.nonzero(row).flatten().tolist() for row in found["passage"]] == [[5, 6], [5, 6, 7, 8], [5, 6, 7, 8]]
    assert [torch.nonzero(row).flatten().tolist() for row in found["starts"]] == [[5], [], []]
    assert [torch.nonzero(row).flatten().tolist() for row in found["ends"]] == [[6], [], []]
    assert found["kind"].tolist() == [0, 3, 3]
    assert found["group"].tolist() == [0, 0, 1]
