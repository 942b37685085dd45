"""Text whose line breaks are lost or wrong: everything on one line, or lines wrapped at a fixed width."""

import re
from collections.abc import Iterator, Sequence

from indexing.reading.origin.byline import is_byline
from indexing.reading.origin.dateline import stated_dates

MAX_PARAGRAPH = 1_500
"""Characters from which a line is taken apart. Of 5,045 paragraphs of 233 news pages four are longer."""

MAX_NOTICE = 160
"""Characters of the longest copyright line; a longer one has swallowed what followed it."""

FEW_LINES = 4
"""A file with fewer lines than this has lost its line breaks, or is so short that taking it apart does no harm."""

MIN_WIDTH, MAX_WIDTH = 30, 120
"""Characters at which lines are wrapped."""

HEAD_LINES, FOOT_LINES = 4, 2
"""Lines at the ends of a block among which byline and dateline stand: below headline and deck, or below the text."""

# Where a new line must have begun: after a sentence, and around what never stands inside one.
_BREAKS = re.compile(
    r"(?<=[다요죠까][.?!])(?=[가-힣A-Z\"“‘'▲(\[])"  # "...밝혔다.이어", as glued by a scraper
    r"|(?<=[다요죠까][.?!])\s+(?!\(?(?:사진|자료|그래픽))"
    r"|(?<=[다요죠까][.?!][\"”’'])\s+"
    r"|(?<=[a-z\d)][.?!])\s+(?=[A-Z\"“‘])"
    r"|(?<=[.?!][\"”’])\s+(?=[A-Z\"“‘])"
    r"|(?<=[)\]])\s+(?=[\"“‘])"
    r"|\s+(?=[▲△▼▽•◦▪]\s?\S)"
    r"|\s*(?=[\[<(]?\s?(?:저작권자\s*[ⓒ©(]|ⓒ[^.]{1,30}무단\s?전재|무단\s?전재))"
    r"|(?<=금지[\]>)])\s*"
    r"|(?<![/|])\s+(?=(?:기사\s?승인|입력|최종\s?수정|등록|송고)\s?[:：]?\s?(?:19|20)\d\d)"
    r"|\s+(?=[가-힣]{2,4}\s기자\s/\s)"
    r"|(?<=\d\d:\d\d:\d\d)\s+(?=\D)|(?<=(?:19|20)\d\d[-.]\d\d[-.]\d\d\s\d\d:\d\d)\s+(?=\D)"
    r"|\s+(?=(?:최신|주요|관련|인기|추천|많이 본)\s?(?:뉴스|기사)(?:\s|$))"
    r"|\s+(?=(?:좋아요|화나요|슬퍼요|추가취재\s?원해요|후속기사\s?원해요)\s?\d)"
    r"|\s+(?=오늘의\s?상승종목|실시간\s?암호화폐)"
    r"|(?P<credit>(?<=\))\s?(?=[가-힣\d\"“‘\[(].{10}))"
    r"|(?P<address>(?<=[a-z]{2})\s(?=[가-힣\d\"“‘▲\[(].{10}))"
)
_SPACES = re.compile(r"[^\S\n]+")
_SENTENCE_END = re.compile(r"[.!?。:][\"”’'」』)\]]*$")
_STATEMENT = re.compile(r"(?<!\.)\.[\"”’'」』)\]]*$")
_BULLET = re.compile(r"\s*(?:[-–•·*▲△▶▷■□◆◇○●❍◎⊙※☞]|ㅇ\s)")


def pieces(text: str) -> Iterator[tuple[int, str, str | None]]:
    """The pieces of a text that stand for a line each; blank lines are left out.

    Yields:
        1-based line number; the piece; what stood between it and the piece before it in the same line ("" or a
        space), None where it begins a line.
    """
    # Runs of spaces go first: the breaks below look at each of n spaces n times (10,000: 7 s).
    lines = _SPACES.sub(" ", text).split("\n")
    filled = sum(bool(line.strip()) for line in lines)
    for number, line in _unwrapped(lines):
        overlong = len(line) > MAX_PARAGRAPH or filled < FEW_LINES
        yield from _taken_apart(number, line, _BREAKS if overlong else _NOTICE)


_NOTICE_START = re.compile(r"\s*[\[<(]?\s?(?:저작권자|ⓒ|©|copyright)", re.IGNORECASE)
# A paragraph with the copyright notice glued to its end.
_NOTICE = re.compile(
    r"(?<=[.\])])\s*(?=[\[<(]?\s?(?:저작권자\s*[ⓒ©(]|[ⓒ©][^.]{1,40}무단\s?전재|무단\s?전재(?:\s?및|-|,|\s?·)?\s?재배포))"
    r"|(?P<credit>(?<=\))\s?(?=[가-힣\"“‘\[(].{30}))"
    r"|(?P<tag>(?<=[)\]])\s?(?=[◇◆■▲△]))"
)
# A caption glued to the lead: "…첫 삽을 뜨고 있다. (사진=하루뉴스)해담시는 …".
_CREDIT = re.compile(r"\((?:사진|그래픽|자료|이미지)\s?(?:제공|출처)?\s?[=:/ㅣ][^()]{1,25}\)$")
# A byline glued to the lead: "최하나 기자 / hana@haru.example 해담시는 …".
_ADDRESS = re.compile(r"기자\s?[/|]?\s?[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}$")
# An agency's name before the heading of a list: "(해담=하루통신) ◇ 국장급 전보".
_TAG = re.compile(r"^[(\[][^()\[\]=]{2,12}=[^()\[\]=]{2,40}[)\]]$")
_ENDS = {"credit": _CREDIT, "address": _ADDRESS, "tag": _TAG}
_LONGEST_END = 120


def _taken_apart(number: int, line: str, breaks: re.Pattern[str]) -> Iterator[tuple[int, str, str | None]]:
    start, gap = 0, None
    if len(line) <= MAX_NOTICE and _NOTICE_START.match(line):  # a copyright line; its own words are no place to cut
        yield number, line.strip(), None
        return
    for match in breaks.finditer(line):
        end = _ENDS.get(match.lastgroup or "")
        if end and not end.search(line, max(start, match.start() - _LONGEST_END), match.start()):
            continue
        if piece := line[start : match.start()].strip():
            yield number, piece, gap
            gap = ""
        if gap is not None:
            gap = " " if match.group() or gap else ""
        start = match.end()
    if piece := line[start:].strip():
        yield number, piece, gap


def _unwrapped(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Number and text of each line; lines wrapped at a fixed width, in paragraphs apart by blank lines, become one."""
    blocks = list(_blocks(lines))
    width = _width([[text for _, text in block[slice(*_text_of([text for _, text in block]))]] for block in blocks])
    for block in blocks:
        start, end = _text_of([text for _, text in block])
        text = [line for _, line in block[start:end]]
        yield from block[:start]
        if _is_wrapped(text) or (_is_pair(text) and 0.8 * width <= len(text[0]) <= 1.1 * width):
            yield block[start][0], " ".join(text)
        else:
            yield from block[start:end]
        yield from block[end:]


def _blocks(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    """Lines with their numbers that no blank line parts."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []


def _width(blocks: Sequence[list[str]]) -> int:
    """The width at which a text is wrapped, 0 where it is not.

    A headline above a sentence looks like a paragraph of two lines: in a text without longer paragraphs no line may be
    wider than two such first lines are.
    """
    if wrapped := [len(line) for block in blocks if _is_wrapped(block) for line in block]:
        return max(wrapped)
    pairs = sorted(len(block[0]) for block in blocks if _is_pair(block))
    widest = max((len(line) for block in blocks for line in block), default=0)
    return widest if len(pairs) > 1 and pairs[-2] >= 0.8 * widest else 0


def _is_pair(block: Sequence[str]) -> bool:
    """Whether two lines may be a paragraph, of which the first ends inside a sentence and is at least as long."""
    return (
        len(block) == 2
        and MIN_WIDTH <= len(block[0]) <= MAX_WIDTH
        and len(block[1]) <= len(block[0]) + MIN_WIDTH // 4
        and not any(_BULLET.match(line) for line in block)
        and _SENTENCE_END.search(block[0]) is None
        and _STATEMENT.search(block[1]) is not None
    )


def _text_of(block: Sequence[str]) -> tuple[int, int]:
    """Where the text of a block begins and ends: below the byline or dateline of its head, above those of its foot."""
    start, end = 0, len(block)
    for index in sorted({*range(min(HEAD_LINES, end)), *range(max(0, end - FOOT_LINES), end)}):
        line, following = block[index], block[index + 1] if index + 1 < len(block) else ""
        if line[0].islower() or following[:1].islower():
            continue  # inside a wrapped sentence, "published on Jan. 21, 2025" may begin a line
        if not (is_byline(line) or stated_dates(line)):
            continue
        if index and _STATEMENT.search(block[index - 1]):
            end = min(end, index) if index >= len(block) - FOOT_LINES else end
        elif index < HEAD_LINES:
            start = index + 1
    return start, max(start, end)


def _is_wrapped(block: list[str]) -> bool:
    """Whether the lines but the last are about equally long and most end inside a sentence."""
    if len(block) < 3 or any(_BULLET.match(line) for line in block[1:]):
        return False
    widths = [len(line) for line in block[:-1]]
    if not MIN_WIDTH <= max(widths) <= MAX_WIDTH or min(widths) < 0.7 * max(widths):
        return False
    return sum(_SENTENCE_END.search(line) is None for line in block[:-1]) >= 0.6 * len(widths)
