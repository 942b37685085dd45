"""A candidate short answer, and the sentence it is looked for in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache

from app.question.concept import Concept
from app.question.question import Question
from indexing.language.hangul import has_hangul
from indexing.language.temporal import TemporalExpression

_GOVERNING = 80
"""Characters from a date to the verb at the end of its clause."""
_ATTRIBUTE = 6
_FAR = 60
"""Characters; two clauses away, nearness says nothing any more."""
_LATIN = re.compile(r"[A-Za-z]{2}")


class OfficeHeld(Enum):
    """The office that a sentence gives a person, beside the office that a question asks for."""

    ASKED = "the one asked for"
    UNTOLD = "perhaps the one asked for: none is told, none is asked for, or the sentence names both"
    ANOTHER = "another title, and the sentence is silent of the one asked for"
    ELSEWHERE = "the title asked for, in another place"

    @property
    def fits(self) -> bool:
        """Whether such a person may be the one asked for."""
        return self in (OfficeHeld.ASKED, OfficeHeld.UNTOLD)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a sentence that may answer.

    Attributes:
        start: offset in the sentence.
        end: offset after the last character.
        text: the piece as it stands.
        score: plausibility, about 0..1.5, comparable within one kind of span.
        value: ISO 8601 for dates, else None.
        time: "18:30" where a date comes with a time of day, else None.
        until: the time of day at which a period ends that begins with ``time``, else None.
        office: of a person, how the office beside the name compares with the one asked for.
        of_week: of a day, whether its day of the week is asked for.
        defines: whether it says what the thing is that the question asks about, or how it ended.
    """

    start: int
    end: int
    text: str
    score: float
    value: str | None = None
    time: str | None = None
    until: str | None = None
    office: OfficeHeld = OfficeHeld.UNTOLD
    of_week: bool = False
    defines: bool = False


@dataclass(frozen=True)
class SentenceContext:
    """A sentence seen with the eyes of one question.

    Attributes:
        text: the sentence.
        question: what is asked.
        concepts: the question's concepts in this article's wordings.
        dates: the sentence's temporal expressions, resolved within the article ("이날" is the day named before), with
            offsets in the sentence.
        published_on: the article's publication day.
        article: its headline and body, which introduces the people of the sentence.
    """

    text: str
    question: Question
    concepts: Sequence[Concept]
    dates: Sequence[TemporalExpression] = ()
    published_on: date | None = None
    article: str = ""

    @cached_property
    def mentions(self) -> tuple[tuple[int, int], ...]:
        """Where the sentence names the question's concepts."""
        return tuple(span for concept in self.concepts for span in self._mentions_of(concept))

    @cached_property
    def predicates(self) -> tuple[int, ...]:
        """Where the sentence uses the verb of a Korean question ("언제 만났어?"): offsets of the verb."""
        verbs = [concept for concept in self.concepts if concept.importance < 1 and self.question.language == "ko"]
        return tuple(start for concept in verbs for start, _ in self._mentions_of(concept))

    def nearness(self, start: int, end: int) -> float:
        """1 beside a mention of what is asked about, falling to 0 at 60 characters; 0.3 when nothing is mentioned."""
        if not self.mentions:
            return 0.3
        gap = min(max(first - end, start - last, 0) for first, last in self.mentions)
        return max(0.0, 1 - gap / _FAR)

    def governed(self, start: int, end: int, otherwise: bool) -> bool:
        """True where the question's verb belongs to a date or place.

        Korean verbs stand after what they govern (9월에 열린다), or right before it as its attribute (취소된 2020년).

        Args:
            start: offset of the date or place.
            end: offset after it.
            otherwise: what is assumed where the sentence does not use the question's verb.
        """
        if not self.predicates:
            return otherwise
        return any(0 <= verb - end <= _GOVERNING or 0 < start - verb <= _ATTRIBUTE for verb in self.predicates)

    def is_date(self, start: int, end: int) -> bool:
        """True where the span overlaps a date."""
        return any(found.start < end and start < found.end for found in self.dates)

    def _mentions_of(self, concept: Concept) -> list[tuple[int, int]]:
        return [match.span() for form in concept.forms for match in _pattern(form).finditer(self.text)]

    def asked(self, start: int, end: int) -> bool:
        """True where the span only repeats the question."""
        return any(first <= start and end <= last for first, last in self.mentions)


Finder = Callable[[SentenceContext], list[Span]]


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    before = (
        r"(?<!\d)(?<!\d[.,])" if form[:1].isdigit() else ""
    )  # the 8 of "8월" stands not in "8,915명", nor in "1.8%"
    if has_hangul(form):
        return re.compile(before + r"\s?".join(re.escape(syllable) for syllable in form.replace(" ", "")))
    if form.isdigit():
        return re.compile(rf"(?<![A-Za-z]){before}{form}(?!\d|[.,]\d)")
    return re.compile(r"(?<![A-Za-z0-9])" + r"[\s-]+".join(map(re.escape, form.split())), re.IGNORECASE)


def whole_latin_word(text: str, start: int, end: int) -> tuple[int, int]:
    """A part of a text with the rest of the Latin words that it cuts: stems and word pieces begin and end inside them."""
    while 0 < start < end and _LATIN.fullmatch(text[start - 1 : start + 1]):
        start -= 1
    while start < end < len(text) and _LATIN.fullmatch(text[end - 1 : end + 1]):
        end += 1
    return start, end
