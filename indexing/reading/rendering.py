"""A parsed page -> the text a browser would show, a line for each block."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

BLOCKS = frozenset(
    "address article blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol option p pre section table td th title tr ul".split()
)
NEVER_TEXT = frozenset(
    "script style noscript template svg iframe button select textarea nav footer aside form object head".split()
)
"""Elements whose text is no part of what a reader came for."""

_MARKUP = re.compile(r"<(?:p|br|div|b|strong|a|span)\b[^<>]*>", re.IGNORECASE)


def rendered_text(page: Tag) -> str:
    """The visible text of a page or element, one line a block, white space as a browser collapses it."""
    return re.sub(r" ?\n[ \n]*", "\n", "".join(_visible(page))).strip()


def without_markup(text: str) -> str:
    """A text as it is, or rendered if it is a fragment of HTML, as some exports have in their text columns."""
    return rendered_text(BeautifulSoup(text, "lxml")) if _MARKUP.search(text) else text


def _visible(page: Tag) -> Iterator[str]:
    # A stack and not recursion: a hostile page nests deeper than Python's stack.
    stack: list[PageElement | str] = [page]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name in NEVER_TEXT:
                continue
            edge = ["\n"] if node.name in BLOCKS else []
            stack += [*edge, *reversed(node.contents), *edge]
        elif isinstance(node, str) and not isinstance(node, PreformattedString):
            is_plain = isinstance(node, NavigableString) and not (node.parent and node.parent.name == "pre")
            yield re.sub(r"\s+", " ", node) if is_plain else str(node)
