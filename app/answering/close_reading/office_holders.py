"""Who holds an office now: told where somebody takes it, and not where somebody leaves it."""

import re
from typing import Final

from indexing.language.offices import Offices
from indexing.language.people import People

_LEAVING: Final = (
    r"물러[나난났]|사임|퇴임|퇴진|떠[나난났]|전임|해임|경질|잃[었은]|자리를 내려놓"
    r"|\b(?:former|outgoing|predecessor|resign(?:s|ed)|step(?:s|ped) down|retire[sd]|left office|(?:was|were) (?:fired|dismissed|replaced)|lost)\b"
)
_ARRIVING: Final = (
    r"후임|취임|임명|선임|부임|새\s사령탑|지휘봉을 (?:잡|넘겨받)"
    r"|\b(?:successor|succeed(?:s|ed)|appoint(?:s|ed)|took (?:office|over)|takes over|new (?:director|mayor|coach|head|chair|(?:prime )?minister|president|governor))\b"
)
_FORMER: Final = r"(?<![가-힣])(?<!\d[년월일주달]\s)(?<!달\s)(?<!시간\s)(?<!이틀\s)(?<!사흘\s)전\s"
"""구 전 관장 is a former director; 3년 전 시장 and 오전 시장 are not."""
_FORMER_BEFORE: Final = re.compile(
    r"(?:(?<![가-힣])전임|\b(?:former|outgoing|previous)(?: [a-z]+){1,3})\s$|\bpredecessor,?\s$", re.IGNORECASE
)
_BESIDE: Final = 60
"""Characters beside a name in which its title stands."""
CHANGE: Final = 5.0
"""Who holds an office now is told where somebody takes it; where somebody leaves it, the predecessor is named. Sentences
of one article differ by some five in the evidence's score, so that less than four did not turn them around."""


class OfficeHolders:
    """Tells sentences in which an office changes hands.

    Args:
        people: titles of office.
    """

    def __init__(self, people: People) -> None:
        titles = Offices(people.titles).korean
        self._former_behind = re.compile(rf"\s?(?:\([^()]*\)\s?)?전\s(?:{titles})")
        self._leaving = re.compile(rf"{_LEAVING}|{_FORMER}(?:{titles})", re.IGNORECASE)
        self._arriving = re.compile(rf"{_ARRIVING}|(?<![가-힣])새\s(?:{titles})", re.IGNORECASE)

    def change(self, text: str) -> int:
        """1 where somebody takes an office, -1 where somebody leaves one, 0 where neither or both."""
        return bool(self._arriving.search(text)) - bool(self._leaving.search(text))

    def is_former(self, text: str, start: int, end: int) -> bool:
        """Whether the name at an offset of a text is a former holder's: 전임 오준택 부시장, 오준택 전 부시장."""
        before, behind = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
        return bool(_FORMER_BEFORE.search(before) or self._former_behind.match(behind))
