"""A conversation: history and a question -> a standalone question -> retrieved passages -> an answer."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore

from app.answering.answer import Answer, RetrievedPassage
from app.answering.answerer import Answerer
from app.answering.completion import with_stories
from app.answering.model_failure import ModelError
from app.answering.notices import notices_for
from app.answering.surroundings import with_surroundings
from app.answering.wording import WORDINGS
from app.question.counted_years import as_of
from app.question.follow_up import leans, may_lean
from app.question.question import Question, QuestionAnalyser
from app.question.remarks import Remark, Wish, remark_in
from app.retrieval.candidates import Searchable
from app.retrieval.stories import Story, StoryArchive
from app.topics import Topics

LONGEST_QUESTION = 1000
"""Characters; a longer question is cut, since nobody reads an answer to a pasted page."""
_STAGES = ("retrieval", "answering", "total")


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier exchange: what was asked and the text that answered."""

    question: str
    answer: str


class ReadableArchive(Searchable, StoryArchive, Protocol):
    """What a conversation needs of an archive."""


class Condenses(Protocol):
    """Whatever makes a follow-up question stand alone."""

    def condense(self, question: str, history: Sequence[tuple[str, str]]) -> str | None:
        """The standalone question, or None where it cannot be told; ``history`` is questions with their answers.

        Raises:
            ModelError: what condenses has failed, and is not to be asked once more for this question's answer.
        """
        ...


class Conversation:
    """Answers questions one after the other; holds no state, so one instance serves every reader."""

    def __init__(
        self,
        retriever: BaseRetriever,
        archive: ReadableArchive,
        analyser: QuestionAnalyser,
        answerer: Answerer,
        condenser: Condenses | None = None,
        *,
        today: Callable[[], date],
    ) -> None:
        """Take finished parts; without ``condenser`` a follow-up question carries the topic terms it leans on.

        ``today`` tells the asker's day.
        """
        self._retriever = retriever
        self._archive = archive
        self._analyser = analyser
        self._answerer = answerer
        self._condenser = condenser
        self._today = today
        self._topics = Topics(self._retrieve, archive, analyser)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The complete answer to ``question``, which may lean on ``history``."""
        *_, answer = self.stream(question, history)
        return answer

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
        """Snapshots of the answer, the last one complete; at least one.

        "작년" means the year before the asker's. Where the archive does not answer for that year, it may be a word of
        an older article, if a notice can say which year it means there.
        """
        started = time.perf_counter()
        asked = question.strip()[:LONGEST_QUESTION]
        remark = remark_in(asked)
        if remark and (said := _said_to(remark)):
            yield Answer(asked, remark.language, said, timings_ms=dict.fromkeys(_STAGES, 0.0))
            return
        counted = as_of(self._today(), asked)
        if counted == asked:
            yield from self._answers(asked, history, started)
            return
        turns = [replace(turn, question=as_of(self._today(), turn.question)) for turn in history]
        answer = yield from _all_but_last(self._answers(counted, turns, started))
        if not answer.answered:
            typed = yield from _all_but_last(self._answers(asked, history, started))
            if notices_for(self._analyser.analyse(asked), typed.citations, self._today()):
                answer = typed
        yield replace(answer, question=asked)

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Question, list[RetrievedPassage]]:
        """The question as understood in its conversation, and the passages found for it."""
        analysed, passages, _ = self._understood(question.strip()[:LONGEST_QUESTION], history)
        return analysed, passages

    def _answers(self, asked: str, history: Sequence[Turn], started: float) -> Iterator[Answer]:
        """Snapshots of the answer to one reading of the question; their time is counted from ``started``."""
        remark = remark_in(asked)
        analysed, passages, failed = self._understood(asked, history)
        retrieved = time.perf_counter()
        stories: dict[str, Story] = {}
        for written in self._answerer.stream(analysed, passages, failed):
            if remark and remark.wish is Wish.MORE and history:
                written = with_surroundings(written)
            answer = with_stories(written, self._archive, stories)
            finished = time.perf_counter()
            timings = map(_milliseconds, (started, retrieved, started), (retrieved, finished, finished))
            yield replace(answer, question=asked, timings_ms=dict(zip(_STAGES, timings, strict=True)))

    def _understood(
        self, question: str, history: Sequence[Turn]
    ) -> tuple[Question, list[RetrievedPassage], ModelError | None]:
        """A question in its conversation, its passages, and how the language model failed that was to condense it.

        A remark ("출처는?", "in English?") is about the last question.
        """
        questions = [turn for turn in history if remark_in(turn.question) is None]
        if (remark := remark_in(question)) and questions:
            *earlier, last = questions
            analysed, passages, failed = self._about(last.question[:LONGEST_QUESTION], earlier)
            return replace(analysed, language=remark.language), passages, failed
        return self._about(question, questions)

    def _about(
        self, question: str, history: Sequence[Turn]
    ) -> tuple[Question, list[RetrievedPassage], ModelError | None]:
        """The same of a question that is no remark, in a conversation without remarks."""
        analysed, failed = self._analyser.analyse(question), None
        if not history or not (leans(analysed) or may_lean(analysed)):
            return analysed, self._retrieve(analysed), None
        try:
            condensed = self._condensed(analysed.text, history) if leans(analysed) else None
        except ModelError as error:
            condensed, failed = None, error
        if condensed is not None:
            return condensed, self._retrieve(condensed), None
        return *self._topics.joined(analysed, self._topics.spoken_of(_exchanges(history))), failed

    def _condensed(self, question: str, history: Sequence[Turn]) -> Question | None:
        """The question as a language model rewrote it, where there is one and what it wrote names something."""
        if self._condenser is None:
            return None
        text = self._condenser.condense(question, _exchanges(history))
        analysed = self._analyser.analyse(text) if text else None
        return None if analysed is None or analysed.is_empty else analysed

    def _retrieve(self, question: Question) -> list[RetrievedPassage]:
        if question.is_empty:
            return []
        return self._passages(self._retriever.retrieve(question.standalone))

    def _passages(self, nodes: Sequence[NodeWithScore]) -> list[RetrievedPassage]:
        """Nodes as passages of the archive; a postprocessor's node that the archive does not know is no source."""
        passages = self._archive.passages([node.node.node_id for node in nodes])
        articles = self._archive.articles(list({passage.article_id for passage in passages.values()}))
        return [
            RetrievedPassage.of(passage, articles[passage.article_id], float(node.score or 0.0))
            for node in nodes
            if (passage := passages.get(node.node.node_id)) and passage.article_id in articles
        ]


def _all_but_last(answers: Iterator[Answer]) -> Generator[Answer, None, Answer]:
    """Passes snapshots on, and keeps the last, which is complete, for its caller."""
    last = next(answers)
    for answer in answers:
        yield last
        last = answer
    return last


def _exchanges(history: Sequence[Turn]) -> list[tuple[str, str]]:
    """Questions with their answers."""
    return [(turn.question[:LONGEST_QUESTION], turn.answer) for turn in history]


def _said_to(remark: Remark) -> str | None:
    """What is said to a remark that wants no answer."""
    wording = WORDINGS[remark.language]
    return {Wish.NOTHING: wording.thanked, Wish.INTRODUCTION: wording.introduction}.get(remark.wish)


def _milliseconds(start: float, end: float) -> float:
    return round((end - start) * 1000, 1)
