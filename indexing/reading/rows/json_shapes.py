"""Where in an object of JSON its articles are: wrapped in others, under a key each, or laid out by column."""

from collections.abc import Callable, Sequence

from indexing.reading.rows.row_texts import first_lines, text_of, whole
from indexing.reading.text.columns import column, texts

MAX_WRAPPERS = 5
"""Objects, one in the other, in which the articles of a file may be wrapped: {"result": {"data": {"list": [...]}}}."""


def articles_in(value: dict[str, object]) -> object:
    """The article, or the list of articles, that an object is or holds: the outermost, and at one depth the first.

    Beside a text of its own, a list is of related articles.
    """
    if rows := _by_column(value):
        return rows
    if _has_text(value):
        return value
    return next((found for has in (_has_text, _has_snippet) if (found := _within(value, has)) is not None), value)


def _by_column(value: dict[str, object]) -> list[dict[str, object]]:
    """The rows of a table that is written column by column, or as rows without names, as pandas does."""
    names, data = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(data, list):
        return [dict(zip(map(str, names), row, strict=False)) for row in data if isinstance(row, list)]
    title, body = column(value, "title"), column(value, "body")
    if isinstance(title, dict) and isinstance(body, dict) and title.keys() == body.keys() and len(title) > 1:
        columns = {name: cells for name, cells in value.items() if isinstance(cells, dict)}
        return [{name: cells.get(key) for name, cells in columns.items()} for key in title]
    if isinstance(title, list) and isinstance(body, list) and len(title) == len(body) > 1:
        lists = {name: cells for name, cells in value.items() if isinstance(cells, list) and len(cells) == len(title)}
        return [{name: cells[at] for name, cells in lists.items()} for at in range(len(title))]
    return []


def _within(value: dict[str, object], has_text: Callable[[object], bool]) -> object:
    level: list[object] = [value]
    for _ in range(MAX_WRAPPERS):
        objects = [item for item in level if isinstance(item, dict)]
        if keyed := next((found for item in objects if (found := _keyed(list(item.values()), has_text))), None):
            return keyed
        level = [inner for item in objects for inner in item.values()]
        for item in level:
            # An object that a text alone stands in may be of the file: {"meta": {"content": "utf-8"}}.
            if isinstance(item, dict) and has_text(item) and texts(column(item, "title")):
                return item
            if isinstance(item, list) and any(map(has_text, item)):
                return item
    return None


def _keyed(values: Sequence[object], has_text: Callable[[object], bool]) -> list[object]:
    """The articles under a key each, where an object holds nothing but them."""
    is_all = len(values) > 1 and all(isinstance(one, dict) and has_text(one) and column(one, "title") for one in values)
    return list(values) if is_all else []


def _has_text(value: object) -> bool:
    return isinstance(value, dict) and bool(text_of(whole(value)))


def _has_snippet(value: object) -> bool:
    """Whether a value is an article of which a search found the first lines, and no feed with its description."""
    if not isinstance(value, dict) or any(isinstance(inner, list) for inner in value.values()):
        return False
    return bool(first_lines(value)) and bool(texts(column(value, "title")))
