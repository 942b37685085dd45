"""The extractive answerer: the best sentences, quoted and cited, with a short answer first. No language model."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from app.answering.abstention.mismatches.editions import is_of_another_edition
from app.answering.abstention.mismatches.mismatches import Mismatches, is_of_another_occurrence
from app.answering.abstention.non_answers.non_answers import non_answer
from app.answering.abstention.refusal import Refusal
from app.answering.abstention.rule import AbstentionRule, Judgement
from app.answering.abstention.unknown_topic import UnknownTopics
from app.answering.answer import Answer, Citation, RetrievedPassage
from app.answering.citations import cite, newest
from app.answering.close_reading.echoes import is_echo
from app.answering.close_reading.reader import CloseReader
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.finder import EvidenceFinder
from app.answering.extractive.choice import AS_GOOD, Choice, Chooser, alternatives
from app.answering.extractive.quotation import meaning, reported, source_of
from app.answering.model_failure import ModelError
from app.answering.notices import notices_for
from app.answering.translation.short_answer import ShortAnswers
from app.answering.wording import WORDINGS
from app.question.question import Question

CONSIDERED = 40
"""Sentences looked at for a missing kind of span or for confirmation by another article."""
_MOST_MEANINGS = 2
_SPELT_OUT = re.compile(r"\d{1,2}월 ?\d")
"""Month and day are stated; only the year comes from the article's date, which is shown beside the quote."""
_OF_TELLING = re.compile(r"\s?(?:밝혔|밝힌|전했|말했|알렸|발표했|설명했)|\s(?:said|announced|told)\b")
"""Behind a date that is only when something was told: 연다고 16일 밝혔다."""


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
        chooser: Chooser,
        today: Callable[[], date],
    ) -> None:
        self._finder = finder
        self._reader = reader
        self._short_answers = short_answers
        self._rule = rule
        self._mismatches = mismatches
        self._topics = topics
        self._refusal = refusal
        self._chooser = chooser
        self._today = today

    def stream(
        self, question: Question, passages: Sequence[RetrievedPassage], failed: ModelError | None = None
    ) -> Iterator[Answer]:
        """One snapshot: the whole answer, or an abstention that says what the archive covers."""
        yield self.answer(question, passages)

    def answer(self, question: Question, passages: Sequence[RetrievedPassage]) -> Answer:
        """Answer ``question`` from ``passages`` and the rest of their articles."""
        read = self._reader.read(question, self._finder.find(question, passages))[:CONSIDERED]
        instead = non_answer(question, read)
        evidence = [instead] if instead else self._telling(question, read)
        judgement = Judgement.ANSWERED if instead else self._rule.judge(evidence, passages)
        if judgement is Judgement.DECLINED or self._is_of_another_thing(question, evidence, passages):
            return self._refusal.refuse(question, passages)
        chosen = self._chooser.choose(question, evidence)
        is_doubted = judgement is Judgement.DOUBTED or _holds_another_office(question, chosen)
        doubt = (WORDINGS[question.language].uncertain,) if is_doubted else ()
        citations = _citations(chosen.cited)
        others = alternatives(chosen, evidence) if is_doubted else ()
        return Answer(
            question=question.text,
            language=question.language,
            text="\n\n".join(self._paragraphs(question, chosen, citations)),
            short_answer=self._short_answer(question, chosen),
            answered=True,
            citations=citations,
            alternatives=_citations(others, first=len(citations) + 1),
            as_of=newest(citations),
            dates=_dates(chosen),
            notices=(*doubt, *notices_for(question, citations, self._today())),
            passages=_best_first(chosen, passages),
        )

    def _telling(self, question: Question, evidence: list[Evidence]) -> list[Evidence]:
        """The evidence without sentences that cannot answer; none where no other is about as good as the best.

        What stands beside a sentence that cannot answer was found for the same words, and so no more likely tells; but
        what comes back is told of another year in the same words. What is not of the time asked for, or
        tells no day, is no answer in place of that.
        """
        today = self._today()
        occurring = [found for found in evidence if not is_of_another_occurrence(question, found, today)]
        if occurring and occurring[0] is not evidence[0]:
            occurring = [
                found for found in occurring if found.of_period and found.spans.keys() >= evidence[0].spans.keys()
            ]
        telling = [found for found in occurring if not self._mismatches.cannot_answer(question, found)]
        return telling if telling and telling[0].score >= occurring[0].score - AS_GOOD else []

    def _is_of_another_thing(
        self, question: Question, evidence: Sequence[Evidence], passages: Sequence[RetrievedPassage]
    ) -> bool:
        best, probability = evidence[0], self._rule.probability(evidence, passages)
        return is_of_another_edition(question, best.article) or bool(self._topics.find(question, best, probability))

    def _short_answer(self, question: Question, chosen: Choice) -> str | None:
        parts = [
            part
            for kind, found in chosen.by_kind.items()
            if (part := self._short_answers.render(kind, found, question.language))
            and not is_echo(question, kind, part)
        ]
        return " · ".join(dict.fromkeys(parts)) or None

    def _paragraphs(self, question: Question, chosen: Choice, citations: Sequence[Citation]) -> Iterator[str]:
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


def _citations(found: Iterable[Evidence], first: int = 1) -> tuple[Citation, ...]:
    return tuple(
        cite(marker, one.passage, one.text, one.start, one.dates) for marker, one in enumerate(found, start=first)
    )


def _holds_another_office(question: Question, chosen: Choice) -> bool:
    who = chosen.by_kind.get("who")
    return question.for_holder and who is not None and not who.spans["who"].office.fits


def _dates(chosen: Choice) -> tuple[str, ...]:
    when = chosen.by_kind.get("when")
    value = when.spans["when"].value if when else None
    return (value,) if value else ()


def _dates_answering(chosen: Choice) -> Sequence[str]:
    """The whole dates of the words that answer, where the answer itself may be one end of them or only the year."""
    when = chosen.by_kind.get("when")
    if when is None or not when.spans["when"].value:
        return ()
    span = when.spans["when"]
    return [found.iso for found in when.dates if found.start < span.end and span.start < found.end]


def _meanings(citation: Citation, language: str, dates: Sequence[str]) -> Iterator[str]:
    for reading in citation.readings:
        explains_answer = reading.value in dates
        behind = citation.quote[reading.end - citation.start :]
        is_clear = _SPELT_OUT.match(reading.text) or _OF_TELLING.match(behind)
        if reading.relative and (explains_answer or not (dates or is_clear)):
            yield meaning(citation, reading, language)


def _best_first(chosen: Choice, passages: Sequence[RetrievedPassage]) -> tuple[RetrievedPassage, ...]:
    """The cited passages lead the list, so that what is measured as first is what the reader is shown first."""
    cited = {found.passage.passage_id: found.passage for found in chosen.cited}
    rest = [passage for passage in passages if passage.passage_id not in cited]
    return (*cited.values(), *rest)
