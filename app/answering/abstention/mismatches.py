"""Mismatches: a sentence may name all that was asked and yet be of another round, rank, feast, speaker or court."""

from app.answering.abstention.attributes import Attributes, is_of_another_rate
from app.answering.abstention.editions import tells_another_round
from app.answering.abstention.occasions import is_of_another_occasion
from app.answering.abstention.outcomes import leaves_outcome_open
from app.answering.abstention.ranks import is_of_another_rank
from app.answering.close_reading.court_instances import is_of_another_court
from app.answering.close_reading.speakers import is_of_another_speaker
from app.answering.evidence.evidence import Evidence
from app.answering.spans.span import Span
from app.retrieval.question import Question


class Mismatches:
    """Recognises sentences that cannot answer a question, however well they fit it otherwise."""

    def __init__(self, attributes: Attributes) -> None:
        self._attributes = attributes

    def cannot_answer(self, question: Question, found: Evidence) -> bool:
        """Whether ``found`` leaves open what ``question`` asks, or tells it of something else."""
        number = found.spans.get("how_many")
        judgement = number or found.spans.get("what")
        return (
            leaves_outcome_open(question, found.text)
            or tells_another_round(question, found.text)
            or is_of_another_rank(question, found.article)
            or is_of_another_occasion(question, found.article, found.text)
            or is_of_another_speaker(question, found.article, found.start, found.text)
            or self._attributes.lacks(question, found.article, found.start, found.end)
            or (number is not None and is_of_another_rate(question, found.text[: number.start]))
            or (judgement is not None and _is_of_another_court(question, found, judgement))
        )


def _is_of_another_court(question: Question, found: Evidence, judgement: Span) -> bool:
    return is_of_another_court(question.text, found.article.title, found.text, judgement)
