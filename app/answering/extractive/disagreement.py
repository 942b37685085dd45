"""Outlets that tell another number of the same thing: 9명 in one paper, 11명 in the next day's other one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.answering.claims.figure import Figure, says
from app.answering.claims.figures import find_figures
from app.answering.evidence.evidence import Evidence
from app.retrieval.stories import StoryArchive
from indexing.language.terms import index_terms

DAYS_APART: Final = 30
"""Farther apart than this, a number may have changed rather than been told otherwise: 30,000 visitors of last year."""
_COUNTED: Final = "how_many"
"""The kind of question that is answered with numbers."""
_MOST: Final = 2
_ALIKE: Final = 3
"""One amount is at most so many times the other; numbers farther apart count different things."""
_SAME_SUBJECT: Final = 0.9
"""Share of the answering sentence's support that the other has: it is as much about what is asked."""
_SHARED_TERMS: Final = 0.3
"""Share of the shorter sentence's index terms that both have."""
_COUNTER: Final = re.compile(r"^(?:여|가량|정도)?\s?(?P<counter>[가-힣]+|[A-Za-z]+)")


class Disagreements:
    """Finds other outlets' numbers for what an answer counts.

    Args:
        stories: knows which articles are copies or versions of one story: a correction is no disagreement.
    """

    def __init__(self, stories: StoryArchive) -> None:
        self._stories = stories

    def find(self, holder: Evidence, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """Sentences of other outlets that give another number, best first, one a number.

        Args:
            holder: the sentence that answers.
            evidence: all sentences, best first.
        """
        ours = _figure(holder)
        if ours is None:
            return ()
        story = self._one_story(holder.article.article_id)
        found: list[tuple[Evidence, Figure]] = []
        for other in evidence:
            theirs = _figure(other)
            if theirs is None or not _is_other_report(holder, other, story) or not is_of_the_same(holder, other):
                continue
            is_told = any(says(theirs, one) for _, one in found)
            if _differ(ours, theirs, other.text) and not is_told:
                found.append((other, theirs))
        return tuple(other for other, _ in found[:_MOST])

    def _one_story(self, article_id: str) -> set[str]:
        links = (self._stories.copies_of([article_id]), self._stories.versions_of([article_id]))
        return {article_id, *(other for found in links for other in found.get(article_id, ()))}


def _is_other_report(holder: Evidence, other: Evidence, story: set[str]) -> bool:
    """Another outlet's article of about the same days that is no copy and no version of the answering one."""
    ours, theirs = holder.article, other.article
    if theirs.article_id in story or (ours.publisher and ours.publisher == theirs.publisher):
        return False
    if ours.published_on is None or theirs.published_on is None:
        return False
    return abs((ours.published_on - theirs.published_on).days) <= DAYS_APART


def _figure(evidence: Evidence) -> Figure | None:
    span = evidence.spans.get(_COUNTED)
    return next(iter(find_figures(span.text)), None) if span else None


def gives_another_number(holder: Evidence, other: Evidence) -> bool:
    """Whether the other sentence answers with another number of the same order, and does not tell ours beside it."""
    ours, theirs = _figure(holder), _figure(other)
    return ours is not None and theirs is not None and _differ(ours, theirs, other.text)


def is_of_the_same(holder: Evidence, other: Evidence) -> bool:
    """The other sentence is as much about what is asked, and shares words and counter with the answering one."""
    if other.support < _SAME_SUBJECT * holder.support:
        return False
    ours, theirs = set(index_terms(holder.text)), set(index_terms(other.text))
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return shared >= _SHARED_TERMS and set(_counters(holder)) == set(_counters(other))


def _counters(evidence: Evidence) -> Iterator[str]:
    """What is counted: 명 of 9명; units that convert are compared with the amount."""
    text = evidence.spans[_COUNTED].text
    for figure in find_figures(text)[:1]:
        match = _COUNTER.match(text[figure.end :])
        if figure.unit is not None:
            yield figure.unit.dimension
        elif match:
            yield match["counter"]


def _differ(ours: Figure, theirs: Figure, text: str) -> bool:
    """Another number, which the other sentence does not give beside ours."""
    if any(says(ours, one) or says(one, ours) for one in find_figures(text)):
        return False
    low, high = sorted((ours.amount, theirs.amount))
    return low > 0 and high <= _ALIKE * low
