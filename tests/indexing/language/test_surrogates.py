from hypothesis import given
from hypothesis import strategies as st

from indexing.language.surrogates import without_surrogates


@given(st.text())
def test_a_text_without_halves_of_characters_stays_as_it_is(text: str) -> None:
    assert without_surrogates(text) == text


@given(st.text(st.characters(categories=("Cs", "Lo", "Zs"))))
def test_what_is_left_can_be_encoded_and_every_offset_stays_right(text: str) -> None:
    found = without_surrogates(text)
    found.encode()
    assert len(found) == len(text)
    assert all(kept in (was, " ") for kept, was in zip(found, text, strict=True))
