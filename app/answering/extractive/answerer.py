"""The extractive answerer: the best sentences, quoted and cited, with a short answer first. No language model."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.answering.abstention.editions import is_of_another_edition
from app.answering.abstention.mismatches import Mismatches
from app.answering.abstention.refusal import Refusal
from app.answering.abstention.rule import AbstentionRule, Judgement
from app.answering.abstention.unknown_topic import UnknownTopics
from app.answering.answer import Answer, Citation, RetrievedPassage
from app.answering.citations import cite, newest
from app.answering.close_reading.reader import CloseReader
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.finder import EvidenceFinder
from app.answering.extractive.disagreement import Disagreements
from app.answering.extractive.finer_dates import finer_date
from app.answering.extractive.quotation import meaning, reported, source_of
from app.answering.extractive.tolls import latest_toll
from app.answering.model_failure import ModelError
from app.answering.notices import notices_for
from app.answering.translation.short_answer import ShortAnswers, name_introduced
from app.answering.wording import WORDINGS
from app.retrieval.question import Question

CONSIDERED = 40
"""Sentences looked at for a missing kind of span or for confirmation by another article."""
_AS_GOOD = 1.0
"""Evidence this close to the best, in the model's score, may complete or confirm it."""
_SPAN_COUNTS = 0.5
"""Of sentences about the same thing, the one with the more telling span answers: a day rather than a month."""
_MOST_MEANINGS = 2
_SPELT_OUT = re.compile(r"\d{1,2}월 ?\d")
"""Month and day are stated; only the year comes from the article's date, which is shown beside the quote."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the answer will say: evidence in order of use, and the evidence that gives each kind of short answer.

    ``other_numbers`` are sentences of other outlets that give another number; they are cited, too.
    """

    cited: tuple[Evidence, ...]
    by_kind: dict[str, Evidence]
    other_numbers: tuple[Evidence, ...] = ()

    @property
    def disputed(self) -> tuple[Evidence, ...]:
        """The sentences whose numbers disagree, the answer's first; empty where outlets agree."""
        return (self.by_kind["how_many"], *self.other_numbers) if self.other_numbers else ()


class ExtractiveAnswerer:
    """Answers with sentences of the archive, in the question's language."""

    def __init__(
        self,
        finder: EvidenceFinder,
        reader: CloseReader,
        short_answers: ShortAnswers,
        rule: AbstentionRule,
        mismatches: Mismatches,
        topics: UnknownTopics,
        refusal: Refusal,
        disagreements: Disagreements,
        today: Callable[[], date],
    ) -> None:
        self._finder = finder
        self._reader = reader
        self._short_answers = short_answers
        self._rule = rule
        self._mismatches = mismatches
        self._topics = topics
        self._refusal = refusal
        self._disagreements = disagreements
        self._today = today

    def stream(
        self, question: Question, passages: Sequence[RetrievedPassage], failed: ModelError | None = None
    ) -> Iterator[Answer]:
        """One snapshot: the whole answer, or an abstention that says what the archive covers."""
        yield self.answer(question, passages)

    def answer(self, question: Question, passages: Sequence[RetrievedPassage]) -> Answer:
        """Answer ``question`` from ``passages`` and the rest of their articles."""
        read = self._reader.read(question, self._finder.find(question, passages))[:CONSIDERED]
        evidence = self._telling(question, read)
        judgement = self._rule.judge(evidence, passages)
        if judgement is Judgement.DECLINED or self._is_of_another_thing(question, evidence, passages):
            return self._refusal.refuse(question, passages)
        chosen = self._choose(question, evidence)
        is_doubted = judgement is Judgement.DOUBTED or _holds_another_office(question, chosen)
        doubt = (WORDINGS[question.language].uncertain,) if is_doubted else ()
        citations = tuple(
            cite(marker, found.passage, found.text, found.start, found.dates)
            for marker, found in enumerate(chosen.cited, start=1)
        )
        return Answer(
            question=question.text,
            language=question.language,
            text="\n\n".join(self._paragraphs(question, chosen, citations)),
            short_answer=self._short_answer(question, chosen),
            answered=True,
            citations=citations,
            as_of=newest(citations),
            dates=_dates(chosen),
            notices=(*doubt, *notices_for(question, citations, self._today())),
            passages=_best_first(chosen, passages),
        )

    def _telling(self, question: Question, evidence: list[Evidence]) -> list[Evidence]:
        """The evidence without sentences that cannot answer; none where no other is about as good as the best.

        What stands beside a sentence that cannot answer was found for the same words, and so no more likely tells.
        """
        telling = [found for found in evidence if not self._mismatches.cannot_answer(question, found)]
        return telling if telling and telling[0].score >= evidence[0].score - _AS_GOOD else []

    def _is_of_another_thing(
        self, question: Question, evidence: Sequence[Evidence], passages: Sequence[RetrievedPassage]
    ) -> bool:
        best, probability = evidence[0], self._rule.probability(evidence, passages)
        return is_of_another_edition(question, best.article) or bool(self._topics.find(question, best, probability))

    def _choose(self, question: Question, evidence: list[Evidence]) -> _Chosen:
        best = evidence[0]
        close = [found for found in evidence if found.score >= best.score - _AS_GOOD]
        by_kind = {}
        for kind in question.kinds:
            holders = [found for found in close if kind in found.spans]
            if holders:
                by_kind[kind] = max(holders, key=lambda found: found.score + _SPAN_COUNTS * found.spans[kind].score)
        if "when" in by_kind:
            by_kind["when"] = finer_date(question, by_kind["when"], evidence)
        if "how_many" in by_kind:
            by_kind["how_many"] = latest_toll(question, by_kind["how_many"], evidence)
        cited = list(dict.fromkeys((*by_kind.values(), *(() if by_kind else (best,)))))
        if "who" in by_kind:
            cited += _introducing(by_kind["who"], evidence)
        counted = by_kind.get("how_many")
        others = self._disagreements.find(counted, evidence) if counted else ()
        confirming = next((found for found in close if not others and _confirms(found, by_kind)), None)
        cited += [confirming] if confirming else others
        return _Chosen(tuple(dict.fromkeys(cited)), by_kind, others)

    def _short_answer(self, question: Question, chosen: _Chosen) -> str | None:
        parts = (self._short_answers.render(kind, found, question.language) for kind, found in chosen.by_kind.items())
        return " · ".join(dict.fromkeys(part for part in parts if part)) or None

    def _paragraphs(self, question: Question, chosen: _Chosen, citations: Sequence[Citation]) -> Iterator[str]:
        """What outlets disagree on, the quotes, then what their relative dates mean.

        Of relative dates, the one that answers, else those that need explaining.
        """
        language = question.language
        markers = dict(zip(chosen.cited, citations, strict=True))
        values = [
            WORDINGS[language].value.format(
                source=source_of(markers[found], language),
                value=self._short_answers.render("how_many", found, language) or found.spans["how_many"].text,
                marker=markers[found].marker,
            )
            for found in chosen.disputed
        ]
        if values:
            told = WORDINGS[language]
            is_by_outlet = all(found.article.publisher for found in chosen.disputed)
            yield (told.disagree if is_by_outlet else told.reports_disagree).format(values=", ".join(values))
        yield from (reported(citation, language) for citation in citations)
        asked = _dates_answering(chosen)
        meanings = [line for citation in citations for line in _meanings(citation, language, asked)]
        yield from meanings[:_MOST_MEANINGS]


def _holds_another_office(question: Question, chosen: _Chosen) -> bool:
    who = chosen.by_kind.get("who")
    return question.for_holder and who is not None and not who.spans["who"].office.fits


def _introducing(who: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentence that introduces somebody whom the answer's own sentence calls "민 국장"."""
    name = name_introduced(who)
    same = (found for found in evidence if name and found.article is who.article and name in found.text)
    first = min(same, key=lambda found: found.start, default=None)
    return [first] if first else []


def _confirms(found: Evidence, by_kind: dict[str, Evidence]) -> bool:
    """Another article says the same."""
    return any(
        kind in found.spans
        and found.article.article_id != holder.article.article_id
        and _content(found, kind) == _content(holder, kind)
        for kind, holder in by_kind.items()
    )


def _content(found: Evidence, kind: str) -> str:
    span = found.spans[kind]
    return span.value or span.text


def _dates(chosen: _Chosen) -> tuple[str, ...]:
    when = chosen.by_kind.get("when")
    value = when.spans["when"].value if when else None
    return (value,) if value else ()


def _dates_answering(chosen: _Chosen) -> Sequence[str]:
    """The whole dates of the words that answer, where the answer itself may be one end of them or only the year."""
    when = chosen.by_kind.get("when")
    if when is None or not when.spans["when"].value:
        return ()
    span = when.spans["when"]
    return [found.iso for found in when.dates if found.start < span.end and span.start < found.end]


def _meanings(citation: Citation, language: str, dates: Sequence[str]) -> Iterator[str]:
    for reading in citation.readings:
        explains_answer = reading.value in dates
        if reading.relative and (explains_answer or not (dates or _SPELT_OUT.match(reading.text))):
            yield meaning(citation, reading, language)


def _best_first(chosen: _Chosen, passages: Sequence[RetrievedPassage]) -> tuple[RetrievedPassage, ...]:
    """The cited passages lead the list, so that what is measured as first is what the reader is shown first."""
    cited = {found.passage.passage_id: found.passage for found in chosen.cited}
    rest = [passage for passage in passages if passage.passage_id not in cited]
    return (*cited.values(), *rest)
