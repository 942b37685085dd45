"""Asking every question of a set, in order, and scoring what comes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.answering.answer import Answer
from eval.question_set import Question
from eval.scoring import Scores, latency_ms, scores
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


@dataclass(frozen=True, slots=True)
class Run:
    """The results of a question set, in its order."""

    results: tuple[QuestionResult, ...]


def run_questions(
    questions: Sequence[Question],
    ask: Callable[[str], Answer],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Run:
    """Ask and score every question; ``progress(done, total)`` is called after each.

    Raises:
        AnswerError: a question could not be answered; names it. Nothing is scored then, because a mean over the
            questions that happened to work would look like a result.
    """
    results = []
    for done, question in enumerate(questions, start=1):
        try:
            answer = ask(question.question)
        except AnswerError as error:
            raise AnswerError(
                f"Question {question.id!r} could not be answered, so nothing was scored: {error}"
            ) from error
        results.append(QuestionResult(question, answer, scores(question, answer), latency_ms(answer)))
        progress(done, len(questions))
    return Run(tuple(results))
