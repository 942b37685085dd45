import re

from app.answering.comprehension.training.card import model_card

MEASURES = {"ko": {"exact_match": 0.61239, "f1": 0.7}, "en": {"exact_match": 0.5, "f1": 0.65}}


def test_the_card_tells_the_sizes_and_the_numbers_of_its_run() -> None:
    card = model_card(30123, 8, MEASURES)

    assert "30,123 word pieces, 8 transformer layers" in card
    assert "| Korean questions | 0.612 | 0.700 |\n| English questions | 0.500 | 0.650 |" in card


def test_nothing_is_left_to_fill_in_and_the_metadata_comes_first() -> None:
    card = model_card(1, 1, MEASURES)

    assert card.startswith("---\nlanguage: [ko, en]\n")
    assert not re.search(r"\{\w*\}", card)
