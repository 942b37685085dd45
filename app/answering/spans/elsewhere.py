"""Offices of one place asked for, held in another: who is mayor of Haedam is not told by "비아르나 시장 테레자 폰세카"."""

import re
from typing import Final

from app.answering.spans.span import SentenceContext
from app.question.concept import TextView

_OF_PLACES: Final = re.compile(
    r"(?:시장|군수|구청장|지사|대통령|총리|국왕)$|^(?:(?:deputy|district|vice) )?(?:mayor|governor|president|prime minister|king)$"
)
"""Titles that go with the name of a place. Bodies have short and long names, so that another name may be the same."""
_QUALIFIER: Final = re.compile(
    r"(?<![가-힣])(?:전|현|새|전임|신임|현직|당시|초대|민선|임시|제?\s?\d+대|당선인|차기)(?![가-힣])"
)


def holds_elsewhere(context: SentenceContext, title: str, office: str) -> bool:
    """Whether a question for whoever holds a place's office meets someone who holds it in another place.

    Args:
        context: the sentence.
        title: the title beside the name, "해담시장", "mayor".
        office: what the sentence says of the office, title and place or the place alone; empty where it names none.
    """
    if not context.question.for_holder or not _OF_PLACES.search(title):
        return False
    place = _QUALIFIER.sub("", office).strip()
    if not place or _OF_PLACES.fullmatch(place):
        return False
    asked = [concept for concept in context.concepts if not any(map(_OF_PLACES.fullmatch, concept.forms))]
    view = TextView(place)
    return bool(asked) and not any(view.names(concept) for concept in asked)
