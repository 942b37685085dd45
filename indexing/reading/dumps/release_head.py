"""The head of a press release among the lines of a dump: which date in it dates the release, and whom to call."""

import re
from collections.abc import Sequence

from indexing.reading.origin.press_release import (
    is_contact,
    is_head_line,
    is_office,
    masthead_index,
    stated_day,
    telephone_numbers,
)
from indexing.reading.text.line import Kind, Line

BELOW = 3
"""Lines below the body in which a release names its contact, if not above."""

MAX_CONTACTS = 3
"""Lines kept of those that name department, its head and who answers."""

_CELLS = re.compile(r"\s*[|ㅣ■]\s*|\s/\s")


def release_head(lines: Sequence[Line]) -> range:
    """Indices of the masthead of a release and of the particulars below it, empty for anything else."""
    masthead = masthead_index([line.text for line in lines])
    if masthead is None:
        return range(0)
    below = range(masthead + 1, len(lines))
    end = next((index for index in below if not _is_particular(lines[index])), len(lines))
    return range(masthead, end)


def contact_lines(lines: Sequence[Line], run: tuple[int, int], paragraphs: Sequence[str]) -> dict[int, str]:
    """What a release says of whom to call, by the index of its line; empty where its body says so already.

    An imprint and a line for tip-offs stand under no masthead, and further down.

    Args:
        lines: all lines of the source.
        run: start and end index of the body.
        paragraphs: of the body.
    """
    head = release_head(lines)
    if not head:
        return {}
    below = lines[run[1] : run[1] + BELOW]
    ends = next((n for n, line in enumerate(below) if line.kind in (Kind.STOP, Kind.HEAD)), len(below))
    where = [*(index for index in head if index < run[0]), *range(run[1], run[1] + ends)]
    stated = {index: text for index in where if (text := _contact(lines[index], index == head.start))}
    body = "\n".join(paragraphs)
    numbers = [number for text in stated.values() for number in telephone_numbers(text)]
    if not any(number not in body for number in numbers):
        return {}
    return dict(list(stated.items())[:MAX_CONTACTS])


def _is_particular(line: Line) -> bool:
    text = line.text
    return line.kind is Kind.DATE or stated_day(text) is not None or is_head_line(text) or is_office(text)


def _contact(line: Line, is_masthead: bool) -> str:
    """The contact in a line, of which a date or the masthead takes a cell: "2025.1.21. 배포 | 문의 관광과 031-…"."""
    if line.kind is not Kind.DATE and not is_masthead:
        return line.text if is_contact(line.text) else ""
    return ", ".join(cell for cell in _CELLS.split(line.text) if telephone_numbers(cell) and is_contact(cell))
