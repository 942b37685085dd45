"""JSON-LD: what a page states of itself, and which of its nodes is the article."""

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape

from lxml.html import HtmlElement

from indexing.reading.pages.page import headings
from indexing.reading.text.characters import squeezed

MAX_NODES = 5_000
"""JSON-LD nodes looked at in one page; a page has a few dozen."""

_ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Report|Blog|LiveBlog|Review|Satirical|Background|Tech)*(?:Article|Posting|Report)$"
)

# What hangs below these is another text: an entry of a live blog has a headline and a date of its own.
_OTHER_TEXTS = frozenset(
    ("liveBlogUpdate", "comment", "mentions", "citation", "isPartOf", "hasPart", "review", "itemReviewed")
)


def article_node(page: HtmlElement, titles: Sequence[str]) -> dict[str, object]:
    """The JSON-LD node of the article: of the nodes of an article type the one that states most.

    Some pages state others, too: a node with the headline that the page has goes before.

    Args:
        page: the page.
        titles: what it is called beside its headings.
    """
    shown = [squeezed(text) for text in (*titles, *(text for _, text in headings(page)))]
    best: dict[str, object] = {}
    best_rank = (False, 0)
    for node in nodes(page):
        kinds = node.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE_TYPES.match(name) for name in names):
            stated = sum(bool(node.get(key)) for key in ("headline", "datePublished", "author", "articleBody"))
            key = squeezed(headline) if isinstance(headline := node.get("headline"), str) else ""
            rank = (stated > 1 and key != "" and any(key in text for text in shown), stated)
            if rank > best_rank:
                best, best_rank = node, rank
    return best


def nodes(page: HtmlElement) -> Iterator[dict[str, object]]:
    """All JSON-LD nodes of a page, but for those of other texts; broken ones are passed over."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            root = json.loads(
                re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or ""), strict=False
            )
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common; the page's other tags say the same
        stack: list[object] = [root]
        for _ in range(MAX_NODES):
            if not stack:
                break
            item = stack.pop()
            if isinstance(item, dict):
                yield item
                stack.extend(value for key, value in item.items() if key not in _OTHER_TEXTS)
            elif isinstance(item, list):
                stack.extend(reversed(item))


def stated_names(value: object) -> list[str]:
    """Names in JSON-LD: a string, an object with a name, or a list of these."""
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items[:50]:
        name = item.get("name") if isinstance(item, dict) else item
        names += [unescape(part) for part in (name if isinstance(name, list) else [name]) if isinstance(part, str)]
    return names
