"""Which parts of the articles are read closely: the sentences that look best, each with its neighbours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from app.answering.comprehension.model import Extract
from app.answering.evidence.evidence import Evidence

MOST_EXTRACTS: Final = 5
"""Read for a question. Each takes about 0.1 s on two cores. With three the right sentence comes first for .66 of the
sample's questions, with five for .68, with six or eight no oftener (cross-validated)."""
LONGEST: Final = 780
"""Bytes of an extract, about 200 pieces in either language: with question and headline one sequence of the model."""
_BEFORE: Final = 2
"""Sentences before the one that looks best, where "그는" and "이날" are explained; those after it get the rest."""


@dataclass(frozen=True, slots=True)
class SentenceExtract:
    """An extract, and the sentences it is made of: index into the evidence, and offset in the extract's text."""

    extract: Extract
    sentences: tuple[tuple[int, int], ...]


def extracts_to_read(evidence: Sequence[Evidence], most: int = MOST_EXTRACTS) -> list[SentenceExtract]:
    """Extracts around the best of the evidence, best first; no sentence is the centre of one that another holds.

    Args:
        evidence: every sentence of the articles read, best first.
        most: of extracts.
    """
    return list(islice(_extracts(evidence), most))


def _extracts(evidence: Sequence[Evidence]) -> Iterator[SentenceExtract]:
    articles: dict[str, list[int]] = {}
    for index in sorted(range(len(evidence)), key=lambda index: evidence[index].start):
        articles.setdefault(evidence[index].article.article_id, []).append(index)
    read: set[int] = set()
    for index, best in enumerate(evidence):
        if index not in read:
            inside = _around(evidence, articles[best.article.article_id], index)
            read.update(inside)
            yield _extract(evidence, inside)


def _around(evidence: Sequence[Evidence], article: Sequence[int], centre: int) -> Sequence[int]:
    """The longest run of an article's sentences that begins at most two before the centre and has room for all."""
    place = article.index(centre)
    for first in range(max(0, place - _BEFORE), place + 1):
        last = first
        while last + 1 < len(article) and _bytes(evidence, article[first : last + 2]) <= LONGEST:
            last += 1
        if last >= place:
            return article[first : last + 1]
    return [centre]


def _bytes(evidence: Sequence[Evidence], inside: Sequence[int]) -> int:
    return sum(len(evidence[index].text.encode()) + 1 for index in inside)


def _extract(evidence: Sequence[Evidence], inside: Sequence[int]) -> SentenceExtract:
    text, sentences = "", []
    for index in inside:
        sentences.append((index, len(text)))
        text += evidence[index].text + " "
    return SentenceExtract(Extract(evidence[inside[0]].article.title, text.rstrip()), tuple(sentences))
