"""What an answer says of the sentences that were found."""

from app.answering.answer import RetrievedPassage
from app.answering.evidence.evidence import Evidence
from app.answering.extractive.choice import Choice, alternatives
from indexing.article import Article


def sentence(text: str, score: float, path: str = "a.txt") -> Evidence:
    article = Article(f"{path}{text}", path, "소식", text)
    passage = RetrievedPassage("p", article.article_id, path, article.title, None, None, None, text, 0, len(text), 1.0)
    return Evidence(article, passage, 0, len(text), text, 1.0, (), {}, {}, (), score)


BEST = sentence("축제는 사흘 동안 열린다.", 9.0)


def test_of_what_may_be_meant_the_three_best_are_shown_the_best_first() -> None:
    others = [sentence(f"축제에는 가게 {count}곳이 선다.", 8.9 - count / 10) for count in range(5)]
    assert alternatives(Choice((BEST,), {}), [BEST, *others]) == others[:3]


def test_what_is_far_behind_is_not_meant() -> None:
    near, far = sentence("축제는 강변에서 열린다.", 6.0), sentence("시장이 인사했다.", 5.0)
    assert alternatives(Choice((BEST,), {}), [BEST, near, far]) == [near]


def test_what_the_answer_cites_and_what_another_outlet_copied_is_not_shown_again() -> None:
    confirming = sentence("축제는 사흘이다.", 8.5)
    other, copied = sentence("축제는 강변에서 열린다.", 8.0), sentence("축제는 강변에서 열린다.", 7.9, "copy.txt")
    found = [BEST, confirming, other, copied]
    assert alternatives(Choice((BEST, confirming), {}), found) == [other]
