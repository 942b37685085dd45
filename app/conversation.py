"""A conversation: history and a question -> a standalone question -> retrieved passages -> an answer."""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore

from app.answering.answer import Answer, RetrievedPassage
from app.answering.answerer import Answerer
from app.answering.completion import with_stories
from app.retrieval.candidates import Searchable
from app.retrieval.question import Question, QuestionAnalyser
from app.retrieval.stories import Story, StoryArchive

LONGEST_QUESTION = 1000
"""Characters; a longer question is cut, since nobody reads an answer to a pasted page."""
_FOLLOW_UP_CONCEPTS = 2
"""A question with so few concepts of its own may lean on the one before it."""
_GOES_ON = re.compile(
    r"^\W*(?:그럼|그러면|그리고|그런데|근데|그래서|그때|그날|당시|거기|그곳|이건(?![가-힣])|그건|그게|그거|그것)"
    r"|(?<![가-힣])(?:그|이|저)\s(?=[가-힣])|(?<![가-힣])(?:그때|그날|거기서?|그곳|그분|그들)(?![가-힣]{2})"
    r"|^\W*(?:and|but|so|then|also|what about|how about)\b",
    re.IGNORECASE,
)
"""Words that begin a follow-up or point back to what was spoken of."""
_MAY_POINT_BACK = re.compile(
    r"\b(?:(?-i:[Ii]t)|its|they|them|theirs?|he|him|his|she|hers?|that|those|these|then|there(?=\W*$))\b", re.IGNORECASE
)
"""Words that point back, or to a word of the same question: "Hanbit and its library", "the ferry that drifted"."""
_SELF_CONTAINED = 3
"""In a question with so many concepts of its own, such a word points to one of them."""


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
        """The standalone question, or None where it cannot be told; ``history`` is questions with their answers."""
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
        analysed, passages = self.retrieve(asked, history)
        retrieved = time.perf_counter()
        stories: dict[str, Story] = {}
        for written in self._answerer.stream(analysed, passages):
            answer = with_stories(written, self._archive, stories)
            finished = time.perf_counter()
            timings = {
                "retrieval": _milliseconds(started, retrieved),
                "answering": _milliseconds(retrieved, finished),
                "total": _milliseconds(started, finished),
            }
            yield replace(answer, question=asked, timings_ms=timings)

    def retrieve(self, question: str, history: Sequence[Turn] = ()) -> tuple[Question, list[RetrievedPassage]]:
        """The question as understood in its conversation, and the passages found for it."""
        analysed = self._standalone(question.strip()[:LONGEST_QUESTION], history)
        return analysed, self._retrieve(analysed)

    def _standalone(self, question: str, history: Sequence[Turn]) -> Question:
        """The question with the topic it leans on ("그럼 장소는?").

        The topic is that of the last earlier question that had one of its own.
        """
        analysed = self._analyser.analyse(question)
        if not history or not _leans(analysed):
            return analysed
        condensed = self._condensed(question, history)
        if condensed is not None:
            return condensed
        earlier = [self._analyser.analyse(turn.question[:LONGEST_QUESTION]) for turn in reversed(history)]
        before = next((one for one in earlier if not _leans(one)), earlier[-1])
        concepts = {concept.forms: concept for concept in (*before.concepts, *analysed.concepts)}
        periods = analysed.periods or before.periods
        return replace(analysed, concepts=tuple(concepts.values()), periods=periods, leans_on=before.text)

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


def _leans(question: Question) -> bool:
    """Whether a question goes on about the one before: it says so, points back, or names too little by itself."""
    names = [concept for concept in question.concepts if concept.is_name]
    if _GOES_ON.search(question.text):
        return True
    if _MAY_POINT_BACK.search(question.text) and len(question.concepts) < _SELF_CONTAINED:
        return True
    return len(question.concepts) < _FOLLOW_UP_CONCEPTS and not names


def _milliseconds(start: float, end: float) -> float:
    return round((end - start) * 1000, 1)
