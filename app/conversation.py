"""A conversation: history and a question -> a standalone question -> retrieved passages -> an answer."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore

from app.answering.answer import Answer, RetrievedPassage
from app.answering.answerer import Answerer
from app.retrieval.question import Question, QuestionAnalyser
from app.retrieval.retriever import Searchable

LONGEST_QUESTION = 1000
"""Characters; a longer question is cut, since nobody reads an answer to a pasted page."""
_FOLLOW_UP_CONCEPTS = 2
"""A question with so few concepts of its own may lean on the one before it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier exchange: what was asked and the text that answered."""

    question: str
    answer: str


class Conversation:
    """Answers questions one after the other; holds no state, so one instance serves every reader."""

    def __init__(
        self, retriever: BaseRetriever, archive: Searchable, analyser: QuestionAnalyser, answerer: Answerer
    ) -> None:
        self._retriever = retriever
        self._archive = archive
        self._analyser = analyser
        self._answerer = answerer

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The complete answer to ``question``, which may lean on ``history``."""
        *_, answer = self.stream(question, history)
        return answer

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
        """Snapshots of the answer, the last one complete; at least one."""
        started = time.perf_counter()
        asked = question.strip()[:LONGEST_QUESTION]
        analysed, searched = self._standalone(asked, history)
        passages = self._retrieve(analysed, searched)
        retrieved = time.perf_counter()
        for answer in self._answerer.stream(analysed, passages):
            finished = time.perf_counter()
            timings = {
                "retrieval": _milliseconds(started, retrieved),
                "answering": _milliseconds(retrieved, finished),
                "total": _milliseconds(started, finished),
            }
            yield replace(answer, question=asked, timings_ms=timings)

    def _standalone(self, question: str, history: Sequence[Turn]) -> tuple[Question, str]:
        """The question with the topic it leans on ("그럼 장소는?"), and the text to search by.

        The topic is that of the last earlier question that had one of its own.
        """
        analysed = self._analyser.analyse(question)
        if not history or not _leans(analysed):
            return analysed, analysed.text
        earlier = (self._analyser.analyse(turn.question[:LONGEST_QUESTION]) for turn in reversed(history))
        before = next((one for one in earlier if not _leans(one)), None)
        if before is None:
            return analysed, analysed.text
        concepts = {concept.forms: concept for concept in (*before.concepts, *analysed.concepts)}
        periods = analysed.periods or before.periods
        standalone = replace(analysed, concepts=tuple(concepts.values()), periods=periods)
        return standalone, f"{analysed.text} {before.text}"

    def _retrieve(self, question: Question, searched: str) -> list[RetrievedPassage]:
        if question.is_empty:
            return []
        return self._passages(self._retriever.retrieve(searched))

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
    names = [concept for concept in question.concepts if concept.is_name]
    return len(question.concepts) < _FOLLOW_UP_CONCEPTS and not names


def _milliseconds(start: float, end: float) -> float:
    return round((end - start) * 1000, 1)
