"""Versions of a story: the flash, the second report, the roundup and the correction that one outlet publishes in turn.

Outlets mark them in the headline. Marked articles of one outlet are versions of one story when they follow each other
within days and each one's headline is told by the other, or both begin with the same news.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from indexing.article import Article
from indexing.language.terms import index_terms

CORRECTION = 50
"""Rank of the marks of a correction; no other mark ranks as high."""

MARKS: tuple[tuple[int, str], ...] = (
    (0, r"(긴급\s?)?속보|긴급|breaking(\snews)?|just\sin|urgent|flash"),
    (0, r"(?P<number>\d)\s?보"),
    (10, r"상보"),
    (20, r"종합(\s?(?P<number>\d)\s?보)?"),
    (20, r"((?P<number>\d)(st|nd|rd|th)\s)?(ld|lead)"),
    (20, r"(update|updated|wrapup)(\s(?P<number>\d{1,2}))?"),
    (40, r"수정|refile"),
    (CORRECTION, r"정정(\s?보도)?(\s?(자료|문))?|바로잡습니다|바로잡음|바로잡기|corrections?|corrected|clarification"),
)
"""What a headline is marked with, as regular expressions of a whole mark, and its rank: later versions rank higher. A
number in the mark (2보, 종합3보, UPDATE 2) is added."""

WITHIN_DAYS = 3
"""From one version to the next."""

LEAD = 300
"""Characters of the body in which a headline is looked for."""

SAME_STORY = 0.5
"""Share of each headline's words that the other's headline or lead must have, figures apart, for they are what changes.
In the sample archive the three reports of the acid leak have .69 of one another's, a fire reported by the same
reporter .15 of theirs; of all pairs of unrelated Korean articles one in a thousand has more than .43, of English ones
none more than .25."""

SAME_LEAD = 0.4
"""Share of the words of the shorter of two headlines with leads that the other has, too. A headline tells what is new,
which the report before cannot tell; what happened stands in both leads. Eight pairs of flash and roundup had .42 to
.97, of 404,550 pairs of unrelated Korean articles one .38 and none more."""

_SHORTEST_LATIN = 4
"""Shorter English words (the, for, says) are in every lead."""

_FEWEST = 12
"""Words; two leads of a line each may share them by chance."""

_BRACKETED = re.compile(r"[\[(<【〈《]([^\[\]()<>【】〈〉《》]{1,24})[\])>】〉》]")
_LABEL = re.compile(r"^\s*([^\s:|–—-][^:|–—-]{0,23}?)(?:\s?[:|]|\s[–—-]\s|(?<=\d)-|(?<=ed)-)")
_SEPARATOR = re.compile(r"\s?[·/,|ㆍ・+]\s?")
_MARKS = tuple((rank, re.compile(pattern)) for rank, pattern in MARKS)


@dataclass(frozen=True, slots=True)
class StoryVersion:
    """An article that its headline marks as one of several versions.

    Attributes:
        article_id: its id.
        publisher: the outlet.
        published_at: when it was published, on the outlet's clock; a ``date`` where no time is known.
        rank: of its mark in ``MARKS``; the highest where it has several.
        headline: index terms of the headline without marks and figures.
        lead: index terms of headline and lead.
    """

    article_id: str
    publisher: str
    published_at: date | datetime
    rank: int
    headline: frozenset[str]
    lead: frozenset[str]

    @property
    def day(self) -> date:
        """The day of publication."""
        moment = self.published_at
        return moment.date() if isinstance(moment, datetime) else moment


def story_version(article: Article) -> StoryVersion | None:
    """The article as a version of a story; None without a mark, an outlet or a day."""
    if article.publisher is None or article.published_at is None:
        return None
    rank, headline = _unmarked(_folded(article.title))
    if rank is None:
        return None
    words = _words(headline)
    return StoryVersion(
        article_id=article.article_id,
        publisher=article.publisher,
        published_at=article.published_at,
        rank=rank,
        headline=words,
        lead=words | _words(article.body[:LEAD]),
    )


def is_correction(headline: str) -> bool:
    """Whether a headline is marked as a correction: "[정정] …", "바로잡습니다", "CORRECTION: …"."""
    rank, _ = _unmarked(_folded(headline))
    return rank is not None and rank >= CORRECTION


def tell_same_story(one: StoryVersion, other: StoryVersion) -> bool:
    """Whether two versions are of one story; symmetric."""
    if one.publisher != other.publisher or abs((one.day - other.day).days) > WITHIN_DAYS:
        return False
    # A headline that is nothing but its mark ("[바로잡습니다]") has no words that the other could tell.
    shares = [
        len(mine.headline & yours.lead) / len(mine.headline)
        for mine, yours in ((one, other), (other, one))
        if mine.headline
    ]
    return (bool(shares) and min(shares) >= SAME_STORY) or _shared(one.lead, other.lead) >= SAME_LEAD


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _FEWEST else 0.0


def in_order(versions: Iterable[StoryVersion]) -> tuple[StoryVersion, ...]:
    """Versions in the order of publication, oldest first.

    On a day on which the time of one is unknown, and at the same time, the mark's rank decides.
    """
    versions = tuple(versions)
    days = Counter(version.day for version in versions)
    timed = Counter(version.day for version in versions if isinstance(version.published_at, datetime))

    def place(version: StoryVersion) -> tuple[date, time, int, time, str]:
        clock = version.published_at.time() if isinstance(version.published_at, datetime) else time.min
        known = clock if timed[version.day] == days[version.day] else time.min
        return version.day, known, version.rank, clock, version.article_id

    return tuple(sorted(versions, key=place))


def _folded(headline: str) -> str:
    """The headline as the marks' patterns are written."""
    return unicodedata.normalize("NFKC", headline).casefold()


def _unmarked(headline: str) -> tuple[int | None, str]:
    """The highest rank of a headline's marks, and the headline without them."""
    ranks: list[int] = []

    def without(found: re.Match[str]) -> str:
        here = [rank for part in _SEPARATOR.split(found[1]) if (rank := _rank(part.strip())) is not None]
        ranks.extend(here)
        return " " if here else found[0]

    rest = _LABEL.sub(without, _BRACKETED.sub(without, headline))
    if (bare := _rank(rest.strip())) is not None:
        return max(bare, *ranks, 0), ""
    return max(ranks, default=None), rest


def _rank(mark: str) -> int | None:
    for rank, pattern in _MARKS:
        if found := pattern.fullmatch(mark):
            return rank + int(found.groupdict().get("number") or 0)
    return None


def _words(text: str) -> frozenset[str]:
    return frozenset(
        term
        for term in index_terms(text)
        if not term[0].isdigit() and not (term.isascii() and len(term) < _SHORTEST_LATIN)
    )
