"""An article read for one question: what each sentence names itself, and what it is about all the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.answering.abbreviations import find_abbreviations, with_abbreviations
from app.answering.citations import dates_within
from app.answering.spans.span import SentenceContext
from app.question.concept import Concept, TextView
from app.question.question import Question
from indexing.article import Article, Passage
from indexing.language.sentences import sentence_spans
from indexing.language.temporal import TemporalExpression, find_temporal_expressions

READ: Final = 100_000
"""Characters: a longer "article" is a book or a log, and only its beginning is weighed."""

# What a mention outside the sentence itself is worth. A news paragraph names its subject once, in the headline or
# the lead, and goes on with "이번 총회는": the sentence is then about the subject although it does not name it.
_BEFORE: Final = 0.8
_TITLE: Final = 0.75
_ELSEWHERE: Final = 0.55
_SPECIFIC: Final = 4
_PUBLISHED: Final = 0.6
_REPORTERS: Final = r"(?:[가-힣]{2,4}(?:[·,]\s?|\s)){0,3}[가-힣]{2,4}\s?[가-힣]{0,4}(?:기자|특파원|통신원)\s?="
_LEAD: Final = re.compile(
    rf"^(?:(?:\[[^\]\n]{{1,30}}\]|【[^】\n]{{1,30}}】|\([^()=\n]{{1,20}}=[^()\n]{{1,20}}\))?\s?{_REPORTERS}"
    r"|\[[^\]\n]{1,30}\]|【[^】\n]{1,30}】|\([^()=\n]{1,20}=[^()\n]{1,20}\)"
    r"|[가-힣]{2,4}\s?(?:기자|특파원|통신원)\s?[/|]?\s?[(<]?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}[)>]?(?=\s)"
    r"|[A-Z][A-Z/. ]{2,30}(?:, [A-Z][\w. ]{1,20}){0,3} \([A-Z][\w -]{1,30}\) (?:--|[-–—]) )\s*"
)
"""An agency's signature before the first word, no part of what is quoted: (서울=통신사) 이름 기자 = …, "SEOUL, June 11
(Agency) -- …"; or a reporter's name and address."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence and how far it names each concept and period of the question, in the question's order, 0..1.

    Attributes:
        passage: the passage it stands in, wholly.
        start: offset in the article's body.
        end: offset after the last character.
        text: the sentence.
        dates: its temporal expressions, read with the whole article before it; offsets count from ``start``.
        own: what it names itself.
        before: what the sentence before it names (the headline, for the first).
        named: the best of its own words, its neighbours', the headline's and the rest of the article's.
        of_period: how far it is of the times that the question names, 0..1: 1 where it dates itself so or none is
            named, less where only its article came out then, or tells no date of its own and names them elsewhere.
    """

    passage: Passage
    start: int
    end: int
    text: str
    dates: tuple[TemporalExpression, ...]
    own: tuple[float, ...]
    before: tuple[float, ...]
    named: tuple[float, ...]
    of_period: float


class ArticleReading:
    """Reads ``article`` for ``question``, passage by passage, so that every sentence can be cited within one."""

    def __init__(self, article: Article, passages: Sequence[Passage], question: Question) -> None:
        self._article = article
        self._text = f"{article.title}\n{article.body}"
        self._question = question
        self._concepts = with_abbreviations(question.concepts, find_abbreviations(article.body))
        self._passages = [passage for passage in passages if passage.start < READ]
        self._places = [(passage, *span) for passage in self._passages for span in _sentences(passage)]
        end = self._passages[-1].end if self._passages else 0
        dates = find_temporal_expressions(article.body[:end], article.published_on)
        self._dates = [dates_within(dates, start, end) for _, start, end in self._places]
        title_dates = find_temporal_expressions(article.title, article.published_on)
        self._title = self._names(article.title, title_dates)
        body = TextView(article.body[:end]).names_each(self._concepts)
        self._rows = [
            self._names(article.body[start:end], dates, body)
            for (_, start, end), dates in zip(self._places, self._dates, strict=True)
        ]
        self._anywhere = tuple(map(max, zip(*self._rows, self._title, strict=True)))

    @property
    def sentences(self) -> tuple[ReadSentence, ...]:
        """The article's sentences in order."""
        return tuple(self._sentence(index) for index in range(len(self._places)))

    @property
    def start(self) -> int:
        """Offset of the first sentence in the article's body."""
        return self._places[0][1] if self._places else 0

    @property
    def missing(self) -> tuple[Concept, ...]:
        """Names and long Korean nouns that the article does not hold at all, in any wording."""
        pairs = zip(self._question.concepts, self._anywhere[: len(self._concepts)], strict=True)
        return tuple(concept for concept, named in pairs if not named and (concept.is_name or _is_specific(concept)))

    @property
    def missing_period(self) -> bool:
        """The question names a date or year that the article neither mentions nor comes from."""
        return any(not named for named in self._anywhere[len(self._concepts) :])

    def context(self, sentence: ReadSentence) -> SentenceContext:
        """The sentence as the span finders want it."""
        return SentenceContext(
            sentence.text,
            self._question,
            self._concepts,
            sentence.dates,
            self._article.published_on,
            self._text,
        )

    def _sentence(self, index: int) -> ReadSentence:
        passage, start, end = self._places[index]
        own, before = self._rows[index], self._rows[index - 1] if index else self._title
        named = tuple(
            max(here, _BEFORE * previous, _TITLE * headline, _ELSEWHERE * anywhere)
            for here, previous, headline, anywhere in zip(own, before, self._title, self._anywhere, strict=True)
        )
        periods = (own if self._article.published_on else named)[len(self._concepts) :]
        of_period = sum(periods) / len(periods) if periods else 1.0
        text = self._article.body[start:end]
        return ReadSentence(passage, start, end, text, self._dates[index], own, before, named, of_period)

    def _names(
        self, text: str, dates: Sequence[TemporalExpression], within: Sequence[float] | None = None
    ) -> tuple[float, ...]:
        view = TextView(text)
        periods = (self._period(period, dates, view) for period in self._question.periods)
        return (*view.names_each(self._concepts, within), *periods)

    def _period(self, period: TemporalExpression, readings: Sequence[TemporalExpression], view: TextView) -> float:
        """1 when a date of the text lies in the period or names its year, less for an article published in it."""
        if any(period.first <= found.first and found.last <= period.last for found in readings):
            return 1.0
        if period.granularity == "year" and str(period.first.year) in view.numbers:
            return 1.0
        published = self._article.published_on or date.min
        return _PUBLISHED if period.first <= published <= period.last else 0.0


def _is_specific(concept: Concept) -> bool:
    """공영주차장 is one thing; an article without it is about another, whatever else agrees."""
    return concept.importance == 1 and len(concept.forms[0]) >= _SPECIFIC and "가" <= concept.forms[0][0] <= "힣"


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    """Offsets, in the body, of a passage's sentences without agencies' signatures."""
    for start, end in sentence_spans(passage.text):
        lead = _LEAD.match(passage.text[start:end])
        skipped = lead.end() if lead and lead.end() < end - start else 0
        yield passage.start + start + skipped, passage.start + end
