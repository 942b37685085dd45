from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer, Citation
from eval.metrics.answers import NAMES, answer_scores, character_f1, exact_match
from eval.question_set.question import Question


def asking(*answers: str) -> Question:
    return Question("q", "?", "ko", answers=answers)


def test_f1_counts_shared_characters_as_korquad_does() -> None:
    # 이순신장군 (5) and 이순신 (3) share 3: precision 3/5, recall 3/3
    assert character_f1("이순신 장군", "이순신") == pytest.approx(0.75)


def test_f1_counts_a_repeated_character_as_often_as_both_have_it() -> None:
    # 가가가 and 가가나 share two: 2/3 and 2/3
    assert character_f1("가가가", "가가나") == pytest.approx(2 / 3)


def test_f1_of_disjoint_texts_is_zero() -> None:
    assert character_f1("서울", "부산") == 0


def test_exact_match_looks_past_quotes_case_and_spaces() -> None:
    assert exact_match("‘The  BTS’", "bts") == 1
    assert exact_match("서울시", "서울") == 0


def test_the_best_gold_answer_counts(make_answer: Callable[..., Answer]) -> None:
    scores = answer_scores(asking("부산", "서울 특별시", "서울"), make_answer("서울"))
    assert scores == {"exact_match": 1.0, "f1": 1.0, "contains": 1.0, "offered": 1.0}


def test_the_text_stands_in_where_there_is_no_short_answer(make_answer: Callable[..., Answer]) -> None:
    for short_answer in (None, " "):
        scores = answer_scores(asking("서울"), make_answer(short_answer, text="서울 [1]"))
        assert scores == {"exact_match": 1.0, "f1": 1.0, "contains": 1.0, "offered": 1.0}


@pytest.mark.parametrize("where", ["short_answer", "text", "quotes"])
def test_an_answer_is_contained_wherever_the_reader_sees_it(make_answer: Callable[..., Answer], where: str) -> None:
    said = {"short_answer": "모른다", "text": "모른다 [1]", "quotes": ["모른다"]}
    said[where] = ["축제는 서울에서 열린다."] if where == "quotes" else "축제는 서울에서 열린다."
    assert answer_scores(asking("서울"), make_answer(**said))["contains"] == 1


def test_what_is_shown_beside_a_doubtful_answer_is_offered_and_not_said(
    make_answer: Callable[..., Answer], make_citation: Callable[..., Citation]
) -> None:
    answer = replace(
        make_answer("부산", text="부산이다 [1]."), alternatives=(make_citation("축제는 서울에서 열린다."),)
    )
    scores = answer_scores(asking("서울"), answer)
    assert (scores["contains"], scores["offered"]) == (0, 1)
    assert answer_scores(asking("대구"), answer)["offered"] == 0


def test_a_citation_marker_is_not_the_number_asked_for(make_answer: Callable[..., Answer]) -> None:
    assert answer_scores(asking("1"), make_answer("둘", text="둘이다 [1]."))["contains"] == 0


def test_an_answer_is_not_pieced_together_from_text_and_quote(make_answer: Callable[..., Answer]) -> None:
    assert answer_scores(asking("서울"), make_answer("서", text="울", quotes=["서"]))["contains"] == 0


def test_the_source_of_a_quote_is_not_what_is_said(make_answer: Callable[..., Answer]) -> None:
    quote = "도서관은 매주 월요일에 쉰다."
    answer = make_answer("매주 월요일에", text=f"2025년 9월 1일: “{quote}” [1]", quotes=[quote])
    assert answer_scores(asking("2025년 9월 1일"), answer)["contains"] == 0
    assert answer_scores(asking("2025년"), answer)["contains"] == 0
    assert answer_scores(asking("월요일"), answer)["contains"] == 1


def test_the_day_of_an_article_that_is_the_answer_is_contained(make_answer: Callable[..., Answer]) -> None:
    quote = "도서관은 매주 월요일에 쉰다."
    for said, text in (("2025년 9월 1일", f"2025년 9월 1일: “{quote}” [1]"), (None, "2025년 9월 1일 기사입니다. [1]")):
        answer = make_answer(said, text=text, quotes=[quote])
        assert answer_scores(asking("2025년 9월 1일"), answer)["contains"] == 1


def test_a_text_that_stands_in_is_judged_without_its_source(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer(None, text="2025년 9월 1일: “월요일에 쉰다.” [1]", quotes=["월요일에 쉰다."])
    assert answer_scores(asking("월요일에 쉰다"), answer) == {
        "exact_match": 1.0,
        "f1": 1.0,
        "contains": 1.0,
        "offered": 1.0,
    }


def test_a_figure_or_date_in_another_spelling_is_contained(make_answer: Callable[..., Answer]) -> None:
    assert answer_scores(asking("70,000명"), make_answer("7만 명"))["contains"] == 1
    question = Question("q", "?", "en", answers=("March 3, 2025",), date="2025-03-03")
    assert answer_scores(question, make_answer("3 March 2025", dates=["2025-03-03"]))["contains"] == 1
    assert answer_scores(question, make_answer("3 March 2025", dates=["2025-03-04"]))["contains"] == 0


def test_an_abstention_scores_zero_even_if_its_text_holds_the_answer(make_answer: Callable[..., Answer]) -> None:
    answer = make_answer("서울", text="서울", answered=False)
    assert answer_scores(asking("서울"), answer) == dict.fromkeys(NAMES, 0.0)


def test_answers_are_not_scored_without_gold_answers(make_answer: Callable[..., Answer]) -> None:
    assert answer_scores(asking(), make_answer("서울")) == {}


texts = st.text(alphabet="가나 the.A1,5<b>[]", max_size=12) | st.text(max_size=12)


@given(said=texts, gold=texts)
def test_f1_is_symmetric_and_within_bounds(said: str, gold: str) -> None:
    score = character_f1(said, gold)
    assert 0 <= score <= 1
    assert score == character_f1(gold, said)


@given(
    said=texts,
    text=texts,
    quote=texts,
    answered=st.booleans(),
    gold=st.lists(texts.filter(str.strip), min_size=1, max_size=3),
)
def test_answer_scores_are_in_bounds_and_an_exact_match_has_full_f1(
    make_answer: Callable[..., Answer], said: str, text: str, quote: str, answered: bool, gold: list[str]
) -> None:
    scores = answer_scores(asking(*gold), make_answer(said, text=text, quotes=[quote], answered=answered))
    assert set(scores) == set(NAMES)
    assert all(0 <= score <= 1 for score in scores.values())
    assert scores["exact_match"] == 0 or scores["f1"] == 1


@given(st.text().filter(str.strip))
def test_a_text_matches_itself_exactly(text: str) -> None:
    assert exact_match(text, text) == character_f1(text, text) == 1
