from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer
from eval.metrics.spellings import is_spelt_otherwise
from eval.question_set.question import Question

MakeAnswer = Callable[..., Answer]


def asking(gold: str, date: str | None = None) -> Question:
    return Question("q", "?", "ko", answers=(gold,), date=date)


@pytest.mark.parametrize(
    ("gold", "date", "said"),
    [
        ("March 3, 2025", "2025-03-03", "3 March 2025"),
        ("2025년 3월 3일", "2025-03-03", "3 March 2025"),
        ("3월 3일", "2025-03-03", "2025년 3월 3일"),
        ("29 September – 1 October 2025", "2025-09-29/2025-10-01", "9월 29일~10월 1일"),
    ],
)
def test_a_date_counts_however_it_is_written_where_the_gold_date_is_met(
    make_answer: MakeAnswer, gold: str, date: str, said: str
) -> None:
    assert is_spelt_otherwise(asking(gold, date), make_answer(said, dates=[date]))


@pytest.mark.parametrize(
    ("gold", "date", "dates"),
    [
        ("March 3, 2025", "2025-03-03", ["2025-03-04"]),
        ("March 3, 2025", "2025-03-03", []),
        ("March 3, 2025", None, ["2025-03-03"]),
        ("March 4, 2025", "2025-03-03", ["2025-03-03"]),
        ("서울", "2025-03-03", ["2025-03-03"]),
        ("2025년 3월 3일 서울", "2025-03-03", ["2025-03-03"]),
        ("3월", "2025-03-03", ["2025-03-03"]),
    ],
    ids=["another day", "no day", "no gold date", "another gold", "a place", "more than a date", "only the month"],
)
def test_no_other_date_counts_nor_what_is_more_than_a_date(
    make_answer: MakeAnswer, gold: str, date: str | None, dates: list[str]
) -> None:
    assert not is_spelt_otherwise(asking(gold, date), make_answer("3 March 2025", dates=dates))


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ("70,000명", "7만 명"),
        ("70,000명", "약 7만 명"),
        ("five children", "5 children"),
        ("14.6 km", "14.6 kilometres"),
        ("1,500원", "₩1,500"),
        ("210 million won", "2억1천만 원"),
        ("42톤", "시청 · 42 tonnes"),
        ("1.5 km", "1,500 m"),
    ],
)
def test_a_figure_counts_however_it_is_written(make_answer: MakeAnswer, gold: str, said: str) -> None:
    assert is_spelt_otherwise(asking(gold), make_answer(said))
    assert is_spelt_otherwise(asking(said.split(" · ")[-1]), make_answer(gold))


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ("70,000명", "7만 원"),
        ("70,000명", "7만 대"),
        ("70,000명", "70만 명"),
        ("70,000명", "7만여 명"),
        ("70,000", "7만"),
        ("70,000명", "7만 명 가운데 3천 명"),
        ("14.6 km", "14.6 m"),
        ("$1,500", "1,500원"),
        ("13일", "13 days"),
        ("60분", "1시간"),
        ("0.25%", "0.25%p"),
        ("7만 명", "지난해 70,000명"),
        ("5 people", "fifth"),
        ("서울", "서울시"),
    ],
)
def test_another_figure_or_one_of_other_things_does_not(make_answer: MakeAnswer, gold: str, said: str) -> None:
    assert not is_spelt_otherwise(asking(gold), make_answer(said))


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_told(make_answer: MakeAnswer, gold: str, said: str) -> None:
    assert is_spelt_otherwise(asking(gold, "2025-03"), make_answer(said, dates=["2025-03"])) in (True, False)
