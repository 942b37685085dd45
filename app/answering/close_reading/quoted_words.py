"""What somebody said: of a quotation that is marked in part the whole, of several the one about what is asked for."""

import re
from collections.abc import Sequence
from typing import Final

from app.question.concept import TextView
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.sentences import Span, quotation_spans, sentence_spans

_KOREAN: Final = (
    r"했|하[는던며]|말|밝|[답대]|설명|해명|반박|주장|강조|지적|비판|경고|호소|조언|충고|당부|전했|덧붙|평가|평했|반응|언급|진술|항의|따졌|외쳤"
    r"|소감|썼|적었|인사|사과|변명|표현|약속|전망|내다|꼬집"
)
_ENGLISH: Final = (
    r"says?|said|tell|told|answer(?:ed)?|reply|replied|respond(?:ed)?|argued?|claim(?:ed)?|warn(?:ed)?|explain(?:ed)?"
    r"|add(?:ed)?|complain(?:ed)?|insist(?:ed)?|remark(?:ed)?|comment(?:ed)?|write|wrote"
)
_ASKS: Final = re.compile(
    rf"(?:뭐라고?|무엇이라고?|무어라고?|어떻게)\s(?:[가-힣]{{1,8}}\s){{0,2}}?(?:{_KOREAN})|뭐래"
    rf"|\b(?:what|how) (?:did|does|do|has|have|had)\b.{{1,120}}\b(?:{_ENGLISH})\b",
    re.IGNORECASE,
)
_ASKS_WHO_SAID: Final = re.compile(
    rf"[다라자냐지]고\s(?:[가-힣]{{1,8}}\s){{0,2}}?(?:한(?=\s)|{_KOREAN}|부탁|부른|불렀|요구|제안|촉구|선언|폭로|말린)"
    rf"|\bwho (?:has |had )?(?:{_ENGLISH}|called|accused|promised|apologi[sz]ed|denied|demanded|critici[sz]ed|urged"
    r"|proposed|suggested|blamed|asked|admitted|announced|revealed|described|praised|predicted)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 160
"""Characters; of a longer quotation, as interviews have them, only the sentences that are marked are told."""
_OF_A_SAYING: Final = re.compile(r"[가-힣][다라자냐]는$")
_THEME: Final = re.compile(r"(?:에|[을를]|와|과)\s?(?:대해|관해|두고|놓고|관련해|둘러싸고|묻)")
"""Behind what somebody was talking of: "논문 조작|에 대해 “…”고 했다"."""
_SILENT: Final = re.compile(
    r"(?:(?:질문|물음|취재|요청|연락)[가-힣]{0,2}\s)?(?:(?:[답응]하|답변하|대답하)지 않[가-힣]*"
    r"|(?:답변|언급|즉답|말|대답|논평)[을를] (?:거부|거절|피했|피한|피하|삼갔|삼간|아꼈|아낀|아끼)[가-힣]*"
    r"|입을 (?:닫|다물|열지 않)[가-힣]*|(?:입장|답|답변|말|논평|견해)[을를]? (?:내|내놓|밝히|하)지 않[가-힣]*"
    r"|(?:전화|연락)[을를이] (?:받|닿)지 않[가-힣]*)"
    r"|\b(?:declined|refused) to (?:comment|answer|say|speak)\b[^.,;]{0,40}|\bhad no comment\b"
    r"|\b(?:did not|didn['’]t|has not|have not|could not be) (?:respond|repl[yi]|answer|comment|reach)\w*[^.,;]{0,40}",
    re.IGNORECASE,
)
"""Said instead of an answer."""


def asks_for_words(question: str) -> bool:
    """Whether what somebody said is asked for: "시장은 뭐라고 했어?", "What did the union say about pay?"."""
    return _ASKS.search(question[:QUESTION_CHARACTERS]) is not None


def is_among_words(question: Question, sentence: str, start: int, end: int) -> bool:
    """Whether what is marked for who said something stands in what was said, where nobody names themselves.

    Args:
        question: what is asked.
        sentence: with the mark in it.
        start: offset of the mark.
        end: offset after it.
    """
    if question.kinds[:1] != ("who",) or not _ASKS_WHO_SAID.search(question.text[:QUESTION_CHARACTERS]):
        return False
    return any(first < start and end < last for first, last in quotation_spans(sentence))


def as_quoted(question: Question, kind: str, sentence: str, start: int, end: int) -> Span:
    """What is marked, made whole where it is a part of a quotation; where nothing was said, the words for that.

    Args:
        question: what is asked.
        kind: of answer.
        sentence: with the mark in it.
        start: offset of the mark.
        end: offset after it.
    """
    quotations = quotation_spans(sentence)
    marked = next((one for one in quotations if one[0] <= start < one[1] - 1), None)
    if kind == "why":  # 환자가 숨졌다|는 소식을 듣고 알렸다
        is_cut = _OF_A_SAYING.search(sentence[start:end]) or _OF_A_SAYING.search(sentence[start : end + 1])
        return (start, _whole(sentence, marked, start, end)[1]) if marked and is_cut else (start, end)
    if kind not in ("what", "how") or not asks_for_words(question.text):
        return start, end
    if not quotations and (silent := _SILENT.search(sentence)):
        return silent.span()
    meant = _about(question, sentence, quotations, marked)
    if meant is None and _THEME.match(sentence, end):
        meant = next((one for one in quotations if one[0] >= end), None)
    if meant:
        return _whole(sentence, meant, meant[0] + 1, meant[1] - 1)
    if marked is None:
        return start, end
    if end > marked[1]:  # …어렵다"며 파업을 늦춰 달라
        return (marked[0], end) if end - marked[0] <= _LONGEST else (start, end)
    return _whole(sentence, marked, start, min(end, marked[1] - 1))


def _about(question: Question, sentence: str, quotations: Sequence[Span], marked: Span | None) -> Span | None:
    """Of several quotations the only one with a word of the question, where the marked one has none."""
    if marked is None or len(quotations) < 2 or _named(question, sentence, marked):
        return None
    about = [one for one in quotations if _named(question, sentence, one)]
    return about[0] if len(about) == 1 else None


def _named(question: Question, sentence: str, quotation: Span) -> bool:
    view = TextView(sentence[quotation[0] : quotation[1]])
    return any(view.names(concept) for concept in question.concepts)


def _whole(sentence: str, quotation: Span, start: int, end: int) -> Span:
    """The words between two quotation marks, or of many the sentences that are marked."""
    first, last = quotation[0] + 1, quotation[1] - 1
    if last - first <= _LONGEST:
        return first, last
    said = [(first + begin, first + stop) for begin, stop in sentence_spans(sentence[first:last])]
    marked = [one for one in said if one[0] < end and start < one[1]]
    return (min(start, marked[0][0]), max(end, marked[-1][1])) if marked else (start, end)
