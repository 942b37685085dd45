import re

from app.answering.comprehension.training.card import model_card

MEASURES = {
    "encyclopedia": {"ko": {"exact_match": 0.61239, "f1": 0.7}, "en": {"exact_match": 0.5, "f1": 0.65}},
    "news": {
        "ko": {"exact_match": 0.4, "f1": 0.6, "answered": 0.8, "yes_no": 0.55, "right_passage": 0.7},
        "en": {"exact_match": 0.3, "f1": 0.5, "answered": 0.75, "yes_no": 0.5, "right_passage": 0.6},
    },
}


def test_the_card_tells_the_sizes_and_the_numbers_of_its_run() -> None:
    card = model_card(30123, 8, MEASURES)

    assert "30,123 word pieces, 8 transformer layers" in card
    assert "| | exact match | F1 |\n| --- | --- | --- |\n| Korean questions | 0.612 | 0.700 |\n" in card
    assert "| | exact match | F1 | answered or not (AUC) | yes or no (AUC) | right passage |\n" in card
    assert "| English questions | 0.300 | 0.500 | 0.750 | 0.500 | 0.600 |" in card


def test_nothing_is_left_to_fill_in_and_the_metadata_comes_first() -> None:
    card = model_card(1, 1, MEASURES)

    assert card.startswith("---\nlanguage: [ko, en]\n")
    assert not re.search(r"\{\w*\}", card)
