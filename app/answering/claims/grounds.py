"""What a claim rests on: the sentences it cites, the passage they stand in, and the article's date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.answering.answer import RetrievedPassage
from app.answering.citations import dates_of, dates_within, published_day
from app.question.concept import TextView
from indexing.language.hangul import has_hangul
from indexing.language.sentences import sentence_spans
from indexing.language.temporal import TemporalExpression


@dataclass(frozen=True)
class Grounds:
    """One cited sentence with its surroundings.

    Attributes:
        quote: the sentence.
        near: the sentence with its neighbours in the passage: numbers and dates may stand there.
        around: headline, outlet and whole passage: names may stand there, since a paragraph names its subject once.
        dates: temporal expressions of ``near``, resolved.
        published_on: the article's publication day.
    """

    quote: str
    near: str
    around: str
    dates: Sequence[TemporalExpression]
    published_on: date | None

    @cached_property
    def is_korean(self) -> bool:
        """Whether the sentence is Korean."""
        return has_hangul(self.quote)

    @cached_property
    def view(self) -> TextView:
        """``around``, prepared for looking up names."""
        return TextView(self.around)


@dataclass(frozen=True, slots=True)
class GroundSentence:
    """A sentence of a passage that a claim may rest on: offsets in the passage, and its grounds."""

    start: int
    end: int
    grounds: Grounds


def grounds_of(passage: RetrievedPassage) -> tuple[GroundSentence, ...]:
    """The sentences of a passage in order, each with its neighbours; none for a passage without visible text."""
    spans = sentence_spans(passage.text)
    dates = dates_of(passage)
    around = "\n".join((passage.title, passage.publisher or "", passage.text))
    found = []
    for index, (start, end) in enumerate(spans):
        first, last = spans[max(0, index - 1)][0], spans[min(len(spans) - 1, index + 1)][1]
        grounds = Grounds(
            quote=passage.text[start:end],
            near=passage.text[first:last],
            around=around,
            dates=dates_within(dates, first, last),
            published_on=published_day(passage),
        )
        found.append(GroundSentence(start, end, grounds))
    return tuple(found)
