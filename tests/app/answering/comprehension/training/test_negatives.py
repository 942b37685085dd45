import random
from collections import Counter
from dataclasses import replace

import pytest

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.negatives import beside_rivals, with_negatives
from indexing.embedding.bundled import BundledEmbedding

TOWNS = "한빛 동진 송림 새봄 가람 나래 다온 라온 마루 바다 사랑 아람 자두 하늘".split()
LIBRARIES = [
    Example(
        "도서관은 언제 문을 여나?",
        f"{town} 도서관 개관",
        f"{town}시 도서관이 {month}월에 문을 연다.",
        Kind.SPAN,
        ((0, 2),),
    )
    for month, town in enumerate(TOWNS, 1)
]
OTHERS = [
    Example(f"{word}?", f"{word} 소식", f"The {word} of the season was {number}.", Kind.SPAN, ((0, 3),))
    for number, word in enumerate("striker goalkeeper referee hurricane earthquake volcano".split())
]


def test_a_negative_is_the_question_beside_a_near_passage_of_another_article(embedder: BundledEmbedding) -> None:
    found = with_negatives(LIBRARIES + OTHERS, 1.0, embedder, random.Random(0))
    own = {example.question: example for example in OTHERS}
    passages = {(example.title, example.passage) for example in LIBRARIES + OTHERS}

    assert Counter(example.question for example in found) == Counter(one.question for one in LIBRARIES + OTHERS)
    for example in found:
        assert (example.kind, example.spans) == (Kind.NONE, ())
        assert (example.title, example.passage) in passages
        if example.question in own:
            assert example.passage != own[example.question].passage
        else:
            assert "도서관" in example.title


def test_the_passage_of_another_question_about_the_same_article_is_no_negative(embedder: BundledEmbedding) -> None:
    first, second, other = LIBRARIES[:3]
    same = Example(second.question, first.title, second.passage, Kind.SPAN, ((0, 2),))

    for seed in range(9):
        found = with_negatives([first, same, other], 1.0, embedder, random.Random(seed))
        assert [example.passage for example in found[:2]] == [other.passage] * 2


@pytest.mark.parametrize(("each", "least", "most"), [(0.0, 0, 0), (0.5, 3, 11), (1.0, 14, 14)])
def test_a_share_of_the_answered_questions_is_asked_again(
    embedder: BundledEmbedding, each: float, least: int, most: int
) -> None:
    unanswered = [example.unanswered_by("날씨", "비가 온다.") for example in LIBRARIES]

    found = with_negatives([*LIBRARIES, *unanswered], each, embedder, random.Random(1))

    assert least <= len(found) <= most


def test_without_another_passage_there_is_no_negative(embedder: BundledEmbedding) -> None:
    assert with_negatives([], 1.0, embedder, random.Random(0)) == []
    assert with_negatives(LIBRARIES[:1] * 3, 1.0, embedder, random.Random(0)) == []


def test_a_question_of_a_story_is_asked_again_beside_another_passage_of_it() -> None:
    rivals = (("다른 날", "비가 온다."), ("또 다른 날", "눈이 온다."))
    told = replace(LIBRARIES[0], rivals=rivals)
    open_question = replace(told, kind=Kind.NONE, spans=())

    found = beside_rivals([told, open_question, LIBRARIES[1]] * 20, random.Random(2))

    assert len(found) == 20
    assert {(one.title, one.passage) for one in found} == set(rivals)
    assert {(one.question, one.kind, one.spans, one.rivals) for one in found} == {(told.question, Kind.NONE, (), ())}
