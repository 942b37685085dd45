import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from app.answering.comprehension.training.vocabulary import kept_pieces, tokenizer_of

PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "▁서울",
    "서울",
    "서울시",
    "시",
    "쀍",
    "▁the",
    "er",
    "t",
    "é",
    "漢",
    "“",
    "▁…",
]
SCORES = [0.0] * 4 + [-3.0, -4.0, -5.0, -4.5, -6.0, -9.0, -4.0, -6.0, -7.0, -7.0, -7.0, -7.0, -7.0]
TEXTS = st.text(st.sampled_from("서울시 the é漢쀍“㎞①ﷺ각\u1100\u1161\n\t\0😀"), max_size=30)


@pytest.fixture(scope="module")
def whole() -> Tokenizer:
    return tokenizer_of(PIECES, SCORES)


def kept(tokenizer: Tokenizer, *texts: str, least: int = 2) -> list[str]:
    return [PIECES[number] for number in kept_pieces(PIECES, tokenizer, texts, least)]


def test_the_likeliest_pieces_are_chosen_and_a_word_begins_with_its_space(whole: Tokenizer) -> None:
    assert whole.encode("서울시 서울 the시", add_special_tokens=False).tokens == ["▁", "서울시", "▁서울", "▁the", "시"]


@pytest.mark.parametrize(
    ("text", "other"),
    [("서울  the", "서울 the"), ("서울\n\tthe", "서울 the"), ("ｔｈｅ", "the"), ("①", "1"), ("e\u0301", "é")],
)
def test_compatibility_forms_and_spaces_make_no_difference(whole: Tokenizer, text: str, other: str) -> None:
    assert whole.encode(text, add_special_tokens=False).ids == whole.encode(other, add_special_tokens=False).ids


@given(TEXTS)
def test_offsets_count_the_characters_of_the_text_as_it_was_given(whole: Tokenizer, text: str) -> None:
    offsets = whole.encode(text, add_special_tokens=False).offsets

    assert offsets == sorted(offsets)
    assert all(0 <= start < end <= len(text) for start, end in offsets)
    covered = {place for start, end in offsets for place in range(start, end)}
    assert covered >= {place for place, character in enumerate(text) if not character.isspace()}


def test_special_pieces_syllables_letters_and_marks_are_kept_though_no_text_has_them(whole: Tokenizer) -> None:
    assert kept(whole) == ["<s>", "<pad>", "</s>", "<unk>", "▁", "시", "쀍", "t", "“", "▁…"]


def test_other_pieces_are_kept_when_they_are_seen_often_enough(whole: Tokenizer) -> None:
    found = kept(whole, "서울 the 漢", "서울", "漢")

    assert {"▁서울", "漢"} <= set(found)
    assert not {"▁the", "서울", "서울시", "é"} & set(found)
    assert "▁the" in kept(whole, "the", "the")


def test_texts_are_counted_however_many_there_are(whole: Tokenizer) -> None:
    assert "▁서울" in kept(whole, *["서울"] * 12_000, least=12_000)
    assert "▁서울" not in kept(whole, *["서울"] * 11_999, least=12_000)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_text_whose_pieces_are_all_kept_is_split_as_before(whole: Tokenizer, texts: list[str]) -> None:
    numbers = kept_pieces(PIECES, whole, texts, least=1)
    small = tokenizer_of([PIECES[number] for number in numbers], [SCORES[number] for number in numbers])

    for text in texts:
        before, after = (one.encode(text, add_special_tokens=False) for one in (whole, small))
        assert [numbers[number] for number in after.ids] == before.ids
        assert after.offsets == before.offsets
