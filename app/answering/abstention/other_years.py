"""Other years: "올해 축제의 주제는 …" tells nothing of the year before, whatever year its article is of."""

import re
from typing import Final

from app.answering.evidence.evidence import Evidence
from app.question.question import Question

_BEGINNING: Final = 2
"""Characters; a year that begins a sentence is that of all it tells."""
_GOES_ON: Final = re.compile(r"(?:까지|부터|보다|이후|에\s이어|이래|말|\s?대비)")
"""Behind a year that the sentence only measures by."""


def is_of_another_year(question: Question, found: Evidence) -> bool:
    """Whether a sentence begins with another year than the question names, and tells of no time that it names."""
    if not question.periods or "when" in question.kinds:
        return False
    if any(period.overlaps(told) for period in question.periods for told in found.dates):
        return False
    return any(
        told.granularity == "year" and told.start <= _BEGINNING and not _GOES_ON.match(found.text, told.end)
        for told in found.dates
    )
