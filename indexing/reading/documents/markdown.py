"""Markdown -> Article: front matter, headline, dateline, and the text as plain prose."""

from collections.abc import Sequence
from dataclasses import replace

from indexing.article import Dropped
from indexing.errors import ReadingError
from indexing.reading.documents.front_matter import front_matter
from indexing.reading.documents.markdown_blocks import (
    HEADING,
    IMAGE,
    ITEM,
    Block,
    markdown_blocks,
    plain,
    without_comments,
)
from indexing.reading.draft import Draft
from indexing.reading.dumps.labelled_head import MAX_HEAD, labelled
from indexing.reading.dumps.sieve import sift
from indexing.reading.dumps.text_dump import read_text
from indexing.reading.origin.byline import lead_publisher, lead_reporters, reporters_in
from indexing.reading.origin.dateline import find_dateline, outlet_beside, stated_dates
from indexing.reading.outcome import Reading
from indexing.reading.text.boilerplate import Effect, boilerplate_kind
from indexing.reading.text.characters import stored
from indexing.reading.text.columns import StatedFields, stated_fields
from indexing.reading.text.line import Kind, typed

HEAD_BLOCKS = 4
"""Blocks under the headline in which a dateline or byline may stand."""

MIN_PART = 100
"""Characters of the shortest article of several in a file, its head included."""


def read_markdown(text: str, path: str) -> Reading:
    """The article of a Markdown file, or the articles, addressed as ``path#1`` and on, where several are in it.

    One without headline and front matter is read as a text dump.

    Raises:
        ReadingError: no text beside front matter and headline.
    """
    text = stored(text)
    if parts := _parts(text):
        return Reading(
            tuple(
                article
                for number, part in enumerate(parts, 1)
                for article in _read_one(part, f"{path}#{number}").articles
            )
        )
    return _read_one(text, path)


def _parts(text: str) -> list[str]:
    """The articles of a scrapbook: below headings of one rank, each with its day and who wrote it under it.

    A chronology has days under its headings, too, but says nothing else there.
    """
    lines = text.split("\n")
    heads = [index for index, line in enumerate(lines) if HEADING.match(line)]
    ranks = {len(lines[index].partition(" ")[0]) for index in heads if _is_dated(lines, index)}
    if len(ranks) != 1:
        return []
    starts = [index for index in heads if len(lines[index].partition(" ")[0]) in ranks]
    if len(starts) < 2 or any(line.strip() for line in lines[: starts[0]] if not HEADING.match(line)):
        return []
    parts = ["\n".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]
    is_whole = all(_is_dated(lines, start) for start in starts) and all(len(part) >= MIN_PART for part in parts)
    return parts if is_whole else []


def _is_dated(lines: Sequence[str], heading: int) -> bool:
    below = (plain(line.strip()) for line in lines[heading + 1 : heading + 4] if line.strip())
    dateline = next(below, "")
    return bool(stated_dates(dateline)) and bool(outlet_beside(dateline) or reporters_in(dateline))


def _read_one(text: str, path: str) -> Reading:
    stated, rest = front_matter(text)
    if not stated:
        stated, rest = _labelled_lines(rest)
    rest = without_comments(rest)
    captions = tuple(image["title"] or image["alt"] for image in IMAGE.finditer(rest))
    blocks = markdown_blocks(IMAGE.sub("", rest))
    fields = stated_fields(stated)
    title = fields.title
    if blocks and blocks[0].heading and (not title or blocks[0].text == title):
        title = title or blocks[0].text
        blocks = blocks[1:]
    if not title and not stated:
        return read_text("\n\n".join(block.text for block in blocks), path)
    if not blocks:
        raise ReadingError("no article text found under the headline; write the text below it")
    own, others = _own_blocks(blocks)
    draft = _draft(title, fields, own, captions)
    elsewhere = tuple(Dropped(block.text, "headline of another article") for block in others)
    return Reading((replace(draft, dropped=(*draft.dropped, *elsewhere)).article(path),))


def _labelled_lines(text: str) -> tuple[dict[str, object], str]:
    """The fields in labelled lines under the headline ("**언론사**: 하루뉴스"), and the text without them.

    They must say who published the article; a day and an address alone may be those of an event.
    """
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines[: 4 * MAX_HEAD]) if line.strip()]
    stated: dict[str, object] = {}
    found: set[str] = set()
    for index in filled[1:] if filled and HEADING.match(lines[filled[0]]) else filled:
        field, label, value = labelled(plain(ITEM.sub("", lines[index].strip())))
        if field is None or field == "body" or (field and field in found):
            break
        stated[label] = value
        found.add(field)
        lines[index] = ""
    return (stated, "\n".join(lines)) if len(found) > 1 and found & {"publisher", "authors"} else ({}, text)


def _own_blocks(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The article's blocks, and those under a heading such as "관련 기사", up to the next heading."""
    own: list[Block] = []
    others: list[Block] = []
    elsewhere = False
    for block in blocks:
        if block.heading:
            kind = boilerplate_kind(block.text)
            elsewhere = kind is not None and kind.effect is Effect.HEAD
        (others if elsewhere and not block.heading else own).append(block)
    return own, others


def _draft(title: str, fields: StatedFields, blocks: Sequence[Block], captions: tuple[str, ...]) -> Draft:
    top = [typed(block.text) for block in blocks[:HEAD_BLOCKS] if not block.row]
    dateline = find_dateline([line.text if line.kind is Kind.DATE else "" for line in top], len(top))
    heads = [line for line in top if line.kind in (Kind.DATE, Kind.BYLINE)]
    named = tuple(name for line in heads for name in reporters_in(line.text))
    sifted = sift([block.text for block in blocks], title, rows={block.text for block in blocks if block.row})
    lead = next(iter(sifted.paragraphs), "")
    return Draft(
        title=title,
        paragraphs=sifted.paragraphs,
        published_at=fields.published_at or (dateline.published if dateline else None),
        updated_at=fields.updated_at or (dateline.updated if dateline else None),
        authors=fields.authors or named or sifted.authors or lead_reporters(lead),
        publisher=fields.publisher
        or sifted.publisher
        or lead_publisher(lead)
        or (outlet_beside(top[dateline.index].text) if dateline else None),
        url=fields.url,
        source=fields.source,
        captions=(*fields.captions, *captions, *sifted.captions),
        dropped=(*fields.dropped, *(Dropped(part.text, part.reason) for part in sifted.dropped)),
    )
