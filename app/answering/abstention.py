"""When to say that the archive does not hold the answer."""

from dataclasses import dataclass

from app.answering.evidence import Evidence
from app.retrieval.question import Question


@dataclass(frozen=True, slots=True)
class AbstentionRule:
    """Thresholds on the best evidence; see ``eval/`` for how they are judged.

    Attributes:
        least_support: share of the question, by weight, that sentence, headline and article must name together.
        least_support_without_span: the same where a date, place, person or quantity is asked for and none was found.
        least_topic: the same as ``least_support`` without the question's dates: a year alone is no topic.
        least_coverage: share that the sentence itself must name.
    """

    least_support: float = 0.55
    least_support_without_span: float = 0.7
    least_coverage: float = 0.12
    least_topic: float = 0.3

    def answers(self, question: Question, evidence: Evidence) -> bool:
        """True when the sentence is evidence enough.

        A name of the question that the whole article lacks decides alone: an article about another festival is
        no answer about this one, however much else agrees.
        """
        if evidence.missing or evidence.missing_period:
            return False
        asks_for_span = any(kind in SPAN_KINDS for kind in question.kinds)
        least = self.least_support_without_span if asks_for_span and not evidence.spans else self.least_support
        return (
            evidence.support >= least
            and evidence.topic >= self.least_topic
            and evidence.coverage >= self.least_coverage
        )


SPAN_KINDS = frozenset({"when", "where", "who", "how_many"})
"""Kinds of question whose answer is a few words of a recognisable shape."""
