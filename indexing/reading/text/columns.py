"""What rows of JSON, tables and front matter state of an article, in our types."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from indexing.article import Dropped
from indexing.reading.origin.byline import tidy_authors
from indexing.reading.origin.moment import MAX_NUMBER, Moment, parse_moment
from indexing.reading.origin.press_release import telephone_numbers
from indexing.reading.text.characters import one_line
from indexing.reading.text.column_names import COLUMNS, KNOWN, closed_up, plain_name
from indexing.reading.text.rendering import without_markup

MAX_STATED, MAX_STATED_TEXTS = 3_000, 100
"""Characters looked at of a title, name or caption, and how many of these a field may have: each may hold markup, and
rendering takes its time."""

_OFFICES = ("부서", "부서명", "담당부서", "담당부서명", "담당과", "소관부서", "문의", "문의처")
CONTACTS = frozenset(
    (*_OFFICES, "담당", "담당자", "담당자명", *(
        whose + what
        for whose in ("", "담당", "담당자", "부서", "담당부서", "문의")
        for what in ("전화", "전화번호", "연락처")
    ))
)  # fmt: skip
"""Columns in which an office's list of releases says whom to call. One without the first is of an outlet."""

MAX_UNREAD, MAX_UNREAD_TEXT = 50, 200
"""Columns of a row that are listed as left out, and characters shown of each."""

_SIGNED = re.compile(r"(?P<outlet>[^()]{2,30}?)\s?\((?P<name>[가-힣]{2,4}(?:\s?기자)?)\)")
"""An outlet with its reporter behind it: "하루뉴스(최하나 기자)"."""

_ADDRESS = re.compile(r"\s*https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedFields:
    """What a row or front matter states beside the text.

    Attributes:
        source: an address in the place of the publisher's name: mostly the article's, but rows may share a list's.
        dropped: values that could not be read, and columns that state no field, kept so that they are seen.
    """

    title: str
    published_at: Moment | None
    updated_at: Moment | None
    authors: tuple[str, ...]
    publisher: str | None
    url: str | None
    source: str | None
    captions: tuple[str, ...]
    dropped: tuple[Dropped, ...]


def stated_fields(row: Mapping[str, object], used: Collection[str] = ()) -> StatedFields:
    """The fields of a row in our types; one of the wrong type counts as not stated.

    Args:
        row: column -> value.
        used: columns that state no field, but of which use is made all the same.
    """
    publishers = (name for value in _filled(row, "publisher") for name in _shown(value))
    publisher = next((name for name in publishers if not _ADDRESS.match(name)), None)
    signed = _SIGNED.fullmatch(publisher or "")
    publisher = signed["outlet"] if signed else publisher
    published = column(row, "published_at")
    moment = parse_moment(published)
    return StatedFields(
        title=next(_shown(column(row, "title")), ""),
        published_at=moment,
        updated_at=parse_moment(column(row, "updated_at")),
        authors=tidy_authors(_shown(column(row, "authors")), [publisher or ""])
        or (tidy_authors([signed["name"]]) if signed else ()),
        publisher=publisher,
        url=next(iter(texts(column(row, "url"))), None),
        source=next((text for value in _filled(row, "source") for text in texts(value) if _ADDRESS.match(text)), None),
        captions=tuple(_shown(column(row, "captions"))),
        dropped=(
            *(() if moment or published is None else (Dropped(str(published)[:200], "unreadable date"),)),
            *_unread(row, used),
        ),
    )


def contact(row: Mapping[str, object], body: str) -> dict[str, str]:
    """The columns in which a row says which office it is of and whom to call, with their texts.

    Empty unless there are both an office and a telephone number that the body does not name.
    """
    stated = {name: text for name in row if plain_name(name) in CONTACTS and (text := _unmarked(row[name]))}
    names = {plain_name(name) for name in stated}
    numbers = [number for text in stated.values() for number in telephone_numbers(f"전화: {text}")]
    if names.isdisjoint(_OFFICES) or all(number in body for number in numbers):
        return {}
    return stated


def _unread(row: Mapping[str, object], used: Collection[str]) -> Iterator[Dropped]:
    others = [name for name in row if plain_name(name) not in KNOWN and name not in used]
    for name in others[:MAX_UNREAD]:
        if text := _unmarked(row[name]):
            yield Dropped(text, f"column {one_line(name[:MAX_UNREAD_TEXT])}".strip())


def _unmarked(value: object) -> str:
    """The beginning of a value on one line, as it is: a column of which little is known may hold anything."""
    if isinstance(value, (int, float)):
        return str(value) if abs(value) < MAX_NUMBER else ""
    return ", ".join(one_line(text[:MAX_UNREAD_TEXT]) for text in texts(value)[:MAX_STATED_TEXTS])[:MAX_UNREAD_TEXT]


def _shown(value: object) -> Iterator[str]:
    """The texts in a value, each on one line as a reader would see it, without markup."""
    for text in texts(value)[:MAX_STATED_TEXTS]:
        if shown := one_line(without_markup(text[:MAX_STATED])):
            yield shown


def column(row: Mapping[str, object], field: str) -> object:
    """The value of the first filled column that states a field, None if there is none."""
    return next(_filled(row, field), None)


def _filled(row: Mapping[str, object], field: str) -> Iterator[object]:
    columns: dict[str, object] = {}
    for exact in (True, False):  # beside "title", "article_title" is of something else
        for key, value in row.items():
            name = plain_name(key)
            if (name == closed_up(key)) is exact and value not in (None, "", []):
                columns.setdefault(name, value)
    return (columns[name] for name in COLUMNS[field] if name in columns)


def texts(value: object) -> list[str]:
    """The texts in a value: a string, an object with a name or, as WordPress writes it, a text; or a list of these."""
    return list(_texts(value if isinstance(value, list) else [value]))


def _texts(items: Iterable[object]) -> Iterable[str]:
    for item in items:
        text = item.get("name") or item.get("rendered") if isinstance(item, dict) else item
        if isinstance(text, str) and text.strip():
            yield text
