"""A news page -> Article: the body from `page_body`, the rest from head and visible text, and last from guesses."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime

from lxml.html import HtmlElement

from indexing.article import Dropped
from indexing.errors import ReadingError
from indexing.reading.draft import Draft
from indexing.reading.dumps.sieve import Sifted, sift
from indexing.reading.dumps.text_dump import note_draft, text_draft
from indexing.reading.origin.byline import tidy_authors
from indexing.reading.origin.dateline import stated_dates
from indexing.reading.origin.moment import on_clock_shown
from indexing.reading.outcome import Reading
from indexing.reading.pages.lost_paragraphs import as_shown_apart, with_lost_paragraphs
from indexing.reading.pages.metadata import PageMetadata, page_metadata
from indexing.reading.pages.page import (
    frames,
    home_texts,
    parsed_page,
    take_captions,
    take_comments,
    take_other_articles,
)
from indexing.reading.pages.page_body import MIN_BODY, best_body, extracted_paragraphs, length, paragraphs_of
from indexing.reading.pages.page_tables import put_rows, take_tables, with_table_rows
from indexing.reading.pages.script_payload import payload_draft
from indexing.reading.text.board_head import stated_contact
from indexing.reading.text.characters import one_line, squeezed
from indexing.reading.text.headline import as_shown, outlet_in_window, overlap
from indexing.reading.text.line import has_statement, is_prose
from indexing.reading.text.lines import MAX_CHARACTERS
from indexing.reading.text.rendering import ShownLine, shown_lines, without_markup

LINK_SHARE = 0.5
"""Share of a body that is link text, from which the page is a list of articles and not one."""

MIN_LINK = 8
"""Characters of the shortest link text that is taken for a headline; shorter ones are names and terms in prose."""

MIN_HEADLINES = 3
"""Links to other articles between a page's paragraphs, from which it may be a front page."""


def read_html(text: str, path: str) -> Reading:
    """The article of an HTML page.

    Raises:
        ReadingError: the page is a list of articles, has no text, or breaks the parser.
    """
    try:
        page = parsed_page(text)
        draft = _draft(page, page_metadata(page))
    except ReadingError:
        raise
    except Exception as error:  # parsers raise what they like on hostile pages, and one page must not end the run
        raise ReadingError(
            f"the HTML cannot be parsed ({type(error).__name__}: {str(error)[:100]}); save the article as text"
        ) from error
    return Reading((draft.article(path),))


def _draft(page: HtmlElement, head: PageMetadata) -> Draft:
    home = home_texts(page)
    links = {text for link in page.iter("a") if len(text := one_line(" ".join(link.itertext()))) >= MIN_LINK}
    others = take_other_articles(page, head.title) if head.is_article else []
    comments = take_comments(page)
    captions = take_captions(page)
    tables = take_tables(page)
    lines = shown_lines(page)
    extracted = extracted_paragraphs(page, lines)
    if rows := put_rows(tables):
        lines = shown_lines(page)
    visible = "\n".join(line.text for line in lines)
    dump = (text_draft(visible, rows) if len(visible) <= MAX_CHARACTERS else None) or _note(lines, captions, head)
    stated = paragraphs_of(without_markup(head.article_body))
    found = with_lost_paragraphs(as_shown_apart(extracted, lines), lines)
    body = with_table_rows(best_body(found, stated, list(dump.paragraphs), visible), lines, rows)
    scripted = payload_draft(page) if length(body) < MIN_BODY else None
    if scripted and length(scripted.paragraphs) > 2 * length(body):
        body, dump = list(scripted.paragraphs), scripted
    title = _title(head, dump.title, [line.text for line in lines], "\n".join(dump.paragraphs))
    sifted = sift(body, title, elsewhere=links, rows=rows, from_page=True)
    is_article = head.is_article or bool(dump.published_at)
    if is_article and not any(map(is_prose, sifted.paragraphs)) and any(map(has_statement, captions)):
        sifted, captions = replace(sifted, paragraphs=tuple(captions)), []  # a gallery: its captions are what it says
    if why := _why_no_article(page, sifted, links, head, dump.paragraphs):
        raise ReadingError(f"no article text found in the page: {why}")
    whom_to_call = stated_contact(_above(lines, sifted.paragraphs), "\n".join(sifted.paragraphs))
    return Draft(
        title=title,
        paragraphs=(*sifted.paragraphs, *filter(None, [whom_to_call])),
        published_at=on_clock_shown(head.published_at, dump.published_at)
        or dump.published_at
        or _guessed_date(page, visible),
        updated_at=on_clock_shown(head.updated_at, dump.updated_at) or dump.updated_at,
        authors=head.authors
        or dump.authors
        or sifted.authors
        or _guessed_authors(page, head.publisher)
        or head.organisations,
        publisher=head.publisher
        or sifted.publisher
        or dump.publisher
        or outlet_in_window(head.window, title or head.title, home),
        url=head.url,
        captions=(*captions, *sifted.captions),
        dropped=(
            *sifted.dropped,
            *_outside(dump, sifted),
            *(Dropped(heading, "headline of another article") for heading in others),
            *(Dropped(text, "comments") for text in comments),
        ),
    )


def _note(lines: Sequence[ShownLine], captions: Sequence[str], head: PageMetadata) -> Draft:
    """What a page without a sentence says below its headline: cards, a correction, the captions of pictures.

    An empty draft for a page that shows no date and does not call itself an article: it is a menu or a form.
    """
    shown = [line.text for line in lines]
    title = as_shown(head.title, shown)
    if title not in shown:
        return Draft("", ())
    note = note_draft("\n".join([*shown[shown.index(title) :], *captions]))
    if note is None or not (head.is_article or note.published_at):
        return Draft("", ())
    return replace(note, paragraphs=tuple(text for text in note.paragraphs if text != title))


def _above(lines: Sequence[ShownLine], paragraphs: Sequence[str]) -> list[str]:
    """The lines above the first paragraph; none where the page shows it otherwise."""
    key = squeezed(paragraphs[0]) if paragraphs else None
    start = next((n for n, line in enumerate(lines) if squeezed(line.text) == key), 0)
    return [line.text for line in lines[:start]]


def _title(head: PageMetadata, of_dump: str, lines: Sequence[str], body: str) -> str:
    """The title that the page states, else the window's as the page shows it, else what stands above the body."""
    if head.title_is_stated:
        return head.title
    title = as_shown(head.title, lines)
    if not of_dump or title in lines or overlap(title, body) > overlap(of_dump, body):
        return title
    return of_dump


def _why_no_article(
    page: HtmlElement, sifted: Sifted, links: Collection[str], head: PageMetadata, shown: Sequence[str]
) -> str:
    """What is wrong with a page that holds no article, and what to try; empty for one that does.

    A list of articles is mostly links, or alternates links and first sentences as a front page does.

    Args:
        page: the page.
        sifted: the body that was found.
        links: texts that lead to other pages.
        head: what the page says of itself.
        shown: the paragraphs that the page's lines alone give, which may be a notice without sentences.
    """
    paragraphs = sifted.paragraphs
    linked = length([text for text in paragraphs if text in links])
    headlines = sifted.links_between
    front_page = not head.is_article and headlines >= MIN_HEADLINES and 2 * headlines >= len(paragraphs)
    if front_page or linked > LINK_SHARE * length(paragraphs):
        return "it is a list of links to other pages; save the article's own page"
    is_frameset = next(page.iter("frame"), None) is not None
    says_something = any(map(is_prose, paragraphs)) or not set(paragraphs).isdisjoint(shown)
    if says_something and not (is_frameset and length(paragraphs) < MIN_BODY):
        return ""
    if framed := frames(page):
        return (
            f"it only frames others ({', '.join(framed)}); put these beside it, where they are read as pages of their "
            "own, or save it again as .mhtml"
        )
    if next(page.iter("script"), None) is not None:
        return (
            "it shows no sentences, or a script loads them; open it in a browser and save it again, "
            "as a complete page or .mhtml, or copy its text into a .txt file"
        )
    return "it shows no sentences; save the article's own page, or copy its text into a .txt file"


def _guessed_authors(page: HtmlElement, publisher: str | None) -> tuple[str, ...]:
    from trafilatura import extract_metadata

    found = extract_metadata(deepcopy(page), extensive=False)
    return tidy_authors([found.author or ""], [publisher or ""])


def _guessed_date(page: HtmlElement, visible: str) -> date | datetime | None:
    """The day that htmldate finds, believed only if a line of the page says so: it also reads addresses and footers."""
    from htmldate import find_date

    guess = find_date(deepcopy(page), original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    if guess is None:
        return None
    day = date.fromisoformat(guess)
    shown = {stated.moment.timetuple()[:3] for line in visible.split("\n") for stated in stated_dates(line)}
    return day if day.timetuple()[:3] in shown else None


def _outside(dump: Draft, sifted: Sifted) -> tuple[Dropped, ...]:
    """What the page shows beside the article, so that a person sees what was left out; a page has no lines."""
    kept = squeezed(" ".join(sifted.paragraphs))
    known = {part.text for part in sifted.dropped}
    return tuple(
        Dropped(part.text, part.reason)
        for part in dump.dropped
        if part.text not in known and squeezed(part.text) not in kept
    )
