"""Enumerations: whoever asks which countries take part wants all of "캐나다, 일본과 대한민국", where one is marked."""

import re
from dataclasses import replace
from typing import Final

from app.answering.close_reading.values.korean_enumerations import items_in_korean, whole_in_korean
from app.answering.spans.span import OfficeHeld, Span
from app.question.concept import squeeze
from app.question.question import Question
from app.question.question_words import NAMING_KINDS
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.hangul import has_hangul

_ASKS_ONE: Final = re.compile(
    r"가장|제일|최[고다대초소저]|첫|번째|[1-9]위|한\s?(?:명|곳|가지)"
    r"|\b(?:most|least|first|second|third|only one|best|worst)\b"
    r"|\b(?:larg|bigg|high|low|old|young|long|short|new|small|fast|slow|lat|earli|rich|busi|cheap|near|strong|great)est\b"
)
_ASKS_SEVERAL: Final = re.compile(
    r"(?:누구|어디|뭐|무엇|무얼|어떤|무슨|어느)[^?]{0,12}들|누구누구|어디어디|뭐뭐|무엇무엇|명단|목록|리스트|모두|전부|각각"
    r"|(?:[두세네]|다섯|여섯|[2-9])\s?(?:명|곳|가지|나라|도시|군데|팀|개)"
    r"|\b(?:(?:which|what)\s(?:two|three|four|five|six|seven|\d{1,2})|list|all (?:the|of))\b"
)
_BRACKET: Final = re.compile(r"\([^()]{1,120}\)$")
_ENGLISH_NAME: Final = (
    r"(?:the\s)?[A-Z][\w'’.-]{0,30}(?:\s(?:of|the|de|van|von|del|for)(?=\s[A-Z])|\s[A-Z][\w'’.-]{0,30}){0,5}"
)
_ENGLISH_NAMES: Final = re.compile(
    rf"(?<![\w.])(?:{_ENGLISH_NAME},\s){{0,15}}{_ENGLISH_NAME},?\sand\s{_ENGLISH_NAME}(?![\w])"
)
_ENGLISH_PLAIN: Final = r"[a-z][a-z'’-]{1,20}(?:\s[a-z][a-z'’-]{1,20}){0,3}"
_ENGLISH_JOINT: Final = re.compile(r",?\s(?:and|or)\s|,\s")
_ENGLISH_REST: Final = re.compile(rf"(?:,\s{_ENGLISH_PLAIN}){{0,8}},?\sand\s{_ENGLISH_PLAIN}(?=[.;]|$)")


def with_whole_enumeration(question: Question, sentence: str, kind: str, span: Span) -> Span:
    """A span with the rest of the enumeration that it is a part of.

    Not where one of several is asked for ("가장 많은"), nor where the question names another one of them: who is with
    somebody is not the answer together with him.

    Args:
        question: what is asked.
        sentence: what the span is of.
        kind: the kind of answer that it is.
        span: as it was marked.
    """
    asked = question.text[:QUESTION_CHARACTERS].lower()
    asks_several = bool(_ASKS_SEVERAL.search(asked))
    if (
        kind not in NAMING_KINDS
        or span.value
        or span.defines
        or question.for_holder
        or span.office is not OfficeHeld.UNTOLD
    ):
        return span
    if _ASKS_ONE.search(asked) and not asks_several:
        return span
    start, end = (whole_in_korean if has_hangul(sentence) else _english)(sentence, span.start, span.end)
    if (start, end) == (span.start, span.end) or _names_another(asked, sentence, span, start, end):
        return span
    return replace(span, start=start, end=end, text=sentence[start:end])


def items_of(text: str) -> list[str]:
    """The items of an enumeration, in order; a text that is none is its only item."""
    return items_in_korean(text) if has_hangul(text) else [item for item in _ENGLISH_JOINT.split(text) if item]


def _names_another(asked: str, sentence: str, span: Span, start: int, end: int) -> bool:
    """Whether the question names an item that is not marked."""
    squeezed = squeeze(asked)
    others = [*items_of(sentence[start : span.start]), *items_of(sentence[span.end : end])]
    words = [squeeze(_BRACKET.sub("", other).lower()).strip("‘’“”'\",.") for other in others]
    return any(len(word) > 1 and word in squeezed for word in words)


def _english(sentence: str, start: int, end: int) -> tuple[int, int]:
    for names in _ENGLISH_NAMES.finditer(sentence):
        if names.start() < end and start < names.end():
            return min(start, names.start()), max(end, names.start() + len(names.group().rstrip(".")))
    rest = _ENGLISH_REST.match(sentence, end)
    return (start, rest.end()) if rest and sentence[start : start + 1].islower() else (start, end)
