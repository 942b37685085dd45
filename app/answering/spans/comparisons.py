"""What a sentence only compares with: the year of "지난해보다 2천 명 많다" and of "down from 9,650 last year"."""

import re
from typing import Final, Protocol

from indexing.language.detection import QUESTION_CHARACTERS

_BEHIND: Final = re.compile(
    r"(?:\([^()]{1,20}\))?(?:의?\s?(?:같은\s?(?:기간|때|달|분기)|동기|이맘때|말))?(?:보다|에\s?비해|\s?대비)"
)
_BEFORE: Final = re.compile(r"\b(?:than|compared (?:with|to)|(?:down|up) from [\d,.]{1,12}(?: [a-z]{1,12})?) (?:in )?$")
_ASKED: Final = re.compile(
    r"차이|격차|폭|늘|줄|인상|인하|오[르른]|올[랐라린]|내[린렸려]|증가|감소|많이|적게|더|덜|보다|대비|비해"
    r"|\b(?:more|less|fewer|than|difference|rise|rose|increase|fall|fell|drop|cut|change|margin)"
)


class Told(Protocol):
    """Some words of a sentence."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after the last one."""
        ...


def is_compared(sentence: str, told: Told) -> bool:
    """Whether a sentence names a time only to compare with it."""
    return bool(_BEHIND.match(sentence, told.end) or _BEFORE.search(sentence, 0, told.start))


def asks_difference(question: str) -> bool:
    """Whether a question is about a difference, and so may want what is compared with."""
    return _ASKED.search(question[:QUESTION_CHARACTERS].lower()) is not None
