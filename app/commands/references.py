"""Articles named beside another one: its copies and the versions of its story, as JSON and as lines for people."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.answering.wording import WORDINGS, publication_day
from app.commands.terminal import iso
from app.retrieval.stories import ArticleReference, around

if TYPE_CHECKING:
    from app.answering.answer import RetrievedPassage
    from app.retrieval.search import SearchHit

SHOWN = 5
"""Copies, and versions, named in a line for people; JSON has them all."""


def reference_records(references: Sequence[ArticleReference]) -> list[dict[str, object]]:
    """The articles in the JSON form of ``--json``."""
    return [
        {
            "article_id": one.article_id,
            "path": one.path,
            "title": one.title,
            "publisher": one.publisher,
            "published_at": iso(one.published_at),
            "url": one.url,
        }
        for one in references
    ]


def reference_lines(found: "RetrievedPassage | SearchHit", language: str) -> Iterator[str]:
    """Lines for people, in their language: the copies of a found article, and the other versions of its story."""
    wording = WORDINGS[language]
    if found.also_in:
        outlets = ", ".join(f"{one.publisher or wording.unknown_outlet} ({one.path})" for one in found.also_in[:SHOWN])
        more = len(found.also_in) - SHOWN
        template = wording.also_in_more if more > 0 else wording.also_in
        yield template.format(outlets=outlets, count=more)
    earlier, later = around(found.article_id, found.versions)
    for template, versions in ((wording.earlier_version, earlier), (wording.later_version, later)):
        for version in versions[:SHOWN]:
            day = publication_day(version, language)
            yield f"{template.format(title=version.title, published=day)}  {version.path}"
    if (more := max(0, len(earlier) - SHOWN) + max(0, len(later) - SHOWN)) > 0:
        yield wording.more_versions.format(count=more)
