from collections.abc import Callable

import pytest

from app.answering.answer import Answer
from eval import verdict as reasons
from eval.question_set.question import Question, Relevant
from eval.scoring import scores
from eval.verdict import (
    ANSWERED_IN_VAIN,
    ARTICLE_MISSED,
    DECLINED,
    WRONG_ANSWER,
    WRONG_DATE,
    WRONG_SENTENCE,
    verdict,
)

MakeAnswer = Callable[..., Answer]

GOLD = {
    "answers": ("서울",),
    "qrels": (Relevant(("gold.html",)),),
    "quote": "서울에서 연다.",
    "date": "2025-09-29",
    "answerable": True,
}


def asking(**gold: object) -> Question:
    return Question("q", "?", "ko", **gold)


def judged(question: Question, answer: Answer) -> str | None:
    return verdict(question, answer, scores(question, answer))


def without(*names: str) -> dict[str, object]:
    return {name: value for name, value in GOLD.items() if name not in names}


@pytest.mark.parametrize(
    ("gold", "given", "reason"),
    [
        ({"answerable": False}, {"short_answer": "서울"}, ANSWERED_IN_VAIN),
        (GOLD, {"answered": False, "found": ["gold.html"]}, DECLINED),
        (GOLD, {"short_answer": "부산", "found": ["x.html"], "dates": ["2025-09-29"]}, ARTICLE_MISSED),
        (GOLD, {"short_answer": "부산", "found": ["gold.html"], "dates": ["2025-09-29"]}, WRONG_ANSWER),
        (GOLD, {"short_answer": "서울", "found": ["gold.html"], "dates": ["2025-09-30"]}, WRONG_DATE),
        (
            without("answers"),
            {"short_answer": "서울", "found": ["gold.html"], "quotes": ["비가 온다."]},
            WRONG_SENTENCE,
        ),
    ],
)
def test_every_reason_has_its_case(
    make_answer: MakeAnswer, gold: dict[str, object], given: dict[str, object], reason: str
) -> None:
    assert judged(asking(**gold), make_answer(**given)) == reason


def test_the_reasons_tell_themselves_apart() -> None:
    texts = [value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)]
    assert len(texts) == len(set(texts)) == 6


@pytest.mark.parametrize(
    ("gold", "given"),
    [
        (GOLD, {"short_answer": "서울시", "found": ["x.html"], "dates": ["2025-09-29"]}),
        (GOLD, {"short_answer": "여기", "quotes": ["비 오는 서울."], "dates": ["2025-09-29"]}),
        ({"answerable": False}, {"answered": False}),
        ({**GOLD, "answerable": False}, {"answered": False}),
        (without("answers"), {"quotes": ["서울에서 연다."], "dates": ["2025-09-29"]}),
        (without("answers", "quote"), {"short_answer": "부산", "found": ["gold.html"], "dates": ["2025-09-29"]}),
        ({"date": "2025-09-29"}, {"short_answer": "부산", "dates": ["2025-09-29"]}),
        ({"answers": ("서울",)}, {"short_answer": "서울"}),
    ],
    ids=[
        *("said", "cited", "declined", "declined in spite of gold", "quote cited", "article found"),
        *("date alone", "unknown whether answerable"),
    ],
)
def test_an_answer_is_right(make_answer: MakeAnswer, gold: dict[str, object], given: dict[str, object]) -> None:
    assert judged(asking(**gold), make_answer(**given)) == ""


@pytest.mark.parametrize(
    ("gold", "given", "reason"),
    [
        (without("answers", "quote"), {"short_answer": "서울", "found": ["x.html"]}, ARTICLE_MISSED),
        (without("answers"), {"short_answer": "서울", "found": ["x.html"], "quotes": ["비가 온다."]}, ARTICLE_MISSED),
        (without("answers", "quote"), {"short_answer": "서울", "found": ["gold.html"]}, WRONG_DATE),
        ({"date": "2025-09-29"}, {"short_answer": "서울"}, WRONG_DATE),
        ({"answers": ("서울",)}, {"short_answer": "부산"}, WRONG_ANSWER),
        ({"answers": ("서울",)}, {"answered": False}, WRONG_ANSWER),
        ({"quote": "서울에서 연다."}, {"short_answer": "서울"}, WRONG_SENTENCE),
        ({"answerable": True}, {"answered": False}, DECLINED),
    ],
)
def test_with_less_gold_the_next_best_measure_decides(
    make_answer: MakeAnswer, gold: dict[str, object], given: dict[str, object], reason: str
) -> None:
    assert judged(asking(**gold), make_answer(**given)) == reason


@pytest.mark.parametrize("given", [{"short_answer": "서울", "found": ["a.html"]}, {"answered": False}])
def test_without_gold_nothing_tells(make_answer: MakeAnswer, given: dict[str, object]) -> None:
    assert judged(asking(), make_answer(**given)) is None


def test_an_answer_to_a_question_that_is_only_known_to_be_answerable_cannot_be_told(make_answer: MakeAnswer) -> None:
    assert judged(asking(answerable=True), make_answer("서울")) is None


def test_no_reason_claims_that_an_article_was_found_where_no_gold_says_which(make_answer: MakeAnswer) -> None:
    for gold in ({"answers": ("서울",)}, {"quote": "서울에서 연다."}):
        reason = judged(asking(**gold), make_answer("부산", found=["x.html"], quotes=["비가 온다."]))
        assert reason
        assert "article" not in reason
