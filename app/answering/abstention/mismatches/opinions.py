"""Opinions: what the program thinks of something stands in no article, whatever others say of it there."""

import re
from typing import Final

from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_THINK: Final = r"생각(?:해요?|하니|하나요?|하냐|하세요|하시나요|하십니까|합니까|은\s?어때요?|이야|인가요)\W*$"
_ASKED: Final = re.compile(
    rf"(?:다고|라고|어떻게)\s?{_THINK}|(?:^|\s)(?:네|니|너의|당신의?|본인)\s?(?:생각|의견)"
    r"|^\W*(?:so |and )?(?:what|how) do you (?:think|feel) (?:of|about)\b|\byour (?:own )?(?:opinion|view|thoughts)\b"
    r"|^\W*do you (?:like|agree|approve)\b",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(r"(?<!너)(?<!당신)[은는]\s")
"""Whoever else is asked about: "시장은 통행료를 어떻게 생각해?"."""


def asks_opinion(question: Question) -> bool:
    """Whether a question asks what the one who answers thinks, and nobody else."""
    asked = question.text[:QUESTION_CHARACTERS]
    found = _ASKED.search(asked)
    return found is not None and _OTHERS.search(asked, 0, found.start()) is None
