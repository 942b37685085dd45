"""Spans of a match's outcome: the score, and the team that won, as Korean sports news tells them: "갑이 을을 3-1로 꺾었다"."""

import re
from typing import Final

from app.answering.spans.span import SentenceContext, Span
from indexing.language.detection import QUESTION_CHARACTERS

_ASKS_SCORE: Final = re.compile(
    r"(?:경기|시합|대결|맞대결|결승|결승전|[가-힣]전)(?:의)?\s?(?:결과|스코어|점수)|스코어|몇\s?대\s?몇"
    r"|\b(?:final )?scores?\b(?!d)|\bresults? of (?:the|a|that|this|last)\b.{0,40}\b(?:game|match|final)\b"
    r"|\b(?:game|match) results?\b",
    re.IGNORECASE,
)
_ASKS_WINNER: Final = re.compile(
    r"누가\s?이[겼긴]|(?:어느|어떤|무슨)\s?팀이?\s?이[겼긴]|어디가\s?이[겼긴]|이긴\s?(?:팀|쪽)|승리\s?팀|승자"
    r"|\b(?:who|which (?:team|side|club)) (?:won|beat)\b(?! (?:over|the (?:election|award|prize|vote|bid)))|\bwinning team\b",
    re.IGNORECASE,
)
_SCORE: Final = r"(?<![\d.,])(?P<score>\d{1,3}\s?(?:[-–:]|대)\s?\d{1,3})(?![\d.,]*\d)(?:\([^()]{1,30}\))?"
_BETWEEN: Final = r"(?:으?로\s|\s)(?:[가-힣]{1,8}\s){0,3}?"
_WON: Final = r"(?:꺾|이[겼기긴]|눌렀|누르|눌러|제압|물리[쳤치]|완파|격파|대파|따돌|제[쳤치]|(?:승리|신승|완승|역전승|대승)(?![을를]?\s?(?:이끌|견인|지휘|도[왔운])|[의에]))"
_RESULT: Final = re.compile(
    rf"{_SCORE}{_BETWEEN}(?:(?P<won>{_WON})|(?P<other>[졌진져]|패[했해배한]|무릎|무승부|비[겼기긴]|역전패|완패|대패|끝[났나]))"
)
_PARTICULAR: Final = r"\S{0,12}(?:에서|에|로|날|일|와의|과의|전)"
_SUBJECT: Final = re.compile(
    rf"^(?:{_PARTICULAR}\s){{0,4}}(?:프로(?:축구|야구|농구|배구)\s)?"
    rf"(?P<team>(?:(?!{_PARTICULAR}\s)[가-힣A-Za-z\d·]{{1,12}}\s){{0,2}}?[가-힣A-Za-z\d·]{{1,12}}?)(?:은|는|이|가)\s"
)
"""Who a sentence is about, behind when and where: "14일 홈경기에서 |갑 을|이"."""
_NAMED: Final = 1.0
"""Words of the question that name something must stand in the sentence: a score alone may be of any match."""
_TOPICS: Final = frozenset(("경기", "결과", "스코어", "점수", "시합", "대결", "결승", "결승전", "팀"))


def find_scores(context: SentenceContext) -> list[Span]:
    """The score of the match that the sentence reports; nothing unless the question asks for one."""
    result = _result(context, _ASKS_SCORE)
    return [Span(*result.span("score"), result["score"], 1.2, defines=True)] if result else []


def find_winners(context: SentenceContext) -> list[Span]:
    """The team that won the match that the sentence reports; nothing unless the question asks for the winner."""
    result = _result(context, _ASKS_WINNER)
    subject = _SUBJECT.match(context.text) if result and result["won"] else None
    return [Span(*subject.span("team"), subject["team"], 1.2, defines=True)] if subject else []


def _result(context: SentenceContext, asks: re.Pattern[str]) -> re.Match[str] | None:
    """How a match ended that is told in a sentence with a name of the question; English names are met by sound only."""
    if not asks.search(context.question.text[:QUESTION_CHARACTERS]):
        return None
    named = context.question.language == "en" or any(
        concept.importance >= _NAMED
        and _TOPICS.isdisjoint(concept.forms)
        and any(form in context.text for form in concept.forms)
        for concept in context.concepts
    )
    return _RESULT.search(context.text) if named else None
