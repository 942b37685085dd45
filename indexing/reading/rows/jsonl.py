"""JSONL rows and JSON arrays -> Articles, whatever their columns are called."""

import io
import json
import re
from collections.abc import Iterable, Iterator

from indexing.article import Article
from indexing.errors import CutOffError, ReadingError
from indexing.reading.draft import Draft
from indexing.reading.dumps.sieve import sift
from indexing.reading.outcome import Reading, Skipped
from indexing.reading.rows.json_shapes import articles_in
from indexing.reading.rows.row_texts import SNIPPETS, first_lines, text_of, whole
from indexing.reading.text.characters import one_line
from indexing.reading.text.column_names import COLUMNS
from indexing.reading.text.columns import contact, stated_fields
from indexing.reading.text.lines import MAX_CHARACTERS
from indexing.reading.text.rendering import without_markup

MARKUP = 10
"""Times that a text may be longer with its markup; sifting one of 100 million characters took 46 s and 2.8 GB."""

# The corpora of the National Institute of Korean Language call each article so; its headline is its first paragraph.
_NO_TITLE = re.compile(r"[^.!?]{1,30}\s(?:19|20)\d\d년 기사")


def read_jsonl(text: str, path: str) -> Reading:
    """The articles of a JSONL file; a bad row is skipped by name, blank lines count as lines.

    Where the last line breaks off, the file is skipped by its own name beside the rows that were read.

    Raises:
        ReadingError: no row can be read.
    """
    return reading_of_rows(_rows(text), path)


def read_json(text: str, path: str) -> Reading:
    """The articles of a JSON array, of an object that holds one, or the one article of an object.

    Raises:
        ReadingError: the JSON is broken, or no item can be read.
    """
    value = _parsed(text)
    if isinstance(value, ReadingError):
        raise value
    if isinstance(value, dict):
        value = articles_in(value)
        if isinstance(value, dict):
            return Reading((article_of(value, path),))
    return reading_of_rows(enumerate(value if isinstance(value, list) else [value], 1), path)


def article_of(row: object, path: str) -> Article:
    """The article of one row.

    Raises:
        ReadingError: the row is no object, or has no text.
    """
    if isinstance(row, ReadingError):
        raise row
    if not isinstance(row, dict):
        raise ReadingError(f"not a JSON object but {type(row).__name__}; write an object with title and body")
    row = whole(row)
    text = text_of(row)
    parts = text or first_lines(row)
    if sum(map(len, parts)) > MARKUP * MAX_CHARACTERS:
        raise _too_long(sum(map(len, parts)))
    body = "\n".join(map(without_markup, parts))
    if len(body) > MAX_CHARACTERS:
        raise _too_long(len(body))
    if not body.strip():
        wanted, found = ", ".join(COLUMNS["body"][:4]), ", ".join(map(str, row))[:120]
        raise ReadingError(f"no text: none of the columns {wanted} holds any (the row has: {found or 'nothing'})")
    office = contact(row, body)
    fields = stated_fields(row, office if text else (*office, *SNIPPETS))
    title = "" if _NO_TITLE.fullmatch(fields.title) else fields.title
    sifted = sift(re.split(r"\s*\n\s*", body), title)
    contacts = (", ".join(f"{one_line(name)}: {text}" for name, text in office.items()),) if office else ()
    return Draft(
        title=title,
        paragraphs=(*sifted.paragraphs, *contacts),
        published_at=fields.published_at,
        updated_at=fields.updated_at,
        authors=fields.authors or sifted.authors,
        publisher=fields.publisher or sifted.publisher,
        url=fields.url,
        source=fields.source,
        captions=(*fields.captions, *sifted.captions),
        dropped=(*fields.dropped, *sifted.dropped),
    ).article(path)


def _too_long(characters: int) -> ReadingError:
    return ReadingError(
        f"the text has {characters:,} characters, more than the {MAX_CHARACTERS:,} of one article; "
        "write a row for each article"
    )


def reading_of_rows(rows: Iterable[tuple[int, object]], path: str) -> Reading:
    """The articles of numbered rows; one that cannot be read is skipped as ``path#number``.

    A `CutOffError` is skipped as ``path``: it stands for all rows that may follow.

    Raises:
        ReadingError: no row can be read.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for number, row in rows:
        try:
            articles.append(article_of(row, f"{path}#{number}"))
        except ReadingError as error:
            skipped.append(Skipped(path if isinstance(error, CutOffError) else f"{path}#{number}", str(error)))
    if not articles:
        first = f"; the first, {skipped[0].path}: {skipped[0].reason}" if skipped else ""
        raise ReadingError(f"no article text found: {len(skipped)} rows and none can be read{first}")
    return Reading(tuple(articles), tuple(skipped))


def _rows(text: str) -> Iterator[tuple[int, object]]:
    # Not splitlines(): U+2028 and its like may stand in a JSON string as they are.
    for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
        if line.strip():
            row = _parsed(line)
            if isinstance(row, ReadingError) and not line.endswith("\n"):
                row = CutOffError(f"the file ends within row {number}, {row}; if it was cut off, copy it again")
            yield number, row


def _parsed(text: str) -> object:
    """The value of a JSON text, or the error that says what is wrong with it."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return ReadingError(
            f"broken JSON at {where} ({error.msg}); write one JSON object a line, or an array of objects"
        )
    except (ValueError, RecursionError) as error:
        return ReadingError(f"JSON that cannot be read ({type(error).__name__}: numbers too long or nesting too deep)")
