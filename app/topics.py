"""Topics: what a conversation has come to, and what a question that leans on it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from app.answering.answer import RetrievedPassage
from app.question.carried_topic import names_a_year, only_names_a_time, with_topic
from app.question.concept import TextView
from app.question.follow_up import (
    asks_by_itself,
    hardly_begins,
    leans,
    may_lean,
    may_stand_alone,
    person_in,
    points_back,
    points_to_somebody,
    points_to_what_was_said,
    shares_a_thing,
)
from app.question.half_questions import in_place_of_all, in_place_of_its_like, names_a_thing
from app.question.question import Question, QuestionAnalyser
from app.question.things import named_share
from app.retrieval.stories import StoryArchive

_REMEMBERED = 6
"""Turns that are looked back at; each that may have had a topic of its own costs a search."""
_MOSTLY = 0.5
"""Of the things an earlier question was about, an article that names more than this share is about it, too."""
_Passages = list[RetrievedPassage]


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """What a conversation has come to.

    Attributes:
        topic: the last question that had a topic of its own, at the time asked for since.
        last: the last question as it was understood.
        somebody: the person whom an answer about the topic named last; empty where none did.
        kinds: the kinds of answer that were wanted last.
    """

    topic: Question
    last: Question
    somebody: str = ""
    kinds: tuple[str, ...] = ()

    def answered(self, answer: str) -> Self:
        """The same when the last question was answered."""
        kinds = self.last.kinds if asks_by_itself(self.last) else self.kinds
        return replace(self, kinds=kinds, somebody=("who" in kinds and person_in(answer)) or self.somebody)

    def before(self, question: Question) -> Question:
        """What a question goes on about: the topic, unless it is about the very last question, or what that named."""
        is_of_last = only_names_a_time(question) or points_to_what_was_said(question)
        return self.last if is_of_last or (points_back(question) and names_a_thing(self.last)) else self.topic


class Topics:
    """Tells what questions are about that lean on earlier ones.

    Args:
        retrieve: the passages found for a question.
        archive: knows the articles they are of.
        analyser: understands what was asked.
    """

    def __init__(
        self, retrieve: Callable[[Question], _Passages], archive: StoryArchive, analyser: QuestionAnalyser
    ) -> None:
        self._retrieve = retrieve
        self._archive = archive
        self._analyser = analyser

    def spoken_of(self, history: Sequence[tuple[str, str]]) -> SpokenOf:
        """What a conversation has come to; the topic is that of the last question that had one of its own."""
        (asked, answer), *later = history[-_REMEMBERED:]
        question = self._analyser.analyse(asked)
        spoken_of = SpokenOf(question, question).answered(answer)
        for asked, answer in later:
            question = self._analyser.analyse(asked)
            understood = self._in_conversation(question, spoken_of)
            if (names_a_thing(question) or names_a_year(question)) and understood.leans_on not in (
                "",
                spoken_of.topic.standalone,
            ):
                topic, somebody = self._analyser.analyse(understood.leans_on), ""
            elif only_names_a_time(question):
                topic, somebody = with_topic(question, spoken_of.topic), ""
            elif not understood.leans_on:
                topic, somebody = understood, ""
            else:
                topic, somebody = spoken_of.topic, spoken_of.somebody
            spoken_of = SpokenOf(topic, understood, somebody, spoken_of.kinds).answered(answer)
        return spoken_of

    def joined(self, question: Question, spoken_of: SpokenOf) -> tuple[Question, _Passages]:
        """A question that leans, about what was spoken of; or alone, where the archive tells of it and not of both."""
        topic = spoken_of.before(question)
        if moved := self._moved(question, spoken_of, in_place_of_its_like):
            return moved, self._retrieve(moved)
        if not leans(question) and shares_a_thing(question, topic):
            return question, self._retrieve(question)
        joined = with_topic(question, topic)
        if spoken_of.somebody and points_to_somebody(question):
            joined = with_topic(question, self._with_person(topic, spoken_of.somebody))
        passages = self._retrieve(joined)
        is_whole, is_half = not leans(question), names_a_thing(question)
        if (is_whole or is_half or may_stand_alone(question)) and not self._is_about(passages, question, topic):
            alone = self._retrieve(question)
            if is_half:
                moved = self._moved(question, spoken_of, in_place_of_all)
                if moved and self._is_about(alone[:1], question):
                    return moved, self._retrieve(moved)
            elif (is_whole and not hardly_begins(question)) or self._is_about(alone[:1], question):
                return question, alone
        return joined, passages

    def _with_person(self, topic: Question, name: str) -> Question:
        """The topic with the name of whoever was asked for last, which only the answer told."""
        concepts = dict.fromkeys((*topic.concepts, *self._analyser.analyse(name).concepts))
        return replace(topic, text=f"{topic.text} {name}", concepts=tuple(concepts))

    def _in_conversation(self, question: Question, spoken_of: SpokenOf) -> Question:
        """A question as it was understood when it was asked."""
        if not (leans(question) or may_lean(question)):
            return question
        if may_lean(question) or may_stand_alone(question) or names_a_thing(question):
            return self.joined(question, spoken_of)[0]
        return with_topic(question, spoken_of.before(question))

    def _moved(
        self, question: Question, spoken_of: SpokenOf, in_its_place: Callable[[Question, Question], str | None]
    ) -> Question | None:
        """The last question about another thing, answered in the language of the one that names it."""
        if text := in_its_place(question, spoken_of.last):
            return replace(self._analyser.analyse(text), language=question.language)
        text = in_its_place(question, spoken_of.topic)
        if text is None:
            return None
        moved = self._analyser.analyse(text)
        asked = self._analyser.analyse(spoken_of.last.text)
        if spoken_of.last.leans_on and asked.kinds != ("what",) and not points_to_what_was_said(asked):
            moved = with_topic(asked, moved)  # "장소는?" of the other one
        return replace(moved, language=question.language)

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
