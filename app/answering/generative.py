"""The generative answerer: any LlamaIndex ``LLM`` writes, the markers are checked, the extractive answerer catches."""

import calendar
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.llms import LLM

from app.answering.answer import Answer, Citation, RetrievedPassage
from app.answering.answerer import Answerer
from app.answering.citations import cite, dates_of, dates_within, newest
from app.answering.markers import MarkedText, read_markers
from app.answering.notices import notices_for
from app.answering.prompts import NO_ANSWER, Prompts
from app.answering.refusal import Refusal
from app.answering.wording import WORDINGS
from app.retrieval.concept import Concept, TextView
from app.retrieval.question import Question, QuestionAnalyser
from indexing.errors import AnswerError
from indexing.language.sentences import sentence_spans

LONGEST_ANSWER = 8000
"""Characters; a model that never stops is cut off here."""


class GenerativeAnswerer:
    """Answers in a model's own words, held to the passages it was shown."""

    def __init__(
        self,
        llm: LLM,
        prompts: Prompts,
        fallback: Answerer,
        refusal: Refusal,
        analyser: QuestionAnalyser,
        today: Callable[[], date],
        *,
        longest_seconds: float,
    ) -> None:
        """Take finished parts.

        Args:
            llm: any LlamaIndex language model.
            prompts: what it is told.
            fallback: answers when the model fails, stalls, or cites nothing.
            refusal: words for "not in this archive".
            analyser: finds which sentence of a passage carries a claim.
            today: the asker's day.
            longest_seconds: the whole answer must be there by then; the endpoint's own timeout bounds each silence.
        """
        self._llm = llm
        self._prompts = prompts
        self._fallback = fallback
        self._refusal = refusal
        self._analyser = analyser
        self._today = today
        self._longest_seconds = longest_seconds

    def stream(self, question: Question, passages: Sequence[RetrievedPassage]) -> Iterator[Answer]:
        """Snapshots as the model writes; on failure, one extractive answer with a notice that says why."""
        if question.is_empty or not passages:
            yield self._refusal.refuse(question, passages)
            return
        shown = self._prompts.fitting(passages)
        written = ""
        try:
            for written in self._write(question, shown):
                if not NO_ANSWER.startswith(written.strip()[: len(NO_ANSWER)]):
                    text = read_markers(written, len(shown)).text.strip()
                    yield Answer(question=question.text, language=question.language, text=text)
        except AnswerError as error:
            yield from self._fall_back(question, passages, str(error))
            return
        yield from self._finish(question, written, shown, passages)

    def _finish(
        self, question: Question, written: str, shown: Sequence[RetrievedPassage], passages: Sequence[RetrievedPassage]
    ) -> Iterator[Answer]:
        if NO_ANSWER in written:
            yield self._refusal.refuse(question, passages)
            return
        marked = read_markers(written, len(shown))
        if not marked.used:
            yield from self._fall_back(question, passages, WORDINGS[question.language].uncited)
            return
        answer = self._answer(question, marked, shown, passages)
        yield replace(answer, notices=self._notices(question, answer, marked))

    def _write(self, question: Question, shown: Sequence[RetrievedPassage]) -> Iterator[str]:
        """The text so far, again and again.

        Raises:
            AnswerError: the endpoint failed, fell silent, took too long or said nothing.
        """
        started = time.monotonic()
        written = ""
        try:
            for chunk in self._llm.stream_chat(self._messages(question, shown)):
                written += chunk.delta or ""
                if time.monotonic() - started > self._longest_seconds:
                    raise AnswerError(f"no complete answer after {self._longest_seconds:.0f} s")
                yield written
                if len(written) > LONGEST_ANSWER:
                    break
        except AnswerError:
            raise
        except Exception as error:
            # Every vendor has its own tree of errors; at this border they all mean "no answer from the model".
            raise AnswerError(f"{type(error).__name__}: {str(error)[:200] or 'no details'}") from error
        if not written.strip():
            raise AnswerError("it said nothing")

    def _messages(self, question: Question, shown: Sequence[RetrievedPassage]) -> list[ChatMessage]:
        system = self._prompts.system(question.language, self._today())
        user = self._prompts.question(question.language, question.text, shown)
        return [ChatMessage(role=MessageRole.SYSTEM, content=system), ChatMessage(role=MessageRole.USER, content=user)]

    def _fall_back(self, question: Question, passages: Sequence[RetrievedPassage], reason: str) -> Iterator[Answer]:
        notice = WORDINGS[question.language].fallback.format(reason=reason)
        for answer in self._fallback.stream(question, passages):
            yield replace(answer, notices=(notice, *answer.notices))

    def _answer(
        self,
        question: Question,
        marked: MarkedText,
        shown: Sequence[RetrievedPassage],
        passages: Sequence[RetrievedPassage],
    ) -> Answer:
        citations = tuple(
            self._citation(marker, shown[number - 1], claim)
            for marker, (number, claim) in enumerate(zip(marked.used, marked.claims, strict=True), start=1)
        )
        return Answer(
            question=question.text,
            language=question.language,
            text=marked.text.strip(),
            answered=True,
            citations=citations,
            as_of=newest(citations),
            dates=_dates(citations, marked.text),
            passages=tuple(passages),
        )

    def _citation(self, marker: int, passage: RetrievedPassage, claim: str) -> Citation:
        """Cites the sentence of the passage that says most of what the claim says."""
        concepts = self._analyser.analyse(claim).concepts
        spans = sentence_spans(passage.text)
        start, end = max(spans, key=lambda span: _agreement(passage.text[span[0] : span[1]], claim, concepts))
        dates = dates_within(dates_of(passage), start, end)
        return cite(marker, passage, passage.text[start:end], passage.start + start, dates)

    def _notices(self, question: Question, answer: Answer, marked: MarkedText) -> tuple[str, ...]:
        notices = notices_for(question, answer.citations, self._today())
        if marked.dropped:
            notices += (WORDINGS[question.language].markers_dropped.format(count=marked.dropped),)
        return notices


def _agreement(sentence: str, claim: str, concepts: Sequence[Concept]) -> float:
    view = TextView(sentence)
    named = sum(view.names(concept) for concept in concepts)
    numbers = len(view.numbers & TextView(claim).numbers)
    return named + 0.5 * numbers


def _dates(citations: Sequence[Citation], text: str) -> tuple[str, ...]:
    """Resolved dates of the cited sentences that the text repeats."""
    values = [reading.value for citation in citations for reading in citation.readings]
    return tuple(dict.fromkeys(value for value in values if all(_says(text, part) for part in value.split("/"))))


def _says(text: str, value: str) -> bool:
    """The text holds the day and month of an ISO date, the month of an ISO month, or the year."""
    numbers = TextView(text).numbers
    year, *rest = value.split("-")
    if not rest:
        return year in numbers
    month, day = int(rest[0]), rest[1:]
    has_month = str(month) in numbers or calendar.month_name[month].lower() in text.lower()
    return has_month and all(str(int(number)) in numbers for number in day)
