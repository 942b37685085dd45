"""Spans that answer "what is its theme, name, slogan": the words an article puts in quotation marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Self

from app.answering.spans.span import SentenceContext, Span
from indexing.language.detection import QUESTION_CHARACTERS

_QUOTED: Final = re.compile(
    r"(?:(?<![A-Za-z])'|[‘“\"「『<〈])(?P<inside>[^‘’“”\"'「」『』<>〈〉\n]{2,60})[’'”\"」』>〉]"
)
"""Of "Kim's" the apostrophe opens none."""
_AMERICAN: Final = re.compile(r"(?<=\w)[,.]$")
"""The stop that American papers set within the marks: “Undertow,” is called Undertow."""
_BEHIND: Final = r"\s?(?:\([^()]{{0,60}}\)\s?)?(?:을|를|이라는|라는|이란|란|으로|로|이라고|라고)?\s?(?:(?:올해의?|이번|행사|대회|축제|전시|공연)\s)?(?:{korean})(?=으?로|[을를의은는이가\s.,)]|$)"
_BEFORE: Final = r"(?:(?:{korean})(?:은|는|이|가|로는|으로)?\s?|\b(?:{english})(?:\sof|\sis|\swas)?,?\s?)$"
_LONGEST_BEFORE: Final = 20


@dataclass(frozen=True, slots=True)
class _Naming:
    """Words for what a quotation is, in either language: in a question, behind a quotation and before one."""

    asked: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]

    @classmethod
    def of(cls, korean: str, english: str) -> Self:
        return cls(
            re.compile(rf"{korean}|\b(?:{english})\b", re.IGNORECASE),
            re.compile(_BEHIND.format(korean=korean)),
            re.compile(_BEFORE.format(korean=korean, english=english), re.IGNORECASE),
        )


_NAMINGS: Final = (
    _Naming.of(r"주제|테마", r"themes?"),
    _Naming.of(r"표어|구호|슬로건|기치", r"slogans?|mottos?"),
    _Naming.of(r"제목|타이틀", r"titles?|titled|entitled"),
    _Naming.of(r"이름|명칭|사업명", r"names?|named|called|dubbed"),
)
"""A question in one language is answered by an article in the other."""


def find_quotations(context: SentenceContext) -> list[Span]:
    """Quoted names, best first; nothing unless the question asks for a name, a theme or the like."""
    if not any(_asked(context.question.text)):
        return []
    spans = []
    for match in _QUOTED.finditer(context.text):
        start, end = match.span("inside")
        score = 0.3 + 0.4 * context.nearness(start, end)
        score += 0.5 if _is_named(context.text, match.start(), match.end(), _NAMINGS) else 0.0
        score -= 0.6 if context.asked(start, end) else 0.0
        name = _AMERICAN.sub("", match["inside"])
        spans.append(Span(start, start + len(name), name, score))
    return sorted(spans, key=lambda span: -span.score)


def is_named_as_asked(question: str, sentence: str, span: Span) -> bool:
    """Whether a sentence calls a quotation just what a question asks for: "‘도시의 내일’을 주제로" of "주제가 뭐야?".

    Args:
        question: as it was asked.
        sentence: what the span is of.
        span: a quotation, without its marks.
    """
    return _is_named(sentence, span.start - 1, span.end + 1, _asked(question))


def _asked(question: str) -> Iterator[_Naming]:
    return (naming for naming in _NAMINGS if naming.asked.search(question[:QUESTION_CHARACTERS]))


def _is_named(sentence: str, start: int, end: int, namings: Iterable[_Naming]) -> bool:
    before = sentence[max(0, start - _LONGEST_BEFORE) : max(0, start)]
    return any(naming.behind.match(sentence, end) or naming.before.search(before) for naming in namings)
