"""Right or wrong, question by question, and why wrong: for JUnit, ``--failed-only`` and people."""

from collections.abc import Mapping

from app.answering.answer import Answer
from eval.question_set.question import Question

NAMES = ("right",)

ANSWERED_IN_VAIN = "answered although the archive does not hold the answer"
DECLINED = "declined although the archive holds the answer"
ARTICLE_MISSED = "its article was not found"
WRONG_ANSWER = "the answer is not in what is said and cited"
WRONG_DATE = "the date is wrong or missing"
WRONG_SENTENCE = "the gold sentence is not cited"


def verdict(question: Question, answer: Answer, scores: Mapping[str, float | None]) -> str | None:
    """Why the answer is wrong; "" where it is right, None where the question has no gold to tell.

    An answer is right when it says or cites a gold answer (without gold answers: the gold quote; without that: finds
    a gold article), with the gold date where there is one; an unanswerable question, when it is declined.
    """
    if question.answerable is False:
        return ANSWERED_IN_VAIN if answer.answered else ""
    if question.answerable and not answer.answered:
        return DECLINED
    names = ("answers.contains", "citations.recall", "retrieval.hit_rate@10")
    decisive = next((name for name in names if scores.get(name) is not None), None)
    if decisive is None and scores.get("dates.accuracy") is None:
        return None
    if decisive and not scores[decisive]:
        if scores.get("retrieval.hit_rate@10") == 0:
            return ARTICLE_MISSED
        return WRONG_ANSWER if decisive == "answers.contains" else WRONG_SENTENCE
    return WRONG_DATE if scores.get("dates.accuracy") == 0 else ""
