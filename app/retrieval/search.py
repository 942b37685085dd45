"""Search without an answer: the best passages, one an article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from llama_index.core.schema import NodeWithScore

from app.retrieval.stories import ArticleReference, StoryArchive, stories_of


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article found, with its best passage.

    Attributes:
        path: the article's path relative to the corpus folder.
        article_id: its id.
        title: its headline.
        published_at: ISO 8601 date or moment, None if unknown.
        score: the retriever's score of the best passage; comparable within one search.
        text: the best passage.
        passage_id: its id.
        also_in: other articles of the archive that are copies of it, the first published first.
        versions: all versions of its story, itself included, the oldest first; empty when there is no other.
    """

    path: str
    article_id: str
    title: str
    published_at: str | None
    score: float
    text: str
    passage_id: str
    also_in: tuple[ArticleReference, ...] = ()
    versions: tuple[ArticleReference, ...] = ()


def one_hit_an_article(nodes: Sequence[NodeWithScore], k: int, archive: StoryArchive) -> tuple[SearchHit, ...]:
    """The first node of each article, in order, at most ``k``, with the article's copies and versions."""
    hits: dict[str, SearchHit] = {}
    for node in nodes:
        metadata = node.node.metadata
        hits.setdefault(
            metadata["article_id"],
            SearchHit(
                path=metadata["path"],
                article_id=metadata["article_id"],
                title=metadata["title"],
                published_at=metadata.get("published_at"),
                score=float(node.score or 0.0),
                text=node.node.get_content(),
                passage_id=node.node.node_id,
            ),
        )
    best = list(hits.values())[:k]
    stories = stories_of(archive, (hit.article_id for hit in best))
    return tuple(
        replace(hit, also_in=stories[hit.article_id].also_in, versions=stories[hit.article_id].versions) for hit in best
    )
