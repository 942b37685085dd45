"""The lines of a text dump, each typed: by its looks (``line.py``), then by its neighbours."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from indexing.errors import ReadingError
from indexing.reading.text.boilerplate import SENTENCE_END
from indexing.reading.text.characters import stored
from indexing.reading.text.flat_text import pieces
from indexing.reading.text.line import MAX_CAPTION, Kind, Line, typed
from indexing.reading.text.picture_lines import with_captions, with_picture_titles

REPEATS = 3
"""Times that a line stands in a page from which it is no part of the article."""

MIN_REPEATED = {Kind.SHORT: 12, Kind.ITEM: 12, Kind.PROSE: 40}
"""Characters of the shortest line of a kind of which that is said."""

SUMMARY = "AI summary"
TICKER = "stock ticker"
MAX_SUMMARY = 6
"""Sentences of the longest summary."""

_NUMBER = re.compile(r"[-+▲▼]?\s?\d[\d,]*(?:\.\d+)?\s?(?:원|달러)?")
_PERCENT = re.compile(r"[-+▲▼]?\s?\d+(?:\.\d+)?\s?%|[-+▲▼]\s?\d[\d,]*(?:\.\d+)?")

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
    return without_asides(with_picture_titles(list(with_captions(list(_with_sentences(lines))))))


def without_asides(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those marked that only the others give away: price lists, repetitions, summaries."""
    return tuple(_without_tickers(_without_repeats(_without_summaries(list(lines)))))


def _with_sentences(lines: list[Line]) -> Iterator[Line]:
    """Make prose of the short sentences of a line that was taken apart: beside others they are no notice."""
    for line, following in zip_longest(lines, lines[1:]):
        in_line = line.gap is not None or (following is not None and following.gap is not None)
        is_sentence = in_line and line.kind is Kind.SHORT and SENTENCE_END.search(line.text)
        yield replace(line, kind=Kind.PROSE) if is_sentence else line


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
