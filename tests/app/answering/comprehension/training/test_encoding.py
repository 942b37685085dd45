import random

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.sequence import QUESTION_PIECES, SEQUENCE_PIECES, TITLE_PIECES
from app.answering.comprehension.training.encoding import Encoded, Encoder
from app.answering.comprehension.training.examples import Example

LETTERS = st.text(st.sampled_from("서울부산에축제the newM9漢㎞①é.,").filter(str.strip), min_size=1, max_size=6)
WORDS = st.lists(LETTERS, min_size=1, max_size=12)
SPACES = st.sampled_from([" ", "  ", "\n", " \n\n"])
KINDS = list(Kind)


@st.composite
def examples(draw: st.DrawFn, longest: int = 1) -> Example:
    """A passage of some words, up to so many times as many, and an answer of up to three words or parts of them."""
    words = draw(WORDS) * draw(st.integers(1, longest))
    passage = draw(SPACES).join(words)
    letters = [place for place, character in enumerate(passage) if not character.isspace()]
    start = draw(st.sampled_from(letters))
    end = draw(st.sampled_from([place for place in letters if start <= place < start + 9])) + 1
    kind = draw(st.sampled_from([Kind.SPAN, Kind.YES, Kind.NO]))
    return Example(draw(LETTERS), draw(LETTERS | st.just("")), passage, kind, ((start, end),))


def part(tokenizer: Tokenizer, example: Example, seed: int = 0) -> Encoded:
    return Encoder(tokenizer).part(example.question, example, random.Random(seed))


def touched(tokenizer: Tokenizer, passage: str, start: int, end: int) -> list[int]:
    """Numbers of the pieces that any character of passage[start:end] is in, found character by character."""
    pieces = tokenizer.encode(passage, add_special_tokens=False)
    answer = set(range(start, end))
    return [number for number, span in zip(pieces.ids, pieces.offsets, strict=True) if answer & set(range(*span))]


@given(examples() | examples(longest=60), st.integers(0, 99))
def test_from_start_to_end_are_exactly_the_pieces_of_the_answers_characters(
    tokenizer: Tokenizer, example: Example, seed: int
) -> None:
    row = part(tokenizer, example, seed)

    (start,), (end,) = row.starts, row.ends
    assert row.passage <= start <= end < len(row.ids) - 1
    assert row.ids[start : end + 1] == touched(tokenizer, example.passage, *example.spans[0])
    assert KINDS[row.kind] == example.kind


@given(examples(longest=60), st.integers(0, 99))
def test_a_sequence_never_has_too_many_pieces_and_holds_one_stretch_of_the_passage(
    tokenizer: Tokenizer, example: Example, seed: int
) -> None:
    row = part(tokenizer, example, seed)
    pieces = tokenizer.encode(example.passage, add_special_tokens=False).ids
    read = row.ids[row.passage : -1]

    assert len(row.ids) == min(SEQUENCE_PIECES, row.passage + len(pieces) + 1)
    assert any(pieces[place : place + len(read)] == read for place in range(len(pieces) - len(read) + 1))


def test_a_long_question_and_headline_are_cut(tokenizer: Tokenizer) -> None:
    long = "축제 " * 300
    row = part(tokenizer, Example(long, long, "서울", Kind.SPAN, ((0, 2),)))

    assert row.ids[: row.passage].count(2) == 3
    assert row.passage == QUESTION_PIECES + TITLE_PIECES + 4


def test_chance_draws_the_part_that_is_read_of_a_long_passage_around_each_of_its_answers(tokenizer: Tokenizer) -> None:
    passage = "축제 " * 300 + "서울 " + "축제 " * 300 + "부산 " + "축제 " * 300
    places = tuple((passage.index(answer), passage.index(answer) + 2) for answer in ("서울", "부산"))
    example = Example("?", "", passage, Kind.SPAN, places)
    rows = [part(tokenizer, example, seed) for seed in range(60)]

    found = [(tokenizer.decode([row.ids[min(row.starts)]]), min(row.starts)) for row in rows]
    assert {answer.strip() for answer, _ in found} == {"▁서울", "▁부산"}
    assert min(place for _, place in found) < 60
    assert max(place for _, place in found) > 200


def test_a_question_without_an_answer_is_read_beside_any_part_of_the_passage(tokenizer: Tokenizer) -> None:
    example = Example("?", "", " ".join(str(number) for number in range(900)), Kind.NONE)
    rows = [part(tokenizer, example, seed) for seed in range(20)]

    assert len({tuple(row.ids) for row in rows}) > 10
    assert all(KINDS[row.kind] == Kind.NONE and not row.starts and not row.ends for row in rows)


def test_an_answer_that_does_not_fit_into_a_sequence_is_none(tokenizer: Tokenizer) -> None:
    passage = "서울 " * 400
    row = part(tokenizer, Example("?", "", passage, Kind.SPAN, ((0, len(passage) - 1),)))

    assert KINDS[row.kind] == Kind.NONE
    assert not row.starts


def test_most_parts_begin_with_a_sentence(tokenizer: Tokenizer) -> None:
    passage = "서울 부산 어제 축제 new the March. " * 60
    rows = [part(tokenizer, Example("?", "", passage, Kind.NONE), seed) for seed in range(100)]
    begins = [tokenizer.decode(row.ids[row.passage : row.passage + 3]).strip().startswith("▁서울") for row in rows]

    assert 0.6 < sum(begins) / len(begins) < 1
    assert len({tuple(row.ids) for row in rows}) > 5


@given(examples(longest=60), st.integers(0, 99))
def test_another_part_of_a_passage_holds_nothing_of_an_answer(
    tokenizer: Tokenizer, example: Example, seed: int
) -> None:
    row = Encoder(tokenizer).other_part(example.question, example, random.Random(seed))
    whole = part(tokenizer, example, seed)
    pieces = tokenizer.encode(example.passage, add_special_tokens=False).ids

    if row is None:
        return
    assert len(whole.ids) == len(row.ids) == SEQUENCE_PIECES
    assert len(pieces) > SEQUENCE_PIECES - whole.passage - 1
    assert KINDS[row.kind] == Kind.NONE
    assert not row.starts
    assert not row.ends


def test_a_short_passage_has_no_other_part_and_a_long_one_has(tokenizer: Tokenizer) -> None:
    encoder = Encoder(tokenizer)
    short = Example("?", "", "서울 축제", Kind.SPAN, ((0, 2),))
    long = Example("?", "", "서울 " + "축제 " * 900, Kind.SPAN, ((0, 2),))

    assert encoder.other_part("?", short, random.Random(0)) is None
    found = encoder.other_part("?", long, random.Random(0))
    assert found is not None
    assert "▁서울" not in tokenizer.decode(found.ids)
