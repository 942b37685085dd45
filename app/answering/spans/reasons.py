"""Spans that answer "why": the clause before 때문, 탓, 여파 or that ends in …아서다, or after "because", "blamed"."""

import re
from typing import Final

from app.answering.spans.span import SentenceContext, Span
from indexing.language.hangul import final_consonant, has_hangul

_KOREAN_CAUSE: Final = re.compile(
    r"(?P<clause>[^,“”\"]{4,120}?(?:느라"
    r"|[아어여해려와워돼봐둬져켜혀라]서(?=다(?![가-힣])|였(?:다|습니다|고)|입니다|이다|라(?:고|는|며))"
    r"|(?:[는은던]|[한된인간])\s점(?=(?:\s등)?을?\s(?:[가-힣]{2,4}\s)?(?:참작|고려|감안))"
    r"|(?:판단|취지|우려|계산|생각|걱정|지적)(?=에서(?:다(?![가-힣])|였다|입니다|였습니다))"
    r"|(?=(?:\s등)?의?\s?(?:때문|탓|덕분|덕(?:에|이|으로)(?![가-힣])|바람에|여파|데\s?따른|[로으]\s?인해|영향으로"
    r"|이유(?:로|에서)|까닭(?:으로|에서)))))"
)
_KOREAN_PURPOSE: Final = re.compile(
    r"(?P<clause>[^,“”\"]{4,80}?(?:려고|려(?=는\s?(?:것|취지|뜻))|(?=[을를]?\s?(?:위해|위한))))"
)
"""An ending that a verb cannot be without ("드론을 보느라", "넓히려고") belongs to the clause."""
_ENGLISH_CAUSE: Final = re.compile(
    r"\b(?:because of|because|due to(?! \w+ in\b)|owing to|caused by|as a result of|thanks to|blamed on|stem(?:s|med) from"
    r"|attributed to|on the grounds that|prompted by|triggered by|blam(?:es|ed|ing)(?! on\b)(?![^.;]{1,80} for\b))"
    r"\s(?P<clause>(?:[^.;]|(?<=\d)\.(?=\d)){4,160})",
    re.IGNORECASE,
)
_ENGLISH_PURPOSE: Final = re.compile(
    r"\b(?:in order to|so that|aimed at|to prevent|to reduce)\s(?P<clause>[^.;,]{4,120})", re.IGNORECASE
)
_BECAUSE: Final = re.compile(r"(?<=기)\s*때문")
_NOUN_OF_CAUSE: Final = re.compile(r" (?:탓|덕분|덕|점|여파)(?=[^가-힣]|$|[을이에은도으만로다])")
_ADNOMINAL: Final = 4
"""Index of the final consonant ㄴ, in which the verb before such a noun ends: 커진 탓, 더디다는 점."""
_ATTRIBUTED: Final = re.compile(
    r",? (?:said|says|according to) [^;]{2,80}$"
    r"|, (?!as\s|who\s|which\s)[^,;]{2,60}(?:, [^,;]{2,60},)? (?:said|says|told [^,;]{2,40}|added|explained|noted)(?:\s[^,;]{1,30})?$"
)
"""…because the clinic is too small|, director Hwangbo Min said."""
_THAT_FOLLOWS: Final = re.compile(r" 데(?:에)? 따른 (?:것|일|결과|조치)(?![가-힣]*\s?[을를])")
_CAUGHT: Final = re.compile(r"(?<=[는은던] 바람)에|(?<=[는은던])\s바람에")
"""드러난 데 따른 것, 쏟아지는 바람에: without these the clause before them is none."""
_REPORTED: Final = re.compile(
    r"(?:(?<=[가-힣](?<!바)다)|(?<=[이니으하되가나]라)|(?<=자))(?:고|는(?:\s것(?:[이은을]|으로)?)?)$"
)
"""여겼다는 것이 (학교의 해명이다), 몰랐다고 (인정했다)."""
_SOUNDS_LIKE_REPORTED: Final = re.compile(r"(?:나라는|[남여]자는|바다는)$")
_OF_THE_REASON: Final = re.compile(r"의\|\s?(?:이유|영향)")
"""보안상의 이유로 is too short for the pattern to leave its 의 out."""
_TOPIC: Final = re.compile(r"^.{0,60}?(?:것은|이유는|까닭은|원인은|배경은)\s")
_CONJUNCTION: Final = re.compile(r"\s?(?:그러나|하지만|그런데|다만|또한?|한편|특히|당시)\s")
_GROUND: Final = re.compile(r"(?<=는)\s?(?:이유|까닭)(?:에서|[으]?로)")
"""Before it stands a whole sentence as it was given: 앉아 있는 것은 일이 아니라는 까닭에서."""
_NAMED_AS_REASON: Final = re.compile(
    r"(?:^[가-힣A-Za-z]{1,12}[은는]\s)?(?P<reason>.+\S)[을를](?P<of>(?:\s[가-힣]{2,6}){0,2})\s?$"
)
"""시는 |적자가 쌓인 것|을 인상 (이유로 들었다), 시는 |안전|을 (이유로 막았다)."""
_NAMED: Final = re.compile(r"\s?(?:이유|원인|배경)로\s(?P<given>들|꼽|제시|내세|댔|밝|설명)?")
_PATTERNS: Final = ((_KOREAN_CAUSE, 1.1), (_ENGLISH_CAUSE, 1.1), (_KOREAN_PURPOSE, 0.4), (_ENGLISH_PURPOSE, 0.4))


def with_because(sentence: str, end: int) -> int:
    """Where a reason that ends there ends with its noun: behind "…기" or "커진", which cannot stand alone.

    "배추가 싸졌기 때문", "비용이 커진 탓", "회복이 더디다는 점", "사실이 드러난 데 따른 것", "비가 쏟아지는 바람에".
    """
    because = _BECAUSE.match(sentence, end) or _CAUGHT.match(sentence, end)
    if because is None and has_hangul(sentence[end - 1 : end]) and final_consonant(sentence[end - 1]) == _ADNOMINAL:
        because = _NOUN_OF_CAUSE.match(sentence, end) or _THAT_FOLLOWS.match(sentence, end)
    return because.end() if because else end


def without_attribution(reason: str) -> str:
    """An English reason without who gave it: "its size, Mayor Han said"."""
    return _ATTRIBUTED.sub("", reason)


def without_report(clause: str) -> str:
    """A Korean clause without the ending that says it was said: "규정을 몰랐다|고 (인정했다)"."""
    return clause if _SOUNDS_LIKE_REPORTED.search(clause) else _REPORTED.sub("", clause)


def find_reasons(context: SentenceContext) -> list[Span]:
    """Reasons the sentence states, best first; a purpose ("…하기 위해") is a weaker reason than a cause."""
    spans = []
    for pattern, score in _PATTERNS:
        for match in pattern.finditer(context.text):
            start, end = match.span("clause")
            end = with_because(context.text, end)
            end -= _OF_THE_REASON.search(context.text[:end] + "|" + context.text[end : end + 4]) is not None
            is_ground = _GROUND.match(context.text, end)
            topic = None if is_ground else _TOPIC.match(context.text[start:end])
            start += topic.end() if topic else 0
            if joined := _CONJUNCTION.match(context.text, start, end):
                start = joined.end()
            start, end = _bare(context.text, start, end)
            start += len(context.text[start:end]) - len(context.text[start:end].lstrip())
            end = start + len(without_report(without_attribution(context.text[start:end])))
            spans.append(Span(start, end, context.text[start:end], score))
    return sorted(spans, key=lambda span: -span.score)


def _bare(sentence: str, start: int, end: int) -> tuple[int, int]:
    """A Korean reason without who gave it and what for."""
    giving, named = _NAMED.match(sentence, end), _NAMED_AS_REASON.fullmatch(sentence[start:end])
    if giving and named and (giving["given"] or not named["of"]):
        return start + named.start("reason"), start + named.end("reason")
    return start, end
