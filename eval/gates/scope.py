"""What a set can be held to: the figures for which it has the gold, whatever is answered."""

from collections.abc import Iterable, Iterator

from app.answering.answer import Answer, Citation, RetrievedPassage
from eval.judging import names as judging
from eval.question_set.question import Question
from eval.runs.runner import QuestionResult
from eval.scoring import scores
from eval.summary import summarise

TEXT = "?"
PASSAGE = RetrievedPassage("", "", "", "", None, None, None, TEXT, 0, len(TEXT), 0.0)
DECLINED = Answer(TEXT, "en", TEXT, answered=False)
CITING = Answer(TEXT, "en", TEXT, answered=True, citations=(Citation(1, PASSAGE, TEXT, 0, len(TEXT)),))


def scorable_figures(questions: Iterable[Question], *, judged: bool) -> set[str]:
    """Full names of the figures that a run of these questions can have.

    Found by scoring two imagined answers to each question, one that declines and one that cites: what neither of them
    is scored by, no answer is. Of the figures that depend on the answers (how precise citations are, where nothing
    may be cited) it is as a run has them that answers and declines.

    Args:
        questions: of the set.
        judged: whether a language model judges the answers.
    """
    figures = summarise([result for question in questions for result in _imagined(question, judged=judged)]).flat()
    return {name for name, value in figures.items() if value is not None}


def _imagined(question: Question, *, judged: bool) -> Iterator[QuestionResult]:
    verdicts = {f"judge.{name}": 1.0 for name in judging.NAMES} if judged else {}
    if not question.answers:
        verdicts.pop(f"judge.{judging.CORRECTNESS}", None)
    for answer in (DECLINED, CITING):
        yield QuestionResult(question, answer, {**scores(question, answer), **verdicts}, 1.0)
