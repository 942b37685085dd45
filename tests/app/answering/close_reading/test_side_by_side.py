import pytest

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.extracts import LONGEST
from app.answering.close_reading.side_by_side import best_side_by_side, preferred_of, with_preferred
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.marked import Marked
from indexing.article import Article, Passage

FIRE = Article("fire", "fire.txt", "창고 화재", "불은 새벽에 꺼졌다. 창고는 1998년 지었다. 8일 불이 났다.")
COPY = Article("copy", "copy.txt", "창고서 불", "8일 불이 났다. 주민은 대피했다.")


def evidence(article: Article, sentence: str, score: float, *, is_read: bool = True) -> Evidence:
    start = article.body.index(sentence)
    passage = Passage(article.article_id, article.article_id, 0, 0, len(article.body), article.body)
    return Evidence(
        article=article,
        passage=RetrievedPassage.of(passage, article, 0.5),
        start=start,
        end=start + len(sentence),
        text=sentence,
        support=1.0,
        dates=(),
        spans={},
        alternatives={},
        features=(),
        score=score,
        marked=Marked(0, 1, 0.9, 0.9, score) if is_read else None,
    )


def test_the_best_three_of_different_wording_stand_as_in_their_articles_the_best_article_first() -> None:
    found = [
        evidence(FIRE, "8일 불이 났다.", 4.0),
        evidence(COPY, "8일 불이 났다.", 3.9),
        evidence(COPY, "주민은 대피했다.", 3.5),
        evidence(FIRE, "불은 새벽에 꺼졌다.", 3.0),
        evidence(FIRE, "창고는 1998년 지었다.", 2.5),
    ]
    extract = best_side_by_side(found)
    assert extract is not None
    assert extract.extract.text == "불은 새벽에 꺼졌다. 8일 불이 났다. 주민은 대피했다."
    assert extract.extract.title == ""  # none is above them all
    assert [index for index, _ in extract.sentences] == [3, 0, 2]
    for index, offset in extract.sentences:
        assert extract.extract.text[offset:].startswith(found[index].text)


def test_what_is_far_behind_or_not_read_or_does_not_fit_is_left_out_and_one_alone_is_not_compared() -> None:
    long = Article("long", "long.txt", "긴 글", "가" * LONGEST)
    best = evidence(FIRE, "8일 불이 났다.", 4.0)
    unread = evidence(FIRE, "불은 새벽에 꺼졌다.", 3.0, is_read=False)
    far = evidence(COPY, "주민은 대피했다.", 1.0)
    assert best_side_by_side([best, evidence(long, long.body, 3.5), unread, far]) is None
    assert best_side_by_side([]) is None


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({0: 0.1, 1: 0.85, 2: 0.05}, [1, 0, 2]),
        ({0: 0.85, 1: 0.1, 2: 0.05}, [0, 1, 2]),
        ({0: 0.3, 1: 0.4, 2: 0.3}, [0, 1, 2]),  # hardly more is no reason to think again
        ({0: 0.0, 2: 0.99}, [2, 0, 1]),
    ],
)
def test_the_preferred_one_comes_first_and_the_others_keep_order_and_score(
    shares: dict[int, float], expected: list[int]
) -> None:
    found = [
        evidence(FIRE, "창고는 1998년 지었다.", 4.0),
        evidence(FIRE, "8일 불이 났다.", 3.5),
        evidence(COPY, "주민은 대피했다.", 1.0),
    ]
    preferred = with_preferred(found, shares)
    assert [one.text for one in preferred] == [found[index].text for index in expected]
    assert [one.score for one in preferred[1:]] == [found[index].score for index in expected[1:]]
    assert preferred[0].score >= found[0].score
    assert [one.beside for one in preferred] == [shares.get(index) for index in expected]


def test_a_best_that_was_not_read_side_by_side_stays_the_best() -> None:
    assert preferred_of([1.0, 5.0, 4.0], {0: 0.1, 2: 0.9}) == (1, 5.0)
    assert preferred_of([1.0], {}) == (0, 1.0)
