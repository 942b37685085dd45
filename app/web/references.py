"""Under a source: where else its article ran, and the versions of its story. Every input is taken as hostile."""

from collections.abc import Sequence

from app.answering.answer import RetrievedPassage
from app.retrieval.stories import ArticleReference
from app.web.escaping import escape, web_address
from app.web.languages import spoken
from app.web.wording import Wording

_SHOWN = 5
"""Copies, and versions, of an article that are named; the others are counted."""
_TITLE_LIMIT = 120
_PUBLISHER_LIMIT = 60
_PATH_LIMIT = 200


def related_articles(passage: RetrievedPassage, wording: Wording) -> str:
    """Versions before and after the passage's article, then its copies; nothing where there are none."""
    return (
        _versions(passage.earlier_versions, wording.earlier_versions, wording)
        + _versions(passage.later_versions, wording.later_versions, wording)
        + _also_in(passage.also_in, wording)
    )


def _versions(versions: Sequence[ArticleReference], label: str, wording: Wording) -> str:
    if not versions:
        return ""
    rows = [_version(version, wording) for version in versions[:_SHOWN]]
    if (more := len(versions) - _SHOWN) > 0:
        rows.append(escape(wording.versions_more.format(n=more)))
    items = "".join(f"<li>{row}</li>" for row in rows)
    return f'<div class="versions"><h3>{escape(label)}</h3><ul>{items}</ul></div>'


def _version(version: ArticleReference, wording: Wording) -> str:
    when = wording.on(version.published_at) if version.published_at else wording.undated_article
    title = spoken(version.title, wording.language, _TITLE_LIMIT)
    return f'<span class="when">{escape(when)}</span> {_named(version, title)}'


def _also_in(copies: Sequence[ArticleReference], wording: Wording) -> str:
    if not copies:
        return ""
    outlets = ", ".join(
        _named(copy, spoken(copy.publisher or wording.unknown_outlet, wording.language, _PUBLISHER_LIMIT))
        for copy in copies[:_SHOWN]
    )
    more = len(copies) - _SHOWN
    others = f" {escape(wording.also_in_more.format(n=more))}" if more > 0 else ""
    return f'<p class="also-in"><span class="label">{escape(wording.also_in)}:</span> {outlets}{others}</p>'


def _named(reference: ArticleReference, name: str) -> str:
    """The name, already markup: a link where the article has an address, else with the file that holds it."""
    address = web_address(reference.url)
    if address:
        return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer">{name}</a>'
    return f"{name} <code>({escape(reference.path, _PATH_LIMIT)})</code>"
