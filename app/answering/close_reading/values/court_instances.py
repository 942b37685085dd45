"""Which court gave what a Korean report tells: the first, the court of appeal or the Supreme Court.

A report of an appeal tells the first judgement, too, and often first: "항소심에서 징역 9년을 선고한 원심을 깨고 6년을
선고했다".
"""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from app.answering.spans.span import Span
from indexing.language.detection import QUESTION_CHARACTERS


class Court(Enum):
    """A court by its place in the line of appeals."""

    FIRST = 1
    APPEAL = 2
    SUPREME = 3


_ASKED: Final = {
    Court.FIRST: re.compile(
        r"1심|지법|지방법원|\bfirst (?:instance|trial)\b|\b(?:first|first-instance|lower|district|trial) court\b", re.I
    ),
    Court.APPEAL: re.compile(
        r"2심|항소심|고법|고등법원|\b(?:appeals?|appellate|high) court\b|\bon appeal\b|\bsecond (?:instance|trial)\b",
        re.I,
    ),
    Court.SUPREME: re.compile(r"3심|상고심|대법|\bsupreme court\b", re.I),
}
_NAMED: Final = re.compile(
    r"(?P<first>1심|지법|지방법원)|(?P<appeal>2심|항소심|고법|고등법원)|(?P<supreme>상고심|대법)"
)
_COMPARED: Final = re.compile(
    r"[가-힣]{0,2}\s?(?:\([^()]{1,20}\))?\s?(?:보다|과\s(?:달리|같)|(?:의\s)?(?:판결|판단|형량)?[을를]?\s?(?:깨|파기|뒤집|취소|유지|확정))"
)
"""A court that another one is held against does not give what comes next: 1심(징역 5년)보다 가벼운 징역 3년."""
_TOLD: Final = re.compile(r"(?:선고|명령|인정|판결)\s?(?:받|[된했한])|받[은고았]|구형")
"""Behind this the first judgement has been told: "1심에서 징역 9년을 선고받은 그에게 징역 6년을"."""
_QUASHED: Final = re.compile(
    r"[을를이의]?\s?(?:실형을\s)?(?:선고|명령|부과|판결)\s?(?:한|했던|받은|된|내린)\s(?:원심|1심)[가-힣]{0,2}\s(?:판결을\s)?(?:깨|파기|뒤집|취소)"
)
_JUDGED: Final = re.compile(r"징역|금고|벌금|추징|배상|집행유예|무기|사형|무죄|유죄|선고|\d\s?(?:년|개월|원)$")
"""What a court gives."""


def of_court_asked_for(question: str, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """What the court that a question names gave, where another court's judgement is marked.

    Args:
        question: as it was asked.
        sentence: what the spans are of.
        spans: all well-formed answers of the sentence.
        span: the one that was marked.
    """
    asked = _asked(question)
    if asked is None or _court_of(sentence, span) in (None, asked):
        return span
    own = [one for one in spans if _JUDGED.search(one.text) and _court_of(sentence, one) is asked]
    return min(own, key=lambda one: one.start, default=span)


def is_of_another_court(question: str, title: str, sentence: str, span: Span) -> bool:
    """Whether an answer is told as the judgement of another court than the one that the question names.

    Args:
        question: as it was asked.
        title: of the article, which tells where the sentence does not.
        sentence: what the span is of.
        span: the answer.
    """
    asked = _asked(question)
    return asked is not None and (_court_of(sentence, span) or _court_of_title(title, span)) not in (None, asked)


def _asked(question: str) -> Court | None:
    """The court that a question names, None where it names none or several."""
    named = [court for court, pattern in _ASKED.items() if pattern.search(question[:QUESTION_CHARACTERS])]
    return named[0] if len(named) == 1 else None


def _court_of_title(title: str, span: Span) -> Court | None:
    named = {_court(match) for match in _NAMED.finditer(title)} if _JUDGED.search(span.text) else set()
    return named.pop() if len(named) == 1 else None


def _court_of(sentence: str, span: Span) -> Court | None:
    """Whose judgement a part of a sentence is, None where the sentence does not tell."""
    if not _JUDGED.search(span.text):
        return None
    if _QUASHED.match(sentence, span.end):
        return Court.FIRST
    told = None
    for named in _NAMED.finditer(sentence, 0, span.start):
        court = _court(named)
        compared = _COMPARED.match(sentence, named.end())
        is_over = court is Court.FIRST and _TOLD.search(sentence, named.end(), span.start)
        if span.end < compared.end() if compared else not is_over:
            told = court
    return told


def _court(named: re.Match[str]) -> Court:
    return Court[(named.lastgroup or "").upper()]
