import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from app.answering.answer import Answer, Citation, DateReading, RetrievedPassage
from app.conversation import LONGEST_QUESTION
from app.retrieval.stories import ArticleReference
from app.web.asking import ask
from app.web.halting import Halt
from app.web.record import LONGEST_RECORD, answered, recorded, restored
from app.web.session import KEPT_EXCHANGES, Session
from app.web.wording import WORDINGS

ENGLISH = WORDINGS["en"]


def after(conversation: Any, *questions: str) -> Session:
    session = Session()
    for question in questions:
        *_, session = ask(conversation, question, session, ENGLISH, Halt())
    return session


def of(*answers: Answer) -> Session:
    session = Session()
    for answer in answers:
        session = answered(session.begun("", ""), answer, ENGLISH)
    return session


def test_a_conversation_comes_back_as_it_was(conversation: Any) -> None:
    session = after(conversation, "축제는 언제?", "Is the ferry <b>free</b>?", "도서관은?")
    assert restored(recorded(session), ENGLISH) == session


def test_what_failed_is_not_kept_and_the_rest_is_numbered_anew(conversation: Any) -> None:
    session = restored(recorded(after(conversation, "고장?", "ferry?")), ENGLISH)
    assert [exchange.number for exchange in session.exchanges] == [1]
    assert 'id="src-1-1"' in session.sections()[0]
    assert "#src-1-1" in session.messages()[1]["content"]
    assert recorded(after(conversation, "고장?")) == ""


def test_it_is_drawn_in_the_language_of_the_page_that_it_comes_back_to(conversation: Any) -> None:
    session = restored(recorded(after(conversation, "ferry?")), WORDINGS["ko"])
    assert "출처 1건" in BeautifulSoup(session.sections()[0], "html.parser").text


@pytest.mark.parametrize(
    "record",
    ["", "null", "{}", "[", "[" * 100_000, '["x"]', '[{"question": "x"}]', "x" * (LONGEST_RECORD + 1)],
)
def test_what_is_no_record_is_an_empty_conversation(record: str) -> None:
    assert restored(record, ENGLISH) == Session()


@pytest.mark.parametrize(
    "changes",
    [
        {"question": 1},
        {"citations": [{}]},
        {"as_of": "0001-01-01"},
        {"as_of": "yesterday"},
        {"text": ["x"]},
        {"answered": "yes"},
    ],
)
def test_a_record_that_was_changed_is_an_empty_conversation(conversation: Any, changes: dict[str, object]) -> None:
    (answer,) = json.loads(recorded(after(conversation, "ferry?")))
    assert restored(json.dumps([answer | changes]), ENGLISH) == Session()


def test_a_question_that_was_lengthened_is_cut(conversation: Any) -> None:
    (answer,) = json.loads(recorded(after(conversation, "ferry?")))
    session = restored(json.dumps([answer | {"question": "가" * 5_000}]), ENGLISH)
    assert len(session.history()[0].question) == LONGEST_QUESTION


def test_of_a_long_conversation_the_newest_answers_are_kept(written: SimpleNamespace) -> None:
    long = of(*(replace(written.ferry(str(number)), text="가" * 90_000) for number in range(KEPT_EXCHANGES)))
    record = recorded(long)
    assert len(record) <= LONGEST_RECORD
    kept = [answer.question for answer in restored(record, ENGLISH).answers()]
    assert kept == [str(number) for number in range(KEPT_EXCHANGES - len(kept), KEPT_EXCHANGES)]
    assert len(kept) == 11  # of 90,000 characters and some each
    more = f"[{','.join([recorded(of(written.ferry('?')))[1:-1]] * (KEPT_EXCHANGES + 5))}]"
    assert len(restored(more, ENGLISH).exchanges) == KEPT_EXCHANGES


def test_only_the_answer_that_is_no_text_is_left_out(written: SimpleNamespace) -> None:
    unreadable = replace(written.ferry("first"), text="\udcff")
    assert [
        answer.question for answer in restored(recorded(of(unreadable, written.ferry("?"))), ENGLISH).answers()
    ] == ["?"]


_texts = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(["<script>x</script>", "${x}", '"><b>'])
_zones = st.sampled_from([None, UTC, timezone(timedelta(hours=9))])
_days = st.none() | st.dates(date(1000, 1, 1)) | st.datetimes(datetime(1000, 1, 2), timezones=_zones)
_offsets = st.integers(0, 10**9)
_names = {"title": _texts, "publisher": st.none() | _texts, "published_at": _days, "url": st.none() | _texts}
_references = st.lists(st.builds(ArticleReference, _texts, _texts, **_names), max_size=2).map(tuple)
_passages = st.builds(
    RetrievedPassage,
    **dict.fromkeys(("passage_id", "article_id", "path", "text"), _texts),
    **_names,
    start=_offsets,
    end=_offsets,
    score=st.floats(allow_nan=False, allow_infinity=False),
    also_in=_references,
    versions=_references,
)
_readings = st.builds(DateReading, _texts, _texts, _offsets, _offsets, st.booleans())
_citations = st.builds(
    Citation, st.integers(1, 99), _passages, _texts, _offsets, _offsets, st.lists(_readings, max_size=2).map(tuple)
)
_answers = st.builds(
    Answer,
    **dict.fromkeys(("question", "language", "text"), _texts),
    short_answer=st.none() | _texts,
    answered=st.booleans(),
    citations=st.lists(_citations, max_size=2).map(tuple),
    as_of=st.none() | st.dates(date(1000, 1, 1)),
    dates=st.lists(_texts, max_size=2).map(tuple),
    notices=st.lists(_texts, max_size=2).map(tuple),
    passages=st.lists(_passages, max_size=2).map(tuple),
)


@given(_answers)
def test_every_answer_comes_back_whole_and_becomes_no_markup(answer: Answer) -> None:
    session = of(answer)
    back = restored(recorded(session), ENGLISH)
    assert back.answers() == session.answers()
    assert back.sections() == session.sections()
    for markup in (*(message["content"] for message in back.messages()), *back.sections()):
        tags = [tag for tag in BeautifulSoup(markup, "html.parser").descendants if isinstance(tag, Tag)]
        assert not {tag.name for tag in tags} & {"script", "img", "b"}
        assert not [name for tag in tags for name in tag.attrs if name.startswith("on")]
