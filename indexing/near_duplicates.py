"""Near-duplicates: which articles copy one another's text, under other headlines, trimmed or lightly edited.

Texts are compared by shingles, runs of letters (Broder 1997, "On the resemblance and containment of documents"), and
candidates are found without comparing every pair by MinHash signatures cut into bands (Leskovec, Rajaraman and Ullman,
"Mining of Massive Datasets", chapter 3): articles with an equal band fall into the same bucket.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Buckets = NDArray[np.int64]

SHINGLE = 8
"""Letters of a shingle. Shorter ones recur in unrelated news: two English articles of the sample archive share .044 of
their 5-letter shingles, .006 of those of 8; Korean ones .0013 and .0001. An edited copy keeps less of longer ones."""

SHORTEST = 200
"""Letters below which a body is a copy only of an equal one: a notice of two sentences is half set phrases."""

CONTAINED = 0.5
"""Share of the shorter body's shingles that must stand in the longer one's. In the sample archive copies have .74 to
1.00 and no other pair has more than .05, editions of the same yearly event included; a copy with every tenth word
replaced keeps .61 or more, with every fifth about half."""

SAME_FIGURES = 0.35
"""The same of the shingles that hold a digit. A text whose every number is replaced keeps .38 to .97 of its shingles
but at most .26 of these: a template filled anew every year or day is no copy. With every tenth word replaced, be it a
figure, .44 remain."""

SMALLEST_SHARE = 1 / 3
"""Of the longer body's letters that the shorter must have. A smaller piece is an excerpt, and a digest of many pieces
would make copies of one another out of all that it holds."""

BANDS, ROWS = 48, 2
SHARED = 2
"""How many buckets two articles must share to be compared. Of the sample archive's articles all share two with their
first half and with a copy of which every tenth word is replaced, .99 with their first third, .94 with a copy of which
every fifth word is replaced; by chance, a new article shares two with fewer than one of 100,000. 64 bands of 3 rows of
which one must be shared do no better and take a third more space; 32 of 2 and one shared compare with 160 of 100,000
English articles."""

CROWD = 20
"""Of a bucket that holds more articles, and of all articles that share one, only so many are looked at: where there are
thousands, they are one text, or one template filled anew every day, and to compare a new article with all of them
would take seconds. Those that share most buckets come first."""

_GLANCES = 48
_SEEN_AT_A_GLANCE = 0.25
"""Of so many runs of the shorter text, spread evenly, this share must stand in the longer one before all their shingles
are compared, which takes seven times as long. A new one of 100,000 articles has five others that share buckets with it
by chance; two of them are left. A text of which half stands in the other shows far more than a quarter at a glance."""

_LETTERS = re.compile(r"[^\W_]+")
_ROW_BITS = 20
_SEED = 1


def letters(body: str) -> str:
    """What is compared of a body: its letters and digits, NFKC, without case; spacing and punctuation do not count."""
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", body).casefold()))


def buckets(text: str) -> Buckets:
    """The buckets of a text: copies very likely share ``SHARED`` or more, other texts hardly ever.

    Args:
        text: as ``letters`` gives it.

    Returns:
        ``BANDS`` numbers of 46 bits; for a text below ``SHORTEST`` one negative number; none for an empty text.
    """
    import numpy as np

    if not text:
        return np.empty(0, np.int64)
    if len(text) < SHORTEST:
        digest = hashlib.blake2b(text.encode(), digest_size=6).digest()
        return np.array([-1 - (int.from_bytes(digest) >> 1)], np.int64)
    from rensa import RMinHash

    signature = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    signature.update(_runs(text))
    rows = np.array(signature.digest(), np.int64).reshape(BANDS, ROWS) & ((1 << _ROW_BITS) - 1)
    found = np.arange(BANDS, dtype=np.int64)
    for row in rows.T:
        found = (found << _ROW_BITS) | row
    return found


def enough_shared(own: Buckets) -> int:
    """How many of a text's buckets another must share to be compared with it; a short text has but one."""
    return min(SHARED, len(own))


def nearest(own: Buckets, shared: Mapping[str, int]) -> list[str]:
    """The articles to compare a text with, at most ``CROWD``, those that share most buckets first.

    Args:
        own: buckets of the text.
        shared: how many of them each other article shares.
    """
    enough = enough_shared(own)
    near = [article_id for article_id, count in shared.items() if count >= enough]
    return sorted(near, key=lambda article_id: (-shared[article_id], article_id))[:CROWD]


def are_copies(one: str, other: str) -> bool:
    """Whether one text is a copy of the other; symmetric.

    Args:
        one: a text as ``letters`` gives it.
        other: another.
    """
    shorter, longer = sorted((one, other), key=lambda text: (len(text), text))
    if len(shorter) < SHORTEST:
        return one == other != ""
    if len(shorter) < SMALLEST_SHARE * len(longer) or not _may_be_contained(shorter, longer):
        return False
    mine, yours = shingles(one), shingles(other)
    return _contained(mine, yours) >= CONTAINED and _contained(_figures(mine), _figures(yours)) >= SAME_FIGURES


@lru_cache(maxsize=256)
def shingles(text: str) -> frozenset[str]:
    """The shingles of a text; remembered, since an article that has one near-duplicate mostly has several.

    Args:
        text: as ``letters`` gives it.
    """
    return frozenset(_runs(text))


class Neighbourhood:
    """Articles by their buckets, in memory.

    Args:
        held: the buckets of each article, by its id.
    """

    def __init__(self, held: Mapping[str, Buckets]) -> None:
        import numpy as np

        # Sorted arrays take 16 bytes a bucket where a dict of lists takes 150: a dry run holds a whole corpus.
        self._held = held
        self._ids = list(held)
        every = np.concatenate([np.empty(0, np.int64), *held.values()])
        order = np.argsort(every, kind="stable")
        self._buckets = every[order]
        self._owners = np.repeat(np.arange(len(held)), [len(found) for found in held.values()])[order]

    def sharing(self, article_id: str) -> Counter[str]:
        """How many buckets each other article shares with one, where it shares any; of a bucket ``CROWD`` articles."""
        import numpy as np

        own = self._held[article_id]
        first = np.searchsorted(self._buckets, own, "left")
        last = np.minimum(np.searchsorted(self._buckets, own, "right"), first + CROWD)
        shared = last - first > 1  # more than the article itself
        found = Counter(
            self._ids[owner]
            for start, end in zip(first[shared], last[shared], strict=True)
            for owner in self._owners[start:end]
        )
        del found[article_id]
        return found


def _may_be_contained(shorter: str, longer: str) -> bool:
    starts = range(0, len(shorter) - SHINGLE + 1, len(shorter) // _GLANCES)
    seen = sum(shorter[start : start + SHINGLE] in longer for start in starts)
    return seen >= _SEEN_AT_A_GLANCE * len(starts)


def _runs(text: str) -> list[str]:
    return [text[start : start + SHINGLE] for start in range(len(text) - SHINGLE + 1)]


def _figures(found: frozenset[str]) -> frozenset[str]:
    return frozenset([shingle for shingle in found if not shingle.isalpha()])


def _contained(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that stands in the larger one; 1 where the smaller is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 1.0
