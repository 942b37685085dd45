"""Mismatches: a sentence may name all that was asked and yet be of another round, rank, feast, speaker or court."""

from app.answering.abstention.ages import is_age_of_another
from app.answering.abstention.attributes import Attributes, is_of_another_rate
from app.answering.abstention.editions import tells_another_round
from app.answering.abstention.occasions import is_of_another_occasion
from app.answering.abstention.other_years import is_of_another_year
from app.answering.abstention.outcomes import leaves_outcome_open
from app.answering.abstention.ranks import is_of_another_rank
from app.answering.close_reading.court_instances import is_of_another_court
from app.answering.close_reading.speakers import is_of_another_speaker
from app.answering.evidence.evidence import Evidence
from app.question.question import Question


class Mismatches:
    """Recognises sentences that cannot answer a question, however well they fit it otherwise."""

    def __init__(self, attributes: Attributes) -> None:
        self._attributes = attributes

    def cannot_answer(self, question: Question, found: Evidence) -> bool:
        """Whether ``found`` leaves open what ``question`` asks, or tells it of something else."""
        return (
            leaves_outcome_open(question, found.text)
            or tells_another_round(question, found.text)
            or is_of_another_rank(question, found.article)
            or is_of_another_occasion(question, found.article, found.text)
            or is_of_another_speaker(question, found.article, found.start, found.text)
            or is_of_another_year(question, found)
            or self._attributes.lacks(question, found.article, found.start, found.end)
            or _is_of_another_number(question, found)
        )


def _is_of_another_number(question: Question, found: Evidence) -> bool:
    """Whether what is told is another rate, somebody else's age, or another court's judgement."""
    number = found.spans.get("how_many")
    if number is not None and (
        is_of_another_rate(question, found.text[: number.start]) or is_age_of_another(question, found.text, number)
    ):
        return True
    judgement = number or found.spans.get("what")
    return judgement is not None and is_of_another_court(question.text, found.article.title, found.text, judgement)
