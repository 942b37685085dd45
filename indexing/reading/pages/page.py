"""HTML text -> a tree of elements, and what is taken out of it before anything is read: furigana, widgets, captions.

lxml and not BeautifulSoup: on 39 news pages a tree takes 5 ms a page instead of 96, and trafilatura and htmldate take
it as it is. BeautifulSoup reads the fragments of HTML that stand inside other formats.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement, HTMLParser, document_fromstring, fromstring

from indexing.reading.text.characters import one_line, squeezed
from indexing.reading.text.rendering import element_text

MAX_CAPTION = 400
"""Characters of the longest element that can be a caption; a longer one named so holds the article."""

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}>")
# The parser lets control characters into the tree, whose texts then cannot be moved. As they are, and as references.
_CONTROL = bytes(set(range(32)) - set(b"\t\n\f\r"))
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0{0,9}(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0{0,9}(?:[0-8bcefBCEF]|1[\da-fA-F]))(?:;|(?![\da-fA-F]))"
)
_MAY_BE_CAPTION = XPath("descendant-or-self::*[self::figcaption or @class]")
_CAPTION_CLASS = re.compile(r"caption|photo_?desc|img_?desc|photo_?txt|img_?txt", re.IGNORECASE)
# A frameset's own text stands in <noframes>, which the parser would leave as it is, tags and all.
_FRAMESET = re.compile(rb"</?(?:frameset|noframes)\b[^<>]{0,1000}>", re.IGNORECASE)
_READINGS = ("rt", "rp", "rtc")
_WIDGETS = (
    "amp-ad", "amp-auto-ads", "amp-consent", "amp-embed", "amp-list", "amp-next-page", "amp-sidebar",
    "amp-social-share", "amp-sticky-ad", "amp-user-notification",
)  # fmt: skip
"""Elements of accelerated pages that show something of another place: advertisements, menus, lists of articles."""

_NO_FILE = ("about:", "data:", "javascript:")
MAX_FRAMES = 3
MAX_FRAME_NAME = 80
_MAY_BE_COMMENTS = XPath("descendant::*[@class or @id]")
_COMMENTS_NAME = re.compile(
    r"(?:^|[\s_-])(?:comments?|cmts?|repl(?:y|ies))(?:[\s_-]?(?:list|area|box|wrap(?:per)?|section|view|body|container))?(?:\s|$)",
    re.IGNORECASE,
)
_HOLDS_ARTICLE = XPath("descendant-or-self::*[self::h1 or self::article or @itemprop='articleBody']")
_HOME = re.compile(r"(?:https?:)?(?://[^/?#\s]{1,100})?/?(?:(?:index|main|default)\.[a-z]{1,5})?", re.IGNORECASE)
MAX_LINKS, MAX_HOME_LINKS = 2_000, 5
_NO_CAPTION = frozenset(("html", "body", "main", "article", "table", "head", "meta", "link", "script", "style"))


def parsed_page(text: str) -> HtmlElement:
    """The root element of a page; ``<ruby>`` readings and widgets are taken out, their base text stays.

    Raises:
        lxml.etree.LxmlError: there is nothing to parse.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    text = _CONTROL_REFERENCE.sub("", _XML_DECLARATION.sub("", text))
    content = text.encode("utf-8", "replace").translate(None, _CONTROL).replace(b"\f", b" ")
    if b"<frameset" in content.lower():
        content = _FRAMESET.sub(b"", content)
    page = document_fromstring(content, parser=parser)
    for element in list(page.iter(*_READINGS, *_WIDGETS)):
        element.drop_tree()
    return page


def frames(page: HtmlElement) -> list[str]:
    """Names of the first files that a page shows inside itself, shortened; none that a script fills."""
    sources = (one_line(frame.get("src") or "") for frame in page.iter("frame", "iframe"))
    named = [source[:MAX_FRAME_NAME] for source in sources if source and not source.startswith(_NO_FILE)]
    return list(dict.fromkeys(named))[:MAX_FRAMES]


def classes(element: HtmlElement) -> str:
    """The class attribute, empty if there is none."""
    return element.get("class") or ""


def headings(page: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """The first-rank headings of a page with their text, in order."""
    found = ((heading, one_line(" ".join(heading.itertext()))) for heading in page.iter("h1"))
    return [(heading, text) for heading, text in found if text]


def home_texts(page: HtmlElement) -> list[str]:
    """What the first links to a site's front page say, their pictures' texts included: mostly the site's name."""
    links = [link for link in islice(page.iter("a"), MAX_LINKS) if _is_home((link.get("href") or "").strip())]
    texts = (
        one_line(text)
        for link in links[:MAX_HOME_LINKS]
        for text in ("".join(link.itertext()), *(picture.get("alt") or "" for picture in link.iter("img")))
    )
    return [text for text in texts if text]


def _is_home(address: str) -> bool:
    return address != "" and _HOME.fullmatch(address) is not None


def take_other_articles(page: HtmlElement, title: str) -> list[str]:
    """Remove the articles that a site appends to the one that was asked for, and return their headlines.

    Such an ``<article>`` has a first-rank heading of its own, while the heading that is the title stands in another.
    """
    shown = headings(page)
    key = squeezed(title)
    main = next((heading for heading, text in shown if key and squeezed(text) == key), None)
    if main is None:
        return []
    around = set(main.iterancestors("article"))
    others: dict[HtmlElement, str] = {}
    for heading, text in shown:
        holder = next(heading.iterancestors("article"), None)
        if around and holder is not None and holder not in around:
            others.setdefault(holder, text)
    for holder in others:
        holder.drop_tree()
    return list(others.values())


def take_comments(page: HtmlElement) -> list[str]:
    """Remove what readers wrote under an article, and return the beginning of each part.

    It stands in elements named so that hold no headline and no article.
    """
    taken: list[str] = []
    for element in list(_MAY_BE_COMMENTS(page)):
        if element.tag in _NO_CAPTION or not _COMMENTS_NAME.search(f"{classes(element)} {element.get('id') or ''}"):
            continue
        if any(ancestor is page for ancestor in element.iterancestors()) and not _HOLDS_ARTICLE(element):
            if text := one_line("".join(islice(element.itertext(), MAX_CAPTION))[:MAX_CAPTION]):
                taken.append(text)
            element.drop_tree()
    return taken


def take_captions(page: HtmlElement) -> list[str]:
    """Remove the captions of pictures from a page and return them."""
    captions: list[str] = []
    for element in list(_caption_elements(page)):
        if _is_short(element) and any(ancestor is page for ancestor in element.iterancestors()):
            text = element_text(element)  # of one that is not already gone with an outer caption
            if 0 < len(text) <= MAX_CAPTION:
                captions.append(text)
                _replace_by_break(element)
    return captions


def _caption_elements(page: HtmlElement) -> Iterator[HtmlElement]:
    for element in _MAY_BE_CAPTION(page):
        if element.tag == "figcaption" or (_CAPTION_CLASS.search(classes(element)) and element.tag not in _NO_CAPTION):
            yield element


def _is_short(element: HtmlElement) -> bool:
    """Whether an element may be a caption, found out without reading all of a large one."""
    left = 4 * MAX_CAPTION  # with its white space
    for text in element.itertext():
        left -= len(text)
        if left < 0:
            return False
    return True


def _replace_by_break(element: HtmlElement) -> None:
    """Take an element out; what follows begins a new line, as it did when a picture stood between."""
    parent = element.getparent()
    line_break = fromstring("<br>")
    line_break.tail = element.tail
    element.tail = None
    parent.replace(element, line_break)
