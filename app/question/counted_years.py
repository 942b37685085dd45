"""Years and months that a question counts from the day it is asked on: "작년 축제" asked in 2026 is that of 2025."""

import re
from datetime import date
from typing import Final

from indexing.language.temporal import find_temporal_expressions

_KOREAN: Final = re.compile(
    r"(?<![가-힣\d.])"
    r"(?P<time>지지난해|지난\s?해|재작년|작년|올해|금년|내년|내후년|(?:지지난|지난|이번|다음)\s?달|\d{1,2}년 전)"
    r"(?!쯤|부터|보다|\s?대비|[에과와]\s비|\s(?:같은|이맘때|동기|보다))"
    r"(?:(?P<particle>[은는이가을를과와]|으?로)(?![가-힣]))?"
)
_AFTER_CONSONANT: Final = {"는": "은", "가": "이", "를": "을", "와": "과", "로": "으로"}
"""해는 and 달은, but 2025년은 and 10월은."""
_ENGLISH: Final = re.compile(
    r"\b(?P<compared>(?:than|compared (?:with|to)|from|over|on|versus|the|past) )?"
    r"(?P<before>(?:in|of|for|during|since|until|by|and|or) )?"
    r"(?P<time>(?:last|this|next) (?:year|month)|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years ago)"
    r"(?P<possessive>['’]s)?\b",
    re.IGNORECASE,
)


def as_of(day: date, question: str) -> str:
    """The question with the years and months in numbers that it counts from ``day``; else as it is.

    What others are only compared with ("작년보다", "than last year") stays: an article tells it in these words, too.
    """
    return _ENGLISH.sub(lambda match: _english(match, day), _KOREAN.sub(lambda match: _korean(match, day), question))


def _korean(match: re.Match[str], day: date) -> str:
    first = _first(match["time"], day)
    if first is None:
        return match.group()
    particle = match["particle"] or ""
    month = f" {first.month}월" if match["time"].endswith("달") else ""
    return f"{first.year}년{month}{_AFTER_CONSONANT.get(particle, particle)}"


def _english(match: re.Match[str], day: date) -> str:
    first = _first(match["time"], day)
    if first is None or match["compared"]:
        return match.group()
    time = f"{first:%B} {first.year}" if match["time"].lower().endswith("month") else str(first.year)
    if match["possessive"]:
        return f"{match['before'] or ''}the {time}"
    return f"{match['before'] or 'in '}{time}"


def _first(time: str, day: date) -> date | None:
    found = find_temporal_expressions(time, day)
    return found[0].first if found else None
