"""Attributes: what somebody earns is not told by a sentence about another amount, though it names the person.

An attribute is asked for by few words ("연봉", "salary") and told by few others; beside a sentence that answers at
least one of these stands.
"""

import re
from functools import lru_cache
from typing import Final

from app.answering.abstention.attribute_words import OF_PEOPLE_AND_BODIES, Attribute
from app.answering.abstention.visitor_words import OF_VISITS_AND_SUMS
from app.retrieval.question import Question
from indexing.article import Article
from indexing.language.detection import QUESTION_CHARACTERS

_ATTRIBUTES: Final = (*OF_PEOPLE_AND_BODIES, *OF_VISITS_AND_SUMS)
_AROUND: Final = 120
"""Characters before and behind a sentence that count as said beside it: about a sentence each."""
_RATE: Final = re.compile(r"[가-힣]{1,8}(?<![비확환법규선])[률율](?![가-힣]{2})")
_RATE_TOLD: Final = re.compile(r"(?P<rate>[가-힣]{1,8}(?<![비확환법규선])[률율])[은는이가]?\s?(?:약\s)?$")
_KIND: Final = 3
"""Syllables that name a rate at the end of a compound: 최종투표율 is a 투표율."""


def lacks_attribute(question: Question, article: Article, start: int, end: int) -> bool:
    """Whether the question asks for an attribute that neither a sentence nor what stands around it tells.

    Args:
        question: what is asked.
        article: whose sentence it is.
        start: offset of the sentence in the article's body.
        end: offset after it.
    """
    wanted = _wanted(question.text[:QUESTION_CHARACTERS])
    said = f"{article.title}\n{article.body[max(0, start - _AROUND) : end + _AROUND]}" if wanted else ""
    return not all(one.told.search(said) for one in wanted)


@lru_cache(maxsize=16)
def _wanted(asked: str) -> tuple[Attribute, ...]:
    """Those that a question asks for, which is asked of every sentence."""
    return tuple(one for one in _ATTRIBUTES if one.asked.search(asked))


def is_of_another_rate(question: Question, before: str) -> bool:
    """Whether a number is told as another rate than the one asked for: 투표율은 |81.6% is no 득표율.

    Args:
        question: what is asked.
        before: the sentence up to the number.
    """
    asked = _RATE.findall(question.text[:QUESTION_CHARACTERS])
    told = _RATE_TOLD.search(before)
    return bool(asked and told) and not any(told["rate"].endswith(one[-_KIND:]) for one in asked if told)
