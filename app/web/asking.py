"""One question of one session, from the text box to the last snapshot of its answer; knows nothing of Gradio."""

import logging
from collections.abc import Iterator, Sequence
from typing import Protocol

from app.answering.answer import Answer
from app.conversation import LONGEST_QUESTION, Turn
from app.web.halting import Halt, until_halted
from app.web.record import answered
from app.web.rendering import apology_markup, draft_markup, question_markup, stopped_markup, working_markup
from app.web.session import Session
from app.web.wording import Wording
from indexing.errors import NewschatError

_ECHO_LIMIT = 200

_log = logging.getLogger(__name__)


def too_long(question: str) -> bool:
    """Whether a question exceeds ``LONGEST_QUESTION``; it is then not asked, and stays in the box to be cut."""
    return len(question.strip()) > LONGEST_QUESTION


class Converses(Protocol):
    """Whatever answers questions; called from several threads, one per question being answered."""

    def stream(self, question: str, history: Sequence[Turn]) -> Iterator[Answer]:
        """Snapshots of the answer as it is written; the last one is complete, earlier ones have only text."""
        ...


def ask(conversation: Converses, question: str, session: Session, wording: Wording, halt: Halt) -> Iterator[Session]:
    """The session after each step of answering a question.

    A question that is too long, or one the conversation fails on, ends in an apology in the chat; the session
    can be asked on. An unforeseen failure is logged in full and told in one line.

    Args:
        conversation: what answers.
        question: as typed; an empty one yields nothing.
        session: the session so far.
        wording: the page's language.
        halt: set when the answer is wanted no more; a half-written text, its citations unchecked, is not kept then.
    """
    question = question.strip()
    if not question:
        return
    if too_long(question):
        told = wording.too_long.format(n=len(question), limit=LONGEST_QUESTION)
        begun = session.begun(question_markup(question, _ECHO_LIMIT), "")
        yield begun.replied(apology_markup(wording, told))
        return
    history = session.history()
    session = session.begun(question_markup(question, LONGEST_QUESTION), working_markup(wording))
    yield session
    try:
        yield from _answering(conversation.stream(question, history), session, wording, halt)
    except NewschatError as error:
        _log.warning("the question %r could not be answered: %s", question, error)
        yield session.replied(apology_markup(wording, error))
    except Exception:
        _log.exception("the question %r could not be answered", question)
        yield session.replied(apology_markup(wording, wording.broken))


def _answering(snapshots: Iterator[Answer], session: Session, wording: Wording, halt: Halt) -> Iterator[Session]:
    answer: Answer | None = None
    for newer in until_halted(snapshots, halt):
        # One snapshot behind, since only the end of the stream tells which is the complete one.
        if answer is not None:
            yield session.drafted(draft_markup(answer))
        answer = newer
    if halt.is_set:
        yield session.replied(stopped_markup(wording))
        return
    if answer is None:
        raise RuntimeError("the conversation ended without an answer")
    yield answered(session, answer, wording)
