"""A sentence that may answer, and all that speaks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.answering.answer import RetrievedPassage
from app.answering.evidence.marked import Marked
from app.answering.evidence.model import NAMES
from app.answering.spans.span import Span
from indexing.article import Article
from indexing.language.temporal import TemporalExpression

_ARTICLE = NAMES.index("article")
_COVERAGE = NAMES.index("coverage")
_WHOLLY = 0.99
"""Share of the question that a sentence names which names all of it, rounding aside."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One sentence that may answer.

    Attributes:
        article: its article.
        passage: the passage the sentence stands in.
        start: offset of the sentence in the article's body.
        end: offset after its last character.
        text: the sentence.
        support: share of the question, by weight, that the sentence, its neighbours or the headline name, 0..1.
        dates: the sentence's temporal expressions; offsets count from the sentence's beginning.
        spans: best short answer of each kind asked for, where there is one.
        alternatives: all short answers of each kind, best first.
        features: what the evidence model weighs, in the order of its NAMES.
        score: the model's, for ranking evidence of one question.
        of_period: how far it is of the times that the question names, 0..1; 1 where it names none.
        marked: what the comprehension model marked in it, None where it was not read closely.
        close: what the close reading weighs, in the order of its NAMES; empty before.
        beside: probability, 0..1, that it and none of the other best sentences answers, as they were read side by side;
            None where it was not read so.
    """

    article: Article
    passage: RetrievedPassage
    start: int
    end: int
    text: str
    support: float
    dates: Sequence[TemporalExpression]
    spans: Mapping[str, Span]
    alternatives: Mapping[str, Sequence[Span]]
    features: tuple[float, ...]
    score: float
    of_period: float = 1.0
    marked: Marked | None = None
    close: tuple[float, ...] = ()
    beside: float | None = None

    @property
    def behind(self) -> float:
        """The retrieval's log-odds of the article less those of the best one, 0 or less."""
        return self.features[_ARTICLE]

    @property
    def names_all(self) -> bool:
        """Whether the sentence itself names all that the question is about."""
        return self.features[_COVERAGE] >= _WHOLLY
