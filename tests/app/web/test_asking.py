import logging
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from app.answering.answer import Answer
from app.conversation import LONGEST_QUESTION, Turn
from app.web.asking import ask, too_long
from app.web.halting import Halt
from app.web.session import HISTORY_TURNS, KEPT_EXCHANGES, Session
from app.web.wording import WORDINGS

ENGLISH = WORDINGS["en"]


class Silent:
    def stream(self, question: str, history: Sequence[Turn]) -> Iterator[Answer]:
        return iter(())


def after(conversation: Any, *questions: str) -> Session:
    session = Session()
    for question in questions:
        *_, session = ask(conversation, question, session, ENGLISH, Halt())
    return session


def replies(session: Session) -> list[str]:
    return [message["content"] for message in session.messages() if message["role"] == "assistant"]


def test_an_answer_goes_from_working_over_its_draft_to_its_final_form(conversation: Any) -> None:
    steps = list(ask(conversation, "Is the ferry free?", Session(), ENGLISH, Halt()))
    assert [step.pending for step in steps] == [True, True, False]
    assert "working" in replies(steps[0])[0]
    assert "draft" in replies(steps[1])[0]
    assert "#src-1-1" in replies(steps[2])[0]
    assert [len(step.sections()) for step in steps] == [0, 0, 1]


def test_an_empty_question_is_not_asked(conversation: Any) -> None:
    assert list(ask(conversation, " \n ", Session(), ENGLISH, Halt())) == []


def test_the_longest_question_is_asked_and_a_longer_one_is_told_so(conversation: Any) -> None:
    longest, longer = "가" * LONGEST_QUESTION, "가" * (LONGEST_QUESTION + 1)
    assert after(conversation, longest).sections()
    refused = after(conversation, longer)
    assert "1&#44;001 characters" in replies(refused)[0]
    assert not refused.pending
    assert too_long(longer)
    assert not too_long(f"  {longest}  ")
    assert set(conversation.histories) == {longest}


def test_earlier_turns_are_handed_on_in_plain_text(conversation: Any) -> None:
    after(conversation, "Is the ferry free?", "And who said so?")
    told = "all three days\n\nMayor Seo Yun-ha said the offer covers all three days of the lantern festival. [1]"
    assert conversation.histories["And who said so?"] == (("Is the ferry free?", told),)


def test_only_the_last_turns_are_handed_on(conversation: Any) -> None:
    questions = [f"Is ferry {number} free?" for number in range(HISTORY_TURNS + 3)]
    after(conversation, *questions, "last")
    assert [question for question, _ in conversation.histories["last"]] == questions[-HISTORY_TURNS:]


def test_an_error_is_told_in_the_chat_and_the_conversation_goes_on(conversation: Any) -> None:
    session = after(conversation, "고장?", "Is the ferry free?")
    assert "did not answer&#59; start it &#38; ask &#60;again&#62;" in replies(session)[0]
    assert "short-answer" in replies(session)[1]
    assert conversation.histories["Is the ferry free?"] == ()


def test_an_unforeseen_failure_is_logged_in_full_and_told_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        session = after(Silent(), "Is the ferry free?")
    assert "Something unexpected went wrong" in replies(session)[0]
    assert "without an answer" not in replies(session)[0]
    assert "without an answer" in caplog.text


def test_a_stopped_answer_is_not_kept_half_written(conversation: Any) -> None:
    halt = Halt()
    steps = ask(conversation, "Is the ferry free?", Session(), ENGLISH, halt)
    next(steps)
    assert "draft" in replies(next(steps))[0]
    halt.set()
    *_, stopped = steps
    assert not stopped.pending
    assert "The answer was stopped" in replies(stopped)[0]
    assert stopped.history() == ()


def test_a_long_conversation_drops_its_oldest_exchange_and_its_sources_together(conversation: Any) -> None:
    session = after(conversation, *(f"Is ferry {number} free?" for number in range(KEPT_EXCHANGES + 2)))
    numbers = [exchange.number for exchange in session.exchanges]
    assert numbers == list(range(3, KEPT_EXCHANGES + 3))
    assert len(session.sections()) == KEPT_EXCHANGES
    assert 'id="src-3-1"' in session.sections()[0]
    assert "#src-3-1" in replies(session)[0]
