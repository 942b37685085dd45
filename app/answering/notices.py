"""Warnings beside an answer: an old article met a question about the present."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from app.answering.answer import Citation
from app.answering.citations import newest
from app.answering.wording import WORDINGS, render_date
from app.retrieval.question import Question
from indexing.language.particles import object_particle, topic_particle
from indexing.language.temporal import find_temporal_expressions

_PRESENT: Final = re.compile(
    r"현재|지금|요즘|올해|최근|\b(?:current(?:ly)?|now|today|this year|latest)\b", re.IGNORECASE
)
_STALE_AFTER_DAYS: Final = 365


def notices_for(question: Question, citations: Sequence[Citation], today: date) -> tuple[str, ...]:
    """Warnings for the reader, in the question's language.

    Args:
        question: what was asked.
        citations: what the answer cites.
        today: the asker's day, against which "current" and "next year" of the question are meant.
    """
    as_of = newest(citations)
    if as_of is None:
        return ()
    notices = [*_relative_question(question, citations, as_of, today)]
    if not notices and _PRESENT.search(question.text) and (today - as_of).days > _STALE_AFTER_DAYS:
        notices.append(
            WORDINGS[question.language].stale.format(published=render_date(as_of.isoformat(), question.language))
        )
    return tuple(notices)


def _relative_question(question: Question, citations: Sequence[Citation], as_of: date, today: date) -> list[str]:
    """The question's "내년" was matched to an older article's "내년": say which year the article means."""
    wording = WORDINGS[question.language]
    asked = [found for found in find_temporal_expressions(question.text, today) if found.relative]
    read = {reading.text: reading.value for citation in citations for reading in citation.readings}
    return [
        wording.relative_question.format(
            expression=found.text,
            topic=topic_particle(found.text),
            object=object_particle(render_date(read[found.text], question.language)),
            published=render_date(as_of.isoformat(), question.language),
            meaning=render_date(read[found.text], question.language),
        )
        for found in asked
        if found.text in read and read[found.text] != found.iso
    ]
