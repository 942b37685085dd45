"""Whom an English article calls by the surname alone after it has given the whole name: Solberg -> Inga Solberg."""

import re
from itertools import islice
from typing import Final

from app.answering.spans.english_people import EnglishPeople

_SURNAME: Final = re.compile(r"[A-Z][\w'’-]{1,30}")
_GIVEN_BEHIND: Final = re.compile(r"[A-Z][a-z]+-[A-Za-z]+")
"""Korean given names stand behind the surname: Han Do-gyeom."""
_BESIDE: Final = 80
"""Characters beside a surname in which the rest of the name and its title stand."""
_MOST_MENTIONS: Final = 20
_LONGEST: Final = 20_000


class FullNames:
    """Completes surnames.

    Args:
        people: finds names of two words and more.
    """

    def __init__(self, people: EnglishPeople) -> None:
        self._people = people

    def of(self, name: str, article: str) -> str:
        """The whole name, or the name as it stands where the article has none, or several people of that name.

        Args:
            name: as it answers.
            article: English.
        """
        if not _SURNAME.fullmatch(name):
            return name
        mentions = islice(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article[:_LONGEST]), _MOST_MENTIONS)
        around = [article[max(0, one.start() - _BESIDE) : one.end() + _BESIDE] for one in mentions]
        whole = {told[found.start : found.end] for told in around for found in self._people(told)}
        named = {one for one in whole if _is_of_family(one.split(), name)}
        return named.pop() if len(named) == 1 else name


def _is_of_family(words: list[str], surname: str) -> bool:
    is_korean = words[0] == surname and len(words) == 2 and _GIVEN_BEHIND.fullmatch(words[1])
    return bool(is_korean) or words[-1] == surname
