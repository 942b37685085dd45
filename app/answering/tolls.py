"""Tolls that grow from report to report: 2명 in the flash, 4명 at noon, 5명 the next day. The latest report answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from app.answering.claims.figures import find_figures
from app.answering.disagreement import DAYS_APART, gives_another_number, is_of_the_same
from app.answering.evidence import Evidence
from app.retrieval.question import Question
from indexing.article import Article

_COUNTED: Final = "how_many"
_BEFORE: Final = 70
"""Characters before a number in which "death toll from the fire rises to" is looked for."""


@dataclass(frozen=True, slots=True)
class _Toll:
    """Words for one kind of victims: of a question, right before their number, and right behind it."""

    asked: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


def _toll(asked: str, nouns: str, verbs: str, english: str, rising: str = "(?!)") -> _Toll:
    return _Toll(
        re.compile(rf"{nouns}|{verbs}|{asked}", re.IGNORECASE),
        re.compile(rf"(?:{nouns})(?:\s?자)?(?:\s?수)?[는은가이]?\s?(?:모두|총|약)?\s?$|(?:{rising})\s$", re.IGNORECASE),
        re.compile(
            rf"(?:이|가|의)?\s?(?:모두\s)?(?:{nouns}|{verbs})"
            rf"|(?:\s[a-z]{{2,12}}){{0,2}}?\s?(?:(?:were|was|are|is|have been|had been|have|had)\s)?(?:{english})\b",
            re.IGNORECASE,
        ),
    )


_TOLLS: Final = (
    _toll(
        r"\b(?:dead|died?|deaths?|killed|toll)\b",
        "사망|희생",
        "숨[지진졌질]|목숨",
        "dead|died|killed",
        r"\btoll[^.\d]{0,40}?\s(?:risen|rose|rises|rising|climbed|climbs|grew|grown|was|stands|stood)(?: to| at)?",
    ),
    _toll(r"\b(?:injur\w+|hurt|wounded)\b", "부상|중경상", "다[치쳐친쳤칠]", "injured|hurt|wounded"),
    _toll(r"\bmissing\b", "실종", "연락이 (?:끊|닿지)", "missing"),
    _toll(r"\b(?:infect\w+|confirmed|cases|patients|sick|ill)\b", "확진|감염|환자", "증[세상]을", "infected|sick|ill"),
    _toll(r"\bevacuat\w+\b", "대피|이재민", "몸을 피", "evacuated"),
)


def latest_toll(question: Question, holder: Evidence, evidence: Sequence[Evidence]) -> Evidence:
    """The sentence with the toll of the latest report on the same happening; ``holder`` where none is later.

    A question that names a time asks for the toll as it was then.

    Args:
        question: asks for a number.
        holder: the sentence that answers best.
        evidence: all sentences, best first.
    """
    toll = next((one for one in _TOLLS if one.asked.search(question.text)), None)
    if toll is None or question.periods or not _counts(toll, holder):
        return holder
    later = [
        other
        for other in evidence
        if _is_later(holder.article, other.article)
        and _counts(toll, other)
        and is_of_the_same(holder, other)
        and gives_another_number(holder, other)
    ]
    return max(later, key=lambda other: (_moment(other.article), other.score), default=holder)


def _counts(toll: _Toll, evidence: Evidence) -> bool:
    """Whether the number that answers is one of such victims, and not of others beside them."""
    span = evidence.spans.get(_COUNTED)
    if span is None or not find_figures(span.text):
        return False
    text = evidence.text
    before = text[max(0, span.start - _BEFORE) : span.start]
    return bool(toll.before.search(before) or toll.behind.match(text, span.end) or toll.behind.search(span.text))


def _is_later(one: Article, other: Article) -> bool:
    """Whether another article came out after one, within days."""
    ours, theirs = one.published_on, other.published_on
    if ours is None or theirs is None or not 0 <= (theirs - ours).days <= DAYS_APART:
        return False
    return theirs > ours or _moment(other) > _moment(one)


def _moment(article: Article) -> datetime:
    """When an article came out, on its outlet's clock; the beginning of its day where no time is known."""
    published = article.published_at
    if isinstance(published, datetime):
        return published.replace(tzinfo=None)
    return datetime.combine(published, time.min) if published else datetime.min
