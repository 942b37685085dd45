import json
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer
from eval.metrics import abstention
from eval.question_set.question import Question, Relevant
from eval.runs.runner import QuestionResult, Run
from eval.scoring import MEASURES
from eval.summary import GROUPS, MEANS, Figure, figure_names, slice_names, summarise

MakeAnswer = Callable[..., Answer]
MakeRun = Callable[..., Run]


@pytest.fixture(scope="session")
def mixed(make_answer: MakeAnswer, make_run: MakeRun) -> tuple[QuestionResult, ...]:
    """Two answerable questions, one of them declined, and two unanswerable ones, one of them declined."""
    gold = {"answers": ("서울",), "qrels": (Relevant(("gold",)),), "quote": "서울에서 연다."}
    return make_run(
        (
            Question("a", "어디?", "ko", "where", **gold, answerable=True),
            make_answer("서울시", found=["x", "gold"], quotes=["서울에서 연다.", "비가 온다."], total_ms=10),
        ),
        (
            Question("b", "Where?", "en", "where", **gold, date="2025-09", answerable=True),
            make_answer(answered=False, found=["x"], total_ms=20),
        ),
        (Question("c", "누가?", "ko", "who", answerable=False), make_answer(answered=False, total_ms=30)),
        (Question("d", "언제?", "ko", answerable=False, slices=("typo",)), make_answer("어제", total_ms=50)),
    ).results


def test_totals_come_out_as_by_hand(mixed: tuple[QuestionResult, ...]) -> None:
    summary = summarise(mixed).as_json()
    assert {name: value for name, value in summary.items() if name != "slices"} == {
        "n": 4,
        "verdict": {"right": 0.5},
        "retrieval": {
            "hit_rate@1": 0.0,
            "hit_rate@5": 0.5,
            "hit_rate@10": 0.5,
            "recall@5": 0.5,
            "recall@10": 0.5,
            "mrr@10": 0.25,
            "ndcg@10": 0.3155,  # (1 / log2(3) + 0) / 2
        },
        "answers": {
            "exact_match": 0.0,
            "f1": 0.4,
            "contains": 0.5,
            "offered": 0.5,
        },  # f1 of 서울시 and 서울: 2 * 2 / (3 + 2)
        "citations": {"precision": 0.5, "recall": 0.5},
        "abstention": {"precision": 0.5, "recall": 0.5, "f1": 0.5},
        "dates": {"accuracy": 0.0},
        "judge": {"faithfulness": None, "correctness": None},
        "latency_ms": {"p50": 25.0, "p95": 47.0},
    }


def test_slices_hold_the_same_groups_over_their_own_questions(mixed: tuple[QuestionResult, ...]) -> None:
    slices = summarise(mixed).as_json()["slices"]
    assert list(slices) == [
        *("lang=en", "lang=ko", "answerable=false", "answerable=true", "type=where", "type=who", "slice=typo")
    ]
    assert [part["n"] for part in slices.values()] == [1, 3, 2, 2, 2, 1, 1]
    assert slices["lang=ko"]["answers"] == {"exact_match": 0.0, "f1": 0.8, "contains": 1.0, "offered": 1.0}
    assert slices["lang=ko"]["dates"] == {"accuracy": None}
    assert slices["answerable=true"]["abstention"] == {"precision": None, "recall": None, "f1": None}
    assert all(set(part) == {"n", *GROUPS} for part in slices.values())


def test_every_mean_stands_on_its_own_questions(mixed: tuple[QuestionResult, ...]) -> None:
    figures = summarise(mixed).figures
    assert figures["answers.f1"] == Figure(0.4, 2)
    assert figures["citations.precision"] == Figure(0.5, 1)
    assert figures["dates.accuracy"] == Figure(0.0, 1)
    assert figures["abstention.f1"] == Figure(0.5, 4)
    assert figures["verdict.right"] == Figure(0.5, 4)
    assert figures["latency_ms.p50"] == Figure(25.0, 4)


def test_the_judge_is_averaged_over_what_it_judged(make_answer: MakeAnswer) -> None:
    judgements = [1.0, 0.5, None]
    results = [
        QuestionResult(Question(f"q{row}", "?", "ko"), make_answer("서울"), {"judge.correctness": score}, None)
        for row, score in enumerate(judgements)
    ]
    assert summarise(results).figures["judge.correctness"] == Figure(0.75, 2)
    assert summarise(results).figures["judge.faithfulness"] == Figure(None, 0)


def test_without_a_question_nothing_is_scored() -> None:
    summary = summarise([])
    assert (summary.n, summary.slices) == (0, {})
    assert set(summary.figures.values()) == {Figure(None, 0)}
    assert "slices" not in summary.as_json()


def test_every_group_is_a_mean_but_those_that_need_all_questions_at_once() -> None:
    assert list(GROUPS) == [
        *("verdict", "retrieval", "answers", "citations", "abstention", "dates", "judge", "latency_ms")
    ]
    assert set(GROUPS) - set(MEANS) == {"abstention", "latency_ms"}


def test_every_measure_of_the_table_is_summed_up() -> None:
    assert list(GROUPS) == ["verdict", *(measure.group for measure in MEASURES), "judge", "latency_ms"]
    for measure in MEASURES:
        assert GROUPS[measure.group] == (measure.names if measure.group in MEANS else abstention.NAMES)


def test_what_is_not_scored_is_null_and_never_zero(make_answer: MakeAnswer, make_run: MakeRun) -> None:
    summary = summarise(make_run((Question("q", "?", "ko"), make_answer("서울"))).results)
    values = [value for group in GROUPS for value in summary.as_json()[group].values()]
    assert values == [None] * len(values)
    assert all(figure == Figure(None, 0) for figure in summary.figures.values())


def test_flat_names_are_those_known_before_the_run(mixed: tuple[QuestionResult, ...]) -> None:
    flat = summarise(mixed).flat()
    assert set(flat) == figure_names([result.question for result in mixed])
    assert flat["slices.lang=ko.answers.f1"] == 0.8
    assert flat["slices.type=where.n"] == 2


def test_a_question_belongs_to_the_slices_that_are_known() -> None:
    assert slice_names(Question("q", "?", "ko")) == ("lang=ko",)
    assert slice_names(Question("q", "?", "en", "when", answerable=False)) == (
        "lang=en",
        "type=when",
        "answerable=false",
    )
    assert slice_names(Question("q", "?", "ko", slices=("typo", "a=b"))) == ("lang=ko", "slice=typo", "slice=a=b")


texts = st.sampled_from(["서울", "서울시", "부산", "1"])
questions = st.builds(
    Question,
    st.just("q"),
    texts,
    st.sampled_from(["ko", "en"]),
    st.none() | texts,
    answers=st.lists(texts, max_size=2).map(tuple),
    qrels=st.lists(
        st.builds(Relevant, st.lists(texts, min_size=1, max_size=2).map(tuple), st.integers(1, 3)), max_size=2
    ).map(tuple),
    quote=st.none() | texts,
    date=st.none() | st.just("2025-09"),
    answerable=st.none() | st.booleans(),
    slices=st.lists(texts, max_size=2).map(tuple),
)
answers = st.fixed_dictionaries(
    {
        "short_answer": st.none() | texts,
        "text": texts,
        "answered": st.booleans(),
        "found": st.lists(texts, max_size=4),
        "quotes": st.lists(texts, max_size=3),
        "dates": st.lists(st.just("2025-09"), max_size=1),
        "total_ms": st.none() | st.floats(0, 1e5),
    }
)


@given(st.lists(st.tuples(questions, answers), min_size=1, max_size=8))
def test_every_figure_is_a_share_or_absent_and_never_nan(
    make_answer: MakeAnswer, make_run: MakeRun, pairs: list[tuple[Question, dict]]
) -> None:
    summary = summarise(make_run(*((question, make_answer(**answer)) for question, answer in pairs)).results)
    assert set(summary.flat()) == figure_names([question for question, _ in pairs])
    json.dumps(summary.as_json(), allow_nan=False)
    for part in (summary, *summary.slices.values()):
        for name, figure in part.figures.items():
            assert (figure.value is None) == (figure.n == 0)
            if figure.value is not None:
                assert math.isfinite(figure.value)
                assert 0 <= figure.value <= (1e5 if name.startswith("latency") else 1)
