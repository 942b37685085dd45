"""Collects the rows of all sets into one, and everything that is wrong with them."""

from collections.abc import Mapping
from dataclasses import replace

from eval.question_set.misspelling import misspelt_keys
from eval.question_set.question import Context, Question, QuestionSet, Relevant
from eval.question_set.row import canonical, contexts_of, excerpt, question_of, row_faults
from indexing.errors import QuestionSetError

NAMED_FAULTS = 20
"""Most faults spelled out in one message; a set in the wrong format has a fault in every row."""


class Collector:
    """Takes rows as the formats read them; a set with a fault anywhere is refused whole, with every fault named."""

    def __init__(self) -> None:
        self._questions: dict[str, Question] = {}
        self._contexts: dict[str, Context] = {}
        self._faults: list[str] = []

    def add_row(self, place: str, default_id: str, row: object) -> None:
        """A row under whatever column names; its ``context``, unless it names articles, is a gold text of its own."""
        if not isinstance(row, Mapping):
            self.add_fault(place, f"not a JSON object but {excerpt(row)}")
            return
        stated = canonical(row)
        if faults := row_faults(stated):
            for fault in (*faults, *misspelt_keys(row)):
                self.add_fault(place, fault)
            return
        question = replace(question_of(stated, default_id, place), misspelt=misspelt_keys(row))
        if not question.qrels:
            contexts = contexts_of(stated)
            for context in contexts:
                self.add_context(place, context)
            # SQuAD 2 has a paragraph for the questions that it cannot answer as well; it is no gold of theirs
            if question.answerable is not False:
                question = replace(question, qrels=tuple(Relevant((context.key,)) for context in contexts))
        self.add_question(question)

    def add_question(self, question: Question) -> None:
        """A question whose gold is complete."""
        taken = self._questions.setdefault(question.id, question)
        if taken is not question:
            self.add_fault(question.place, f"the id {excerpt(question.id)} is taken by {taken.place}")

    def add_context(self, place: str, context: Context) -> None:
        """A text that questions are about; the same one may come again."""
        if self._contexts.setdefault(context.key, context) != context:
            self.add_fault(place, f"the id {excerpt(context.key)} is taken by another text")

    def add_fault(self, place: str, fault: str) -> None:
        """Something wrong, and where."""
        self._faults.append(f"{place}: {fault}")

    def question_set(self, names: str) -> QuestionSet:
        """All that was taken.

        Raises:
            QuestionSetError: something was wrong, or there is no question.
        """
        if self._faults:
            raise QuestionSetError(fault_report(self._faults))
        if not self._questions:
            raise QuestionSetError(f'{names}: no questions. Write one JSON object a line: {{"question": "…"}}.')
        return QuestionSet(tuple(self._questions.values()), self._contexts)


def fault_report(faults: list[str]) -> str:
    """One message for all faults, each on its line."""
    more = len(faults) - NAMED_FAULTS
    tail = [f"and {more} more"] if more > 0 else []
    rows = "\n".join(f"  {fault}" for fault in [*faults[:NAMED_FAULTS], *tail])
    return f"The question set cannot be scored; mend these rows:\n{rows}"
