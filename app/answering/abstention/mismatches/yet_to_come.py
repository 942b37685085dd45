"""What is yet to come: "내년 1월부터 1,850원이 된다" does not tell what the fare is now."""

import re
from datetime import date
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_NOW: Final = re.compile(
    r"지금|현재|요즘|요새|\b(?:now|current(?:ly)?|at present|at the moment|these days)\b", re.IGNORECASE
)


def is_yet_to_come(question: Question, found: Evidence, today: date) -> bool:
    """Whether a number is told for a day after the asker's, where the question is for the present one."""
    number = found.spans.get("how_many")
    if number is None or not _NOW.search(question.text[:QUESTION_CHARACTERS]):
        return False
    before = [told for told in found.dates if told.end <= number.start]
    return bool(before) and before[-1].first > today
