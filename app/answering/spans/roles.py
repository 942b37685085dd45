"""Spans that answer "what role does she play": "배우 갑이 선장 역을, 을이 의사 역을 맡았다"."""

import re
from typing import Final

from app.answering.spans.span import SentenceContext, Span
from indexing.language.detection import QUESTION_CHARACTERS

_ASKS: Final = re.compile(
    r"(?:무슨|어떤)\s?(?:역|배역|역할)(?:을|를|이|으로|로)?(?:\s|야|이야|\W*$)|\b(?:what|which) (?:role|part|character)\b",
    re.I,
)
_ROLE: Final = re.compile(
    r"(?<![가-힣])(?P<who>[가-힣]{2,5})(?:\(\d{1,3}\))?(?:[이가은는])\s(?P<role>(?:[^\s,()]{1,10}\s){0,3}?[^\s,()]{1,10})\s?역(?:할)?(?:을|를|으로|로)(?=[\s,])"
)


def find_roles(context: SentenceContext) -> list[Span]:
    """The roles of those whom the question names; nothing unless it asks for one."""
    asked = context.question.text[:QUESTION_CHARACTERS]
    if not _ASKS.search(asked):
        return []
    return [
        Span(*match.span("role"), match["role"], 1.2, defines=True)
        for match in _ROLE.finditer(context.text)
        if match["who"] in asked or context.asked(*match.span("who"))
    ]
