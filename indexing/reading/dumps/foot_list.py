"""The list that ends an article: winners, a box score, when and where a show is, a notice of a funeral.

It stands between the last sentence and the copyright line, the reporter's address or the end of the file, where links
to other articles stand, too. A list is told from these by the form of its lines.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from indexing.reading.origin.press_release import is_head_line
from indexing.reading.text.line import Kind, Line, is_caption
from indexing.reading.text.list_entry import MAX_HEADING, heads_list, is_labelled, is_likely_entry, is_whole_list

_AMONG = (Kind.SHORT, Kind.ITEM, Kind.CAPTION, Kind.BYLINE)
# What a newspaper says of itself has the form of a list, too.
_IMPRINT = re.compile(
    r"발행[인처소일]|편집[인국]|등록\s?번호|사업자|청소년|대표\s?(?:이사|전화|번호)|제호|법인|통신판매|광고|구독"
)


def foot_lists(lines: Sequence[Line], end: int) -> tuple[int, ...]:
    """Indices of the lists below an article's text, with their headings.

    Args:
        lines: all lines of the source.
        end: index after the article's last sentence.
    """
    below = list(takewhile(lambda line: line.kind in _AMONG, lines[end:]))
    if any(_IMPRINT.search(line.text) for line in below):
        return ()
    behind = lines[end + len(below)].kind if end + len(below) < len(lines) else Kind.STOP
    is_closed = behind in (Kind.STOP, Kind.DATE, Kind.HEAD) or any(line.kind is Kind.BYLINE for line in below)
    found: list[int] = []
    start = 0
    while start < len(below):
        length = _length(below[start:], is_closed)
        found += range(end + start, end + start + length)
        start += length or 1
    return tuple(found)


def _length(lines: Sequence[Line], is_closed: bool) -> int:
    """How many lines the list has that begins with the first, 0 if none does.

    Under a heading whose words say that a list follows, its lines need not be of a form that is none but a list's, if
    nothing but the article's end follows.
    """
    heading = int(_may_head(lines[0]))
    is_headed = is_closed and heading > 0 and heads_list(lines[0].text)
    items = list(takewhile(_is_likely if is_headed else _is_listed, lines[heading:]))
    telling = [line for line in items if not is_head_line(line.text)]
    if len(telling) > 1 or any(is_whole_list(line.text) for line in items) or (is_headed and telling):
        return heading + len(items)
    return 0


def _may_head(line: Line) -> bool:
    if line.kind is Kind.BYLINE or len(line.text) > MAX_HEADING or _is_listed(line):
        return False
    return not is_caption(line.text, line.arrow)


def _is_listed(line: Line) -> bool:
    """Whether a line has the form of an entry: labelled, a list by itself, or one of several with a ▲."""
    if line.kind is Kind.BYLINE or is_caption(line.text, line.arrow):
        return False
    return is_labelled(line.text) or is_whole_list(line.text) or (line.arrow and line.kind is not Kind.CAPTION)


def _is_likely(line: Line) -> bool:
    if line.kind is Kind.BYLINE or is_caption(line.text, line.arrow):
        return False
    return line.arrow or is_labelled(line.text) or is_likely_entry(line.text)
