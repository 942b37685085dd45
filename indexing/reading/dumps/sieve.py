"""The last cleaning of a body that has already been found: what its page still mixed in between the paragraphs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from indexing.article import Dropped
from indexing.reading.dumps.body_run import ENOUGH_PROSE
from indexing.reading.dumps.cross_heads import with_cross_heads
from indexing.reading.origin.byline import publisher_in, reporters_in
from indexing.reading.text.characters import one_line, squeezed
from indexing.reading.text.facts import with_facts
from indexing.reading.text.line import Kind, Line, is_body_line, typed
from indexing.reading.text.lines import without_asides

HEAD_SHARE = 0.3
"""Prose below a section head, as a share of that above, from which the article goes on below it."""

MIN_COPY, COPY_SHARE = 50, 0.4
"""Characters of the paragraphs that stand below each other twice, and their share of all, from which they are a copy of
the article: of one whole copy it is half. A refrain or a notice is less."""

LINK_REASON = "link to another page"


@dataclass(frozen=True, slots=True)
class Sifted:
    """A body's paragraphs without buttons, captions and notices, and what these said about the article.

    Attributes:
        links_between: links to other pages that went and have a paragraph below them.
    """

    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    authors: tuple[str, ...]
    publisher: str | None
    dropped: tuple[Dropped, ...]
    links_between: int


def sift(
    paragraphs: Sequence[str],
    title: str,
    *,
    elsewhere: Collection[str] = frozenset(),
    rows: Collection[str] = frozenset(),
    from_page: bool = False,
) -> Sifted:
    """Take out of a body what is no part of it.

    Args:
        paragraphs: of the body, in order.
        title: of the article; a paragraph that merely repeats it goes.
        from_page: the body was found on a page, so that what stands above its first sentence is section and deck; in
            a text that somebody stated as the body it may be a heading.
        rows: those of the paragraphs that are rows of a table, whatever they look like.
        elsewhere: short texts known to lead to other pages (link texts); a paragraph equal to one goes.
    """
    typed_all = [typed(text) for paragraph in paragraphs if (text := one_line(paragraph))]
    lines = with_facts(_without_copy(without_asides(typed_all)), rows)
    start, end = _start(lines, title) if from_page else 0, _end(lines)
    others = (n for n in range(start, end) if lines[n].kind is not Kind.DATE and is_body_line(lines[n]))
    last = max(others, default=end)
    kept: list[str] = []
    dropped: list[Dropped] = []
    links = links_between = 0
    for index, line in enumerate(lines):
        reason = _reason(line, title, elsewhere, first=not kept)
        if not reason and not start <= index < end:
            reason = "deck" if index < start else "after the article's end"
        if reason == "" and line.kind is Kind.DATE and index > last:
            reason = "dateline"  # of the page; one that heads a part of a chronology has the part below it
        if reason == "" and line.kind is Kind.PROSE and index and line.text == lines[index - 1].text:
            reason = "repeated"  # the lead, which stands in the deck, too
        if reason == "":
            kept.append(line.text)
            links_between = links
        elif line.kind is not Kind.CAPTION:
            dropped.append(Dropped(line.text, line.reason or reason))
            links += reason == LINK_REASON
    return Sifted(
        paragraphs=tuple(kept),
        captions=tuple(line.text for line in lines[:end] if line.kind is Kind.CAPTION),
        authors=tuple(
            name for line in lines[: end + 1] if line.kind is Kind.BYLINE for name in reporters_in(line.text)
        ),
        publisher=next((name for line in lines if line.kind is Kind.STOP and (name := publisher_in(line.text))), None),
        dropped=tuple(dropped),
        links_between=links_between,
    )


def _without_copy(lines: Sequence[Line]) -> list[Line]:
    """The lines, those marked that a page shows a second time in the same order, for telephones or for print."""
    first: dict[str, int] = {}
    copied: set[int] = set()
    for index, line in enumerate(lines):
        above = first.setdefault(line.text, index)
        if line.kind is Kind.PROSE and 0 < above < index - 1 and lines[index - 1].text == lines[above - 1].text:
            copied |= {number for number in (index - 1, index) if lines[number].kind is Kind.PROSE}
    prose = sum(len(line.text) for line in lines if line.kind is Kind.PROSE)
    size = sum(len(lines[index].text) for index in copied)
    if size < MIN_COPY or size < COPY_SHARE * prose:
        return list(lines)
    return [
        replace(line, kind=Kind.TOOL, reason="repeated") if index in copied else line
        for index, line in enumerate(lines)
    ]


def _reason(line: Line, title: str, elsewhere: Collection[str], first: bool) -> str:
    if not is_body_line(line) or (first and line.kind is Kind.DATE):
        return line.reason
    if squeezed(line.text) == squeezed(title):
        return "title repeated"
    if line.kind is not Kind.PROSE and line.text in elsewhere:
        return LINK_REASON
    return ""


def _start(lines: Sequence[Line], title: str) -> int:
    """Index of the first sentence, or of the facts listed above it, or of the title repeated in the first lines.

    Above stand section, deck and date.
    """
    first = next((index for index, line in enumerate(lines) if line.kind is Kind.PROSE), 0)
    first, _ = with_cross_heads(lines, first, len(lines), is_titled=bool(title))
    while first and lines[first - 1].kind is Kind.FACT:
        first -= 1
    again = (index for index, line in enumerate(lines[:4]) if title and squeezed(line.text) == squeezed(title))
    return max(first, next(again, 0))


def _end(lines: Sequence[Line]) -> int:
    """Index of the copyright line or section head that ends the article; one with much prose below it ends nothing.

    A head is doubted more: "Most read" also stands in a box in the middle of an article.
    """
    prose = [len(line.text) if line.kind is Kind.PROSE else 0 for line in lines]
    below, above = sum(prose), 0
    for index, line in enumerate(lines):
        limit = {Kind.STOP: above, Kind.HEAD: HEAD_SHARE * above}.get(line.kind, 0)
        if above >= ENOUGH_PROSE and below < limit:
            return index
        above += prose[index]
        below -= prose[index]
    return len(lines)
