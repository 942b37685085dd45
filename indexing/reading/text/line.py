"""One line of a text dump and what it looks like on its own: prose, headline-like, button, date, caption."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from indexing.reading.origin.byline import is_byline
from indexing.reading.origin.date_labels import Role
from indexing.reading.origin.dateline import stated_dates
from indexing.reading.text.boilerplate import SENTENCE_END, Effect, boilerplate_kind
from indexing.reading.text.characters import one_line
from indexing.reading.text.list_entry import is_funeral


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
INNER_ARROW = re.compile(r"\S\s*[▲△]\s?(?=[가-힣A-Za-z])")
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

_STATEMENTS = re.compile(r"[다요]\.(?=\s|$)")

KOREAN_SENTENCE = re.compile(r"[다요까죠음함][.!?][\"”’'」』)\]]*$")
MINKOREAN_SENTENCE = 6
_FULL_QUOTE = re.compile(r"^[\"“‘'「『][^\"“”「」『』]{8,}[\"”’'」』]$")
_CJK = re.compile(r"[가-힣ぁ-ヿ一-鿿]")

LONG_LINE = 120
"""From this length on a line is prose without final punctuation too: one headline in a hundred is as long."""


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
    return arrow and _CAPTION_CUES.search(line) is not None and not INNER_ARROW.search(line)


def is_prose(line: str) -> bool:
    """Whether a line is sentences, or a notice of a funeral, rather than a headline, an item or a button."""
    if len(line) >= LONG_LINE or is_funeral(line) or _FULL_QUOTE.match(line) or len(_STATEMENTS.findall(line)) > 1:
        return True
    if KOREAN_SENTENCE.search(line):
        return len(line) >= MINKOREAN_SENTENCE
    if not SENTENCE_END.search(line) or line.endswith(("...", "..")):
        return False
    return len(line) >= (25 if _CJK.search(line) else 50)
