"""RSS and Atom exports -> Articles: an item is a row whose columns are its elements.

lxml parses with entities left as they are: a document that defines a billion laughs stays as small as it is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from indexing.errors import CutOffError, ReadingError
from indexing.reading.origin.byline import is_portal
from indexing.reading.outcome import Reading
from indexing.reading.rows.jsonl import reading_of_rows

MAX_ITEMS = 100_000

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
# Element, without its namespace -> the column it is; the fuller text comes first in `indexing.reading.text.columns`.
_COLUMNS = {
    "title": "title", "encoded": "body", "content": "body", "description": "text", "summary": "text",
    "pubDate": "published", "published": "published", "date": "date", "issued": "date", "updated": "updated",
    "modified": "updated", "creator": "author", "author": "author", "source": "publisher",
}  # fmt: skip
# Atom's elements that hold more than what is wanted of them -> where that stands: a person's name, a feed's title.
_INSIDE = {"author": "{*}name", "source": "{*}title"}
_MEDIA = "{http://search.yahoo.com/mrss"  # some write it with a "/" at its end, some without
"""Namespace of what describes an item's pictures and films: its "content", "title" and "description" are theirs."""
_SECTION = re.compile(r"\s*(?:[|>:·]|\s-\s).*$|\s?(?:RSS|전체\s?기사|최신\s?기사).*$", re.IGNORECASE)


def read_feed(text: str, path: str) -> Reading:
    """The articles of a feed, one an item; an item without text is skipped by number.

    Where its last element is not closed, the file is skipped by its own name beside the items that were read.

    Raises:
        ReadingError: the XML is broken, or no item has text.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = etree.fromstring(_DECLARATION.sub("", text).encode("utf-8", "replace"), parser=parser)
    if root is None:
        raise ReadingError("the feed's XML is broken; export it again")
    items = list(islice(root.iter("{*}item", "{*}entry"), MAX_ITEMS))
    if not items:
        raise ReadingError("the feed has no items; export it again, or save the articles as .html")
    outlet = _outlet(root)
    is_whole = re.search(rf"</(?:[\w.-]+:)?{re.escape(_name(root))}\s*>", text) is not None
    return reading_of_rows(_rows(items, outlet, is_whole), path)


def _rows(items: Sequence[etree._Element], outlet: str | None, is_whole: bool) -> Iterator[tuple[int, object]]:
    for number, item in enumerate(items, 1):
        yield number, _row(item, outlet)
    if not is_whole:
        yield len(items) + 1, CutOffError("the feed's last element is not closed; if it was cut off, copy it again")


def _row(item: etree._Element, outlet: str | None) -> dict[str, object]:
    described = (element for element in item.iter("{*}description") if str(element.tag).startswith(_MEDIA))
    row: dict[str, object] = {"captions": [_text(element) for element in described]}
    for element in _children(item):
        name = _name(element)
        text = _text(element)
        if name == "link" and (address := element.get("href") or text):
            if element.get("rel", "alternate") == "alternate":
                row.setdefault("url", address)
        elif name == "guid" and text.startswith("http"):
            row.setdefault("link", text)
        elif (column := _COLUMNS.get(name)) and text:
            row.setdefault(column, text)
    return {"publisher": outlet, **row}


def _name(element: etree._Element) -> str:
    """Without its namespace; not by QName, which raises where broken XML has left what is no name (``linkhttps:``)."""
    return str(element.tag).rpartition("}")[2]


def _children(element: etree._Element) -> Iterator[etree._Element]:
    return (child for child in element if isinstance(child.tag, str) and not child.tag.startswith(_MEDIA))


def _text(element: etree._Element) -> str:
    """The text of an element; XHTML inside it (Atom) stays markup."""
    if element.get("type") == "xhtml":
        return str(etree.tostring(element, encoding="unicode", method="html"))
    if len(element) and (inside := _INSIDE.get(_name(element))):
        part = element.find(inside)
        return _text(part) if part is not None else ""
    return "".join(element.itertext()).strip()


def _outlet(root: etree._Element) -> str | None:
    """The outlet that the feed's own title names, without its section; none for a portal."""
    channel = root if _name(root) == "feed" else root.find("{*}channel")
    title = channel.find("{*}title") if channel is not None else None
    name = _SECTION.sub("", _text(title)).strip() if title is not None else ""
    return name if name and not is_portal(name) else None
