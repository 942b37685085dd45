"""A conversation: history and a question -> a standalone question -> retrieved passages -> an answer."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore

from app.answering.answer import Answer, RetrievedPassage
from app.answering.answerer import Answerer
from app.answering.completion import with_stories
from app.answering.model_failure import ModelError
from app.answering.surroundings import with_surroundings
from app.answering.wording import WORDINGS
from app.retrieval.candidates import Searchable
from app.retrieval.concept import TextView
from app.retrieval.follow_up import (
    leans,
    may_lean,
    may_stand_alone,
    named_share,
    only_names_a_time,
    person_in,
    points_to_somebody,
    shares_a_thing,
    with_topic,
)
from app.retrieval.question import Question, QuestionAnalyser
from app.retrieval.remarks import Remark, Wish, remark_in
from app.retrieval.stories import Story, StoryArchive

LONGEST_QUESTION = 1000
"""Characters; a longer question is cut, since nobody reads an answer to a pasted page."""
_REMEMBERED = 6
"""Turns that are looked back at; each that may have had a topic of its own costs a search."""
_MOSTLY = 0.5
"""Of the things an earlier question was about, an article that names more than this share is about it, too."""
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
    ) -> None:
        """Take finished parts; without ``condenser`` a follow-up question carries the topic terms it leans on."""
        self._retriever = retriever
        self._archive = archive
        self._analyser = analyser
        self._answerer = answerer
        self._condenser = condenser

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The complete answer to ``question``, which may lean on ``history``."""
        *_, answer = self.stream(question, history)
        return answer

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
        """Snapshots of the answer, the last one complete; at least one."""
        started = time.perf_counter()
        asked = question.strip()[:LONGEST_QUESTION]
        remark = remark_in(asked)
        if remark and (said := _said_to(remark)):
            yield Answer(asked, remark.language, said, timings_ms=dict.fromkeys(_STAGES, 0.0))
            return
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

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Question, list[RetrievedPassage]]:
        """The question as understood in its conversation, and the passages found for it."""
        analysed, passages, _ = self._understood(question.strip()[:LONGEST_QUESTION], history)
        return analysed, passages

    def _understood(
        self, question: str, history: Sequence[Turn]
    ) -> tuple[Question, list[RetrievedPassage], ModelError | None]:
        """The same, and how the language model failed that was to condense the question, where it did."""
        questions = [turn for turn in history if remark_in(turn.question) is None]
        if (remark := remark_in(question)) and questions:
            *earlier, last = questions
            analysed, passages, failed = self._about(last.question[:LONGEST_QUESTION], earlier)
            return replace(analysed, language=remark.language), passages, failed
        return self._about(question, questions)

    def _about(
        self, question: str, history: Sequence[Turn]
    ) -> tuple[Question, list[RetrievedPassage], ModelError | None]:
        """A question that is no remark, in a conversation without remarks."""
        analysed, failed = self._analyser.analyse(question), None
        if not history or not (leans(analysed) or may_lean(analysed)):
            return analysed, self._retrieve(analysed), None
        try:
            condensed = self._condensed(analysed.text, history) if leans(analysed) else None
        except ModelError as error:
            condensed, failed = None, error
        if condensed is not None:
            return condensed, self._retrieve(condensed), None
        topic = self._topic(history)
        if points_to_somebody(analysed):
            topic = self._with_person(topic, history)
        return *self._joined(analysed, topic), failed

    def _with_person(self, topic: Question, history: Sequence[Turn]) -> Question:
        """The topic with the name of whoever was asked for last, which only the answer told."""
        for turn in reversed(history[-_REMEMBERED:]):
            if "who" in self._analyser.analyse(turn.question[:LONGEST_QUESTION]).kinds:
                name = person_in(turn.answer)
                concepts = dict.fromkeys((*topic.concepts, *self._analyser.analyse(name).concepts))
                return replace(topic, text=f"{topic.text} {name}", concepts=tuple(concepts)) if name else topic
            if turn.question.strip() == topic.text:
                break
        return topic

    def _topic(self, history: Sequence[Turn]) -> Question:
        """What was spoken of last: the last question that had a topic of its own, at the time asked for since."""
        topic, *later = [self._analyser.analyse(turn.question[:LONGEST_QUESTION]) for turn in history[-_REMEMBERED:]]
        for question in later:
            if not self._goes_on(question, topic):
                topic = question
            elif only_names_a_time(question):
                topic = with_topic(question, topic)
        return topic

    def _joined(self, question: Question, topic: Question) -> tuple[Question, list[RetrievedPassage]]:
        """A question that leans, about the topic; or alone, where the archive tells of it and not with the topic."""
        if not leans(question) and shares_a_thing(question, topic):
            return question, self._retrieve(question)
        joined = with_topic(question, topic)
        passages = self._retrieve(joined)
        is_whole = not leans(question)
        if (is_whole or may_stand_alone(question)) and not self._is_about(passages, question, topic):
            alone = self._retrieve(question)
            if is_whole or self._is_about(alone[:1], question):
                return question, alone
        return joined, passages

    def _goes_on(self, question: Question, topic: Question) -> bool:
        """Whether a question that was asked after the topic still is about it."""
        if may_lean(question) or (leans(question) and may_stand_alone(question)):
            return self._joined(question, topic)[0] is not question
        return leans(question)

    def _is_about(
        self, passages: Sequence[RetrievedPassage], question: Question, before: Question | None = None
    ) -> bool:
        """Whether an article of these passages names all that a question is about, and most of what the one before was.

        "관람객은 몇 명이었어?" after a question about a festival is about its visitors if an article names both.
        """
        articles = self._archive.articles([passage.article_id for passage in passages])
        texts = [TextView(f"{article.title}\n{article.body}") for article in articles.values()]
        return any(
            named_share(text, question) == 1 and (before is None or named_share(text, before) > _MOSTLY)
            for text in texts
        )

    def _condensed(self, question: str, history: Sequence[Turn]) -> Question | None:
        """The question as a language model rewrote it, where there is one and what it wrote names something."""
        if self._condenser is None:
            return None
        text = self._condenser.condense(question, [(turn.question, turn.answer) for turn in history])
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


def _said_to(remark: Remark) -> str | None:
    """What is said to a remark that wants no answer."""
    wording = WORDINGS[remark.language]
    return {Wish.NOTHING: wording.thanked, Wish.INTRODUCTION: wording.introduction}.get(remark.wish)


def _milliseconds(start: float, end: float) -> float:
    return round((end - start) * 1000, 1)
