"""A parsed page -> the text a browser would show, a line for each block; and fragments of HTML -> plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

BLOCKS = frozenset(
    "address article blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol option p pre section table td th title tr ul".split()
)
NEVER_TEXT = frozenset(
    "script style noscript template svg iframe button select textarea nav footer aside form object head".split()
)
"""Elements whose text is no part of what a reader came for."""

_MARKUP = re.compile(r"</?(?:p|br|div|b|strong|em|i|a|span|img|li|ul|h\d)\b[^<>]*>", re.IGNORECASE)
# With its ";": without, "?a=1&copy=2" would be read as a sign, which a browser does not do in an address either.
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a page as a browser shows it, and the block that holds it."""

    text: str
    block: HtmlElement


def shown_lines(page: HtmlElement) -> list[ShownLine]:
    """The visible lines of a page or element, white space as a browser collapses it."""
    lines: list[ShownLine] = []
    parts: list[str] = []
    owner = page

    def close(block: HtmlElement) -> None:
        nonlocal owner
        if parts:
            lines.extend(ShownLine(text, owner) for raw in "".join(parts).split("\n") if (text := raw.strip()))
            parts.clear()
        owner = block

    for text, block in _pieces(page):
        if text is None:
            close(block)
        else:
            parts.append(text)
    close(page)
    return lines


def rendered_text(page: HtmlElement) -> str:
    """The visible text of a page or element, one line a block."""
    return "\n".join(line.text for line in shown_lines(page))


def element_text(element: HtmlElement) -> str:
    """The text of one element on one line."""
    return " ".join(rendered_text(element).split())


def without_markup(text: str) -> str:
    """A text as it is, or rendered if it is a fragment of HTML, as some exports have in their text columns.

    A text without tags may have character references alone ("R&amp;D"), or tags written as such ("&lt;p&gt;").
    """
    if not _MARKUP.search(text):
        text = without_references(text)
        if not _MARKUP.search(text):
            return text
    from bs4 import BeautifulSoup  # 0.15 s, which a run that reads no file need not wait for

    fragment = BeautifulSoup(text, "lxml")
    for element in fragment.find_all(["script", "style", "template"]):
        element.decompose()
    return re.sub(r"[^\S\n]*\n\s*", "\n", "".join(_fragment_pieces(fragment))).strip()


def without_references(text: str) -> str:
    """A text with the signs that its character references stand for: "R&amp;D" -> "R&D"."""
    return _REFERENCE.sub(_referred, text)


def _referred(reference: re.Match[str]) -> str:
    """The characters that a reference stands for; one with a name that HTML does not know stays as it is."""
    text = reference.group()
    return unescape(text) if text[1] == "#" or text[1:] in html5 else text


def _fragment_pieces(fragment: "BeautifulSoup") -> Iterator[str]:
    """The pieces of text in order, with a line break wherever a block begins or ends.

    The tree stays as it is: to insert the breaks took 22 seconds for 10,000 blocks inside each other.
    """
    from bs4 import CData, Tag
    from bs4.element import NavigableString

    blocks: dict[int, object] = {id(fragment): fragment}  # of each element, the block that it is or stands in
    last: object = fragment
    for node in fragment.descendants:
        if isinstance(node, Tag):
            is_block = node.name in BLOCKS
            blocks[id(node)] = node if is_block else blocks[id(node.parent)]
            if is_block:
                yield "\n"
        elif type(node) in (NavigableString, CData):  # what else is a string there is a comment or a declaration
            block = blocks[id(node.parent)]
            if block is not last:
                yield "\n"
            last = block
            yield str(node)


def _pieces(page: HtmlElement) -> Iterator[tuple[str | None, HtmlElement]]:
    """The pieces of text in order, and a None with the block that goes on wherever a block begins or ends."""
    walk = etree.iterwalk(page, events=("start", "end"))
    blocks: list[HtmlElement] = [page]
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):  # a comment or an entity
            if event == "end" and element.tail and element is not page:
                yield _collapsed(element.tail, blocks[-1]), blocks[-1]
            continue
        if event == "start":
            if tag in NEVER_TEXT:
                walk.skip_subtree()
                continue
            if tag in BLOCKS:
                blocks.append(element if tag != "br" else blocks[-1])
                yield None, blocks[-1]
            if element.text:
                yield _collapsed(element.text, element), blocks[-1]
            continue
        if tag in BLOCKS and tag not in NEVER_TEXT:
            blocks.pop()
            yield None, blocks[-1]
        if element.tail and element is not page:
            yield _collapsed(element.tail, blocks[-1]), blocks[-1]


def _collapsed(text: str, element: HtmlElement) -> str:
    return text if element.tag == "pre" else re.sub(r"\s+", " ", text)
