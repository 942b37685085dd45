"""Short answers from what was marked in a sentence: well-formed spans where the mark overlaps one, else the mark itself."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from app.answering.close_reading.marked_text import AROUND, trimmed, whole, without_lone_marks
from app.answering.close_reading.quoted_words import as_quoted, is_among_words
from app.answering.close_reading.values.enumerations import with_whole_enumeration
from app.answering.close_reading.values.value_meant import value_meant
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.marked import Marked
from app.answering.spans.asked_time import asks_hour
from app.answering.spans.identity import is_another_name
from app.answering.spans.quotations import is_named_as_asked
from app.answering.spans.reasons import without_attribution, without_report
from app.answering.spans.span import OfficeHeld, Span
from app.question.question import Question
from indexing.language.temporal import is_time_of_day

_TAKEN_BACK: Final = re.compile(
    r"[가-힣](?:지만|는데도?|음에도)$|^(?:although|though|while|despite|even if|even though)\b", re.I
)
"""눈길 탓이라는 말도 돌았지만, (도로공사는 부인했다)."""
_SUBJECT: Final = re.compile(r"[가-힣]{1,12}[은는]\s")
_COPULA: Final = re.compile(r"(?<=것)이다$")
_OF_A_PERSON: Final = re.compile(r"(?<=[가-힣]{2})의$")
_PERSON: Final = r"[가-힣]{2,4}(?<![장원관사표])"
_PEOPLE_LISTED: Final = re.compile(rf"(?<![가-힣·])(?:{_PERSON}·){{1,6}}{_PERSON}(?=\s[가-힣]{{2,}}|\s?씨)")
"""People one after the other with one office or 씨 behind them; 회장·감독 are offices."""
_OFFICE_ALONE: Final = re.compile(
    r"(?:[가-힣]{0,4}(?:사장|회장|이사|본부장|부장|대표|전무|상무|팀장|실장|국장|과장)|C[EFOTI]O)(?:·(?:[가-힣]{2,5}|C[EFOTI]O))?"
)
"""Marked beside somebody's name, "한가람 버들정밀 최고재무책임자(CFO·|부사장|)", it is nobody."""
_ANYTHING: Final = re.compile(r"\w")
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    "when": re.compile(
        r"\d|[년월일주]|오늘|어제|내일|모레|어젯밤|추석|설|봄|여름|가을|겨울|\b(?:yester|to|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
        r"|\b(?:eve|week|month|year|spring|summer|autumn|fall|winter|tomorrow|morning|evening|night)\b"
    ),
    "how_many": re.compile(
        r"\d|[한두세네]\s|하나|다섯|여섯|일곱|여덟|아홉|열|절반|\b(?:half|an?|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b",
        re.IGNORECASE,
    ),
}
"""What an answer of a kind cannot do without."""
_LASTING: Final = re.compile(
    r"(?<!\d)\d{1,3}\s?(?:일\s?(?:간|동안|연속|만(?![가-힣])|째)|(?:주일?|개월|년|시간|분)(?!\s?\d))|하루|이틀|[사나]흘|닷새|엿새|이레|열흘|보름"
    r"|[한두세네석넉]\s?(?:주|달|해)|\b(?:days|weeks|months|years|hours)\b"
)
"""A length of time, which is a number although it may be read as a period."""
_ASKS_LENGTH: Final = re.compile(r"얼마나\s?(?:걸|오래|길|긴)|얼마\s?(?:동안|전)|\bhow (?:long|old|soon)\b")
_HAPPENING: Final = re.compile(r"(?:회의|총회|포럼|축제|회담|박람회|선거|예산|사업|조례|대책|행사)$")
"""What ends so happens somewhere, and is no place: of "개최지를 서울로" beside a 정상회의 that is marked."""
_HEADS: Final = re.compile(r"(?:약\s)?\d[\d,.만천백]*여?\s?(?:명|개국|개\s?팀|가구|세대)|\d[\d,]* (?:people|members)")
"""How many they are is not who they are."""
_NAMES_BEST: Final = re.compile(r"가장|제일|최[고다대소저]|\b(?:most|least|[a-z]{3,}est)\b", re.IGNORECASE)
_OF_WHICH: Final = re.compile(r"(?:들)?\s(?:가운데|중에서|중(?=\s))")
"""Behind all those of which one is the best: "공공도서관 9곳 |가운데 이용자가 가장 많았다"."""
_FAR_BETTER: Final = 1.0
"""By so much a span must look better than the one that is marked to answer instead of it: who holds the very office
that is asked for, beside someone of another office."""
_SURER: Final = 0.4
"""From this share on a mark replaces a well-formed span elsewhere in the sentence."""
_CONFIDENT: Final = 0.1
"""Below this share a mark that no well-formed span confirms is a guess."""
_CLAUSE: Final = 0.8
"""Of a sentence that shows a yes or a no, a part up to this share of it is its short answer."""


def spans_with_marked(question: Question, evidence: Evidence, marked: Marked) -> dict[str, Span]:
    """The short answers of a sentence in the light of what was marked.

    Of the spans that are well-formed answers of a kind, the one that the mark overlaps; where it overlaps none, what
    is marked is itself the answer of the kind asked for first. A question of yes or no is answered by the clause that
    shows it: the verdict itself is left to the reader, since the model would say the wrong one three times in ten.
    """
    spans = dict(evidence.spans)
    for kind in question.kinds:
        if kind in spans and _is_named(question, evidence, kind, spans[kind], marked):
            continue
        overlapping = [
            span
            for span in evidence.alternatives.get(kind, ())
            if span.start < marked.end and marked.start < span.end and not span.defines
        ]
        if overlapping:
            found = max(overlapping, key=lambda span: min(span.end, marked.end) - max(span.start, marked.start))
            found = value_meant(question, evidence, kind, found)
            found = _without_subject(evidence, kind, found, marked)
            if spans[kind].score - found.score < _FAR_BETTER:
                spans[kind] = found
        elif kind == question.kinds[0] and marked.share >= (_SURER if kind in spans else _CONFIDENT):
            start, end = whole(question, evidence.text, marked.start, marked.end)
            start, end = as_quoted(question, kind, evidence.text, start, end)
            if kind == "yes_no" and not _is_verdict(evidence.text, start, end):
                continue
            text = _text(kind, evidence.text[start:end], evidence.text[end:])
            if kind == "what" and (day := _day_marked(evidence, start, text)):
                spans[kind] = day
            elif _SHAPES.get(kind, _ANYTHING).search(text) and not _answers_another(
                question, kind, evidence, start, end
            ):
                spans[kind] = Span(start, end, text, marked.probability)
    if "who" in spans:
        spans["who"] = _with_companions(evidence.text, spans["who"])
    return {kind: with_whole_enumeration(question, evidence.text, kind, span) for kind, span in spans.items()}


def _is_named(question: Question, evidence: Evidence, kind: str, span: Span, marked: Marked) -> bool:
    """Whether the sentence calls a span what is asked for, whatever was marked in it.

    Of "한도겸 해담시장과 … 비아르나 시장은" the other city's mayor may be marked, of "‘도시의 내일’을 주제로 기후 위기를 논의한다" what
    is discussed, and of "소득보장실험 ‘디딤돌’과 ‘배움터’" the other thing. A mark within a definition is the pith of it; within
    somebody's office it is a part, and nobody who speaks is named in their own words.
    """
    if span.office is OfficeHeld.ASKED or is_among_words(question, evidence.text, marked.start, marked.end):
        return True
    if span.defines:
        return kind == "who" or not span.start <= marked.start < marked.end <= span.end
    return kind == "what" and is_named_as_asked(question.text, evidence.text, span)


def _is_verdict(sentence: str, start: int, end: int) -> bool:
    """Whether a part of a sentence shows a yes or a no: not nearly the whole, and not what the rest takes back."""
    return end - start <= _CLAUSE * len(sentence) and not _TAKEN_BACK.search(sentence[start:end].strip(AROUND))


def _day_marked(evidence: Evidence, start: int, text: str) -> Span | None:
    """What is marked, with what it means, where it is a day or month and nothing else: "당첨자 발표는?" of "12월 2일"."""
    for found in evidence.dates:
        is_all = found.text.startswith(text) and len(found.text) - len(text) <= len("까지")
        if found.start == start and is_all and found.granularity in ("day", "month", "range"):
            return Span(found.start, found.end, found.text, 0.5, found.iso, found.time, found.until)
    return None


def _with_companions(sentence: str, span: Span) -> Span:
    """Of "현무진·구슬기·나도담 재판관" all three, where one is marked."""
    for people in _PEOPLE_LISTED.finditer(sentence):
        is_one = any(span.text == one for one in people.group().split("·"))
        if is_one and people.start() <= span.start < people.end():
            return replace(span, start=people.start(), end=people.end(), text=people.group())
    return span


def _without_subject(evidence: Evidence, kind: str, span: Span, marked: Marked) -> Span:
    """A reason without who gives it, where what is marked begins right behind: "군은 |끼니를 거르지 않은 덕으로 본다"."""
    before = evidence.text[span.start : marked.start]
    if kind != "why" or not _SUBJECT.fullmatch(before):
        return span
    return replace(span, start=marked.start, text=span.text.removeprefix(before))


def _text(kind: str, marked: str, following: str) -> str:
    """What is marked as an answer of a kind. A reason or a way is a clause, which no particle ends ("알아들은 일")."""
    if kind in ("why", "how", "yes_no"):
        return _COPULA.sub("", without_report(without_attribution(without_lone_marks(marked))))
    text = trimmed(marked, following)
    return _OF_A_PERSON.sub("", text) if kind == "who" else text


def _answers_another(question: Question, kind: str, evidence: Evidence, start: int, end: int) -> bool:
    """What is marked answers another question.

    Who, where and how many are no day, and a day that is told beats its hour. Of "언제 어디서 …?" the place may be what
    is marked, and is not the time for the number in it ("2층 그랜드홀").
    """
    last = end - len("까지") if evidence.text[:end].endswith(("까지", "부터")) else end
    within = any(found.start <= start and last <= found.end for found in evidence.dates)
    if kind == "who" and _HEADS.fullmatch(trimmed(evidence.text[start:end], evidence.text[end:])):
        return True
    if _NAMES_BEST.search(question.text) and _OF_WHICH.match(evidence.text, end):
        return True
    if kind == "where" and _HAPPENING.search(trimmed(evidence.text[start:end], evidence.text[end:])):
        return True
    if kind == "who" and kind in evidence.spans and _OFFICE_ALONE.fullmatch(evidence.text[start:end].strip(AROUND)):
        return True
    if kind in ("who", "where"):
        return within or (kind == "who" and is_another_name(question.text, trimmed(evidence.text[start:end])))
    asked = question.text.lower()
    if kind == "how_many":
        return within and not (_LASTING.search(evidence.text[start:end]) or _ASKS_LENGTH.search(asked))
    if kind == "when" and len(question.kinds) > 1:
        return not any(found.start < end and start < found.end for found in evidence.dates)
    told = kind == "when" and kind in evidence.spans and not asks_hour(asked)
    return told and is_time_of_day(evidence.text[start:end].strip(AROUND))
