"""Echoes: a name that stands in the question is no answer to it, unless it is one of several to choose from."""

import re
from typing import Final

from app.answering.close_reading.marked_text import trimmed
from app.question.question import Question
from app.question.question_words import NAMING_KINDS
from indexing.language.detection import QUESTION_CHARACTERS

_BRACKET: Final = re.compile(r"\s?[(（][^()（）]{1,40}[)）]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_PARTICLE: Final = r"(?:은|는|이|가|을|를|의|에|에서|에게|도|란|이란|라는|이라는|으?로|['’]s)?"
_BESIDE_BEFORE: Final = re.compile(
    r"(?:[가-힣](?:와|과|이?랑|하고|이?나)|\s대|[·,/]|아니면|\b(?:or|and|vs\.?|against|than))\s*$", re.IGNORECASE
)
_BESIDE_BEHIND: Final = re.compile(
    r"(?:와|과|이?랑|하고|이?나|이?야|인가요?|이에요|예요)\s|\s?[·,/]|\s(?:대|아니면|or|and|vs|against)\b",
    re.IGNORECASE,
)
"""Beside another name: of "가람시와 나루시 중 어디가 …?" and "Who won, A or B?" one is the answer."""


def is_echo(question: Question, kind: str, answer: str) -> bool:
    """Whether a name that would answer only repeats the question.

    Args:
        question: what is asked.
        kind: kind of question that it would answer.
        answer: words of a sentence.
    """
    if kind not in NAMING_KINDS:
        return False
    name = _BRACKET.sub("", trimmed(answer)).strip()
    if not _LETTER.search(name):
        return False
    asked = question.text[:QUESTION_CHARACTERS]
    named = list(re.finditer(rf"(?<!\w){re.escape(name)}(?={_PARTICLE}(?!\w))", asked, re.IGNORECASE))
    return bool(named) and not any(_is_beside_another(asked, one) for one in named)


def _is_beside_another(asked: str, named: re.Match[str]) -> bool:
    before, behind = asked[: named.start()], asked[named.end() :]
    return bool(_BESIDE_BEFORE.search(before[-20:]) or _BESIDE_BEHIND.match(behind))
