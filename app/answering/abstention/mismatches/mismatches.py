"""Mismatches: a sentence may name all that was asked and yet be of another round, body, rank, feast or court."""

import re
from datetime import date
from typing import Final

from app.answering.abstention.mismatches.ages import is_age_of_another
from app.answering.abstention.mismatches.attributes import Attributes, is_of_another_rate
from app.answering.abstention.mismatches.editions import tells_another_round
from app.answering.abstention.mismatches.namesakes import is_of_namesake
from app.answering.abstention.mismatches.occasions import is_of_another_occasion
from app.answering.abstention.mismatches.opinions import asks_opinion
from app.answering.abstention.mismatches.other_years import (
    is_number_of_another_year,
    is_of_another_year,
    took_place_in_another_year,
)
from app.answering.abstention.mismatches.outcomes import leaves_outcome_open
from app.answering.abstention.mismatches.ranks import is_of_another_rank
from app.answering.abstention.mismatches.yet_to_come import is_yet_to_come
from app.answering.close_reading.speakers import is_of_another_speaker
from app.answering.close_reading.values.court_instances import is_of_another_court
from app.answering.close_reading.values.former_values import is_given_up
from app.answering.evidence.evidence import Evidence
from app.answering.spans.quantities import unit_of
from app.answering.spans.span import Span
from app.question.question import Question
from indexing.language.detection import QUESTION_CHARACTERS

_COUNTERS: Final = (
    ("명", re.compile(r"(?<!몇)몇\s?(?:명|사람)")),
    ("건", re.compile(r"건수|(?<!몇)몇\s?건(?![물설])")),
)
_TELLING: Final = ("명", "건", "원", "주년", "층", "시간", "분", "초")
"""Units of numbers that cannot be told for each other."""


class Mismatches:
    """Recognises sentences that cannot answer a question, however well they fit it otherwise."""

    def __init__(self, attributes: Attributes) -> None:
        self._attributes = attributes

    def cannot_answer(self, question: Question, found: Evidence) -> bool:
        """Whether ``found`` leaves open what ``question`` asks, or tells it of something else."""
        return (
            asks_opinion(question)
            or leaves_outcome_open(question, found.text)
            or is_of_namesake(question, found.text)
            or is_of_another_rank(question, found.article)
            or is_of_another_occasion(question, found.article, found.text)
            or is_of_another_speaker(question, found.article, found.start, found.text)
            or is_of_another_year(question, found)
            or self._attributes.lacks(question, found.article, found.start, found.end)
            or _is_of_another_number(question, found)
        )


def is_of_another_occurrence(question: Question, found: Evidence, today: date) -> bool:
    """Whether of what comes back another round or year is told, or one yet to come where the present is meant."""
    return (
        tells_another_round(question, found.text)
        or _is_changed_plan(question, found)
        or is_number_of_another_year(question, found)
        or took_place_in_another_year(question, found)
        or is_yet_to_come(question, found, today)
    )


def _is_changed_plan(question: Question, found: Evidence) -> bool:
    """Whether the day that would answer is one that something was put off from, where its sentence tells no other."""
    when = found.spans.get("when")
    return when is not None and is_given_up(question.text[:QUESTION_CHARACTERS], found.text, when)


def _counts_other_things(question: Question, number: Span) -> bool:
    """980건 and "40주년 기념총회" are no numbers of people, 1,000명 is none of marriages (혼인 건수)."""
    asked_text = question.text[:QUESTION_CHARACTERS]
    asked = [unit for unit, pattern in _COUNTERS if pattern.search(asked_text)]
    told = unit_of(number.text).partition(" ")[0]
    return bool(asked) and told in _TELLING and told not in asked


def _is_of_another_number(question: Question, found: Evidence) -> bool:
    """Whether what is told is another rate, somebody else's age, or another court's judgement."""
    number = found.spans.get("how_many")
    if number is not None and (
        _counts_other_things(question, number)
        or is_of_another_rate(question, found.text[: number.start])
        or is_age_of_another(question, found.text, number)
    ):
        return True
    judgement = number or found.spans.get("what")
    return judgement is not None and is_of_another_court(question.text, found.article.title, found.text, judgement)
