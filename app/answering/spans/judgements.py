"""Spans that answer "what was the sentence": a term in prison, a fine, an acquittal, as Korean reports tell them."""

import re
from typing import Final

from app.answering.spans.span import SentenceContext, Span
from indexing.language.detection import QUESTION_CHARACTERS

_ASKS: Final = re.compile(
    r"형량|(?:어떤|무슨)\s?(?:형|판결|처벌|선고)[을를이]?\s|형[을이]\s?(?:받|선고|확정)|선고\s?(?:결과|형량)"
    r"|\b(?:what|which|how long a) (?:was the |is the |prison |jail )?(?:sentence|term|punishment|verdict)\b"
    r"|\bwhat\b.{1,60}\bsentenced to\b|\bsentenced? (?:was|did)\b",
    re.IGNORECASE,
)
_LENGTH: Final = r"(?:\d{1,2}년(?:\s?\d{1,2}(?:개월|월))?|\d{1,2}(?:개월|월))"
_JUDGEMENT: Final = re.compile(
    rf"(?:징역|금고)\s?(?:장기\s)?{_LENGTH}(?:에\s?집행유예\s?{_LENGTH})?(?:[과와]?\s?벌금\s?[\d,조억만천]{{1,14}}\s?원)?"
    r"|벌금\s?[\d,조억만천]{1,14}\s?원|무기징역|사형|무죄|선고유예|형\s?면제"
)


def find_judgements(context: SentenceContext) -> list[Span]:
    """Judgements of the sentence in their order; nothing unless the question asks for one."""
    if not _ASKS.search(context.question.text[:QUESTION_CHARACTERS]):
        return []
    found = (match.span() for match in _JUDGEMENT.finditer(context.text))
    return sorted(
        (
            Span(start, end, context.text[start:end], 0.5 + 0.3 * context.nearness(start, end))
            for start, end in found
            if not context.asked(start, end)
        ),
        key=lambda span: -span.score,
    )
