"""Values that were given up: the first of "200만 원 → 300만 원", the plan of "당초 4월 개통하려다 10월로 미뤘다".

So is what a correction takes back: "2,380명으로 적었으나 2,420명이 맞습니다".
"""

import re
from collections.abc import Sequence
from typing import Final

from app.answering.spans.span import Span

_BECAME: Final = re.compile(r"[^\d.]{0,6}(?:→|->|=>|⇒|➡|▶)")
_BEHIND_ARROW: Final = 15
"""Characters between an arrow and what something became: "→ (정정 후) 오후 7시"."""
_ASKED: Final = re.compile(
    r"이전|기존|종전|원래|당초|애초|바뀌기 전"
    r"|\b(?:was|were|before|previous(?:ly)?|original(?:ly)?|initial(?:ly)?|former(?:ly)?|used to)\b"
)
"""A question for what was before."""
_TAKEN_BACK: Final = re.compile(
    r"(?:\s?(?:으?로|이?라고|을|를)\s(?:잘못\s)?(?:적었|적은|보도|썼|쓴|표기|기재|기록|전했|전한|알렸|알린|알려졌|소개|오기)"
    r"[^.]{1,30}?(?:바로잡|맞[다습아았기]|정정|아니라|이었|였|입니다|으로\s고[치쳐])"
    r"|(?:이|가)?\s아니(?:라|고)\s|(?:이|가)?\s아닌\s)"
)
"""Behind a value that was wrong: 2,380명|으로 적었으나 2,420명이 맞습니다, 3명|이 아니라 2명."""
_PLANNED: Final = re.compile(
    r"(?:(?:당초|애초|원래|본래)(?:에는|에|는|엔)?\s|계획(?:했던|이던)\s)(?:[가-힣]{1,8}\s){0,2}$"
    r"|\b(?:originally|initially|due|was to|were to|had been (?:due|planned|set|scheduled))\b(?:\s[a-z]+){0,4}\s$",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r"미[뤄뤘루룬]|연기|늦[춰췄추춘어은]|늦게\s[열개시]|앞당[기긴겨겼]|당[겨겼긴]|변경|바[꿔꿨꾸뀌뀐]|옮[기긴겨겼]|조정"
    r"|\b(?:postpon|delay|push|put off|mov|brought|bring|reschedul|slip)\w*"
    r"|\b(?:will|would|does|did) not\b|\bwon['’]t\b",
    re.IGNORECASE,
)
_OLD_RECORD: Final = re.compile(
    r"(?:종전|기존|이전|앞선|지난)\s(?:[가-힣]{1,8}\s){0,3}(?:최고\s?)?기록(?:은|이|인|이던|이었던|\s보유자인|을)?\s?\(?(?:[가-힣]{2,4}의?\s)?$"
)
"""Before a record that was broken: 종전 한국 기록(|1분44초56)을 0.25초 앞당긴."""
_WAS_RECORD: Final = re.compile(
    r"(?:종전|기존|이전)\s(?:[가-힣]{1,8}\s){0,3}(?:최고\s?)?기록[은이]\s(?:[가-힣]{1,8}\s){1,4}$"
)
"""The whole sentence tells of it: 종전 기록은 재작년 나온 |2시간 20분 33초였다."""
_NEW: Final = re.compile(r"(?:보다|앞당|단축|경신|넘어|깨|갈아)")
_CLAUSE_END: Final = re.compile(r"[.!?](?:\s|$)")
_FARTHEST: Final = 80
"""Characters between a plan and what it became."""


def came_to(asked: str, sentence: str, spans: Sequence[Span], span: Span) -> Span:
    """What a value became, where the sentence tells, unless what was before is asked for.

    Args:
        asked: the question.
        sentence: what the spans are of.
        spans: all values of the kind asked for.
        span: the one that was marked.
    """
    if _ASKED.search(asked.lower()):
        return span
    in_order = sorted(spans, key=lambda found: found.start)
    for other in in_order:
        arrow = _BECAME.match(sentence, span.end)
        if arrow and 0 <= other.start - arrow.end() <= _BEHIND_ARROW:
            span = other
    if (told := _TAKEN_BACK.match(sentence, span.end)) is not None:
        return next((other for other in in_order if span.end <= other.start <= told.end()), span)
    if not _PLANNED.search(sentence, max(0, span.start - _FARTHEST), span.start):
        return span
    later = [other for other in in_order if span.end <= other.start <= span.end + _FARTHEST]
    return next((other for other in later if _is_change(sentence, span, other)), span)


def is_given_up(asked: str, sentence: str, span: Span) -> bool:
    """Whether an answer is a plan that its sentence says was changed, without telling to what: "애초 3월로 잡혔던".

    Arguments as of ``is_old_record``.
    """
    if _ASKED.search(asked.lower()) or not _PLANNED.search(sentence, max(0, span.start - _FARTHEST), span.start):
        return False
    return _CHANGED.search(_CLAUSE_END.split(sentence[span.end : span.end + _FARTHEST])[0]) is not None


def _is_change(sentence: str, plan: Span, other: Span) -> bool:
    """Whether a plan was changed to another value of the same sentence, told before or behind that."""
    between = sentence[plan.end : other.start]
    behind = _CLAUSE_END.split(sentence[other.end : other.end + _FARTHEST])[0]
    return not _CLAUSE_END.search(between) and bool(_CHANGED.search(between) or _CHANGED.search(behind))


def is_old_record(asked: str, sentence: str, span: Span) -> bool:
    """Whether an answer is the record that was broken, where the question does not ask for that.

    Args:
        asked: the question.
        sentence: what the span is of.
        span: the answer.
    """
    before = sentence[max(0, span.start - _FARTHEST) : span.start]
    behind = sentence[span.end : span.end + _FARTHEST]
    if _ASKED.search(asked.lower()):
        return False
    return bool((_OLD_RECORD.search(before) and _NEW.search(behind)) or _WAS_RECORD.search(before))
