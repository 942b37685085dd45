"""Appointments: who leaves one office for another in the same sentence holds the latter from then on.

"한가람 문화국장은 기획실장을, 오누리 과장은 문화국장을 맡았다": each name stands beside the office that its holder leaves.
"""

import re
from typing import Final

_TAKES: Final = (
    r"맡[았는아게]|임명|취임|승진|발령|선임|내정|발탁|기용|전보|위촉|자리를 옮|옮[겨겼긴]|올[랐라]|겸[한임하]"
)
_TAKEN: Final = re.compile(
    r"(?:[’'”\"]|\([^()]{1,20}\))?[은는이가을를]\s(?P<office>[^.,“”\"]{2,40}?)"
    rf"(?:(?:을|를|에|으로|로)\s(?:각각\s)?(?:{_TAKES})|(?:을|를|에|으로|로),\s[^.“”\"]{{0,120}}(?:{_TAKES}))"
)
_ACTING: Final = re.compile(r"(?:대행|직무대리)$")


def office_taken(sentence: str, title_end: int) -> str | None:
    """The last word of the office that somebody takes: 부시장 of "… 국장|이 2일 제17대 부시장으로 취임했다".

    Args:
        sentence: in which somebody's title ends.
        title_end: where.
    """
    taken = _TAKEN.match(sentence, title_end)
    return taken["office"].rsplit(" ", 1)[-1] if taken else None


def is_acting(office: str) -> bool:
    """Whether somebody only acts for a holder: 시장 직무대행."""
    return _ACTING.search(office) is not None
