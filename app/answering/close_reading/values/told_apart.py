"""Values told one beside the other of several things: "솔개분교는 1982년, 장산분교는 1999년 문을 닫았다"."""

import re
from collections.abc import Sequence
from typing import Final

from app.answering.spans.span import Span
from app.question.concept import squeeze
from indexing.language.detection import QUESTION_CHARACTERS

_TOPIC: Final = re.compile(
    r"(?<![가-힣A-Za-z\d·])(?P<label>[가-힣A-Za-z\d·]{2,16})[은는]\s(?:(?:각각|약|모두|총|최대|오는|지난)\s)?$"
)
_LONGEST: Final = 24


def of_topic_asked_for(question: str, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """The value of what a question names, where the one marked is told of something else in the same way.

    Args:
        question: as it was asked.
        sentence: what the spans are of.
        spans: all its values of the kind asked for.
        span: the one that was marked.
    """
    asked = squeeze(question[:QUESTION_CHARACTERS])
    own = _topic(sentence, span)
    if own is None or own in asked:
        return span
    named = {one.start: one for one in spans if (topic := _topic(sentence, one)) and topic in asked}
    return next(iter(named.values())) if len(named) == 1 else span


def _topic(sentence: str, span: Span) -> str | None:
    """What stands right before a value with 은 or 는."""
    found = _TOPIC.search(sentence, max(0, span.start - _LONGEST), span.start)
    return found["label"] if found else None
