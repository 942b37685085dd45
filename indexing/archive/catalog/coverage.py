"""What an archive covers, in the numbers a reader is shown."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much an archive holds and from when to when.

    Attributes:
        articles: number of articles.
        passages: number of passages.
        first: oldest publication day among the articles, None if no article has one.
        last: newest publication day.
        indexed_at: when the last index run that changed something ended (UTC), None before the first.
        undated: number of articles without a publication day; of these ``first`` and ``last`` say nothing.
    """

    articles: int
    passages: int
    first: date | None
    last: date | None
    indexed_at: datetime | None
    undated: int = 0

    @property
    def dated(self) -> int:
        """Number of articles with a publication day."""
        return self.articles - self.undated
