"""Short answers from what was marked in a sentence: well-formed spans where the mark overlaps one, else the mark itself."""

import re
from collections.abc import Mapping
from typing import Final

from app.answering.evidence import Evidence, Marked
from app.answering.spans.asked_time import asks_hour
from app.answering.spans.reasons import with_because
from app.answering.spans.span import Span
from app.retrieval.question import Question

_AROUND: Final = " ,.·:;…!?"
_PAIRS: Final = ("“”", "‘’", "()", "「」", "『』", "《》")
_PARTICLE: Final = re.compile(
    r"(?<=[가-힣]{2})(?:을|를|는|에게|에서)$|(?<=[가-힣]{3})[은이]$|(?<=[\d한두세네][명개곳원건대년월일시번회배])[은는이가을를에의]$|(?<=[한두세네]\s[명개곳건대번])[은는이가을를에의]$|(?<=[년월일시기엽])(?:부터|까지)$"
    r"|(?<=[가-힣][리로나아오스르크트드라마타니키비히코토미부레네데세케테브그프츠노모포파바카다하야와러너더머버커터퍼])가$"
    r"|(?<=[가-힣])(?<![회결협정주동합논강심문건제예이질토발호선악고명편열성적임구여모함])의$"
)
"""Nouns end like particles, too: 작가, 회의, 어린이. 가 goes after the vowels of foreign names, 의 unless a noun of two
syllables ends so."""
_OF_A_PERSON: Final = re.compile(r"(?<=[가-힣]{2})의$")
_HANGUL: Final = re.compile(r"[가-힣]")
_LATIN: Final = re.compile(r"[A-Za-z]{2}")
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
_CLOCK: Final = re.compile(
    r"(?:오전|오후|아침|저녁|밤|새벽|낮)?\s?\d{1,2}시(?:\s?(?:\d{1,2}분|반))?(?:께|쯤)?|(?:\d{1,2}[:.])?\d{1,2} ?[ap]\.?m\.?"
)
"""A time of day alone."""
_FAR_BETTER: Final = 1.0
"""By so much a span must look better than the one that is marked to answer instead of it: who holds the very office
that is asked for, beside someone of another office."""
_SURER: Final = 0.4
"""From this probability on a mark replaces a well-formed span elsewhere in the sentence."""
_CONFIDENT: Final = 0.1
"""Below this probability a mark that no well-formed span confirms is a guess."""


def spans_with_marked(question: Question, evidence: Evidence, marked: Marked) -> dict[str, Span]:
    """The short answers of a sentence in the light of what was marked.

    Of the spans that are well-formed answers of a kind, the one that the mark overlaps; where it overlaps none, what
    is marked is itself the answer of the kind asked for first. Yes or no is not said: the model tells them apart no
    better than chance (AUC .47 on the sample's questions), so the sentence stands alone.
    """
    spans = dict(evidence.spans)
    for kind in question.kinds:
        overlapping = [
            span for span in evidence.alternatives.get(kind, ()) if span.start < marked.end and marked.start < span.end
        ]
        if overlapping:
            found = max(overlapping, key=lambda span: min(span.end, marked.end) - max(span.start, marked.start))
            if spans[kind].score - found.score < _FAR_BETTER:
                spans[kind] = found
        elif kind == question.kinds[0] != "yes_no" and marked.probability >= (_SURER if kind in spans else _CONFIDENT):
            start, end = _whole(evidence.text, marked.start, marked.end)
            text = trimmed(evidence.text[start:end], evidence.text[end:])
            text = _OF_A_PERSON.sub("", text) if kind == "who" else text
            if _SHAPES.get(kind, _ANYTHING).search(text) and not _answers_another(question, kind, evidence, start, end):
                spans[kind] = Span(start, end, text, marked.probability)
    return spans


def _answers_another(question: Question, kind: str, evidence: Evidence, start: int, end: int) -> bool:
    """What is marked answers another question: who and where are no day, and a day that is told beats its hour."""
    if kind in ("who", "where"):
        return any(found.start <= start and end <= found.end for found in evidence.dates)
    told = kind == "when" and kind in evidence.spans and not asks_hour(question.text.lower())
    return told and bool(_CLOCK.fullmatch(evidence.text[start:end].strip(_AROUND)))


def _whole(sentence: str, start: int, end: int) -> tuple[int, int]:
    """What is marked, with the rest of a Latin word that it cuts, and of "…기 때문"."""
    while 0 < start < end and _LATIN.fullmatch(sentence[start - 1 : start + 1]):
        start -= 1
    while start < end < len(sentence) and _LATIN.fullmatch(sentence[end - 1 : end + 1]):
        end += 1
    return start, with_because(sentence, end)


def trimmed(text: str, following: str = "") -> str:
    """What is marked, without quotation marks that lost their partner, punctuation and the particle at its end.

    Args:
        text: what is marked.
        following: the rest of the sentence; where its word goes on ("빛고을|이다"), no particle ends it yet.
    """
    text = text.strip(_AROUND)
    for left, right in _PAIRS:
        if (left in text) != (right in text):
            text = text.strip(left + right)
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")].rstrip()
    return text if _HANGUL.match(following) else _PARTICLE.sub("", text)
