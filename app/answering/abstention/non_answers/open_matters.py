"""Open matters: a cause, a time or a thing asked for that an article says is not known or not decided yet."""

import re
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.question.concept import TextView
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_OPEN_KOREAN: Final = (
    r"(?:(?:정해|결정되|확정되|확인되|밝혀|파악되|알려|공개되|드러나|가려)지?지|(?:정|결정|확정|파악|확인|공개)하지)(?:는|도)?\s"
    r"(?:않(?!을)|못)|밝히지(?:는|도)?\s(?:않|못)|미정|미지수|불투명|비공개|알 수 없|알려진 (?:것이|바)[가는]?\s?없"
)
_SETTLED: Final = r"(?:set|decide|determine|know|disclose|announce|name|establish|identif|fix|reveal)\w*"
_OPEN_ENGLISH: Final = (
    rf"(?:\b(?:not|never)\b|n['’]t\b)(?:\s(?:yet|been|be)){{0,2}}\s{_SETTLED}|\byet to (?:be )?{_SETTLED}"
    r"|\b(?:unknown|undisclosed|unclear)\b"
)
_CAUSE_ASKED: Final = re.compile(
    r"원인|왜.{0,40}(?:났|발생|일어났|터졌|무너졌|무너진|붕괴|추락|침몰|폭발|끊겼|끊긴|쓰러졌|쓰러진|넘어졌|떨어졌)"
    r"|\bwhat (?:caused|(?:was|is) the cause)\b|\bthe cause of\b"
    r"|\bwhy did\b.{1,80}\b(?<!the )(?<!this )(?:burn|catch fire|collapse|crash|explode|sink|derail)\b"
    r"|\b(?:why|how) did\b.{1,80}\b(?:break out|start|happen|get into|reach)\b",
    re.IGNORECASE,
)
_CAUSE_OPEN: Final = re.compile(
    rf"(?:원인|경위)[가-힣]{{0,3}}\s(?:[^.]{{0,30}}?\s)?(?:{_OPEN_KOREAN}"
    r"|(?:조사|수사|파악|확인|분석|규명)(?:하고|\s?중|할|하기로|에 (?:나|들어|착수))|밝힐|밝히[기고])"
    rf"|\bcause\b[^.]{{0,60}}(?:{_OPEN_ENGLISH}|\binvestigat)"
    rf"|(?:{_OPEN_ENGLISH}|\binvestigating|\blooking into)[^.]{{0,30}}\bcause\b"
    rf"|\bhow\b[^.]{{1,80}}\b(?:is|was|remains?)\b[^.]{{0,10}}(?:{_OPEN_ENGLISH})",
    re.IGNORECASE,
)
_CAUSE_TOLD: Final = re.compile(
    r"추정|것으로 (?:보[고이인여]|조사|드러|밝혀|확인|나타|전해|알려|파악|의심)|때문|탓|원인(?:은|으로|이라)"
    r"|시작된|비롯|과실|부주의|진술|(?:면서|인해|따라)\s[^.]{0,30}(?:났|발생|일어|끊[겼긴]|무너|터[졌지]|쓰러|꺼졌)"
    r"|\b(?:caused by|due to|found that|started (?:in|when|after|by))\b"
    r"|\b(?:blam|believ|suspect|spark|trigger|probabl|likely)",
    re.IGNORECASE,
)
"""A cause as articles tell it, or conjecture it; any other reason is one of something else."""
_TIME_OPEN: Final = re.compile(
    r"(?:시기|시점|일정|날짜|일시)(?:[은는이가을를도]|[와과] [가-힣]{1,6}[은는이가을를도])\s(?:[^.]{0,30}?\s)?"
    rf"(?:{_OPEN_KOREAN}|(?:보고|보며|뒤|후|거쳐|따라|협의해|추후|나중에)\s(?:다시\s)?(?:정[하한할해]|결정|확정))"
    rf"|\b(?:no|(?:{_OPEN_ENGLISH}) (?:a|the)) date\b|\b(?:date|when)\b[^.]{{1,60}}(?:{_OPEN_ENGLISH})",
    re.IGNORECASE,
)
_THING_OPEN: Final = (
    r"(?:<thing>)(?:[은는이가을를도]|[와과·,]\s?[가-힣]{1,6}[은는이가을를도])\s(?:[^.]{0,30}?\s)?"
    rf"(?:{_OPEN_KOREAN})"
    rf"|\b(?:<thing>)\w*\s(?:[a-z]+\s){{0,6}}?(?:{_OPEN_ENGLISH})"
    rf"|(?:{_OPEN_ENGLISH})\s(?:the|a|an|its|his|her|their)\s(?:[a-z]+\s){{0,2}}?(?:<thing>)"
)
_THING: Final = 0.8
"""Importance from which on a concept may be the thing that is asked for."""
_NAMED_IN_ENGLISH: Final = re.compile(
    r"^\W*(?:so |and )?(?:what|how (?:much|large|big)|who|when|where)\s(?:is|are|was|were|will be)\s", re.IGNORECASE
)
"""An English question for something by its name; any other may begin with whatever does or has it."""
_OF_THINGS: Final = frozenset({"when", "where", "who", "how_many", "what"})
_AGAIN: Final = re.compile(r"다시\s|\b(?:again|resume|reopen|return)")
_RESUMED: Final = re.compile(r"재개|다시\s|\b(?:resum|reopen|return|again)")


def leaves_open(question: Question, said: Evidence, best: Evidence) -> bool:
    """Whether a sentence says that what is asked is not known, and the best one of its article does not tell it.

    Args:
        question: what is asked.
        said: the sentence.
        best: the best sentence, which may be the same.
    """
    if _CAUSE_ASKED.search(question.text[:QUESTION_CHARACTERS]):
        is_told = any(_CAUSE_TOLD.search(one.text) for one in (said, best))
        return not is_told and _CAUSE_OPEN.search(said.text) is not None
    if _OF_THINGS.isdisjoint(question.kinds) or not _is_open(question, said.text):
        return False
    is_told = any(kind in best.spans for kind in question.kinds)
    return said is best or not is_told or _is_nearer(question, said.text, best.text)


def _is_open(question: Question, said: str) -> bool:
    """Whether a sentence says that the time, or the thing that is asked for, is not known."""
    view = TextView(said)
    if "when" in question.kinds and _TIME_OPEN.search(said):
        is_named = any(one.importance == 1 and view.names(one) for one in question.concepts)
        return is_named or _is_of_return(question, said)
    things = [one for one in question.concepts if one.importance >= _THING and not one.is_name]
    is_korean = question.language == "ko"
    if not things or not (is_korean or _NAMED_IN_ENGLISH.match(question.text)):
        return False
    forms = things[-1 if is_korean else 0].forms
    thing = "|".join(re.escape(form) for form in forms if len(form) > 1)
    return bool(thing) and re.search(_THING_OPEN.replace("<thing>", thing), said, re.IGNORECASE) is not None


def _is_of_return(question: Question, told: str) -> bool:
    """Whether it is asked when something comes again ("언제 다시 시작해?"), and a sentence is of that."""
    return bool(_AGAIN.search(question.text[:QUESTION_CHARACTERS]) and _RESUMED.search(told))


def _is_nearer(question: Question, said: str, best: str) -> bool:
    """Whether what is said to be open names something of the question that the best sentence does not."""
    if _is_of_return(question, said) and not _is_of_return(question, best):
        return True
    pairs = zip(*(TextView(text).names_each(question.concepts) for text in (said, best)), strict=True)
    return any(own > other for own, other in pairs)
