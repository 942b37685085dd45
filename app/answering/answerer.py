"""The interface of answerers."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from app.answering.answer import Answer, RetrievedPassage
from app.retrieval.question import Question


class Answerer(Protocol):
    """Anything that answers a question from passages."""

    def stream(self, question: Question, passages: Sequence[RetrievedPassage]) -> Iterator[Answer]:
        """Snapshots of the answer, at least one; the last is complete."""
        ...
