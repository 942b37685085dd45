"""Heads of one form, each above a paragraph: of a digest ("■ …"), a live blog ("[오후 3시] …"), a letter ("1. …").

The first of them stands above the first sentence, where a deck or a menu may stand as well; the others tell.
"""

import re
from collections.abc import Sequence

from indexing.reading.text.line import Kind, Line

_FORMS = (
    re.compile(
        r"[\[(<]?\s?(?:\d{1,2}일\s?)?(?:(?:오전|오후|낮|밤|새벽|아침|저녁)\s?\d{1,2}(?:시|:)|\d{1,2}(?:시\s?\d|:\d\d|시\]))"
    ),
    re.compile(r"\d{1,2}[.)]\s?(?=\D)"),
    re.compile(r"[①-⑳❶-❿]"),
    re.compile(r"[Qq]\d{0,2}[.)]\s?"),
)
_HEADS = (Kind.SHORT, Kind.ITEM)


def with_cross_heads(lines: Sequence[Line], start: int, end: int, *, is_titled: bool = False) -> tuple[int, int]:
    """A run of lines with the head above its first sentence, and with the heads and paragraphs that go on below it.

    They must have the form of a head inside the run. What stands first is the article's own headline, unless another
    line can be, or ``is_titled`` says that it is known.
    """
    inside = {_form(lines[index]) for index in range(start + 1, end) if _heads_prose(lines, index)} - {None}
    if not inside:
        return start, end
    first = next((index for index in range(start, end) if lines[index].kind is Kind.PROSE), start)
    if start == first and start and _form(lines[start - 1]) in inside:
        is_titled = is_titled or any(_form(line) is None and line.kind in _HEADS for line in lines[: start - 1])
        start -= is_titled
    while end + 1 < len(lines) and _heads_prose(lines, end) and _form(lines[end]) in inside:
        end += 2
    return start, end


def _heads_prose(lines: Sequence[Line], index: int) -> bool:
    return (
        lines[index].kind in _HEADS
        and _form(lines[index]) is not None
        and index + 1 < len(lines)
        and lines[index + 1].kind is Kind.PROSE
    )


def _form(line: Line) -> int | None:
    """The form of a line that may be such a head, None if it has none."""
    if line.kind not in _HEADS:
        return None
    if line.section:
        return -1
    return next((number for number, form in enumerate(_FORMS) if form.match(line.text)), None)
