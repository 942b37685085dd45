"""Who holds an office now: told where somebody takes it, and not where somebody leaves it."""

import re
from typing import Final

_LEAVING: Final = re.compile(
    r"물러[나난났]|사임|퇴임|퇴진|떠[나난났]|전임|해임|경질|잃[었은]|자리를 내려놓|전\s(?:관장|시장|감독|회장|대표|장관|총장|위원장|원장|사장)"
    r"|\b(?:former|outgoing|predecessor|resign(?:s|ed)|step(?:s|ped) down|retire[sd]|left office|(?:was|were) (?:fired|dismissed|replaced)|lost)\b",
    re.IGNORECASE,
)
_ARRIVING: Final = re.compile(
    r"후임|취임|임명|선임|부임|새\s(?:관장|시장|감독|회장|대표|장관|총장|위원장|원장|사장|사령탑)|지휘봉을 (?:잡|넘겨받)"
    r"|\b(?:successor|succeed(?:s|ed)|appoint(?:s|ed)|took (?:office|over)|takes over|new (?:director|mayor|coach|head|chair))\b",
    re.IGNORECASE,
)
CHANGE: Final = 5.0
"""Who holds an office now is told where somebody takes it; where somebody leaves it, the predecessor is named. Sentences
of one article differ by some five in the evidence's score, so that less than four did not turn them around."""


def change_of_office(text: str) -> int:
    """1 where somebody takes an office, -1 where somebody leaves one, 0 where neither or both."""
    return bool(_ARRIVING.search(text)) - bool(_LEAVING.search(text))
