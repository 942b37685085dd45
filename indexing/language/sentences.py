"""Sentence boundaries with offsets, for Korean and English news prose.

A regex splitter rather than an analyser: Kiwi splits well but needs 5 s and 500 MB to load and runs at
15,000 characters a second, so it would dominate indexing. The rules below know what matters in news:

* a line break always ends a sentence;
* a full stop ends one when white space follows, or when it stands between a Korean ending and the next Hangul
  word ("…밝혔다.이번 행사는"), which is common in text dumps;
* nothing ends inside a double quotation: “첫 문장이다. 둘째 문장이다”라고 말했다 is one sentence, because half a
  quotation must never be cited as a claim of the article;
* decimals, dates ("2024. 8. 3."), initials and abbreviations ("Sept. 29", "Mr.") end nothing.
"""

import re
from bisect import bisect_left

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"[.!?。？！…]+[\"'”’」』)\]]*")
_KOREAN_ENDING = re.compile(r"[다요죠까음함됨임]$")
_REPORTED = re.compile(r"\s?(?:이?라고|이?라며|이?라는|고|며|는|면서|이?란)(?=\s|[가-힣]*[ ,.])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Col|St|No|vs|etc|e\.g|i\.e|U\.[A-Z]|[ap]\.m"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp)\.$"
)
_CLOCK = re.compile(r"\d ?[ap]\.m\.$")
_OPENER = re.compile(
    r"(?:The|An?|Its?|He|His|She|Her|They|Their|We|This|That|These|Those|There|But|And|In|After|Before|Then|About|All|Both"
    r"|No one|Some)\s"
)
"""Words that begin a sentence: after "11 p.m." the next one may as well be the day it belongs to."""
_DATE = re.compile(r"\d{2,4}\.\s?\d{1,2}\.\s?\d{1,2}\.$")
_LIST_NUMBER = re.compile(r"^\s*\d{1,3}\.$")
_DOUBLE_QUOTE = re.compile('["“”]')
_LOOK_AHEAD = 40
"""Characters after a full stop that can decide whether it ends a sentence."""
_LONGEST_QUOTATION = 600
"""An unclosed quotation mark must not swallow the rest of a page; real ones are shorter than this."""


def sentence_spans(text: str) -> list[Span]:
    """Offsets of the sentences of ``text``, in order.

    Args:
        text: any text; paragraphs separated by line breaks.

    Returns:
        ``(start, end)`` pairs in code points. They do not overlap, begin and end with a visible character, and
        together cover every visible character of the text.
    """
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        spans.extend(_line_spans(text, line.start(), line.end()))
    return spans


def quotation_spans(text: str) -> list[Span]:
    """Offsets of the double quotations of a line of text, their marks included; unclosed ones are no quotation."""
    return _quotations(text, 0, len(text))


def _line_spans(text: str, start: int, end: int) -> list[Span]:
    quoted = _quotations(text, start, end)
    spans: list[Span] = []
    sentence_start = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, stop, start, end, quoted):
            _append_visible(spans, text, sentence_start, stop.end())
            sentence_start = stop.end()
    _append_visible(spans, text, sentence_start, end)
    return spans


def _append_visible(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    visible = piece.strip()
    if visible:
        first = start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(visible)))


def _ends_sentence(text: str, stop: re.Match[str], line_start: int, line_end: int, quoted: list[Span]) -> bool:
    if _is_quoted(stop.end(), quoted):
        return False
    if stop.end() == line_end:
        return True
    before, after = (
        text[max(line_start, stop.start() - 16) : stop.start()],
        text[stop.end() : min(line_end, stop.end() + _LOOK_AHEAD)],
    )
    following = after.lstrip()
    if _CLOCK.search(before + ".") and _OPENER.match(following):
        return True
    if _ABBREVIATION.search(before + ".") or _inside_number(before, following):
        return False
    if _REPORTED.match(after) and stop.group()[-1] in "\"'”’」』":
        return False
    if after[0].isspace():
        return not (following and following[0].islower() and stop.group().startswith("."))
    return bool(_KOREAN_ENDING.search(before)) and (after[0] >= "가" or after[0] in "“‘\"'(")


def _is_quoted(position: int, quoted: list[Span]) -> bool:
    index = bisect_left(quoted, (position,)) - 1
    return index >= 0 and position < quoted[index][1]


def _inside_number(before: str, following: str) -> bool:
    """The full stop belongs to a date ("2024. 8. 3. 열렸다") or numbers a list item ("1. 예산")."""
    if not before[-1:].isdigit():
        return False
    return following[:1].isdigit() or bool(_DATE.search(before + ".") or _LIST_NUMBER.match(before + "."))


def _quotations(text: str, start: int, end: int) -> list[Span]:
    """Spans of double quotations on one line, their marks included; unclosed ones are ignored."""
    found: list[Span] = []
    opened: int | None = None
    for match in _DOUBLE_QUOTE.finditer(text, start, end):
        position, mark = match.start(), match.group()
        if opened is None:
            opened = None if mark == "”" else position
        elif mark != "“":
            if position - opened <= _LONGEST_QUOTATION:
                found.append((opened, position + 1))
            opened = None
    return found
