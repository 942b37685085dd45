"""What hangs together with an article that was found: its copies in other outlets, and the versions of its story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, Self

from indexing.article import Article


@dataclass(frozen=True, slots=True)
class ArticleReference:
    """Another article of the archive, as it is named beside one that was found.

    Attributes:
        article_id: its id.
        path: its path relative to the corpus folder.
        title: its headline.
        publisher: outlet, None if unknown.
        published_at: publication date or moment, None if unknown.
        url: its address, None if unknown.
    """

    article_id: str
    path: str
    title: str
    publisher: str | None
    published_at: date | datetime | None
    url: str | None

    @classmethod
    def of(cls, article: Article) -> Self:
        """What names an article."""
        return cls(
            article_id=article.article_id,
            path=article.path,
            title=article.title,
            publisher=article.publisher,
            published_at=article.published_at,
            url=article.url,
        )


@dataclass(frozen=True, slots=True)
class Story:
    """How an article hangs together with others.

    Attributes:
        also_in: its near-duplicates, the first published first, without those that are versions of its story.
        versions: all versions of its story, itself included, the oldest first; empty when there is no other.
    """

    also_in: tuple[ArticleReference, ...] = ()
    versions: tuple[ArticleReference, ...] = ()


def around(
    article_id: str, versions: Sequence[ArticleReference]
) -> tuple[Sequence[ArticleReference], Sequence[ArticleReference]]:
    """The versions of a story before an article and those after it; all are before one that is not among them."""
    place = next((at for at, version in enumerate(versions) if version.article_id == article_id), len(versions))
    return versions[:place], versions[place + 1 :]


class StoryArchive(Protocol):
    """What an archive knows of articles that tell the same story."""

    def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """Those of the articles that exist, by id."""
        ...

    def copies_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each article the others that are copies of it."""
        ...

    def versions_of(self, article_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each article all versions of its story, itself included, the oldest first; empty when alone."""
        ...


def stories_of(archive: StoryArchive, article_ids: Iterable[str]) -> Mapping[str, Story]:
    """The story of each article; one that hangs together with no other has an empty one.

    Args:
        archive: where the articles are.
        article_ids: of articles found in it; one that has gone since has an empty story, too.
    """
    asked = list(dict.fromkeys(article_ids))
    copies, versions = archive.copies_of(asked), archive.versions_of(asked)
    others = archive.articles(list({other for links in (copies, versions) for ids in links.values() for other in ids}))

    def named(ids: Iterable[str]) -> tuple[ArticleReference, ...]:
        return tuple(ArticleReference.of(others[one]) for one in ids if one in others)

    return {
        one: Story(
            also_in=named(copy for copy in copies[one] if copy not in versions[one]), versions=named(versions[one])
        )
        for one in asked
    }
