"""Asking every question of a set, in order, and scoring what comes back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.answering.answer import Answer
from app.conversation import Turn
from eval.question_set.question import Question
from eval.scoring import Outcome, Scores, latency_ms, scores
from eval.verdict import verdict
from indexing.errors import AnswerError


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question, what the application answered, and how good that is.

    Attributes:
        question: with its gold.
        answer: what a user would have seen.
        scores: every per-question measure, None where it is not scored.
        latency_ms: how long the answer took, None if unknown.
    """

    question: Question
    answer: Answer
    scores: Scores
    latency_ms: float | None

    @property
    def failure(self) -> str | None:
        """Why the answer is wrong; None where it is right or nothing tells."""
        return verdict(self.question, self.answer, self.scores) or None

    @property
    def outcome(self) -> Outcome:
        """What of it counts in a summary."""
        return Outcome(self.scores, self.question.answerable, self.answer.answered, self.latency_ms)


@dataclass(frozen=True, slots=True)
class Run:
    """The results of a question set, in its order."""

    results: tuple[QuestionResult, ...]


class Ask(Protocol):
    """What answers: :meth:`app.conversation.Conversation.ask`."""

    def __call__(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The complete answer to a question, which may lean on earlier turns."""
        ...


class Judge(Protocol):
    """What scores an answer beyond the mechanical measures."""

    def scores(self, question: Question, answer: Answer) -> Mapping[str, float | None]:
        """Further measures by full name, None where the judgement failed or does not apply."""
        ...


class Runner:
    """Asks and scores questions.

    Args:
        ask: what answers.
        judge: further measures; None for the mechanical ones alone.
        finished: results of an earlier, interrupted run by question id; these are not asked again.
        keep: called with each new result as soon as it is there.
    """

    def __init__(
        self,
        ask: Ask,
        judge: Judge | None = None,
        finished: Mapping[str, QuestionResult] | None = None,
        keep: Callable[[QuestionResult], None] = lambda result: None,
    ) -> None:
        self._ask = ask
        self._judge = judge
        self._finished = finished or {}
        self._keep = keep

    def run(
        self, questions: Sequence[Question], progress: Callable[[int, int], None] = lambda done, total: None
    ) -> Run:
        """Every question's result; ``progress(done, total)`` is called after each.

        Raises:
            AnswerError: a question could not be answered; names it. Nothing is scored then, because a mean over the
                questions that happened to work would look like a result.
        """
        results = []
        for done, question in enumerate(questions, start=1):
            result = self._finished.get(question.id)
            if result is None:
                result = self._result(question)
                self._keep(result)
            results.append(result)
            progress(done, len(questions))
        return Run(tuple(results))

    def _result(self, question: Question) -> QuestionResult:
        try:
            answer = self._ask(question.question, self._turns(question))
        except AnswerError as error:
            raise AnswerError(
                f"Question {question.id!r} could not be answered, so nothing was scored: {error}"
            ) from error
        judged = self._judge.scores(question, answer) if self._judge else {}
        return QuestionResult(question, answer, {**scores(question, answer), **judged}, latency_ms(answer))

    def _turns(self, question: Question) -> list[Turn]:
        """The conversation before the question, as it would have gone."""
        turns: list[Turn] = []
        for earlier in question.history:
            turns.append(Turn(earlier, self._ask(earlier, tuple(turns)).text))
        return turns
