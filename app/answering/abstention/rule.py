"""When to say that the archive does not hold the answer."""

from collections.abc import Sequence
from enum import Enum

from app.answering.answer import RetrievedPassage
from app.answering.close_reading.model import CloseReadingModel, margin_of
from app.answering.evidence.evidence import Evidence
from app.answering.evidence.model import NAMES, best_odds

LEAST = 0.26
"""Below this probability that any sentence answers the question is declined. Of the sample's 302 questions 0.26
declines 57% of the unanswerable ones, most of which miss what the archive holds by one detail, and 3.8% of those that
would be answered from the right sentence, 2.7 of a hundred answerable ones; 0.24 would decline 52% and 3.3%, 0.30 61%
and 4.9%."""

SURE = 0.44
"""Below this probability that it is the right sentence the answer is given with a warning: 15% of those given from the
sample's right sentences, 57% of those from wrong ones, and 14 of 21 given to unanswerable questions before the
mismatches are looked at; 0.40 would warn of 11%, 51% and 13, 0.48 of 19%, 64% and 14."""

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
        least: probability that any evidence answers from which on the best is given as the answer, 0..1.
        sure: probability that it is the right one from which on it is given without a warning, 0..1.
    """

    def __init__(self, model: CloseReadingModel, least: float = LEAST, sure: float = SURE) -> None:
        self._model = model
        self._least = least
        self._sure = sure

    def judge(self, evidence: Sequence[Evidence], passages: Sequence[RetrievedPassage]) -> Judgement:
        """Whether the best of the evidence is good enough; without any nothing is.

        A sentence that is hardly ahead of the next may be the wrong one of an article that does hold the answer.
        """
        if self.probability(evidence, passages) < self._least:
            return Judgement.DECLINED
        best = _best(evidence)
        margin = margin_of(one.score for one in evidence)
        right = self._model.is_right(best.close, _retrieval(passages), margin, best.beside)
        return Judgement.DOUBTED if right < self._sure else Judgement.ANSWERED

    def probability(self, evidence: Sequence[Evidence], passages: Sequence[RetrievedPassage]) -> float:
        """That the best of the evidence answers, 0..1."""
        if not evidence or not passages:
            return 0.0
        best = _best(evidence)
        if _is_of_another_time(best):
            return 0.0
        return self._model.is_answerable(best.close, _retrieval(passages))


def _best(evidence: Sequence[Evidence]) -> Evidence:
    return max(evidence, key=lambda one: one.score)


def _retrieval(passages: Sequence[RetrievedPassage]) -> float:
    return best_odds(passage.score for passage in passages)


def _is_of_another_time(evidence: Evidence) -> bool:
    """The 2025 assembly is no answer about the assembly of 2019; an article without a date may be about any year."""
    return bool(evidence.features[_PERIOD_MISSING]) and evidence.article.published_on is not None
