"""Follow-up questions: whether a question goes on about the one before, and what it then is about."""

import re
from dataclasses import replace

from app.retrieval.concept import Concept, TextView
from app.retrieval.question import Question

_FEW = 2
"""A question with fewer concepts of its own may lean on the one before it."""
_SELF_CONTAINED = 3
"""In a question with so many concepts of its own, "it" or "they" points to one of them."""
_GOES_ON = re.compile(
    r"^\W*(?:그럼|그러면|그리고|그런데|근데|그래서|그때|그날|당시|거기|그곳|이건(?![가-힣])|그건|그게|그거|그것)"
    r"|(?<![가-힣])(?:그|이|저)\s(?=[가-힣])|(?<![가-힣])(?:그때|그날|거기서?|그곳|그분|그들)(?![가-힣]{2})"
    r"|^\W*(?:and|but|so|then|also|what about|how about)\b",
    re.IGNORECASE,
)
"""Words that begin a follow-up or point back to what was spoken of."""
_MAY_POINT_BACK = re.compile(
    r"\b(?:(?-i:[Ii]t)|its|they|them|theirs?|he|him|his|she|hers?|that|those|these|then|there(?=\W*$))\b", re.IGNORECASE
)
"""Words that point back, or to a word of the same question: "Hanbit and its library", "the ferry that drifted"."""
_THING = 0.7
"""Importance of nouns and names; what is below is a predicate, or a noun that says what kind of answer is wanted."""
_ELLIPSIS = re.compile(r"(?:[가-힣][은는도]요?|^\W*(?:\S+\s+){0,2}[A-Za-z]+)\W*$")
"""Half a question, "관람객은?", "The venue?": it says of what, and leaves open what about it."""


def leans(question: Question) -> bool:
    """Whether a question goes on about the one before: it says so, points back, or names too little by itself."""
    return _says_so(question) or _names_little(question)


def may_stand_alone(question: Question) -> bool:
    """Whether a question that leans may also have a topic of its own: a whole question about one thing."""
    return not _says_so(question) and not _ELLIPSIS.search(question.text) and bool(_things(question))


def with_topic(question: Question, before: Question) -> Question:
    """The question about what an earlier one was about, and in its period unless it names another."""
    concepts = {concept.forms: concept for concept in (*before.concepts, *question.concepts)}
    periods = question.periods or before.periods
    return replace(question, concepts=tuple(concepts.values()), periods=periods, leans_on=before.text)


def named_share(text: TextView, question: Question) -> float:
    """Share of the things that a question is about that a text names, 0..1; 0 where it is about none."""
    things = _things(question)
    return sum(text.names(thing) == 1 for thing in things) / len(things) if things else 0.0


def _says_so(question: Question) -> bool:
    if _GOES_ON.search(question.text):
        return True
    return bool(_MAY_POINT_BACK.search(question.text)) and len(question.concepts) < _SELF_CONTAINED


def _names_little(question: Question) -> bool:
    return len(question.concepts) < _FEW and not any(concept.is_name for concept in question.concepts)


def _things(question: Question) -> list[Concept]:
    return [concept for concept in question.concepts if concept.importance >= _THING]
