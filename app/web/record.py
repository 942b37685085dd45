"""What a browser tab keeps of its conversation, so that a reload or a restart of the server does not end it.

The tab keeps the answers as values, never as markup: whatever comes back is checked and drawn anew, as hostile as any.
"""

import logging
from dataclasses import replace
from typing import Final

from pydantic import TypeAdapter

from app.answering.answer import Answer
from app.conversation import LONGEST_QUESTION
from app.web.rendering import answer_markup, question_markup
from app.web.session import KEPT_EXCHANGES, Session
from app.web.sources import sources_section
from app.web.wording import Wording

LONGEST_RECORD: Final = 1_000_000
"""Characters; a browser keeps some five million for all pages of one address. Thirty answers are about 200,000."""

_ANSWER: Final = TypeAdapter(Answer)
_ANSWERS: Final = TypeAdapter(tuple[Answer, ...])

_log = logging.getLogger(__name__)


def answered(session: Session, answer: Answer, wording: Wording) -> Session:
    """The session with its newest question answered.

    Args:
        session: the session so far; its newest exchange is replied to.
        answer: a complete answer.
        wording: the page's language.
    """
    number = session.exchanges[-1].number
    # Only the nearest passages of what is not answered are ever drawn; no others need to be kept.
    kept = replace(answer, passages=() if answer.citations else answer.passages, timings_ms={})
    return session.replied(answer_markup(answer, number), sources_section(answer, number, wording), kept)


def recorded(session: Session) -> str:
    """The answers of a session as text, empty where there is none; of a long one the newest that fit."""
    pieces: list[str] = []
    room = LONGEST_RECORD - 2
    for answer in reversed(session.answers()):
        try:
            piece = _ANSWER.dump_json(answer).decode()
        except ValueError as error:  # the path of a file whose name is no text
            _log.info("the answer to %r is not kept over a reload: %s", answer.question, error)
            continue
        room -= len(piece) + 1
        if room < 0:
            break
        pieces.append(piece)
    return f"[{','.join(reversed(pieces))}]" if pieces else ""


def restored(record: str, wording: Wording) -> Session:
    """The session that a record is of, drawn anew and numbered from 1; an empty one where the record is none of ours.

    Args:
        record: from ``recorded``, by way of a browser, where anybody may have changed it.
        wording: the page's language.
    """
    session = Session()
    if not record or len(record) > LONGEST_RECORD:
        return session
    try:
        for answer in _ANSWERS.validate_json(record, strict=True)[-KEPT_EXCHANGES:]:
            asked = answer.question[:LONGEST_QUESTION]
            begun = session.begun(question_markup(asked, LONGEST_QUESTION), "")
            session = answered(begun, replace(answer, question=asked), wording)
    except ValueError as error:  # another version wrote it, or nobody did: a day of the year 0001 has no words
        _log.info("a conversation that a browser kept could not be read: %s", str(error)[:500])
        return Session()
    return session
