"""▲ lines: captions of pictures, unless they are a list, a notice's entries or an interview's answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexing.reading.text.line import INNER_ARROW, KOREAN_SENTENCE, MAX_CAPTION, Kind, Line
from indexing.reading.text.list_entry import is_labelled, is_whole_list

_ENLARGE = re.compile(r"(?:이미지|사진)\s?(?:크게|확대).{0,8}|크게\s?보기|원본\s?보기")
MAX_PICTURE_TITLES = 2
"""Lines between such a button and the caption: an agency writes the picture's title there, once or twice."""

_QUESTION = re.compile(r"(?<![다요])[.?]$")
MAX_QUESTION = 100
"""Characters of the longest question of an interview that stands in a line of its own."""


def with_captions(lines: list[Line]) -> Iterator[Line]:
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


def with_picture_titles(lines: list[Line]) -> list[Line]:
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
        if any(item.gap is not None or INNER_ARROW.search(item.text) for item in items):
            lists.append(range(index, end))
        elif items and (end == len(lines) or lines[end].kind is not Kind.PROSE):
            alone.append(range(index, end))
    in_one_line = any(line.section and line.kind is Kind.ITEM and is_whole_list(line.text) for line in lines)
    if lists or in_one_line or len(alone) > 1 or any(len(items) > 2 for items in alone):
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
        and KOREAN_SENTENCE.search(lines[index].text)
        and not lines[index - 1].arrow
        and len(lines[index - 1].text) <= MAX_QUESTION
        and _QUESTION.search(lines[index - 1].text)
    ]
    return {number for index in pairs for number in (index - 1, index)} if len(pairs) > 1 else set()


def _may_be_listed(line: Line) -> bool:
    return line.arrow and line.kind is Kind.SHORT and len(line.text) <= MAX_CAPTION
