"""Mismatches: a sentence may name all that was asked about and yet be about another round, feast, attribute or rate."""

from app.answering.abstention.ages import is_age_of_another
from app.answering.abstention.attributes import Attributes, is_of_another_rate
from app.answering.abstention.editions import tells_another_round
from app.answering.abstention.occasions import is_of_another_occasion
from app.answering.abstention.other_years import is_of_another_year
from app.answering.abstention.outcomes import leaves_outcome_open
from app.answering.evidence.evidence import Evidence
from app.retrieval.question import Question


class Mismatches:
    """Recognises sentences that cannot answer a question, however well they fit it otherwise."""

    def __init__(self, attributes: Attributes) -> None:
        self._attributes = attributes

    def cannot_answer(self, question: Question, found: Evidence) -> bool:
        """Whether ``found`` leaves open what ``question`` asks, or tells it of something else."""
        number = found.spans.get("how_many")
        return (
            leaves_outcome_open(question, found.text)
            or tells_another_round(question, found.text)
            or is_of_another_occasion(question, found.article, found.text)
            or is_of_another_year(question, found)
            or self._attributes.lacks(question, found.article, found.start, found.end)
            or (number is not None and is_of_another_rate(question, found.text[: number.start]))
            or (number is not None and is_age_of_another(question, found.text, number))
        )
