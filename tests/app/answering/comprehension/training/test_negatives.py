from dataclasses import replace

from app.answering.comprehension.kinds import Kind
from app.answering.comprehension.training.examples import Example
from app.answering.comprehension.training.negatives import nearest_passages
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


def test_the_nearest_are_the_passages_of_other_articles_that_are_most_like_the_question(
    embedder: BundledEmbedding,
) -> None:
    found = nearest_passages(LIBRARIES + OTHERS, embedder, 5)

    assert len(found) == len(LIBRARIES + OTHERS)
    for example, near in zip(LIBRARIES, found, strict=False):
        assert len(near) == 5
        assert all("도서관" in title for title, _ in near)
        assert (example.title, example.passage) not in near


def test_the_passage_of_another_question_about_the_same_article_is_none_of_them(embedder: BundledEmbedding) -> None:
    first, second, other = LIBRARIES[:3]
    same = Example(second.question, first.title, second.passage, Kind.SPAN, ((0, 2),))

    found = nearest_passages([first, same, other], embedder)

    assert found[:2] == [[(other.title, other.passage)]] * 2


def test_a_passage_of_the_same_story_is_none_of_them_whichever_question_tells_of_it(embedder: BundledEmbedding) -> None:
    first, rival, other = LIBRARIES[:3]
    told = replace(first, rivals=((rival.title, rival.passage),))
    alone = replace(first, question="도서관 개관은 몇 월?")

    found = nearest_passages([told, alone, rival, other], embedder)

    assert found[:2] == [[(other.title, other.passage)]] * 2


def test_a_translated_question_finds_passages_too(embedder: BundledEmbedding) -> None:
    asked = replace(LIBRARIES[0], translation="Where was the earthquake?")

    (near, *_) = nearest_passages([asked, *LIBRARIES[1:], *OTHERS], embedder, 3)

    assert len(near) == len(set(near)) <= 6
    assert any("earthquake" in title for title, _ in near)
    assert any("도서관" in title for title, _ in near)


def test_without_another_passage_none_is_near(embedder: BundledEmbedding) -> None:
    assert nearest_passages([], embedder) == []
    assert nearest_passages(LIBRARIES[:1] * 3, embedder) == [[]] * 3
