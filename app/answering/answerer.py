"""The interface of answerers."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from app.answering.answer import Answer, RetrievedPassage
from app.answering.model_failure import ModelError
from app.question.question import Question


class Answerer(Protocol):
    """Anything that answers a question from passages."""

    def stream(
        self, question: Question, passages: Sequence[RetrievedPassage], failed: ModelError | None = None
    ) -> Iterator[Answer]:
        """Snapshots of the answer, at least one; the last is complete.

        Args:
            question: as understood.
            passages: what was found for it.
            failed: how a language model already failed on this question; it is not to be asked once more.
        """
        ...
