"""Spans that answer "what is its theme, name, slogan": the words an article puts in quotation marks."""

import re
from typing import Final

from app.answering.spans.span import SentenceContext, Span

_QUOTED: Final = re.compile(r"[‘'“\"「『<〈](?P<inside>[^‘’“”\"'「」『』<>〈〉\n]{2,60})[’'”\"」』>〉]")
_NAMING: Final = re.compile(
    r"^\s?(?:\([^)]*\)\s?)?(?:을|를|이라는|라는|이란|란|으로|로|이라고|라고)?\s?(?:주제|이름|명칭|표어|구호|슬로건|제목|타이틀|사업명|이름을)"
)
_ASKED: Final = re.compile(r"주제|이름|명칭|표어|구호|슬로건|제목|theme|name|slogan|title|motto|called", re.IGNORECASE)


def find_quotations(context: SentenceContext) -> list[Span]:
    """Quoted names, best first; nothing unless the question asks for a name, a theme or the like."""
    if not _ASKED.search(context.question.text):
        return []
    spans = []
    for match in _QUOTED.finditer(context.text):
        start, end = match.span("inside")
        score = 0.3 + 0.4 * context.nearness(start, end)
        score += 0.5 if _NAMING.search(context.text[match.end() :]) else 0.0
        score -= 0.6 if context.asked(start, end) else 0.0
        spans.append(Span(start, end, match["inside"], score))
    return sorted(spans, key=lambda span: -span.score)
