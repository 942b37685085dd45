"""A result, written as one JSON object and read back."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer, Citation, DateReading, RetrievedPassage
from app.retrieval.stories import ArticleReference
from eval.question_set.question import Question, Relevant
from eval.runs.records import question_row, result_of
from eval.runs.runner import QuestionResult
from eval.scoring import latency_ms, scores

# st.characters() has everything that Python's texts can hold: controls, line separators, halves of a pair
texts = st.text(st.characters(), max_size=12)
words = st.sampled_from(["서울", "2025-09", "gold.html", "a\u2028b", "\x00", "\ud800", "👩‍👩‍👧", ""]) | texts
tuples = st.lists(words, max_size=3).map(tuple)
numbers = st.floats(allow_nan=False, allow_infinity=False)
offsets = st.integers(0, 10**6)
# whole minutes, as every zone has them: Python 3.11 reads an offset of microseconds back as none
zones = st.none() | st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.dates() | st.datetimes(timezones=zones)
references = st.lists(
    st.builds(ArticleReference, *[words] * 3, *[st.none() | words, st.none() | moments, st.none() | words]), max_size=2
).map(tuple)
passages = st.builds(
    RetrievedPassage,
    *[words] * 4,
    publisher=st.none() | words,
    published_at=st.none() | moments,
    url=st.none() | words,
    text=words,
    start=offsets,
    end=offsets,
    score=numbers,
    also_in=references,
    versions=references,
)
readings = st.builds(DateReading, words, words, offsets, offsets, st.booleans())
citations = st.builds(
    Citation, st.integers(1, 99), passages, words, offsets, offsets, st.lists(readings, max_size=2).map(tuple)
)
questions = st.builds(
    Question,
    words,
    words,
    words,
    st.none() | words,
    answers=tuples,
    qrels=st.lists(st.builds(Relevant, tuples, st.integers(0, 3)), max_size=3).map(tuple),
    quote=st.none() | words,
    date=st.none() | st.just("2025-09"),
    answerable=st.none() | st.booleans(),
    slices=tuples,
    history=tuples,
    absent=tuples,
)
answers = st.builds(
    Answer,
    question=words,
    language=st.sampled_from(["ko", "en"]),
    text=words,
    short_answer=st.none() | words,
    answered=st.booleans(),
    citations=st.lists(citations, max_size=2).map(tuple),
    as_of=st.none() | st.dates(),
    dates=tuples,
    notices=tuples,
    passages=st.lists(passages, max_size=3).map(tuple),
    timings_ms=st.dictionaries(st.sampled_from(["total", "retrieval"]), st.floats(0, 1e6)),
)
judgements = st.dictionaries(st.sampled_from(["judge.correctness", "judge.faithfulness"]), st.none() | st.floats(0, 1))


def through_json(result: QuestionResult, question: Question | None = None) -> QuestionResult:
    row = json.loads(json.dumps(question_row(result), ensure_ascii=False, allow_nan=False))
    return result_of(row, question or result.question)


def result_for(question: Question, answer: Answer, judged: dict[str, float | None] | None = None) -> QuestionResult:
    """As a run makes it."""
    answer = replace(answer, question=question.question)
    return QuestionResult(question, answer, {**scores(question, answer), **(judged or {})}, latency_ms(answer))


@given(questions, answers, judgements)
def test_a_result_survives_json_whole(question: Question, answer: Answer, judged: dict[str, float | None]) -> None:
    result = result_for(question, answer, judged)
    again = through_json(result)
    assert again == result
    assert list(again.scores) == list(result.scores)
    assert [type(one.published_at) for one in again.answer.passages] == [
        type(one.published_at) for one in answer.passages
    ]


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (None, None),
        (date(2025, 9, 29), "2025-09-29"),
        (datetime(2025, 9, 29), "2025-09-29T00:00:00"),
        (datetime(2025, 9, 29, 12, 5, tzinfo=UTC), "2025-09-29T12:05:00+00:00"),
        (datetime(2025, 9, 29, 9, tzinfo=timezone(timedelta(hours=9))), "2025-09-29T09:00:00+09:00"),
    ],
)
def test_a_publication_day_stays_a_day_and_a_moment_keeps_its_zone(
    make_answer: Callable[..., Answer], moment: date | datetime | None, written: str | None
) -> None:
    answer = make_answer("서울", found=["a.html"])
    answer = replace(answer, passages=(replace(answer.passages[0], published_at=moment),))
    result = result_for(Question("q", "?", "ko"), answer)
    assert question_row(result)["passages"][0]["published_at"] == written
    again = through_json(result).answer.passages[0].published_at
    assert again == moment
    assert type(again) is type(moment)
    if isinstance(moment, datetime):
        assert again.utcoffset() == moment.utcoffset()


def test_a_row_shows_why_a_question_scored_as_it_did(make_answer: Callable[..., Answer]) -> None:
    question = Question(
        *("q1", "어디?", "ko", "where"),
        answers=("부산",),
        qrels=(Relevant(("gold.html", "copy.html")), Relevant(("b.html",))),
        quote="부산에서 연다.",
        date="2025-09-29",
        answerable=True,
        slices=("typo",),
        history=("무엇?",),
    )
    answer = replace(
        make_answer(
            *("서울",),
            text="서울이다 [1].",
            found=["a.html", "a.html", "b.html"],
            quotes=[("서울에서 연다.", "a.html")],
            dates=["2025-09-29"],
            total_ms=12.5,
        ),
        as_of=date(2025, 9, 1),
        notices=("오래된 기사입니다.",),
    )
    row: dict[str, Any] = question_row(result_for(question, answer))
    found, cited, passages = row.pop("scores"), row.pop("citations"), row.pop("passages")
    assert row.pop("alternatives") == []
    assert row == {
        "id": "q1",
        "question": "어디?",
        "lang": "ko",
        "type": "where",
        "slices": ["typo"],
        "history": ["무엇?"],
        "answerable": True,
        "gold": {
            "answers": ["부산"],
            "articles": ["gold.html", "copy.html", "b.html"],
            "quote": "부산에서 연다.",
            "date": "2025-09-29",
        },
        "failure": "the answer is not in what is said and cited",
        "answered": True,
        "answer": "서울이다 [1].",
        "short_answer": "서울",
        "language": "ko",
        "dates": ["2025-09-29"],
        "as_of": "2025-09-01",
        "notices": ["오래된 기사입니다."],
        "retrieved": ["a.html", "b.html"],
        "latency_ms": 12.5,
        "timings_ms": {"total": 12.5},
    }
    assert found == scores(question, answer)
    assert (found["retrieval.mrr@10"], found["answers.contains"], found["dates.accuracy"]) == (0.5, 0.0, 1.0)
    assert [passage["path"] for passage in passages] == ["a.html", "a.html", "b.html"]
    assert {name: cited[0][name] for name in ("marker", "path", "quote")} == {
        "marker": 1,
        "path": "a.html",
        "quote": "서울에서 연다.",
    }


def test_a_right_answer_has_no_failure_in_its_row(make_answer: Callable[..., Answer]) -> None:
    assert question_row(result_for(Question("q", "?", "ko", answers=("서울",)), make_answer("서울")))["failure"] is None


def test_gold_that_was_mended_since_counts(make_answer: Callable[..., Answer]) -> None:
    question = Question("q", "?", "ko", qrels=(Relevant(("a.html",)),))
    result = result_for(question, make_answer("서울", found=["b.html"]), {"judge.correctness": 0.5})
    mended = replace(question, qrels=(Relevant(("b.html",)),))
    again = through_json(result, mended)
    assert result.failure
    assert (again.question, again.failure) == (mended, None)
    assert again.scores["retrieval.hit_rate@1"] == 1.0
    assert again.scores["judge.correctness"] == 0.5


def test_a_row_of_before_there_were_copies_and_versions_has_none(make_answer: Callable[..., Answer]) -> None:
    result = result_for(Question("q", "?", "ko"), make_answer("서울", found=["a.html"]))
    row = json.loads(json.dumps(question_row(result)))
    for passage in row["passages"]:
        del passage["also_in"], passage["versions"]
    assert result_of(row, result.question) == result


@pytest.mark.parametrize("damage", ["citations", "passages", "scores", "latency_ms", "as_of", "dates"])
def test_a_row_without_one_of_its_parts_is_refused(make_answer: Callable[..., Answer], damage: str) -> None:
    question = Question("q", "?", "ko")
    row = question_row(result_for(question, make_answer("서울")))
    del row[damage]
    with pytest.raises(KeyError, match=damage):
        result_of(row, question)


@pytest.mark.parametrize(("name", "value"), [("as_of", "gestern"), ("passages", [7]), ("citations", [{}])])
def test_a_row_with_a_part_that_is_something_else_is_refused(
    make_answer: Callable[..., Answer], name: str, value: object
) -> None:
    question = Question("q", "?", "ko")
    row = {**question_row(result_for(question, make_answer("서울"))), name: value}
    with pytest.raises((KeyError, TypeError, ValueError)):
        result_of(row, question)


def test_what_was_shown_beside_a_doubtful_answer_is_kept_and_older_runs_have_none(
    make_answer: Callable[..., Answer], make_citation: Callable[..., Citation]
) -> None:
    answer = replace(make_answer("서울"), alternatives=(make_citation("부산에서 연다.", marker=2),))
    result = result_for(Question("q", "?", "ko", answers=("부산",)), answer)
    assert through_json(result).answer.alternatives == answer.alternatives
    row = question_row(result)
    del row["alternatives"]
    assert result_of(row, result.question).scores["answers.offered"] == 0
