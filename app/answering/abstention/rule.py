"""When to say that the archive does not hold the answer."""

from collections.abc import Sequence
from enum import Enum

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.model import CloseReadingModel
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.model import NAMES, best_odds

LEAST = 0.26
"""Below this probability the question is declined. Of the sample's 302 questions 0.26 declines 57% of the unanswerable
ones, most of which miss what the archive holds by one detail, and 3.8% of those that would be answered from the right
sentence, 2.7 of a hundred answerable ones; 0.24 would decline 52% and 3.3%, 0.30 61% and 4.9%."""

SURE = 0.4
"""Below this probability the answer is given with a warning: a right one of ten, an unanswerable one of five."""

_PERIOD_MISSING = NAMES.index("period_missing")


class Judgement(Enum):
    """What is done with the best of the evidence."""

    DECLINED = "declined"
    DOUBTED = "answered with a warning"
    ANSWERED = "answered"


class AbstentionRule:
    """Decides by the close reading's probability, and never answers from an article of another time.

    Args:
        model: the close reading's.
        least: probability from which on the best evidence is given as the answer, 0..1.
        sure: probability from which on it is given without a warning, 0..1.
    """

    def __init__(self, model: CloseReadingModel, least: float = LEAST, sure: float = SURE) -> None:
        self._model = model
        self._least = least
        self._sure = sure

    def judge(self, evidence: Sequence[Evidence], passages: Sequence[RetrievedPassage]) -> Judgement:
        """Whether the best of the evidence is good enough; without any nothing is."""
        probability = self.probability(evidence, passages)
        if probability < self._least:
            return Judgement.DECLINED
        return Judgement.DOUBTED if probability < self._sure else Judgement.ANSWERED

    def probability(self, evidence: Sequence[Evidence], passages: Sequence[RetrievedPassage]) -> float:
        """That the best of the evidence answers, 0..1."""
        if not evidence or not passages:
            return 0.0
        best = max(evidence, key=lambda one: one.score)
        if _is_of_another_time(best):
            return 0.0
        retrieval = best_odds(passage.score for passage in passages)
        return self._model.answerable(best.close, retrieval)


def _is_of_another_time(evidence: Evidence) -> bool:
    """The 2025 assembly is no answer about the assembly of 2019; an article without a date may be about any year."""
    return bool(evidence.features[_PERIOD_MISSING]) and evidence.article.published_on is not None
