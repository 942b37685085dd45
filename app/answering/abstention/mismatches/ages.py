"""Ages: of "Calvo, 41, will succeed Dietrich Hahn" the age is hers, whoever is asked about."""

import re
from typing import Final

from app.answering.spans.span import Span
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_ASKED: Final = re.compile(r"몇\s?(?:살|세(?!대))|나이|\bhow old\b|\bage of\b", re.IGNORECASE)
_AGED: Final = re.compile(r"(?P<name>[A-Z][\w'’-]{1,30}(?:\s[A-Z][\w'’-]{1,30}){0,3})(?:,\s|\s\()(?:aged\s)?$")
_LONGEST: Final = 140
_NAME: Final = re.compile(r"[A-Z][\w'’-]{2,30}")


def is_age_of_another(question: Question, sentence: str, age: Span) -> bool:
    """Whether an age stands behind another name than the one that the question and the sentence share."""
    asked = question.text[:QUESTION_CHARACTERS]
    aged = _AGED.search(sentence, max(0, age.start - _LONGEST), age.start) if _ASKED.search(asked) else None
    if aged is None or sentence[age.end : age.end + 1] not in (",", ")"):
        return False
    own = set(_NAME.findall(aged["name"]))
    asked_about = set(_NAME.findall(asked)) & set(_NAME.findall(sentence))
    return bool(asked_about) and own.isdisjoint(_NAME.findall(asked))
