"""Where an answer begins and ends: what is marked, with what it cuts, without particles and lone quotation marks."""

import re
from typing import Final

from app.answering.spans.hours import BOTH_ENDS, HOURS
from app.answering.spans.reasons import with_because
from app.answering.spans.span import whole_latin_word
from app.question.question import Question

AROUND: Final = " ,.·:;…!?"
_QUOTES: Final = ("“”", "‘’", "「」", "『』", "《》")
_PAIRS: Final = (*_QUOTES, "()")
_PARTICLE: Final = re.compile(
    r"(?<=[가-힣]{2})(?:을|를|는|에게|에서)$|(?<=[가-힣]{3})[은이]$|(?<=사람)[은이]$|(?<=[가-힣]들)[은이]$|(?<=[\d한두세네][명개곳원건대년월일시번회배표골점위승패석층권편척살도])[은는이가을를에의]$|(?<=[\d조억만천]\s[명개곳원건대표석권채척])[은는이가을를에의]$|(?<=[조억만천][명개곳원건대표석권채척])[은는이가을를에의]$|(?<=[조억만천\d]\s달러)[는가를에의]$|(?<=\d(?:시간|개월|마리|가구|경기|이닝))[은는이가을를에의]$|(?<=\d[%㎞㎏㎡㎝㎜])[은는이가을를에의]$|(?<=[한두세네]\s[명개곳건대번])[은는이가을를에의]$|(?<=[년월일시기엽])(?:부터|까지)$"
    r"|(?<=[가-힣][리로나아오스르크트드라마타니키비히코토미부레네데세케테브그프츠노모포파바카다하야와러너더머버커터퍼])가$"
    r"|(?<=[가-힣])(?<![회결협정주동합논강심문건제예이질토발호선악고명편열성적임구여모함혐])(?<!(?<![가-힣])[항사상경])의$"
)
_BRACKET_BEFORE: Final = re.compile(r"\((?P<inside>[^()]{1,40})\)(?:은|는|이|가|을|를|에서|에|로|보다)\s.{1,40}")
"""(1분44초56)을 0.25초: the bracket ends what stands before it, and what comes behind begins anew."""
"""Nouns end like particles, too: 작가, 회의, 어린이. 가 goes after the vowels of foreign names, 의 unless a noun of two
syllables ends so."""
_HANGING: Final = re.compile(
    r"(?:,\s+(?:including|and|or|but|which|who|while|with|as)|\s(?:including|and|or|the|an?))+$"
)
"""English words that only begin what comes next: "up to $850,000, including"."""
_FIGURE: Final = re.compile(r"\d+(?:[-,.:/]\d+)+|\d{2,}")
"""031-520-3120, 1,200, 7:30: word pieces end inside them, and half of a telephone number is a wrong one."""
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_WEEKDAYS: Final = re.compile(
    rf"\b(?:(?:every|each)\s)?{_WEEKDAY}(?:(?:,\s|,?\s(?:and|or)\s|\s(?:to|through)\s){_WEEKDAY}){{1,5}}"
    rf"|\b(?:every|each)\s{_WEEKDAY}"
    r"|(?:매주\s)?[월화수목금토일]요일(?:(?:과|와|,|·|이나|부터|에서)\s?[월화수목금토일]요일){1,5}|매주\s[월화수목금토일]요일"
)
"""Days of the week that belong together: every Friday and Saturday, 화요일부터 금요일."""
_ABBREVIATED: Final = re.compile(r"(?<![A-Za-z])(?:[A-Za-z]\.)+[A-Za-z]$")
"""2:35 a.m, Washington D.C: the stop behind them is theirs."""
_HANGUL: Final = re.compile(r"[가-힣]")
_COLUMN: Final = re.compile(r"^(?:시간|시각|일시|날짜)\s(?=\d{1,4}(?::\d|시|월|년|[./-]))")
"""The head of a table's column before what stands in it: 시간 19:30."""


def whole(question: Question, sentence: str, start: int, end: int) -> tuple[int, int]:
    """What is marked, with the rest of a Latin word or figure that it cuts, of "…기 때문", and a quotation's beginning.

    Of days of the week it has those beside it; where both ends of a time are asked for, the other one, too.
    """
    start, end = whole_latin_word(sentence, start, end)
    if BOTH_ENDS.search(question.text.lower()):
        for hours in HOURS.finditer(sentence):
            if hours.start() < end and start < hours.end():
                start, end = min(start, hours.start()), max(end, hours.end())
    for days in _WEEKDAYS.finditer(sentence):
        if days.start() < end and start < days.end():
            start, end = min(start, days.start()), max(end, days.end())
    for figure in _FIGURE.finditer(sentence):
        start = figure.start() if figure.start() < start < figure.end() else start
        end = figure.end() if figure.start() < end < figure.end() else end
    if sentence[start - 1 : start] == "“" and "”" in sentence[start:end]:
        start -= 1
    for left, right in _QUOTES:  # 시민단체 ‘열린광장|’
        opened = sentence.rfind(left, start, end)
        if start < opened and right not in sentence[opened:end] and sentence.startswith(right, end):
            end += 1
    return start, with_because(sentence, end)


def trimmed(text: str, following: str = "") -> str:
    """What is marked, without quotation marks that lost their partner, punctuation and the particle at its end.

    Args:
        text: what is marked.
        following: the rest of the sentence; where its word goes on ("빛고을|이다"), no particle ends it yet.
    """
    if bracket := _BRACKET_BEFORE.fullmatch(text.strip(AROUND)):
        text = bracket["inside"]
    stripped = _COLUMN.sub("", _HANGING.sub("", without_lone_marks(text)))
    if _ABBREVIATED.search(stripped) and f"{stripped}." in text + following[:1]:
        return f"{stripped}."
    if _HANGUL.match(following) or ("부터" in stripped and stripped.endswith("까지")):
        return stripped
    return _PARTICLE.sub("", stripped)


def without_lone_marks(text: str) -> str:
    """A text without the punctuation and brackets around it, and without marks and brackets that lost their partner."""
    text = text.strip(AROUND)
    for left, right in _PAIRS:
        if (left in text) != (right in text):
            text = text.strip(left + right)
    if text.count("(") > text.count(")"):
        return text[: text.rindex("(")].rstrip()
    is_bracketed = text.startswith("(") and text.find(")") == len(text) - 1
    return text[1:-1].strip(AROUND) if is_bracketed else text
