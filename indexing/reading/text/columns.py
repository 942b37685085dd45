"""The names under which rows of JSON and front matter state an article's fields, and their values in our types."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from indexing.article import Dropped
from indexing.reading.origin.byline import tidy_authors
from indexing.reading.origin.moment import MAX_NUMBER, Moment, parse_moment
from indexing.reading.origin.press_release import telephone_numbers
from indexing.reading.text.characters import one_line
from indexing.reading.text.rendering import without_markup

# Field -> column names, the most telling first; compared without case, spaces, "_" and "-".
COLUMNS = {
    "title": ("title", "headline", "제목", "기사제목", "subject", "newstitle"),
    "body": (
        "body", "content", "text", "본문", "기사본문", "article", "articlebody", "내용", "contents", "maintext",
        "paragraphs",
    ),
    "published_at": (
        "publishedat", "published", "datepublished", "pubdate", "publishdate", "publisheddate", "date", "datetime",
        "일자", "날짜", "작성일", "발행일", "입력일", "등록일", "기사일자", "입력", "createdat", "timestamp",
        "displaydate", "firstpublishdate", "regdate", "regdt", "servicedate", "servicetime",
        "입력일시", "등록일시", "발행일자", "게재일",
    ),
    "updated_at": (
        "updatedat", "updated", "modifiedat", "datemodified", "lastmodified", "moddate", "수정일", "수정일시", "수정",
    ),
    "authors": (
        "author", "authors", "byline", "기자", "기자명", "작성자", "reporter", "reporters", "writer", "기고자", "필자",
    ),
    "publisher": (
        "publisher", "press", "source", "언론사", "매체", "매체명", "신문사", "출처", "outlet", "media", "provider",
    ),
    "source": ("source", "출처", "sourceurl"),
    "url": ("url", "link", "주소", "링크", "원문", "원문주소", "canonicalurl", "originallink", "href"),
    "captions": ("captions", "caption", "사진설명"),
}  # fmt: skip

MAX_STATED, MAX_STATED_TEXTS = 3_000, 100
"""Characters looked at of a title, name or caption, and how many of these a field may have: each may hold markup, and
rendering takes its time."""

_KNOWN = frozenset(name for names in COLUMNS.values() for name in names)
# What crawlers and exports put around these names: "news_title", "기사내용", "writerName", "언론사명".
_OF_ARTICLE = re.compile(r"^(?:news|articles?|기사|뉴스)(?=.)")
_OF_NAME = re.compile(r"(?<=.)(?:names?|이름|명)$")
_OFFICES = ("부서", "부서명", "담당부서", "담당부서명", "담당과", "소관부서", "문의", "문의처")
_CONTACTS = frozenset(
    (*_OFFICES, "담당", "담당자", "담당자명", *(
        whose + what
        for whose in ("", "담당", "담당자", "부서", "담당부서", "문의")
        for what in ("전화", "전화번호", "연락처")
    ))
)  # fmt: skip
"""Columns in which an office's list of releases says whom to call. One without the first is of an outlet."""

MAX_UNREAD, MAX_UNREAD_TEXT = 50, 200
"""Columns of a row that are listed as left out, and characters shown of each."""

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
    published = column(row, "published_at")
    moment = parse_moment(published)
    return StatedFields(
        title=next(_shown(column(row, "title")), ""),
        published_at=moment,
        updated_at=parse_moment(column(row, "updated_at")),
        authors=tidy_authors(_shown(column(row, "authors")), [publisher or ""]),
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
    stated = {name: text for name in row if plain_name(name) in _CONTACTS and (text := _unmarked(row[name]))}
    names = {plain_name(name) for name in stated}
    numbers = [number for text in stated.values() for number in telephone_numbers(f"전화: {text}")]
    if names.isdisjoint(_OFFICES) or all(number in body for number in numbers):
        return {}
    return stated


def _unread(row: Mapping[str, object], used: Collection[str]) -> Iterator[Dropped]:
    others = [name for name in row if plain_name(name) not in _KNOWN and name not in used]
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
            if (name == _closed_up(key)) is exact and value not in (None, "", []):
                columns.setdefault(name, value)
    return (columns[name] for name in COLUMNS[field] if name in columns)


def plain_name(name: str) -> str:
    """A column's name as it is compared: the known name in it ("기사_제목" -> "제목"), if there is one."""
    plain = _closed_up(name)
    if plain in _KNOWN:
        return plain
    of_article = _OF_ARTICLE.sub("", plain)
    of_name = _OF_NAME.sub("", of_article)
    if of_article in _KNOWN:
        return of_article
    return of_name if of_name in COLUMNS["authors"] or of_name in COLUMNS["publisher"] else plain


def _closed_up(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()


def texts(value: object) -> list[str]:
    """The texts in a value: a string, an object with a name, or a list of these."""
    return list(_texts(value if isinstance(value, list) else [value]))


def _texts(items: Iterable[object]) -> Iterable[str]:
    for item in items:
        text = item.get("name") if isinstance(item, dict) else item
        if isinstance(text, str) and text.strip():
            yield text
