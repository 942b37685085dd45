"""What goes into the catalog, what of it is unfinished, and what is known of it without its texts."""

from dataclasses import dataclass

from indexing.article import Article, Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on its way into the archive.

    Attributes:
        source: corpus path of the file it was read from (``wire.jsonl`` for the article ``wire.jsonl#3``).
        article: as read.
        passages: all of its passages.
    """

    source: str
    article: Article
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PendingPassage:
    """A passage that vectors and keywords do not hold yet.

    Attributes:
        passage: the passage.
        title: its article's headline.
        day: publication day as ``yyyymmdd``, 0 if unknown.
        digest: key of its text in the vector cache.
    """

    passage: Passage
    title: str
    day: int
    digest: str


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What the catalog knows of an article, for comparison with the corpus.

    Attributes:
        article_id: its id.
        source: the file it came from.
        path: its own path, with ``#`` and a number in a many-article file.
        digest: of all its fields.
        passages: how many it has.
    """

    article_id: str
    source: str
    path: str
    digest: str
    passages: int
