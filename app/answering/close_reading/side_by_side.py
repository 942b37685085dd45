"""The best sentences once more, side by side: read apart, each may look like the answer until the other is seen.

The probabilities of an extract are shared out among its own words, and those of two extracts are of two wholes. A
sequence of the best sentences of all extracts shares out one whole between them.

What explains "they" and "이날" is then no longer beside them. Second questions are full of such words themselves, and
are not read so: of the sample's, one more would be answered wrongly. Of the others five more are answered rightly.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from app.answering.close_reading.extracts import LONGEST, SentenceExtract
from app.answering.comprehension.model import Extract
from app.answering.evidence.evidence import Evidence

_MOST: Final = 3
"""Sentences. With three the right one comes first for 174 of the sample's 221 answerable first questions that have it
among the best forty, where it did for 170; with two for 171, and with eight under a headline for 170. Of TyDiQA's
Korean development questions it does for 200 of 260 instead of 198."""
_FURTHEST: Final = 2.0
"""Sentences further behind the best are not compared with it: rules may have put them there, which the reading does not
know, and of what was found further away as much was wrong as right."""
_WEIGHT: Final = 0.5
"""Of the logarithm of what each gets, beside its score; anything from .25 to 2 is about as good (172 to 174)."""
_LEAST: Final = 1e-4


def best_side_by_side(evidence: Sequence[Evidence]) -> SentenceExtract | None:
    """The best sentences of different wording as one extract, in the order of their articles and there as they stand.

    None where fewer than two were read that fit.

    Args:
        evidence: best first.
    """
    chosen: dict[str, int] = {}
    room = LONGEST
    for index, one in enumerate(evidence):
        size = len(one.text.encode()) + 1
        is_near = one.score >= evidence[0].score - _FURTHEST and len(chosen) < _MOST
        if is_near and one.marked is not None and one.text not in chosen and size <= room:
            chosen[one.text] = index
            room -= size
    if len(chosen) < 2:
        return None
    articles = list(dict.fromkeys(evidence[index].article.article_id for index in chosen.values()))
    text, sentences = "", []
    for index in sorted(
        chosen.values(), key=lambda index: (articles.index(evidence[index].article.article_id), evidence[index].start)
    ):
        sentences.append((index, len(text)))
        text += evidence[index].text + " "
    return SentenceExtract(Extract("", text.rstrip()), tuple(sentences))


def with_preferred(evidence: Sequence[Evidence], shares: Mapping[int, float]) -> list[Evidence]:
    """The evidence with its shares, and first of all the sentence that is preferred side by side.

    Args:
        evidence: best first.
        shares: index of each that was read side by side -> probability, 0..1, that the answer stands in it.
    """
    preferred, score = preferred_of([one.score for one in evidence], shares)
    told = [replace(one, beside=shares.get(index)) for index, one in enumerate(evidence)]
    return [replace(told[preferred], score=score), *told[:preferred], *told[preferred + 1 :]]


def preferred_of(scores: Sequence[float], shares: Mapping[int, float]) -> tuple[int, float]:
    """Place and score of the sentence that is preferred; that of the best, where it was not read side by side.

    Args:
        scores: of sentences, at least one.
        shares: as in :func:`with_preferred`.
    """
    best = max(range(len(scores)), key=lambda index: scores[index])
    worth = {index: scores[index] + _WEIGHT * math.log(max(_LEAST, share)) for index, share in shares.items()}
    preferred = max(worth, key=lambda index: worth[index]) if best in worth else best
    return preferred, scores[best] + (worth[preferred] - worth[best] if preferred != best else 0.0)
