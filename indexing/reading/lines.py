"""The lines of a text dump, each with what it looks like on its own: prose, headline-like, button, date, caption."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest

from indexing.errors import ReadingError
from indexing.reading.boilerplate import SENTENCE_END, Effect, boilerplate_kind
from indexing.reading.byline import is_byline
from indexing.reading.characters import one_line, stored
from indexing.reading.dateline import Role, stated_dates
from indexing.reading.flat_text import pieces
from indexing.reading.list_entry import is_labelled, is_whole_list


class Kind(StrEnum):
    """What a line looks like."""

    PROSE = "prose"
    SHORT = "short"  # no sentence: headline, cross-head, deck
    ITEM = "item"  # the same, with a bullet
    CAPTION = "caption"
    DATE = "dateline"
    BYLINE = "byline"
    TOOL = "tool"
    HEAD = "head"
    STOP = "stop"
    TEASER = "teaser"  # set later, as the next: it takes the neighbours to tell
    FACT = "fact"
    INSET = "inset"


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one piece of an overlong line.

    Attributes:
        number: 1-based line number in the source.
        text: without bullet, white space collapsed.
        kind: what it looks like.
        reason: why it would be dropped, in plain words.
        gap: what stood between it and the piece before it in the same source line ("" or a space), None where it
            begins a line.
        arrow: whether a picture marker (▲) stood before it.
        section: whether the sign of a heading (◇) stood before it.
    """

    number: int
    text: str
    kind: Kind
    reason: str = ""
    gap: str | None = None
    arrow: bool = False
    section: bool = False


# "?" stands here because the bullets • and ‧ are not in CP949: a dump saved so has question marks in their place.
_BULLET = re.compile(r"^(?:[•·‧ㆍ▪◦*∙●○❍◎⊙■□◆◇▶▷▸►☞└]+\s*|[>»≫❯→]\s+|[-–]\s+|\?\s+)+(?=\S)")
_ARROW = re.compile(r"^[▲△▼▽]\s*(?=\S)")
_INNER_ARROW = re.compile(r"\S\s*[▲△]\s?(?=[가-힣A-Za-z])")
_SECTION = re.compile(r"^[◇◆■□]\s*(?=\S)")
_CAPTION_CUES = re.compile(
    r"사진|제공|모습|촬영|캡처|캡쳐|전경|포즈|이미지|그래픽|자료|[고해에로서며아어워려]\s?있다[.]?(?:\s?[(/ⓒ].{0,30})?$|뉴시스|뉴스1|연합뉴스"
)
_CAPTION_LINE = re.compile(
    r"^[\[(<]?\s?(?:사진|그래픽|이미지|자료)\s?(?:제공|출처|설명)?\s?[=:ㅣ|／/]"
    r"|[\[(]\s?(?:사진|그래픽|이미지)[^\])]{0,30}[\])]\.?$|[/ㅣ|]\s?사진\s?[=:]?.{1,20}$|사진\s?(?:제공)?\s?=.{1,25}$"
    r"|다\.\s?(?:뉴스1|뉴시스|연합뉴스|AFP|AP|로이터|게티이미지.{0,10}|[가-힣A-Za-z]{2,12}\s제공)\.?$|있다\.\s?[가-힣]{2,4}\s?기자$"
    r"|다\.\s?(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?(?:\s[\w.+-]{1,40}@[\w.-]{3,40})?$|재판매\s?및\s?DB\s?금지[.\])]*$"
    r"|[가-힣\d)][.]\s[가-힣A-Za-z·]{2,15}(?:\s[가-힣A-Za-z·]{2,10})?\s(?:제공|자료\s?사진)[.]?$"
    r"|[./]\s?(?:연합뉴스|뉴시스|뉴스1|로이터|AFP|AP)\s?(?:사진|제공)?$|^[^.]{4,60}\s?[가-힣A-Za-z]{2,10}\s제공\.?$"
    r"|^(?:photo|image|picture|illustration|file photo)\s?(?:by|credit|:)"
    r"|\((?:photo|image|picture|file)[^)]{0,60}\)\.?$"
    r"|(?:getty images|AFP photo|reuters/[\w .]{2,30}|AP photo/[\w .]{2,30})\)?\.?$",
    re.IGNORECASE,
)
MAX_CAPTION = 300

_ENLARGE = re.compile(r"(?:이미지|사진)\s?(?:크게|확대).{0,8}|크게\s?보기|원본\s?보기")
MAX_PICTURE_TITLES = 2
"""Lines between such a button and the caption: an agency writes the picture's title there, once or twice."""

_QUESTION = re.compile(r"(?<![다요])[.?]$")
MAX_QUESTION = 100
"""Characters of the longest question of an interview that stands in a line of its own."""

REPEATS = 3
"""Times that a line stands in a page from which it is no part of the article."""

MIN_REPEATED = {Kind.SHORT: 12, Kind.ITEM: 12, Kind.PROSE: 40}
"""Characters of the shortest line of a kind of which that is said."""

SUMMARY = "AI summary"
TICKER = "stock ticker"
MAX_SUMMARY = 6
"""Sentences of the longest summary."""
_STATEMENTS = re.compile(r"[다요]\.(?=\s|$)")

_KOREAN_SENTENCE = re.compile(r"[다요까죠음함][.!?][\"”’'」』)\]]*$")
MIN_KOREAN_SENTENCE = 6
_FULL_QUOTE = re.compile(r"^[\"“‘'「『][^\"“”「」『』]{8,}[\"”’'」』]$")
_CJK = re.compile(r"[가-힣ぁ-ヿ一-鿿]")

LONG_LINE = 120
"""From this length on a line is prose without final punctuation too: one headline in a hundred is as long."""

MAX_LINES, MAX_CHARACTERS = 50_000, 300_000
"""Size of the largest text that can be one article: typing takes some 90 µs a line, a million would stall a run. The
longest article of 233 news pages has 32,000 characters."""


def typed_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank, typed; overlong lines are cut into pieces first.

    Raises:
        ReadingError: more than 50,000 lines or 300,000 characters.
    """
    if len(text) > MAX_CHARACTERS and len(text := stored(text)) > MAX_CHARACTERS:
        raise ReadingError(
            f"the text has {len(text):,} characters, more than the {MAX_CHARACTERS:,} of one article; "
            "split it into a file an article"
        )
    if text.count("\n") > MAX_LINES:
        raise ReadingError(
            f"the text has {text.count(chr(10)):,} lines, more than the {MAX_LINES:,} of one article; "
            "split it into a file an article"
        )
    lines = [typed(piece, number, gap) for number, piece, gap in pieces(stored(text))]
    return without_asides(_with_picture_titles(list(_with_captions(list(_with_sentences(lines))))))


def without_asides(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those marked that only the others give away: price lists, repetitions, summaries."""
    return tuple(_without_tickers(_without_repeats(_without_summaries(list(lines)))))


def _with_sentences(lines: list[Line]) -> Iterator[Line]:
    """Make prose of the short sentences of a line that was taken apart: beside others they are no notice."""
    for line, following in zip_longest(lines, lines[1:]):
        in_line = line.gap is not None or (following is not None and following.gap is not None)
        is_sentence = in_line and line.kind is Kind.SHORT and SENTENCE_END.search(line.text)
        yield replace(line, kind=Kind.PROSE) if is_sentence else line


def _with_captions(lines: list[Line]) -> Iterator[Line]:
    """Make captions of ▲ lines, unless they are a list: under a sentence, or as a notice has it under its headings.

    Entries that say what of something ("△ 감독상 = 최하나") are one wherever they stand, and an article's prose.
    "◇ 4급 승진" and "▲ 복지국장 홍길동 ▲ 교육국장 …" below it are what a notice of appointments says, its prose.
    """
    noticed = _noticed(lines) | _answers(lines)
    after_prose = False
    for index, line in enumerate(lines):
        if index in noticed or (line.section and line.kind is Kind.ITEM and is_whole_list(line.text)):
            line = replace(line, kind=Kind.PROSE)
        elif line.arrow and line.kind in (Kind.PROSE, Kind.SHORT) and len(line.text) <= MAX_CAPTION:
            beside = [
                other for other in lines[max(0, index - 1) : index + 2] if other.arrow and other.text != line.text
            ]
            if is_whole_list(line.text) or (is_labelled(line.text) and any(is_labelled(one.text) for one in beside)):
                line = replace(line, kind=Kind.PROSE)
            elif not (after_prose and beside):
                line = replace(line, kind=Kind.CAPTION, reason="caption")
        if line.kind is not Kind.CAPTION and not line.arrow:
            after_prose = line.kind is Kind.PROSE
        yield line


def _with_picture_titles(lines: list[Line]) -> list[Line]:
    """Make captions of the short lines between the button that enlarges a picture and its caption."""
    marked = list(lines)
    for index, line in enumerate(lines):
        if line.kind is not Kind.TOOL or not _ENLARGE.fullmatch(line.text):
            continue
        below = lines[index + 1 : index + 2 + MAX_PICTURE_TITLES]
        size = next((n for n, other in enumerate(below) if other.kind is Kind.CAPTION), 0)
        if all(other.kind is Kind.SHORT for other in below[:size]):
            for number in range(index + 1, index + 1 + size):
                marked[number] = replace(lines[number], kind=Kind.CAPTION, reason="caption")
    return marked


def _noticed(lines: Sequence[Line]) -> set[int]:
    """Indices of the headings of a notice and of the ▲ lines that they head.

    A cross-head may have the caption of a picture below it, too: the article's next paragraph follows such a caption,
    while a list goes on with its next heading or ends.
    """
    lists: list[range] = []
    alone: list[range] = []
    for index, line in enumerate(lines):
        if not line.section or line.kind is not Kind.ITEM:
            continue
        end = next((n for n in range(index + 1, len(lines)) if not _may_be_listed(lines[n])), len(lines))
        items = lines[index + 1 : end]
        if any(item.gap is not None or _INNER_ARROW.search(item.text) for item in items):
            lists.append(range(index, end))
        elif items and (end == len(lines) or lines[end].kind is not Kind.PROSE):
            alone.append(range(index, end))
    if lists or len(alone) > 1 or any(len(items) > 2 for items in alone):
        lists += alone
    return {index for items in lists for index in items}


def _answers(lines: Sequence[Line]) -> set[int]:
    """Indices of the questions of an interview and of the ▲ lines below that answer them, if there are two at least.

    The caption of a picture stands below a statement, an answer below a question: "- 개통은.", "- 늦춰지나."
    """
    pairs = [
        index
        for index in range(1, len(lines))
        if lines[index].arrow
        and _KOREAN_SENTENCE.search(lines[index].text)
        and not lines[index - 1].arrow
        and len(lines[index - 1].text) <= MAX_QUESTION
        and _QUESTION.search(lines[index - 1].text)
    ]
    return {number for index in pairs for number in (index - 1, index)} if len(pairs) > 1 else set()


def _may_be_listed(line: Line) -> bool:
    return line.arrow and line.kind is Kind.SHORT and len(line.text) <= MAX_CAPTION


def _without_summaries(lines: list[Line]) -> list[Line]:
    """Mark the sentences in a box headed "AI summary", where a note or a line that is no sentence ends it."""
    marked = list(lines)
    for index, line in enumerate(lines):
        if line.reason != SUMMARY:
            continue
        below = lines[index + 1 : index + 2 + MAX_SUMMARY]
        size = next((n for n, other in enumerate(below) if other.kind is not Kind.PROSE), None)
        for offset in range(size or 0):
            marked[index + 1 + offset] = replace(below[offset], kind=Kind.TOOL, reason=SUMMARY)
    return marked


def _without_repeats(lines: Sequence[Line]) -> Iterator[Line]:
    """Mark all but the first of equal captions, and whatever stands again and again between the paragraphs.

    Scrapers take a picture's caption twice; a card that leads to another article, or the note of a player that could
    not be shown, comes after every paragraph. Short lines may repeat: "[앵커]" in a transcript, a song's refrain.
    """
    seen: set[str] = set()
    times = Counter(line.text for line in lines if len(line.text) >= MIN_REPEATED.get(line.kind, MAX_CAPTION))
    if not any(line.kind is Kind.PROSE and times[line.text] < REPEATS for line in lines):
        times.clear()  # there is nothing but repetition, which then is the text
    for line in lines:
        if times[line.text] >= REPEATS and line.kind in MIN_REPEATED:
            yield replace(line, kind=Kind.TOOL, reason="repeated")
            continue
        if line.kind is Kind.CAPTION and line.text in seen:
            line = replace(line, kind=Kind.TOOL, reason="repeated caption")
        elif line.kind is Kind.CAPTION:
            seen.add(line.text)
        yield line


def typed(text: str, number: int = 0, gap: str | None = None) -> Line:
    """One line with its kind, judged without its neighbours."""
    raw = one_line(text)
    line = _looks(raw) if len(raw) <= MAX_CAPTION else _looks.__wrapped__(raw)
    return Line(
        number, line.text, line.kind, line.reason, gap, line.arrow, line.section
    )  # `replace` takes ten times as long


@lru_cache(maxsize=8_192)  # each line is looked at three times, and a site's are the same on each of its pages
def _looks(raw: str) -> Line:
    arrow = _ARROW.match(raw) is not None
    bare = _ARROW.sub("", raw) if arrow else _BULLET.sub("", raw)
    boilerplate = boilerplate_kind(bare)
    dated = bool(stated_dates(bare))
    if boilerplate and not (dated and boilerplate.effect is Effect.TOOL):  # "입력 2025-01-21" is more than a button
        kind = {Effect.TOOL: Kind.TOOL, Effect.HEAD: Kind.HEAD, Effect.STOP: Kind.STOP}[boilerplate.effect]
        return Line(0, bare, kind, boilerplate.reason, arrow=arrow)
    if is_caption(bare, arrow):
        return Line(0, bare, Kind.CAPTION, "caption", arrow=arrow)
    if dated:
        return Line(0, bare, Kind.DATE, "dateline", arrow=arrow)
    if is_byline(bare):
        return Line(0, bare, Kind.BYLINE, "byline", arrow=arrow)
    if is_prose(bare):
        return Line(0, raw if not arrow else bare, Kind.PROSE, arrow=arrow)
    is_item = bare != raw and not arrow
    return Line(0, bare, Kind.ITEM if is_item else Kind.SHORT, arrow=arrow, section=_SECTION.match(raw) is not None)


def is_body_line(line: Line) -> bool:
    """Whether a line between an article's paragraphs belongs to it; a bare date does: it heads a chronology."""
    if line.kind is Kind.DATE:
        return all(stated.role is Role.BARE for stated in stated_dates(line.text))
    return line.kind in (Kind.PROSE, Kind.SHORT, Kind.ITEM, Kind.FACT)


def is_caption(line: str, arrow: bool) -> bool:
    """Whether a line describes a picture: a marker and a cue, or a credit."""
    if len(line) > MAX_CAPTION or len(_STATEMENTS.findall(line)) > 1:  # an agency's name also ends whole paragraphs
        return False
    if _CAPTION_LINE.search(line):
        return True
    return arrow and _CAPTION_CUES.search(line) is not None and not _INNER_ARROW.search(line)


def is_prose(line: str) -> bool:
    """Whether a line is one or more sentences, rather than a headline, an item or a button."""
    if len(line) >= LONG_LINE or _FULL_QUOTE.match(line) or len(_STATEMENTS.findall(line)) > 1:
        return True
    if _KOREAN_SENTENCE.search(line):
        return len(line) >= MIN_KOREAN_SENTENCE
    if not SENTENCE_END.search(line) or line.endswith(("...", "..")):
        return False
    return len(line) >= (25 if _CJK.search(line) else 50)


_NUMBER = re.compile(r"[-+▲▼]?\s?\d[\d,]*(?:\.\d+)?\s?(?:원|달러)?")
_PERCENT = re.compile(r"[-+▲▼]?\s?\d+(?:\.\d+)?\s?%|[-+▲▼]\s?\d[\d,]*(?:\.\d+)?")


def _without_tickers(lines: Iterable[Line]) -> Iterator[Line]:
    """Mark the names in a price list, which only the number and percentage after them give away, and their prices.

    A price beside no number of an exchange may be that of anything.
    """
    lines = list(lines)
    texts = [line.text for line in lines] + ["", ""]
    for index, line in enumerate(lines):
        named = _NUMBER.fullmatch(texts[index + 1]) and _PERCENT.fullmatch(texts[index + 2])
        beside = (other.reason for other in lines[max(0, index - 1) : index + 2])
        priced = _NUMBER.fullmatch(line.text) and TICKER in beside
        if (named or priced) and line.kind in (Kind.SHORT, Kind.ITEM):
            yield replace(line, kind=Kind.TOOL, reason=TICKER)
        else:
            yield line
