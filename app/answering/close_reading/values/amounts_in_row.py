"""Amounts of several kinds in one row: who asks what a ticket costs wants all of "R석 5만 원, S석 3만 원"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.answering.spans.quantities import asks_change, unit_of
from app.answering.spans.span import Span
from app.question.concept import squeeze
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_LABEL: Final = re.compile(r"(?<![가-힣A-Za-z\d])(?P<label>[가-힣A-Za-z]{1,10}?)[은는]?\s$")
_LONGEST: Final = 14
_NO_LABEL: Final = re.compile(
    r"^(?:등|총|약|모두|각각|최대|최소|최고|최저|평균|하루|연간|매년|매월|월|연|전체|합계|다시|또|이|그|더|및|단|만|전|현재|이후|이상|나머지|가장"
    r"|올해|지난해|작년|내년|전년|지난달|이달|이번|다음|상반기|하반기)$"
    r"|(?:(?<![청소중장노학])년|[월일해달주초말]|기간|동기|이상|이하|미만|초과|을|를|의|에|에서|으로|까지|부터|보다|한|된|할|(?<![업국노성외상애군시])인|던|고|며|면|서|가|(?<!어린)이|도|과|와)$"
)
"""Before an amount, and no kind that it is of: times, words that say how it is meant, and the ends of other phrases."""
_BETWEEN: Final = re.compile(r"(?:(?:이고|이며|으로|로)?,|[과와]|이고|이며|[·/])\s?")
_TO_NEXT: Final = re.compile(rf"(?:{_BETWEEN.pattern})(?:[가-힣]{{2,6}}\s)?")
"""From an amount to the next kind, which may have a word before it: 청년 18명, |기존 |상인 21명."""
_PART: Final = re.compile(r"(?P<label>[가-힣A-Za-z]{1,10}?(?:\s[가-힣]{1,10}?)?)[은는]?\s(?P<amount>\d[^,]{1,30})")
_ASKS_SUM_OR_ONE: Final = re.compile(
    r"총\s|모두|합[계쳐]|전체|가장|제일|최[고대다소저]|평균|차이"
    r"|\b(?:total|altogether|in all|most|least|average|difference)\b"
)


@dataclass(frozen=True, slots=True)
class _Item:
    """An amount and what it is of."""

    label: str
    start: int
    span: Span


def with_its_row(question: Question, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """An amount with those told beside it of other kinds; of the kinds that the question names, where it does.

    Args:
        question: what is asked.
        sentence: what the spans are of.
        spans: all its amounts.
        span: the one that was marked.
    """
    asked = question.text[:QUESTION_CHARACTERS].lower()
    if asks_change(asked) or _ASKS_SUM_OR_ONE.search(asked):
        return span
    row = next((row for row in _rows(sentence, spans) if any(item.span == span for item in row)), [])
    named = [item for item in row if _is_named(question, item.label)]
    if len(row) < 2 or (named and len({item.label for item in named}) < 2):
        return span
    asked_for = named or row
    start, end = asked_for[0].start, asked_for[-1].span.end
    return replace(span, start=start, end=end, text=sentence[start:end])


def amounts_of(text: str) -> list[tuple[str, str]]:
    """The kinds and amounts of a row: R석 and 5만 원, S석 and 3만 원 of "R석 5만 원, S석 3만 원"; else none."""
    parts = [_PART.fullmatch(part) for part in _BETWEEN.split(text)]
    return [(part["label"], part["amount"]) for part in parts if part] if all(parts) and len(parts) > 1 else []


def _is_named(question: Question, label: str) -> bool:
    """Whether a question names a kind, in its own words or in those of the article's language."""
    if squeeze(label) in squeeze(question.text[:QUESTION_CHARACTERS]):
        return True
    return any(label.startswith(form) or form.startswith(label) for one in question.concepts for form in one.forms)


def _rows(sentence: str, spans: Sequence[Span]) -> Iterator[list[_Item]]:
    """Amounts of one unit, each right behind its kind and with nothing but a comma or 과 to the next."""
    row: list[_Item] = []
    for span in sorted(spans, key=lambda one: one.start):
        item = _item(sentence, span)
        if row and item and _follows(sentence, row[-1], item):
            row.append(item)
        else:
            yield row
            row = [item] if item else []
    yield row


def _follows(sentence: str, before: _Item, item: _Item) -> bool:
    is_beside = _TO_NEXT.fullmatch(sentence, before.span.end, item.start) is not None
    return is_beside and unit_of(before.span.text) == unit_of(item.span.text)


def _item(sentence: str, span: Span) -> _Item | None:
    label = _LABEL.search(sentence, max(0, span.start - _LONGEST), span.start)
    if label is None or _NO_LABEL.search(label["label"]) or not span.text[:1].isdigit():
        return None
    return _Item(label["label"], label.start(), span)
