"""The generative answerer: any LlamaIndex ``LLM`` writes, each sentence is checked, the extractive answerer catches."""

import calendar
import logging
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from app.answering.abstention.refusal import Refusal
from app.answering.answer import Answer, Citation, RetrievedPassage
from app.answering.answerer import Answerer
from app.answering.citations import newest
from app.answering.generative.language_model import LanguageModel
from app.answering.generative.markers import MarkedText, read_markers
from app.answering.generative.plain_text import closes_reasoning, plain_text
from app.answering.generative.prompts import NO_ANSWER, Prompts
from app.answering.generative.verification import Verifier
from app.answering.model_failure import ModelError
from app.answering.notices import notices_for
from app.answering.wording import WORDINGS
from app.question.concept import TextView
from app.question.question import Question

LONGEST_ANSWER: Final = 8000
"""Characters of an answer that are read."""
DRAFTS_EVERY: Final = 0.1
"""Seconds between two drafts at least: a fast model sends hundreds of pieces a second, and each draft is read anew."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_HANGUL: Final = re.compile(r"[가-힣]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_OWN_LETTERS: Final = 0.4
"""Share of an answer's letters that are of the question's script: Korean with many Latin names has more."""

_log = logging.getLogger(__name__)


class GenerativeAnswerer:
    """Answers in a model's own words, held to the passages it was shown."""

    def __init__(
        self,
        model: LanguageModel,
        prompts: Prompts,
        verifier: Verifier,
        fallback: Answerer,
        refusal: Refusal,
        today: Callable[[], date],
    ) -> None:
        """Take finished parts.

        Args:
            model: writes.
            prompts: what it is told.
            verifier: checks what it wrote.
            fallback: answers when the model fails, stalls, cites nothing or leaves the question's language.
            refusal: words for "not in this archive".
            today: the asker's day.
        """
        self._model = model
        self._prompts = prompts
        self._verifier = verifier
        self._fallback = fallback
        self._refusal = refusal
        self._today = today
        self._reasons_aloud = False

    def stream(
        self, question: Question, passages: Sequence[RetrievedPassage], failed: ModelError | None = None
    ) -> Iterator[Answer]:
        """Snapshots as the model writes; on failure, one extractive answer with a notice that says why.

        Reasoning that a model closes but does not open looks like its answer until then. What a model writes is
        therefore shown only from the closing on where its last answer had one.
        """
        if question.is_empty or not passages:
            yield self._refusal.refuse(question, passages)
            return
        if failed is not None:
            yield from self._without_model(question, passages, failed)
            return
        shown = self._prompts.fitting(question.language, passages)
        text, next_draft = "", 0.0
        try:
            for text in self._write(question, shown):
                if time.monotonic() < next_draft:
                    continue
                if draft := self._draft(text, len(shown)):
                    yield Answer(question=question.text, language=question.language, text=draft)
                next_draft = time.monotonic() + DRAFTS_EVERY
        except ModelError as error:
            yield from self._without_model(question, passages, error)
            return
        self._reasons_aloud = closes_reasoning(text)
        yield from self._finish(question, plain_text(text)[:LONGEST_ANSWER], shown, passages)

    def _draft(self, text: str, shown: int) -> str:
        """What can be shown of an unfinished text, empty where nothing can."""
        if self._reasons_aloud and not closes_reasoning(text):
            return ""
        written = plain_text(text)[:LONGEST_ANSWER]
        if NO_ANSWER.startswith(written.strip()[: len(NO_ANSWER)]):
            return ""
        return read_markers(written, shown).rendered()

    def _write(self, question: Question, shown: Sequence[RetrievedPassage]) -> Iterator[str]:
        system = self._prompts.system(question.language, self._today())
        return self._model.write(system, self._prompts.question(question.language, question.text, shown))

    def _finish(
        self, question: Question, written: str, shown: Sequence[RetrievedPassage], passages: Sequence[RetrievedPassage]
    ) -> Iterator[Answer]:
        if NO_ANSWER in written:
            yield self._refusal.refuse(question, passages)
            return
        marked = read_markers(written, len(shown))
        wording = WORDINGS[question.language]
        if not marked.markers:
            yield from self._fall_back(question, passages, wording.uncited)
        elif not _is_in(question.language, marked.bare):
            yield from self._fall_back(question, passages, wording.other_language)
        else:
            yield self._answer(question, marked, shown, passages)

    def _without_model(
        self, question: Question, passages: Sequence[RetrievedPassage], error: ModelError
    ) -> Iterator[Answer]:
        _log.warning("the language model failed on %r: %s", question.text, error)
        told = WORDINGS[question.language].failures[error.failure].format(told=error.told)
        yield from self._fall_back(question, passages, told.strip())

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
        verified = self._verifier.verify(marked, shown, question.language)
        notices = (*verified.notices, *notices_for(question, verified.citations, self._today()))
        if marked.dropped:
            notices += (WORDINGS[question.language].markers_dropped.format(count=marked.dropped),)
        return Answer(
            question=question.text,
            language=question.language,
            text=verified.text,
            answered=True,
            citations=verified.citations,
            as_of=newest(verified.citations),
            dates=_dates(verified.citations, marked.bare),
            notices=notices,
            passages=tuple(passages),
        )


def _is_in(language: str, text: str) -> bool:
    """Whether a text is in the question's language, as far as its letters tell."""
    own = _HANGUL if language == "ko" else _LATIN
    return len(own.findall(text)) >= _OWN_LETTERS * len(_LETTER.findall(text))


def _dates(citations: Sequence[Citation], text: str) -> tuple[str, ...]:
    """Resolved dates of the cited sentences that the text repeats."""
    values = [reading.value for citation in citations for reading in citation.readings]
    return tuple(dict.fromkeys(value for value in values if all(_says(text, part) for part in value.split("/"))))


def _says(text: str, value: str) -> bool:
    """The text holds the day and month of an ISO date, the month of an ISO month, or the year.

    Months have a capital: "may" and "march" are verbs.
    """
    numbers = TextView(text).numbers
    year, *rest = value.split("-")
    if not rest:
        return year in numbers
    month, day = int(rest[0]), rest[1:]
    has_month = str(month) in numbers or re.search(rf"\b{calendar.month_name[month]}\b", text) is not None
    return has_month and all(str(int(number)) in numbers for number in day)
