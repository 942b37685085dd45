"""Offices that one person holds at a time, as a mayor or a minister does and a lawmaker or a player does not."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

_HELD_BY_ONE: Final = re.compile(
    r"(?:장|대통령|총리|장관|차관|지사|총재|군수|교육감|감독|대표|대표이사|주석|국왕|여왕|교황|총서기|총독|사령관|지휘자|최고경영자)$"
)
_ALSO_OTHERS: Final = frozenset("통장 주장 단장 병장 이장 대장 명장".split())
"""A new 통장 is a bankbook, a new 주장 a claim, and 새 단장 a refurbishment."""


class Offices:
    """The titles of such offices, as pieces of regular expressions; the longest titles stand first.

    Args:
        titles: Korean title of office or role -> English, as :class:`indexing.language.people.People` has them.

    Attributes:
        korean: alternatives for a Korean title.
        english: alternatives for an English one, in small letters.
    """

    def __init__(self, titles: Mapping[str, str]) -> None:
        held = {title: name for title, name in titles.items() if _is_held_by_one(title)}
        self.korean = _alternatives(held)
        self.english = _alternatives(name.lower() for name in held.values())


def _is_held_by_one(title: str) -> bool:
    return _HELD_BY_ONE.search(title) is not None and title not in _ALSO_OTHERS


def _alternatives(texts: Iterable[str]) -> str:
    """None match nothing."""
    return "|".join(map(re.escape, sorted(set(texts), key=lambda text: (-len(text), text)))) or r"(?!)"
