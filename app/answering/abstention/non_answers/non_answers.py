"""Non-answers: what an article says where it cannot answer: nobody knows yet, there was none, it did not happen.

"정확한 원인은 아직 확인되지 않았다" is all that may be said to "원인이 뭐야?". It names little of the question and has
nothing to mark, so that the evidence and the reading prefer a sentence about something else: a reason, but of why the
fire was hard to put out, or a number, but of those who left unhurt.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.answering.abstention.non_answers.casualties import tells_of_none
from app.answering.abstention.non_answers.denials import denies
from app.answering.abstention.non_answers.open_matters import leaves_open
from app.answering.evidence.article_reading import READ
from app.answering.evidence.evidence import Evidence
from app.question.concept import TextView
from app.question.question import Question


def non_answer(question: Question, evidence: Sequence[Evidence]) -> Evidence | None:
    """What the best sentence's article says instead of an answer, without any short answer; None where it answers.

    An article that does not name all that is asked about says it of something else.

    Args:
        question: what is asked.
        evidence: best first.
    """
    if not evidence:
        return None
    best = evidence[0]
    said = next((one for one in evidence if one.article is best.article and _is_said(question, one, best)), None)
    return replace(said, spans={}, alternatives={}) if said and _names_all(question, best) else None


def _is_said(question: Question, said: Evidence, best: Evidence) -> bool:
    return tells_of_none(question, said, best) or denies(question, said) or leaves_open(question, said, best)


def _names_all(question: Question, best: Evidence) -> bool:
    """Whether an article names all that is asked about; the last word of a question may be its verb."""
    needed = [one for one in question.concepts if one.importance == 1 or one.is_name]
    if not needed or (len(needed) > 1 and needed[-1].surface == needed[-1].forms[0]):
        needed = [*(needed or question.concepts)][:-1]
    view = TextView(f"{best.article.title}\n{best.article.body[:READ]}")
    return bool(needed) and all(map(view.names, needed))
