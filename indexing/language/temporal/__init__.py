"""Temporal expressions of Korean and English news, resolved against the day the article was published.

``finding`` walks a text with three grammars (``numeric``, ``korean``, ``english``). A ``Rule`` of a grammar is a
pattern and the meaning of its match; a ``RuleIndex`` knows where in a text to try which. A meaning
(``calendar_dates``, ``periods``, ``shifts``, ``holidays``) becomes days in a ``Scene``: the anchor, and what the
text has named before. ``rendering`` writes ISO values for readers, ``named_periods`` those whose words name a period.
"""

from indexing.language.temporal.expression import TemporalExpression
from indexing.language.temporal.finding import find_temporal_expressions
from indexing.language.temporal.named_periods import named_period
from indexing.language.temporal.rendering import (
    english_date,
    english_moment,
    korean_date,
    korean_moment,
    korean_time,
    states_days,
)
from indexing.language.temporal.times import is_time_of_day

__all__ = [
    "TemporalExpression",
    "english_date",
    "english_moment",
    "find_temporal_expressions",
    "is_time_of_day",
    "korean_date",
    "korean_moment",
    "korean_time",
    "named_period",
    "states_days",
]
