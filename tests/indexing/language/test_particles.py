import pytest

from indexing.language.particles import may_end_in_particle, object_particle, topic_particle


@pytest.mark.parametrize(
    ("word", "topic", "direct_object"),
    [
        ("2023년", "은", "을"),
        ("오늘", "은", "을"),
        ("어제", "는", "를"),
        ("3", "은", "을"),
        ("2", "는", "를"),
        ("last year", "는", "를"),
        ("June", "은", "을"),
        ("Monday morning", "은", "을"),
        ("next week", "는", "를"),
        ("IMF", "는", "를"),
        ("EDM", "은", "을"),
        ("", "는", "를"),
    ],
)
def test_a_particle_fits_the_word_before_it(word: str, topic: str, direct_object: str) -> None:
    assert (topic_particle(word), object_particle(word)) == (topic, direct_object)


def test_a_closing_mark_is_looked_through() -> None:
    assert topic_particle("‘내년’") == "은"


@pytest.mark.parametrize(
    ("word", "may"),
    [
        ("서울은", True),
        ("총회는", True),
        ("시장을", True),
        ("한지은", False),
        ("노을", False),
        ("은", False),
        ("", False),
    ],
)
def test_an_ending_that_does_not_fit_the_word_before_it_is_no_particle(word: str, may: bool) -> None:
    assert may_end_in_particle(word) is may
