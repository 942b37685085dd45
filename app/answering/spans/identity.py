"""Questions for who somebody is: "Who is Jordi Vaquer?", "구하람은 누구야?"; somebody else's name answers none of them."""

import re
from functools import lru_cache
from typing import Final

from indexing.language.detection import QUESTION_CHARACTERS
from indexing.language.people import surnames, titles

_ENGLISH: Final = re.compile(
    r"\W*(?i:who(?:['’]s|\s(?:is|was)))\s(?P<name>[A-Z][a-z][\w'’-]*(?:\s(?:[A-Z]\.|[A-Z][\w'’-]+|de|la|van|von|bin|al)){1,4})\W*"
)
_KOREAN: Final = re.compile(
    r"\W*(?P<name>[가-힣]{3,4}?|[가-힣]{1,6}(?:\s[가-힣]{1,6}){0,2}\s[가-힣]{1,6}?)(?:\s?씨)?(?:은|는|이|가)?\s"
    r"(?:대체\s|도대체\s)?누(?:구|군)[가-힣]{0,5}\W*"
)
_NO_NAMES: Final = frozenset("자사장원인가수관생부왕주님들")
"""End words for those who do something, which may begin like names: 우승자, 연주가."""
_OTHER_TITLES: Final = frozenset("executive officer minister leader founder owner coach captain manager player".split())
_CAPITALISED: Final = re.compile(r"(?:[A-Z][\w'’.-]*\s){1,4}[A-Z][\w'’.-]*")


@lru_cache(maxsize=16)
def whose_identity(question: str) -> str:
    """The name that a question asks about, who bears it being all that it asks; empty where it asks anything else.

    Of Korean words only what they are not is known: a title, or one who does something.
    """
    question = question[:QUESTION_CHARACTERS]
    if found := _ENGLISH.fullmatch(question):
        return "" if _names_office(found["name"]) else found["name"]
    found = _KOREAN.fullmatch(question)
    name = found["name"] if found else ""
    is_told = name[-1:] in _NO_NAMES or any(name.endswith(title) for title in titles())
    return "" if is_told else name


def is_another_name(question: str, text: str) -> bool:
    """Whether a text is the English name of somebody, where a question asks who somebody else is."""
    name = whose_identity(question)
    is_name = name.isascii() or (" " not in name and (name[:1] in surnames() or name[:2] in surnames()))
    if not name or not is_name or not _CAPITALISED.fullmatch(text) or _names_office(text):
        return False
    return not set(text.lower().split()) & set(name.lower().split())


def _names_office(text: str) -> bool:
    return any(word in _title_words() for word in text.lower().split())


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    """The words that end titles: minister of foreign affairs, vice chairman."""
    heads = (title.lower().partition(" of ")[0].partition(" for ")[0] for title in titles().values())
    return _OTHER_TITLES.union(head.split()[-1] for head in heads if head)
