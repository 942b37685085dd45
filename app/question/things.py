"""What a question is about: things by their names, without times and without what anything may have."""

import re

from app.question.concept import Concept, TextView
from app.question.question import Question
from app.question.question_words import OF_SOMETHING

_THING = 0.7
"""Importance of nouns and names; what is below is a predicate, or a noun that says what kind of answer is wanted."""
_OPEN_WHEN = re.compile(
    r"[월화수목금토일]요일|주말|평일|주중|휴일|공휴일|연휴|밤|낮|아침|점심|저녁|새벽|오전|오후|심야|문을?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun|week|holi)days?|weekends?|mornings?|afternoons?|evenings?|nights?",
    re.IGNORECASE,
)
"""Days of a week, times of a day, and the door that opens then: of anything and therefore no topic of its own."""
TIME_PARTICLE = re.compile(r"(?:에서?|으로|로)?(?:은|는|엔|도|만|의|까지|부터)?요?")
"""What is left of "2025년에는" without its year, and of "일요일에도" without its day."""
YEAR = re.compile(r"(?:19|20)\d\d")
COUNTED_YEAR = re.compile(r"(?<![가-힣])(?:재작년|작년|지난해|올해|내년)|\b(?:last|this|next) year\b", re.IGNORECASE)


def things_of(question: Question) -> list[Concept]:
    """What a question is about, without what is of something else and of every such thing."""
    return [one for one in question.concepts if is_topic(one) and not is_of_something(one)]


def named_share(text: TextView, question: Question) -> float:
    """Share of the things that a question is about that a text names, 0..1; 0 where it is about none."""
    things = things_of(question)
    return sum(text.names(thing) == 1 for thing in things) / len(things) if things else 0.0


def is_topic(concept: Concept) -> bool:
    """Whether a concept is a noun or name, and no year."""
    beside_time = is_counted_year(concept) or YEAR.fullmatch(concept.surface)
    return concept.importance >= _THING and not beside_time


def is_of_something(concept: Concept) -> bool:
    """Whether every such thing has it, as a hospital has doctors and a hall a door that opens on Sundays."""
    return says_when_open(concept) or not OF_SOMETHING.isdisjoint((concept.surface.lower(), *concept.forms))


def says_when_open(concept: Concept) -> bool:
    """Whether a concept is a day of the week, a time of day, or the door that opens then."""
    said = _OPEN_WHEN.match(concept.surface)
    return bool(said and TIME_PARTICLE.fullmatch(concept.surface, said.end()))


def is_counted_year(concept: Concept) -> bool:
    """Whether a concept is a year counted from this one: "작년에는"."""
    year = COUNTED_YEAR.match(concept.surface)
    return bool(year and TIME_PARTICLE.fullmatch(concept.surface, year.end()))
