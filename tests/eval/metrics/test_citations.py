from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer, Citation
from eval.metrics.citations import citation_scores, supports
from eval.question_set.question import Question, Relevant

GOLD_QUOTE = "축제는 오는 29일 서울에서 열린다."
GOLD = (Relevant(("gold.html",)),)


def asking(**gold: object) -> Question:
    return Question("q", "?", "ko", **gold)


@pytest.mark.parametrize(
    ("quote", "path"),
    [
        (GOLD_QUOTE, "gold.html"),
        (GOLD_QUOTE, "copy-elsewhere.html"),
        (f"그는 말했다. {GOLD_QUOTE} 입장은 무료다.", "gold.html"),
        ("오는 29일 서울에서", "gold.html"),
        ("개막일은 9월 29일이라고 밝혔다.", "gold.html"),
    ],
)
def test_a_citation_supports_by_the_gold_quote_or_a_gold_answer(
    make_citation: Callable[..., Citation], quote: str, path: str
) -> None:
    question = asking(quote=GOLD_QUOTE, answers=("9월 29일",), qrels=GOLD)
    assert supports(make_citation(quote, path), question)


@pytest.mark.parametrize(
    ("quote", "path"),
    [("개막일은 9월 29일이다.", "other.html"), ("입장은 무료다.", "gold.html"), (" ", "gold.html"), ("", "gold.html")],
)
def test_a_citation_elsewhere_or_of_another_sentence_does_not_support(
    make_citation: Callable[..., Citation], quote: str, path: str
) -> None:
    question = asking(quote=GOLD_QUOTE, answers=("9월 29일",), qrels=GOLD)
    assert not supports(make_citation(quote, path), question)


def test_precision_is_the_share_and_recall_is_whether_any(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer(quotes=[GOLD_QUOTE, "입장은 무료다.", "비가 온다."])
    assert citation_scores(asking(quote=GOLD_QUOTE), answer) == {"precision": pytest.approx(1 / 3), "recall": 1.0}


def test_wrong_citations_score_zero_in_both(make_answer: Callable[..., Answer]) -> None:
    assert citation_scores(asking(quote=GOLD_QUOTE), make_answer(quotes=["비가 온다."])) == {
        "precision": 0,
        "recall": 0,
    }


def test_an_abstention_or_an_answer_without_citations_costs_recall_only(make_answer: Callable[..., Answer]) -> None:
    for answer in (make_answer(answered=False, quotes=[GOLD_QUOTE]), make_answer("서울")):
        assert citation_scores(asking(quote=GOLD_QUOTE), answer) == {"recall": 0.0}


@pytest.mark.parametrize("gold", [{}, {"answers": ("서울",)}, {"qrels": GOLD}])
def test_citations_are_not_scored_without_a_quote_or_answer_in_an_article(
    make_answer: Callable[..., Answer], gold: dict[str, object]
) -> None:
    assert citation_scores(asking(**gold), make_answer(quotes=["서울"])) == {}


def test_gold_answers_in_gold_articles_suffice(make_answer: Callable[..., Answer]) -> None:
    question = asking(answers=("서울",), qrels=GOLD)
    answer = make_answer(quotes=["서울이다.", ("서울이다.", "other.html")])
    assert citation_scores(question, answer) == {"precision": 0.5, "recall": 1.0}


quotes = st.lists(st.sampled_from([GOLD_QUOTE, "서울", "비가 온다.", ""]) | st.text(max_size=8), max_size=5)


@given(quotes=quotes, answered=st.booleans())
def test_citation_scores_stay_within_bounds_and_agree(
    make_answer: Callable[..., Answer], quotes: list[str], answered: bool
) -> None:
    question = asking(quote=GOLD_QUOTE, answers=("서울",), qrels=GOLD)
    scores = citation_scores(question, make_answer(quotes=quotes, answered=answered))
    assert all(0 <= score <= 1 for score in scores.values())
    assert (scores["recall"] == 1) == (scores.get("precision", 0) > 0)
