import random
import unicodedata
from collections import Counter
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rensa import RMinHash

from indexing.article import Article
from indexing.corpus import scan
from indexing.near_duplicates import (
    CONTAINED,
    CROWD,
    SAME_FIGURES,
    SHORTEST,
    SMALLEST_SHARE,
    Neighbourhood,
    are_copies,
    buckets,
    letters,
    nearest,
    shingles,
)
from indexing.reading.limits import max_bytes_for
from indexing.reading.readers import read_file

CORPUS = Path(__file__).parents[2] / "corpus"
FERRY = {
    "pages/ferry-adrift-nuridam.html",
    "pages/ferry-adrift-powolsinmun.html",
    "dumps/ferry-adrift-haedamilbo.txt",
    "dumps/ferry-adrift-serintimes.txt",
}
RENT = {"pages/youth-rent-hanbit.html", "dumps/youth-rent-sollae.txt"}
SENTENCES = [
    "".join(random.Random(number).choices("가나다라마바사아자차카타파하거너더러머버", k=70)) for number in range(9)
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(SENTENCES), max_size=9).map(" ".join)).map(letters)


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {
        article.path: article
        for file in scan(CORPUS).files
        for article in read_file(file.read(max_bytes_for(file.path)).content, file.path).articles
    }


@pytest.fixture(scope="module")
def texts(articles: dict[str, Article]) -> dict[str, str]:
    return {path: letters(article.body) for path, article in articles.items()}


def shared(one: str, other: str) -> int:
    return len(np.intersect1d(buckets(one), buckets(other)))


def found(one: str, other: str) -> bool:
    """Whether a text would be compared with the other."""
    return nearest(buckets(one), {"other": shared(one, other)}) == ["other"]


def edited(body: str, every: int) -> str:
    """The body with one word in so many, but no figure, replaced by another of its words, at random places."""
    words, chance = body.split(), random.Random(body)
    plain = [word for word in words if word.isalpha()]
    return " ".join(chance.choice(plain) if word.isalpha() and chance.random() < 1 / every else word for word in words)


def with_other_figures(body: str) -> str:
    chance = random.Random(body)
    return "".join(chance.choice("123456789") if character.isdigit() else character for character in body)


@pytest.mark.parametrize("other", ["서울시 Metro, 12일!", "서울시\n\nmetro “12일”", "서울시 ＭＥＴＲＯ １２일"])
def test_case_spacing_punctuation_and_width_do_not_count(other: str) -> None:
    assert letters(other) == "서울시metro12일"
    assert letters(unicodedata.normalize("NFD", other)) == "서울시metro12일"


def test_in_the_sample_archive_only_the_wire_copies_are_copies(texts: dict[str, str]) -> None:
    copies = {pair for pair in combinations(sorted(texts), 2) if are_copies(texts[pair[0]], texts[pair[1]])}

    assert copies == {*combinations(sorted(FERRY), 2), *combinations(sorted(RENT), 2)}
    assert all(found(texts[one], texts[other]) for one, other in copies)


def test_bodies_cut_extended_or_lightly_edited_are_found_as_copies(articles: dict[str, Article]) -> None:
    for path, article in articles.items():
        body = article.body
        for changed in (body[: len(body) // 2], edited(body, 10), "한편 시는 다른 계획도 알렸다." + body):
            assert are_copies(letters(body), letters(changed)), path
            assert found(letters(body), letters(changed)), path


def test_a_glance_before_the_comparison_changes_no_verdict(articles: dict[str, Article]) -> None:
    def share(found: frozenset[str], other: frozenset[str]) -> float:
        smaller = min(len(found), len(other))
        return len(found & other) / smaller if smaller else 1.0

    def figures(found: frozenset[str]) -> frozenset[str]:
        return frozenset(shingle for shingle in found if not shingle.isalpha())

    bodies = [article.body for article in articles.values() if len(letters(article.body)) >= 2 * SHORTEST]
    pairs = [(body, edited(body, every)) for body in bodies for every in (2, 3, 4, 5, 10)]
    pairs += [(body, body[: len(body) // 2] + other) for body, other in pairwise(bodies)]
    verdicts = Counter[bool]()
    for one, other in ((letters(one), letters(other)) for one, other in pairs):
        mine, yours = shingles(one), shingles(other)
        alike = share(mine, yours) >= CONTAINED and share(figures(mine), figures(yours)) >= SAME_FIGURES
        if min(len(one), len(other)) >= SMALLEST_SHARE * max(len(one), len(other)):
            assert are_copies(one, other) == alike
            verdicts[alike] += 1
    assert min(verdicts[True], verdicts[False]) > 30


def test_nineteen_of_twenty_bodies_cut_to_a_third_are_found(articles: dict[str, Article]) -> None:
    pairs = [
        (letters(article.body), letters(article.body[: len(article.body) * 7 // 20])) for article in articles.values()
    ]
    seen = [found(whole, piece) for whole, piece in pairs if len(piece) >= SHORTEST]

    assert len(seen) > 60
    assert sum(seen) >= 0.95 * len(seen)


def test_unrelated_bodies_are_hardly_ever_compared(texts: dict[str, str]) -> None:
    strange = list(combinations(sorted(texts.keys() - FERRY - RENT), 2))

    assert sum(found(texts[one], texts[other]) for one, other in strange) <= 2


def test_a_text_filled_with_other_figures_is_another_edition(articles: dict[str, Article]) -> None:
    for path, article in articles.items():
        if sum(character.isdigit() for character in article.body) >= 20:
            assert not are_copies(letters(article.body), letters(with_other_figures(article.body))), path


def test_a_piece_of_less_than_a_third_is_an_excerpt_and_no_copy() -> None:
    whole, piece = "".join(SENTENCES), "".join(SENTENCES[:3])

    assert are_copies("".join(SENTENCES[:8]), piece)
    assert not are_copies(whole + SENTENCES[0][::-1], piece)


def test_a_short_body_is_a_copy_only_of_an_equal_one() -> None:
    short = "".join(SENTENCES)[: SHORTEST - 1]

    assert are_copies(short, short)
    assert found(short, short)
    assert not are_copies(short, short[:-1])
    assert not are_copies(short, short + "가")


def test_nothing_is_no_copy_of_nothing() -> None:
    assert not are_copies("", "")
    assert len(buckets("")) == 0


def test_signatures_are_those_that_archives_hold() -> None:
    """Where this fails after an upgrade of rensa, SCHEMA_VERSION must rise: new signatures do not match stored ones."""
    assert RMinHash.ALGORITHM_VERSION == 2
    assert buckets("".join(SENTENCES))[[0, 23, 47]].tolist() == [379269046600, 26288030753785, 52203084735378]
    assert buckets("서울").tolist() == [-110971782019587]


@given(one=TEXTS, other=TEXTS)
def test_copying_is_symmetric_and_every_text_copies_itself(one: str, other: str) -> None:
    assert are_copies(one, other) == are_copies(other, one)
    assert are_copies(one, one) == (one != "")
    assert shared(one, other) == shared(other, one)
    assert shared(one, one) == len(set(buckets(one).tolist()))


@given(texts=st.lists(TEXTS, min_size=1, max_size=8))
def test_a_neighbourhood_counts_the_buckets_that_are_shared(texts: list[str]) -> None:
    held = {str(number): buckets(text) for number, text in enumerate(texts)}
    neighbourhood = Neighbourhood(held)

    for one, own in held.items():
        expected = {other: len(np.intersect1d(own, found)) for other, found in held.items() if other != one}
        assert neighbourhood.sharing(one) == Counter({other: count for other, count in expected.items() if count})


def test_of_a_crowded_bucket_only_some_are_looked_at() -> None:
    neighbourhood = Neighbourhood({str(number): buckets("서울") for number in range(1_000)})

    assert len(neighbourhood.sharing("999")) == CROWD
