"""What the comprehension model marks in a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a sentence that may answer.

    Attributes:
        start: offset in the sentence of the likeliest answer.
        end: offset after it.
        share: probability, 0..1, that the answer is in this sentence if its extract holds one.
        extract_answers: probability, 0..1, that the extract answers the question.
        extract_evidence: the evidence's score of the extract's best sentence.
    """

    start: int
    end: int
    share: float
    extract_answers: float
    extract_evidence: float

    @property
    def probability(self) -> float:
        """That the sentence answers, 0..1."""
        return self.share * self.extract_answers
