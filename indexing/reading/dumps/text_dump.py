"""A page saved as plain text -> Article: the body found among menus, counters and teasers of other articles.

General extractors return nothing or everything for such a file. Here every line is typed by its looks, the dateline
found, and the body is the run of lines whose prose outweighs what stands between; whatever is left out is recorded.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from indexing.article import Article, Dropped
from indexing.errors import ReadingError
from indexing.reading.draft import Draft
from indexing.reading.dumps.body_run import beyond_notice, body_run, with_last_sentences, with_teasers
from indexing.reading.dumps.clippings import Clipping, clippings
from indexing.reading.dumps.cross_heads import with_cross_heads
from indexing.reading.dumps.dump_dates import dateline_above, dateline_below, dateline_of
from indexing.reading.dumps.foot_list import foot_lists
from indexing.reading.dumps.inset import with_insets
from indexing.reading.dumps.labelled_head import labelled_head, with_labelled, without_labels
from indexing.reading.dumps.layout import DumpLayout
from indexing.reading.dumps.signature import with_signatures
from indexing.reading.dumps.text_tables import with_stated_rows
from indexing.reading.origin.press_release import is_head_line
from indexing.reading.outcome import Reading, Skipped
from indexing.reading.text.characters import stored
from indexing.reading.text.facts import with_facts
from indexing.reading.text.line import Kind
from indexing.reading.text.lines import typed_lines
from indexing.reading.text.rendering import without_references

SHORT_NOTE = 2_000
"""Characters up to which a file without a single sentence is a note ([포토], a programme) and not a list of links."""

MIN_NOTE_LETTERS = 10
"""Letters under which such a file says nothing."""


def read_text(text: str, path: str) -> Reading:
    """The article of a text file, or the articles, addressed as ``path#1`` and on, where several were pasted into it.

    Raises:
        ReadingError: no sentence that could be an article's.
    """
    text = stored(without_references(text))  # left by a scraper that took out the tags alone
    parts = clippings(text)
    return _reading_of(parts, path) if parts else Reading((_article(text, path),))


def _reading_of(parts: Sequence[Clipping], path: str) -> Reading:
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for number, part in enumerate(parts, 1):
        try:
            articles.append(_article(part.text, f"{path}#{number}", part.first_line - 1))
        except ReadingError as error:
            skipped.append(Skipped(f"{path}#{number}", str(error)))
    if not articles:
        raise ReadingError(f"no article text found in any of its {len(parts)} parts; the first: {skipped[0].reason}")
    return Reading(tuple(articles), tuple(skipped))


def _article(text: str, path: str, above: int = 0) -> Article:
    """The article of a text, below so many lines of its file."""
    head = labelled_head(text)
    text, rows = with_stated_rows(without_labels(text, head) if head else text)
    draft = text_draft(text, rows) or _note(text)
    if draft is None:
        raise ReadingError(
            "no article text found: the file holds no sentences, only short lines; save the article's own page"
        )
    if head:
        draft = with_labelled(draft, head)
    dropped = tuple(replace(part, line=part.line and part.line + above) for part in draft.dropped)
    return replace(draft, dropped=dropped).article(path)


def text_draft(text: str, facts: Collection[str] = frozenset()) -> Draft | None:
    """What a text dump says, None if it has no prose.

    Args:
        text: of the dump.
        facts: lines of it that are known to state something though they are no sentences: rows of a table.
    """
    lines = with_insets(with_signatures(with_teasers(with_facts(typed_lines(text), facts))))
    first_run = body_run(lines, None)
    if first_run is None:
        return None
    dateline = dateline_of(lines, first_run)
    run = beyond_notice(lines, body_run(lines, dateline.index if dateline else None) or first_run)
    run = with_cross_heads(lines, *with_last_sentences(lines, run))
    dateline = dateline or dateline_below(lines, run[1])
    return DumpLayout(lines, run, dateline, foot_lists(lines, run[1])).draft()


def _note(text: str) -> Draft | None:
    """A short file without a sentence, all of whose lines are the article but for buttons and the like."""
    lines = typed_lines(text) if len(text) <= SHORT_NOTE else ()
    kept = [line for line in lines if line.kind in (Kind.SHORT, Kind.ITEM)]
    if sum(map(str.isalpha, "".join(line.text for line in kept))) < MIN_NOTE_LETTERS:
        return None
    title = next((line for line in kept if not is_head_line(line.text)), kept[0])
    dateline = dateline_above(lines, lines.index(title))
    return Draft(
        title=title.text,
        paragraphs=tuple(line.text for line in kept),
        published_at=dateline.published if dateline else None,
        updated_at=dateline.updated if dateline else None,
        captions=tuple(line.text for line in lines if line.kind is Kind.CAPTION),
        dropped=tuple(
            Dropped(line.text, line.reason, line.number)
            for line in lines
            if line.kind not in (Kind.SHORT, Kind.ITEM, Kind.CAPTION)
        ),
    )
