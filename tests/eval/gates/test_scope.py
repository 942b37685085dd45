from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer
from eval.gates.scope import scorable_figures
from eval.question_set.question import Question, Relevant
from eval.runs.runner import Run
from eval.summary import summarise

ARTICLE = (Relevant(("a.html",)),)

QUESTIONS = st.builds(
    Question,
    st.just("q"),
    st.just("?"),
    st.sampled_from(["ko", "en"]),
    answers=st.sampled_from([(), ("서울",)]),
    qrels=st.sampled_from([(), ARTICLE]),
    quote=st.sampled_from([None, "서울에서 연다."]),
    date=st.sampled_from([None, "2025-09"]),
    answerable=st.sampled_from([None, True, False]),
)
ANSWERS = st.fixed_dictionaries(
    {
        "short_answer": st.sampled_from(["서울", "부산"]),
        "answered": st.booleans(),
        "found": st.sampled_from([[], ["a.html"]]),
        "quotes": st.sampled_from([[], ["서울에서 연다."]]),
        "dates": st.sampled_from([[], ["2025-09"]]),
        "total_ms": st.just(5),
    }
)


def scorable(*questions: Question, judged: bool = False) -> set[str]:
    return {name for name in scorable_figures(questions, judged=judged) if not name.startswith("slices.")}


@given(st.lists(st.tuples(QUESTIONS, ANSWERS), min_size=1, max_size=6))
def test_whatever_a_run_has_could_be_scored(
    make_answer: Callable[..., Answer], make_run: Callable[..., Run], pairs: list[tuple[Question, dict]]
) -> None:
    run = make_run(*((question, make_answer(**answer)) for question, answer in pairs))
    scored = {name for name, value in summarise(run.results).flat().items() if value is not None}
    assert scored <= scorable_figures([question for question, _ in pairs], judged=False)


def test_a_figure_needs_its_gold() -> None:
    answers = {"answers.exact_match", "answers.f1", "answers.contains", "answers.offered", "verdict.right"}
    always = {"n", "latency_ms.p50", "latency_ms.p95"}
    assert scorable(Question("q", "?", "ko")) == always
    assert scorable(Question("q", "?", "ko", answers=("서울",))) == always | answers
    assert scorable(Question("q", "?", "ko", date="2025-09")) == always | {"dates.accuracy", "verdict.right"}
    assert scorable(Question("q", "?", "ko", quote="서울에서 연다.")) >= {"citations.precision", "citations.recall"}
    assert scorable(Question("q", "?", "ko", answerable=True)) == always | {"verdict.right"}


def test_declining_needs_an_unanswerable_question() -> None:
    declining = {"abstention.precision", "abstention.recall", "abstention.f1"}
    assert not declining & scorable(Question("q", "?", "ko", answers=("서울",), answerable=True))
    assert declining <= scorable(Question("q", "?", "ko", answerable=False))


@pytest.mark.parametrize("judged", [True, False])
def test_judgements_need_a_judge(judged: bool) -> None:
    figures = scorable(Question("q", "?", "ko"), judged=judged)
    assert ("judge.faithfulness" in figures) == judged
    assert "judge.correctness" not in figures
    assert ("judge.correctness" in scorable(Question("q", "?", "ko", answers=("서울",)), judged=judged)) == judged


def test_a_slice_needs_gold_of_its_own() -> None:
    questions = (Question("a", "?", "ko", date="2025-09"), Question("b", "?", "en"))
    figures = scorable_figures(questions, judged=False)
    assert "slices.lang=ko.dates.accuracy" in figures
    assert "slices.lang=en.dates.accuracy" not in figures
    assert "slices.lang=en.n" in figures
